"""Text as people type it, made safe to store."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from api.platform.texts import Paragraphs, Reason, SearchText, ShortText, Title, WebAddress

PARAGRAPHS = TypeAdapter[str](Paragraphs)
TITLE = TypeAdapter[str](Title)
ADDRESS = TypeAdapter[str](WebAddress)
CONTROL = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]


@pytest.mark.parametrize("character", [*CONTROL, "\ud800"])
def test_control_characters_are_refused(character: str) -> None:
    for kind in (Title, ShortText, Paragraphs, Reason, SearchText):
        with pytest.raises(ValidationError):
            TypeAdapter[str](kind).validate_python(f"be{character}fore")


def test_text_is_trimmed_and_composed_and_its_lines_end_as_ours() -> None:
    assert TITLE.validate_python("  Cafe\u0301 ") == "Caf\u00e9"
    assert PARAGRAPHS.validate_python("one\r\ntwo\n\n\tthree") == "one\ntwo\n\n\tthree"


@pytest.mark.parametrize("character", [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))])
def test_what_turns_the_direction_of_writing_is_taken_out(character: str) -> None:
    assert TITLE.validate_python(f"{character}gnp.exe{character}") == "gnp.exe"
    assert PARAGRAPHS.validate_python(f"one{character}\ntwo") == "one\ntwo"


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u3164", "\U000e0041", "\uffff"])
def test_what_nobody_sees_is_taken_out(unseen: str) -> None:
    assert TITLE.validate_python(f"Pay{unseen}pal{unseen}") == "Paypal"


@pytest.mark.parametrize("nothing", ["", " ", "\u200b\u200b", "\u200d", "\u200f \u200e", "\u3000\u061c"])
def test_a_title_that_nobody_sees_is_none(nothing: str) -> None:
    with pytest.raises(ValidationError):
        TITLE.validate_python(nothing)


@pytest.mark.parametrize("line_break", ["\n", "\r", "\t", "\u2028", "\u2029"])
def test_a_title_is_one_line(line_break: str) -> None:
    with pytest.raises(ValidationError):
        TITLE.validate_python(f"one{line_break}two")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=100))
def test_what_is_kept_is_kept_the_same_when_sent_again(text: str) -> None:
    kept = PARAGRAPHS.validate_python(text)

    assert PARAGRAPHS.validate_python(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)


@pytest.mark.parametrize("text", ["مرحبا", "移民", "Миграция", "नमस्ते", "👩‍👩‍👧", "a\u200fb", "می\u200cخواهم"])
def test_every_script_is_text(text: str) -> None:
    assert TITLE.validate_python(text) == text


@pytest.mark.parametrize("address", ["https://example.org", "http://localhost:8000/a?b#c", "https://مثال.إختبار/ا"])
def test_web_addresses_are_kept(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "https://", "https:///path", "javascript:alert(1)", "https://a b", "data:text/html,x"],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(address)
