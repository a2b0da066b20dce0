"""Who said what, Chatham House style: ``@KEN`` in a text marks a champion, and is told only where it asked to be named.

Whoever does not write the minutes gets ``@1``, ``@2``, … for champions that did not ask: the text can be read, corrected
and sent back without telling who they are.
"""

import re
from collections.abc import Callable, Collection
from itertools import count

_NAMED = re.compile(r"(?<![\w@])@([A-Z]{3})(?![\w@])")
_HIDDEN = re.compile(r"(?<![\w@])@(\d{1,3})(?![\w@])")
_BEGINNING = re.compile(
    r"((?:^|(?<!\.\w)[.!?…]['\"”’»)\]]*\s)\s*(?:[-–—•*]\s+)?['\"“‘«(\[¿¡]*)@\d{1,3}(?![\w@])", re.MULTILINE
)
"""A hidden champion with which a sentence, a line or a point of a list begins; "e.g." ends no sentence."""


def marked(text: str) -> list[str]:
    """Codes of the champions that ``text`` marks, each once, in the order in which they come."""
    return list(dict.fromkeys(_NAMED.findall(text)))


def masked(text: str, named: Collection[str], *, beside: str = "") -> str:
    """``text`` with a number instead of each champion that is not in ``named``; the same numbers as in ``beside``."""
    numbers = _numbers(f"{beside}\n{text}", named)
    return _NAMED.sub(lambda mark: f"@{numbers[mark[1]]}" if mark[1] in numbers else mark[0], text)


def unmasked(text: str, base: str, named: Collection[str]) -> str:
    """``text``, which was written on top of ``masked(base, named)``, with the champions in their places again."""
    champions = {str(number): iso3 for iso3, number in _numbers(base, named).items()}
    return _HIDDEN.sub(lambda mark: f"@{champions.get(mark[1], mark[1])}", text)


def in_words(text: str, name: Callable[[str], str | None], *, unnamed: str) -> str:
    """``text`` with each mark told: ``@KEN`` by its name where ``name`` knows one, ``@1`` as ``unnamed``, or "A champion" where a sentence begins."""
    with_names = _NAMED.sub(lambda mark: name(mark[1]) or mark[0], text)
    begun = _BEGINNING.sub(lambda found: f"{found[1]}{unnamed[0].upper()}{unnamed[1:]}", with_names)
    return _HIDDEN.sub(unnamed, begun)


def _numbers(text: str, named: Collection[str]) -> dict[str, int]:
    """The number of each hidden champion; numbers that stand in the text already are left alone."""
    free = count(1 + max((int(number) for number in _HIDDEN.findall(text)), default=0))
    return {iso3: next(free) for iso3 in marked(text) if iso3 not in named}
