"""A workplan as a sheet: its columns, and what their cells say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from api.platform.documents.cells import Cell, column_name, day, parts, plain, whole
from api.platform.documents.sheets import unguarded
from api.platform.language import Language
from api.platform.wording import words

FIELDS = tuple(words("workplan", Language.ENGLISH)["sheet"])
"""In the order of the columns."""

LISTS = frozenset({"supporting", "objectives", "processes", "waits_for"})
DAYS = frozenset({"starts_on", "due_on"})
_TEXTS = frozenset({"title", "description", "expected_result", "dropped_reason"})


def header(field: str, language: Language) -> str:
    """What the column of ``field`` is called."""
    return str(words("workplan", language)["sheet"][field])


_NAMES = {
    name.casefold(): field
    for field in FIELDS
    for name in (*(header(field, language) for language in Language), field, field.replace("_", " "))
}


class BadHeader(ValueError):
    """The first row does not name the columns as they are."""


def fields_of(header: Sequence[Any]) -> list[str | None]:
    """The field of each column, by its header in any of the languages; ``None`` where a column is empty.

    ``BadHeader`` where a column is unknown or named twice, or where neither key nor title is there.
    """
    found: list[str | None] = []
    for place, told in enumerate(header):
        name = " ".join(str(told).split()) if told is not None else ""
        field = _NAMES.get(unguarded(name).casefold()) if name else None
        if name and field is None:
            raise BadHeader(
                f"{column_name(place)}1: no column is called “{name[:50]}”. Export the workplan to see them."
            )
        if field is not None and field in found:
            raise BadHeader(f"{column_name(place)}1: “{name}” is there twice. Keep one of the two.")
        found.append(field)
    if "key" not in found and "title" not in found:
        raise BadHeader(
            "The first row names the columns; neither Key nor Title is there. Export the workplan to see them."
        )
    return found


def told_in_cell(field: str, value: Any) -> Any:
    """A field as its cell shows it: lists with commas, titles in lines, days as days."""
    if value is None:
        return None
    if field == "waits_for":
        return "\n".join(value)
    if field in LISTS:
        return ", ".join(str(part) for part in value)
    if field in DAYS:
        return date.fromisoformat(value)
    return value


def read_cell(field: str, cell: Cell) -> Any:
    """The field that a cell says, as a request's body has it. ``ValueError`` says what is wrong with it."""
    value = unguarded(cell.value.strip()) if isinstance(cell.value, str) else cell.value
    if value in (None, ""):
        return _nothing(field)
    read = _READERS.get(field)
    return read(value) if read else plain(value)


def _nothing(field: str) -> Any:
    if field in LISTS:
        return []
    return "" if field in _TEXTS else None


def differences(stands: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """Those fields that are ``told`` otherwise than they stand; the order in a list does not matter."""
    return {
        field: value for field, value in told.items() if _settled(field, stands.get(field)) != _settled(field, value)
    }


def _settled(field: str, value: Any) -> Any:
    return sorted(value or [], key=str) if field in LISTS else value


def _lines(value: Any) -> list[str]:
    return [" ".join(line.split()) for line in plain(value).splitlines() if line.strip()]


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "starts_on": day,
    "due_on": day,
    "percentage": lambda value: whole(plain(value).removesuffix("%").strip()),
    "objectives": lambda value: [whole(part) for part in parts(value)],
    "supporting": lambda value: [part.upper() for part in parts(value)],
    "processes": lambda value: list(parts(value)),
    "waits_for": _lines,
    "scope_of_work": lambda value: "_".join(plain(value).casefold().split()),
    "status": lambda value: "_".join(plain(value).casefold().split()),
    "lead": lambda value: plain(value).upper(),
}
