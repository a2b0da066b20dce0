"""The words of letters and papers about statements, by language."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from api.platform.language import WRITTEN, Language

_WORDS = Path(__file__).with_name("words")


@lru_cache
def words(language: Language) -> dict[str, Any]:
    """All words in ``language``; in English where letters and papers are not written in it."""
    spoken = language if language in WRITTEN else Language.ENGLISH
    read: dict[str, Any] = json.loads((_WORDS / f"{spoken.value}.json").read_text(encoding="utf-8"))
    return read
