"""Acronyms that a practice does not spell out: the Hub asks that every one is (practice-form.json, ``rules``).

Languages are told apart by their scripts: Latin, Cyrillic and Greek acronyms are words in capitals, or capitals with dots
between; Arabic has no capitals, and its acronyms are single letters with dots between. Chinese takes over Latin ones.
"""

import re
from collections.abc import Iterator, Mapping

from api.platform.language import Language

_HAN = "\u3400-\u9fff"
_ARABIC = re.compile("[\u0621-\u064a]")
_WORD = re.compile(rf"[^\W_{_HAN}]+")
_DOTTED = re.compile(rf"(?:(?<!\w)|(?<=\bو))(?:[^\W\d_{_HAN}]\.)+[^\W\d_{_HAN}]\b\.?")
"""Arabic joins its "and" to the word that follows."""
_ROMAN = re.compile(r"[IVX]+")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_NAME = rf"(?:[^\W\d]+[^\w()（）]{{1,3}}[^\W\d]+|[{_HAN}]{{2,}})"
_HOLDS_A_NAME = re.compile(_NAME)
_ENDS_WITH_A_NAME = re.compile(rf"{_NAME}[^\w()（）]{{0,3}}$")
_FIRST = re.compile(rf"\W*((?:[^\W\d_{_HAN}]\.)*[^\W_{_HAN}]+)")
_LAST = re.compile(rf"(?<!\w)((?:[^\W\d_{_HAN}]\.)*[^\W_{_HAN}]+)\.?\s*$")
_NEAR = 200
"""So many characters before a bracket are read for what it explains."""
_HEADING = 4
"""So many words, most of them in capitals, are a heading and no acronyms."""


def unexplained(texts: Mapping[str, str], language: Language) -> list[tuple[str, str]]:
    """Each acronym that no text spells out, with the name of the text in which it comes first, in the texts' order.

    Spelled out is ``International Organization for Migration (IOM)``, and ``IOM (International Organization for
    Migration)``, in any of the texts.
    """
    first: dict[str, str] = {}
    explained: set[str] = set()
    for name, text in texts.items():
        explained |= set(_explained(text))
        for acronym in _acronyms(text, language):
            first.setdefault(acronym, name)
    return [(name, acronym) for acronym, name in first.items() if acronym not in explained]


def _acronyms(text: str, language: Language) -> Iterator[str]:
    if _is_heading(text):
        return
    for dotted in _DOTTED.findall(text):
        letters = [letter for letter in dotted if letter.isalpha()]
        if all(letter.isupper() or _ARABIC.match(letter) for letter in letters):
            yield _plain(dotted)
    for word in _WORD.findall(_DOTTED.sub(" ", text)):
        if acronym := _acronym_in(word, language):
            yield acronym


def _is_heading(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1 and word.upper() != word.lower()]
    return len(words) >= _HEADING and sum(word.isupper() for word in words) * 4 > len(words) * 3


def _acronym_in(word: str, language: Language) -> str | None:
    singular = _plain(word)
    if not singular.isupper() or sum(letter.isalpha() for letter in singular) < 2 or _ROMAN.fullmatch(singular):
        return None
    is_spanish_plural = language is Language.SPANISH and len(singular) == 2 and singular[0] == singular[1]
    return None if is_spanish_plural else singular


def _plain(written: str) -> str:
    """``NGOs`` is ``NGO``, ``U.N.`` is ``U.N``."""
    plain = written.rstrip(".")
    return plain[:-1] if len(plain) > 2 and plain[-1] == "s" and plain[:-1].isupper() else plain


def _explained(text: str) -> Iterator[str]:
    """What stands in brackets after a name of at least two words (or two Chinese characters), or before such a name in
    brackets."""
    for found in _BRACKETS.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        inside = found[1]
        if (first := _FIRST.match(inside)) and _ENDS_WITH_A_NAME.search(before):
            yield _plain(first[1])
        if _HOLDS_A_NAME.search(inside) and (last := _LAST.search(before)):
            yield _plain(last[1])
