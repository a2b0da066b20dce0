"""What the cells of a table say, read as people type it. Pure: no file, no session."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, and where it is: ``D14``."""

    place: str
    value: Any


def column_name(place: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def parts(value: Any) -> Iterable[str]:
    """What a cell lists, with commas, semicolons or lines between."""
    return [part.strip() for part in re.split(r"[,;،؛\n]", plain(value)) if part.strip()]


def plain(value: Any) -> str:
    """A cell as text: a whole number without its decimals."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def whole(value: Any) -> int:
    """A whole number; ``ValueError`` says what is wrong."""
    try:
        number = float(value)
    except ValueError:
        raise ValueError(f"“{str(value)[:50]}” is not a number.") from None
    if not number.is_integer() or abs(number) > 1_000_000:
        raise ValueError("Give a whole number.")
    return int(number)


def day(value: Any) -> str:
    """A day in ISO 8601; ``ValueError`` says what is wrong."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(
            str(value)[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[ T].*", str(value)) else str(value)
        ).isoformat()
    except ValueError:
        raise ValueError(f"“{str(value)[:50]}” is not a date. Write it as 2026-09-30.") from None
