"""Which way text runs (Unicode Standard Annex 9): by its letters, not by the language of the page around it."""

import unicodedata
from collections.abc import Iterator

from api.platform.language import Language

_FROM_RIGHT = frozenset({"R", "AL", "AN"})
_FROM_LEFT = frozenset({"L", "EN"})


def language_runs_from_right(language: Language) -> bool:
    """Whether a page in ``language`` is set from right to left."""
    return language is Language.ARABIC


def runs_from_right(words: str, *, otherwise: bool) -> bool:
    """Whether the first letter of ``words`` is read from right to left; ``otherwise`` where there is no letter."""
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return otherwise


def stretches(words: str, *, from_right: bool) -> Iterator[tuple[str, bool]]:
    """``words`` cut where the direction turns: each part and whether it is read from right to left.

    What has no direction of its own (spaces, points) goes with what stands before it.
    """
    begins, is_from_right = 0, from_right
    for place, letter in enumerate(words):
        kind = unicodedata.bidirectional(letter)
        turns = kind in _FROM_LEFT if is_from_right else kind in _FROM_RIGHT
        if turns:
            if place > begins:
                yield words[begins:place], is_from_right
            begins, is_from_right = place, not is_from_right
    if begins < len(words):
        yield words[begins:], is_from_right
