"""What headings and cells say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.practiceimports import rules
from api.practiceimports.names import FIELDS


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_heading_is_known_in_each_language_and_with_the_mark_of_what_is_needed(language: str) -> None:
    called = {field: rules.field_called(names[language] + rules.NEEDED) for field, names in FIELDS.items()}

    assert called == {field: field for field in FIELDS}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("objectives_primary", "3. Information; 14", [3, 14]),
        ("sdgs", 8.0, [8]),
        ("type_of_practice", "Outil ou service", "tool_or_service"),
        ("language", "Français", "fr"),
        ("language", "fr", "fr"),
        ("starts_on", "2023-02-01", "2023-02-01"),
        ("additional_resources", "https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ("title", "'=1+1", "=1+1"),
        ("partners", None, None),
    ],
)
def test_a_cell_is_read_as_people_write_it(field: str, value: object, said: object) -> None:
    assert rules.read(field, value) == said


@pytest.mark.parametrize(
    ("field", "value"), [("starts_on", "soon"), ("sdgs", "decent work"), ("geographic_scope", "everywhere")]
)
def test_what_cannot_be_read_says_so(field: str, value: str) -> None:
    with pytest.raises(ValueError, match="“"):
        rules.read(field, value)


@given(st.sampled_from(list(FIELDS)), st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(field: str, value: str) -> None:
    try:
        rules.read(field, value)
    except ValueError as error:
        assert str(error).endswith(".")
