"""The rows of a sheet as they are read: what each tells, where, and what is wrong with it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from api.platform.documents import tables_in
from api.platform.documents.cells import Cell, column_name
from api.workplan import sheet_rules
from api.workplan.sheet_schemas import CellFault


@dataclass(slots=True)
class Row:
    """A row below the header, and what becomes of it."""

    number: int
    told: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    errors: list[CellFault] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)
    item_id: UUID | None = None
    awaited: list[str] | None = None
    """What its item waits for, as ``ref``s; ``None`` where the sheet does not say."""

    @property
    def ref(self) -> str:
        """What stands for its item: the key, or the row's number while it has none."""
        return str(self.item_id) if self.item_id else str(self.number)

    def fault(self, name: str, detail: str, *, code: str = "invalid") -> None:
        """Note what is wrong with the cell of the field ``name``."""
        place = self.cells.get(name) or f"{self.number}"
        self.errors.append(CellFault(cell=place, code=code, detail=f"{place}: {detail}"))


def read(content: bytes) -> list[Row]:
    """The rows of a file that say something. ``UnreadableTable`` or ``BadHeader`` where it cannot be read; blocks."""
    header, *others = tables_in.rows_of(content) or [[]]
    fields = sheet_rules.fields_of(header)
    rows = []
    for number, values in enumerate(others, start=2):
        if any(value not in (None, "") for value in values):
            rows.append(_row(number, fields, values))
    if not rows:
        raise tables_in.UnreadableTable("There is no row below the header.")
    return rows


def _row(number: int, fields: list[str | None], values: Any) -> Row:
    row = Row(number)
    for place, name in enumerate(fields):
        if name is None:
            continue
        row.cells[name] = f"{column_name(place)}{number}"
        try:
            value = values[place] if place < len(values) else None
            row.told[name] = sheet_rules.read_cell(name, Cell(row.cells[name], value))
        except ValueError as error:
            row.fault(name, str(error))
    return row
