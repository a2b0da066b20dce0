"""What the world may harvest: each practice in the last version that was public, and those that are no longer.

A practice that was public once is told of for ever: as deleted when it was withdrawn, or when its present version is not
for the public. A practice that never was is not there.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, true, tuple_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.harvest.rules import Selection
from api.harvest.sets import OBJECTIVE, REGION
from api.platform.database import columns
from api.platform.records import Visibility
from api.practices.models import Practice, PracticeStatus, PracticeVersion
from api.practices.schemas import PracticeContent

_is_open = and_(col(Practice.status) == PracticeStatus.PUBLISHED, col(Practice.visibility) == Visibility.PUBLIC)
_was_public = and_(
    col(PracticeVersion.practice_id) == col(Practice.id), col(PracticeVersion.visibility) == Visibility.PUBLIC
)
_last = (
    columns(PracticeVersion.number, PracticeVersion.published_at, PracticeVersion.content)
    .where(_was_public)
    .order_by(col(PracticeVersion.number).desc())
    .limit(1)
    .correlate(Practice)
    .lateral("last_public_version")
)


@dataclass(frozen=True, slots=True)
class Harvested:
    """A practice as the world may have it: its last public version, and whether that still stands."""

    id: UUID
    datestamp: datetime
    is_deleted: bool
    iso3: str
    region: str
    subregion: str
    number: int
    published_at: datetime
    content: PracticeContent


def _select() -> Any:
    return (
        columns(
            Practice.id,
            Practice.datestamp,
            _is_open.label("is_open"),
            Champion.iso3,
            Champion.region_m49,
            Champion.subregion_m49,
            *_last.c,
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .join(_last, true())
    )


async def page(
    session: AsyncSession, selection: Selection, *, after: tuple[datetime, UUID] | None, limit: int
) -> list[Harvested]:
    """At most ``limit`` of what is selected behind ``after``, in the order of datestamps.

    What changes while a list is read moves to its end, where a selection without ``until`` meets it again: nothing is
    missed between two pages.
    """
    place = tuple_(col(Practice.datestamp), col(Practice.id))
    statement = _select().where(*_matches(selection)).order_by(col(Practice.datestamp), col(Practice.id)).limit(limit)
    rows = await session.exec(statement.where(place > after) if after else statement)
    return [_harvested(row) for row in rows]


async def count(session: AsyncSession, selection: Selection) -> int:
    """How many are selected."""
    statement = (
        columns(func.count()).select_from(Practice).join(Champion, col(Champion.id) == col(Practice.champion_id))
    )
    counted: int = (await session.exec(statement.where(exists().where(_was_public), *_matches(selection)))).one()
    return counted


async def get(session: AsyncSession, practice_id: UUID) -> Harvested | None:
    """One practice; ``None`` where it never was public."""
    row = (await session.exec(_select().where(col(Practice.id) == practice_id))).first()
    return _harvested(row) if row else None


async def earliest_datestamp(session: AsyncSession) -> datetime | None:
    """No record has an earlier datestamp; ``None`` while there is none."""
    earliest: datetime | None = (await session.exec(columns(func.min(Practice.datestamp)))).one()
    return earliest


def _matches(selection: Selection) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = [col(Practice.datestamp).is_not(None)]
    if selection.since:
        clauses.append(col(Practice.datestamp) >= selection.since)
    if selection.until:
        clauses.append(col(Practice.datestamp) <= selection.until)
    if selection.set_spec:
        clauses.append(_in_set(selection.set_spec, is_incremental=selection.since is not None))
    return clauses


def _in_set(spec: str, *, is_incremental: bool) -> ColumnElement[bool]:
    """Whether a practice is in the set.

    Who asks what is new since a day is also told of what has left the set, under the sets that it is in now: the protocol
    has no word for leaving, and a harvester would keep the old version for ever. What is deleted stays in every set that
    it ever was in, for the same reason.
    """
    kind, *keys = spec.split(":")
    if kind == REGION:
        places = (Champion.region_m49, Champion.subregion_m49)
        return and_(true(), *(col(place) == key for place, key in zip(places, keys, strict=False)))
    if not keys:
        return true()
    number = int(keys[0])
    assert kind == OBJECTIVE
    was_in = exists().where(
        _was_public,
        or_(*(col(PracticeVersion.content).contains({served: [number]}) for served in _OBJECTIVES)),
    )
    if is_incremental:
        return was_in
    is_in = and_(_is_open, col(Practice.objectives).contains([number]))
    return or_(is_in, and_(~_is_open, was_in))


_OBJECTIVES = ("objectives_primary", "objectives_secondary")


def _harvested(row: Row[Any]) -> Harvested:
    return Harvested(
        row.id,
        row.datestamp,
        not row.is_open,
        row.iso3,
        row.region_m49,
        row.subregion_m49,
        row.number,
        row.published_at,
        PracticeContent.model_validate(row.content),
    )
