"""What the product says itself is said in all six languages, with the same gaps to fill in."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import api
from api.platform.language import Language
from api.platform.wording import words

ROOMS = sorted(path.parent.name for path in Path(api.__file__).parent.glob("*/words"))


def _gaps(said: Any, at: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Each text by where it stands, with the names in its braces."""
    if isinstance(said, str):
        yield at, frozenset(name for _, name, _, _ in Formatter().parse(said) if name is not None)
    else:
        parts = said.items() if isinstance(said, dict) else enumerate(said)
        for key, part in parts:
            yield from _gaps(part, f"{at}/{key}")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_each_language_what_it_says_in_english(room: str, language: Language) -> None:
    assert dict(_gaps(words(room, language))) == dict(_gaps(words(room, Language.ENGLISH)))
