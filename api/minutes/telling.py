"""What minutes say of themselves, in each official language; and marks told in words, in the language of the minutes.

The minutes are written in the first language of their meeting. Who reads the product in another still reads one language
within a sentence.
"""

import json
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from api.minutes.marks import in_words, masked
from api.platform.language import Language
from api.vocabularies.catalogue import countries, country_name

_WORDS = Path(__file__).with_name("words")


@lru_cache
def words(language: Language) -> dict[str, Any]:
    """The words of papers, and for champions that are not named."""
    read: dict[str, Any] = json.loads((_WORDS / f"{language.value}.json").read_text(encoding="utf-8"))
    return read


def language_of(meeting_languages: Sequence[str]) -> Language:
    """The language that the minutes of a meeting are written in."""
    return Language(meeting_languages[0]) if meeting_languages else Language.ENGLISH


def told(text: str, named: Collection[str], language: Language, *, beside: str = "") -> str:
    """``text`` as it is read: champions by their names where they asked for it, the others as "a champion"."""

    def name(iso3: str) -> str | None:
        return country_name(iso3, language) if iso3 in countries() else None

    return in_words(masked(text, named, beside=beside), name, unnamed=words(language)["unnamed"])
