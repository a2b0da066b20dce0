"""What minutes say of themselves, in each official language; and marks told in words, in the language of the minutes.

The minutes are written in the first language of their meeting. Who reads the product in another still reads one language
within a sentence.
"""

from collections.abc import Collection, Sequence

from api.minutes.marks import in_words, masked
from api.platform.language import Language
from api.platform.wording import words
from api.vocabularies.catalogue import countries, country_name


def language_of(meeting_languages: Sequence[str]) -> Language:
    """The language that the minutes of a meeting are written in."""
    return Language(meeting_languages[0]) if meeting_languages else Language.ENGLISH


def told(text: str, named: Collection[str], language: Language, *, beside: str = "") -> str:
    """``text`` as it is read: champions by their names where they asked for it, the others as "a champion"."""

    def name(iso3: str) -> str | None:
        return country_name(iso3, language) if iso3 in countries() else None

    return in_words(masked(text, named, beside=beside), name, unnamed=words("minutes", language)["unnamed"])
