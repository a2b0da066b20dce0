"""The practices that a file tells: a row each in a spreadsheet, a table each in a Word document. Blocks; call it in a thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.platform.documents import tables_in
from api.platform.documents.tables_in import UnreadableTable
from api.practiceimports import rules
from api.practiceimports.schemas import FieldFault
from api.vocabularies.catalogue import country_called, region_called

MOST = 200
"""How many practices one file may bring."""


@dataclass(slots=True)
class Told:
    """A practice as it stands in the file, and what is wrong with it."""

    place: int
    fields: dict[str, Any] = field(default_factory=dict)
    faults: list[FieldFault] = field(default_factory=list)

    def take(self, name: str, value: Any) -> None:
        """Read what the file says of the field ``name``."""
        try:
            said = rules.read(name, value)
            self.fields[name] = _places(name, said) if said else said
        except ValueError as error:
            self.fault(name, str(error))

    def fault(self, name: str, detail: str, *, code: str = "invalid") -> None:
        """Note what is wrong with a field."""
        self.faults.append(FieldFault(field=name, code=code, detail=detail))


def read(content: bytes) -> tuple[list[Told], list[str]]:
    """The practices of a file, and the headings that name no field. ``UnreadableTable`` where it holds none."""
    told, unread = (
        _of_word(tables_in.pairs_of_word(content))
        if tables_in.is_word(content)
        else _of_rows(tables_in.rows_of(content))
    )
    if not told:
        raise UnreadableTable("No practice is told here. Take the template to see how a file is laid out.")
    if len(told) > MOST:
        raise UnreadableTable(f"This file tells more than {MOST} practices. Take it in parts.")
    return told, unread


def _of_rows(rows: Sequence[Sequence[Any]]) -> tuple[list[Told], list[str]]:
    header, *others = rows or [[]]
    fields = [rules.field_called(heading) if heading not in (None, "") else None for heading in header]
    unread = [str(name)[:100] for name, known in zip(header, fields, strict=True) if name and known is None]
    if "title" not in fields:
        raise UnreadableTable("The first row names the columns; Title is not there. Take the template to see them.")
    told = []
    for place, row in enumerate(others, start=2):
        if any(value not in (None, "") for value in row):
            told.append(_filled(place, zip(fields, row, strict=False)))
    return told, unread


def _of_word(pairs: list[tuple[str, str]]) -> tuple[list[Told], list[str]]:
    """A title begins a practice; what stands before the first one belongs to none."""
    told: list[list[tuple[str, str]]] = []
    unread = []
    for heading, text in pairs:
        name = rules.field_called(heading)
        if name == "title":
            told.append([])
        if name and told:
            told[-1].append((name, text))
        elif heading and text and name is None:
            unread.append(heading[:100])
    return [_filled(place, said) for place, said in enumerate(told, start=1) if any(text for _, text in said)], unread


def _filled(place: int, said: Iterable[tuple[str | None, Any]]) -> Told:
    told = Told(place)
    for name, value in said:
        if name:
            told.take(name, value)
    return told


def _places(name: str, said: Any) -> Any:
    """Countries and regions by their codes, however they are told."""
    look = {"countries": country_called, "regions": region_called}.get(name)
    if name == "champion":
        return country_called(said) or said
    return [look(part) or part for part in said] if look else said
