"""Text as people type it, made safe to store: trimmed, bounded, without control characters or turned directions."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff]")
_TURNS_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_NEVER_SEEN = re.compile(
    r"[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Takes no room and says nothing in any of the six languages, but makes two names differ that look alike."""
_EDGES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u061c\u200c\u200d\u200e\u200f"
"""Spaces, and what joins or parts the letters beside it: at the edge there is none, and alone it would pass for a text."""
_LINE_BREAK = re.compile(r"[\r\n\t\u2028\u2029]")


def _clean(value: object) -> object:
    """Without what turns the direction of writing or is never seen: it can make a name look like another; the page isolates
    names itself.
    """
    if not isinstance(value, str):
        return value
    seen = _NEVER_SEEN.sub("", _TURNS_DIRECTION.sub("", value))
    return unicodedata.normalize("NFC", seen.replace("\r\n", "\n")).strip(_EDGES)


def _no_control_characters(value: str) -> str:
    if _CONTROL.search(value):
        raise PydanticCustomError(
            "control_character", "Remove the control characters: only visible text and line breaks are kept."
        )
    return value


def _one_line(value: str) -> str:
    if _LINE_BREAK.search(value):
        raise PydanticCustomError("line_break", "Write this on one line, without line breaks or tabs.")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.?[^\s]*", value):
        raise PydanticCustomError("web_address", "Give a whole web address that begins with https:// or http://.")
    return value


Bounded = TypeVar("Bounded")

# The bounds stand innermost, so that the trimmed text is measured, and told in the terms of texts.
_Text = Annotated[Bounded, BeforeValidator(_clean), AfterValidator(_no_control_characters)]
Line = Annotated[Bounded, BeforeValidator(_clean), AfterValidator(_no_control_characters), AfterValidator(_one_line)]
"""One line with bounds of one's own: ``Line[Annotated[str, StringConstraints(max_length=50)]]``."""

Title = Line[Annotated[str, StringConstraints(min_length=1, max_length=200)]]
"""One line of 1 to 200 characters."""
ShortText = Line[Annotated[str, StringConstraints(max_length=300)]]
"""One line of at most 300 characters."""
Paragraphs = _Text[Annotated[str, StringConstraints(max_length=10_000)]]
"""At most 10,000 characters; line breaks are kept."""
NeededParagraphs = _Text[Annotated[str, StringConstraints(min_length=1, max_length=10_000)]]
"""At least one character, and at most 10,000; line breaks are kept."""
LongText = _Text[Annotated[str, StringConstraints(max_length=50_000)]]
"""At most 50,000 characters; line breaks are kept."""
Reason = _Text[Annotated[str, StringConstraints(min_length=3, max_length=1000)]]
"""Why, in 3 to 1,000 characters."""
WebAddress = Annotated[Line[Annotated[str, StringConstraints(max_length=500)]], AfterValidator(_web_address)]
"""An http(s) address."""
SearchText = _Text[Annotated[str, StringConstraints(min_length=1, max_length=200)]]
"""What a person types into a search box."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"|?*]')
_LONGEST_FILE_NAME = 200


def safe_file_name(given: str) -> str:
    """``given`` as a file name that no system takes for a path, and that shows the ending it has.

    Folders are cut off; what turns the direction of writing or cannot be seen is taken out; long names lose their middle.
    """
    name = unicodedata.normalize("NFC", given).replace("\\", "/").rsplit("/", 1)[-1]
    name = _NOT_IN_FILE_NAMES.sub("_", _UNSEEN.sub("", name))
    name = re.sub(r"\s+", " ", name).strip(" .")
    ending = PurePosixPath(name).suffix[:20]
    stem = name[: len(name) - len(ending)] if ending else name
    return (stem[: _LONGEST_FILE_NAME - len(ending)].rstrip(" .") or "document") + ending
