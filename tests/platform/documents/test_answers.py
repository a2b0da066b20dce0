"""The form of an answer, and the name of a file."""

import pytest

from api.platform.documents.answers import Form, best, disposition
from api.platform.problems import NotAcceptable

OFFERED = (Form.JSON, Form.DOCX, Form.PDF)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("*/*", Form.JSON),
        ("application/pdf", Form.PDF),
        ("Application/PDF;q=0.5, application/json;q=0.4", Form.PDF),
        ("text/html, application/*;q=0.2, application/pdf;q=0.1", Form.JSON),
        (Form.DOCX.media_type, Form.DOCX),
        ("application/json;q=0, */*", Form.DOCX),
        ("application/json;q=nonsense, application/pdf;q=0.1", Form.PDF),
    ],
)
def test_what_the_caller_likes_most_is_given(accept: str, form: Form) -> None:
    assert best(accept, OFFERED) is form


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "", "nonsense"])
def test_what_is_not_offered_is_refused_and_says_what_is(accept: str) -> None:
    with pytest.raises(NotAcceptable, match=r"application/pdf \(\?format=pdf\)"):
        best(accept, OFFERED)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("brief.pdf", "attachment; filename=\"brief.pdf\"; filename*=UTF-8''brief.pdf"),
        (
            "Côte d’Ivoire.pdf",
            "attachment; filename=\"Cote dIvoire.pdf\"; filename*=UTF-8''C%C3%B4te%20d%E2%80%99Ivoire.pdf",
        ),
        ("مذكرة.pdf", "attachment; filename=\"pdf\"; filename*=UTF-8''%D9%85%D8%B0%D9%83%D8%B1%D8%A9.pdf"),
        ('../a"b\r\nc.pdf', "attachment; filename=\"a b c.pdf\"; filename*=UTF-8''a%20b%20c.pdf"),
        ("...", "attachment; filename=\"document\"; filename*=UTF-8''document"),
    ],
)
def test_a_file_is_named_in_ascii_and_whole(name: str, header: str) -> None:
    assert disposition(name) == header
