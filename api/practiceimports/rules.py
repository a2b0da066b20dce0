"""A practice as a file tells it: whose field a heading names, and what a cell says."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from api.platform.documents.cells import day, parts, plain
from api.platform.documents.sheets import unguarded
from api.platform.language import Language
from api.practiceimports.names import FIELDS, VALUES

NEEDED = " *"
"""Marks in a template what is needed before a practice is submitted."""

_LISTS = frozenset(
    {
        "objectives_primary",
        "objectives_secondary",
        "guiding_principles",
        "sdgs",
        "countries",
        "regions",
        "additional_resources",
    }
)


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


_CALLED = {
    _folded(name): field
    for field, names in FIELDS.items()
    for name in (*names.values(), field, field.replace("_", " "))
}
_TOLD = {
    field: {_folded(name): value for value, names in values.items() for name in (*names.values(), value)}
    for field, values in VALUES.items()
}


def field_called(heading: Any) -> str | None:
    """The field that ``heading`` names in any of the languages; ``None`` where it names none."""
    name = unguarded(plain(heading)).strip().removesuffix(NEEDED.strip()).rstrip(" :")
    return _CALLED.get(_folded(name))


def read(field: str, value: Any) -> Any:
    """What a cell says of ``field``, as a request's body has it. ``ValueError`` says what is wrong with it."""
    value = unguarded(value.strip()) if isinstance(value, str) else value
    if value in (None, ""):
        return [] if field in _LISTS else None
    reader = _READERS.get(field)
    return reader(value) if reader else plain(value)


def _numbers(value: Any) -> list[int]:
    """``3, 6`` or ``3. Information``: each part by its first number."""
    told = []
    for part in parts(value):
        number = re.search(r"\d+", part)
        if number is None:
            raise ValueError(f"“{part[:50]}” has no number. Tell each by its number, such as 3.")
        told.append(int(number[0]))
    return list(dict.fromkeys(told))


def _one_of(field: str) -> Callable[[Any], str]:
    def read_value(value: Any) -> str:
        known = _TOLD[field].get(_folded(plain(value)))
        if known is None:
            offered = ", ".join(names[Language.ENGLISH] for names in VALUES[field].values())
            raise ValueError(f"“{plain(value)[:50]}” is none of: {offered}.")
        return known

    return read_value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "starts_on": day,
    "ends_on": day,
    "objectives_primary": _numbers,
    "objectives_secondary": _numbers,
    "guiding_principles": _numbers,
    "sdgs": _numbers,
    "countries": lambda value: list(parts(value)),
    "regions": lambda value: list(parts(value)),
    "additional_resources": lambda value: plain(value).split(),
    **{field: _one_of(field) for field in VALUES},
}
