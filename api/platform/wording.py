"""What the product itself says, in letters, papers, sheets and feeds: ``words/<language>.json`` in the room that says it."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from api.platform.language import Language


@cache
def words(room: str, language: Language) -> dict[str, Any]:
    """All words of a room, such as ``"statements"``, in one of the six languages. Braces in them name what is filled in."""
    read: dict[str, Any] = json.loads(
        (files("api") / room / "words" / f"{language.value}.json").read_text(encoding="utf-8")
    )
    return read
