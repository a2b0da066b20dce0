"""The answer's language, from what a reader's browser says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from api.platform.language import Language, choose


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("fr", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("en;q=0.1, ar;q=0.9", "ar"),
        ("ar-MA", "ar"),
        ("zh-Hans-CN", "zh"),
        ("ES-419", "es"),
        ("sw, ru;q=0.5", "ru"),
        ("sw", "en"),
        ("*", "en"),
        ("fr;q=0, es", "es"),
        ("fr;q=lots", "en"),
        (";;;,,,", "en"),
    ],
)
def test_the_best_official_language_is_chosen(accepted: str | None, language: str) -> None:
    headers = Headers({} if accepted is None else {"accept-language": accepted})

    assert choose(headers) == language


@given(st.text(st.characters(max_codepoint=255), max_size=200))
def test_whatever_the_header_says_there_is_a_language(accepted: str) -> None:
    assert choose(Headers(raw=[(b"accept-language", accepted.encode("latin-1"))])) in set(Language)
