"""Who reads a term's handover brief, and who writes its note."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

READS_AHEAD = timedelta(days=30)
"""From this long before its term the incoming pair reads the brief of the term before."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A champion's days in a seat, from ``starts_on`` until, and without, ``ends_on``."""

    champion_id: UUID
    starts_on: date
    ends_on: date


def may_read(champion_id: UUID, term: Collection[Sitting], following: Collection[Sitting], today: date) -> bool:
    """Whether a champion's people read the brief: who sits or sat in the term, and from 30 days before who follows."""
    has_sat = any(seat.champion_id == champion_id and seat.starts_on <= today for seat in term)
    follows = any(seat.champion_id == champion_id and today >= seat.starts_on - READS_AHEAD for seat in following)
    return has_sat or follows


def may_write_note(champion_id: UUID, term: Collection[Sitting], today: date) -> bool:
    """Whether a champion's people write the note: who sits in the term now."""
    return any(seat.champion_id == champion_id and seat.starts_on <= today < seat.ends_on for seat in term)
