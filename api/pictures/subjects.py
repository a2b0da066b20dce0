"""What pictures are of. A room whose records have pictures says here which column names them."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlmodel import col

from api.pictures.models import Picture


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that has pictures, as its own room lets the caller see it; locked by that room where it is written to."""

    column: Literal["activity_id", "practice_id"]
    id: UUID
    title: str
    champion_id: UUID | None
    may_change: bool

    @property
    def is_theirs(self) -> Any:
        """The pictures of this record, as SQL."""
        return col(getattr(Picture, self.column)) == self.id
