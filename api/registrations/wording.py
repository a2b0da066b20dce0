"""The words of letters and lists of registrations, by language."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from api.platform.language import Language

_WORDS = Path(__file__).with_name("words")


@lru_cache
def words(language: Language) -> dict[str, Any]:
    """All words in ``language``, one of those that letters are written in."""
    read: dict[str, Any] = json.loads((_WORDS / f"{language.value}.json").read_text(encoding="utf-8"))
    return read
