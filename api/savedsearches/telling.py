"""Which saved searches are to be told of now, and what is new in each: a few statements, however many they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.rules import roles_of
from api.champions.models import Champion
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.practices.models import Practice, PracticeStatus
from api.practices.schemas import PracticeFilters
from api.savedsearches import rules
from api.savedsearches.matching import Asked, fetch_all, finding
from api.savedsearches.models import LetterFrequency, SavedSearch

_AT_ONCE = 100
"""Searches in a statement."""


@dataclass(frozen=True, slots=True)
class Due:
    """A search whose person is to be told of what was published after ``since`` and not after ``until``."""

    asked: Asked
    person_id: UUID
    name: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class News:
    """What a search has found: the latest, and how many in all."""

    due: Due
    practices: Sequence[Any]
    total: int


async def due_searches(session: AsyncSession) -> list[Due]:
    """The searches for whose people a round has passed since they were last told; those of one person beside each other."""
    now = clock.now()
    told = (
        columns(
            *(SavedSearch.id, SavedSearch.person_id, SavedSearch.name, SavedSearch.filters),
            *(SavedSearch.frequency, SavedSearch.told_until),
            *(Person.time_zone, Person.standing, Person.champion_id),
        )
        .join(Person, col(Person.id) == col(SavedSearch.person_id))
        .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
        .where(
            col(SavedSearch.frequency) != LetterFrequency.NEVER,
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > now),
            or_(col(Champion.left_on).is_(None), col(Champion.left_on) > now.date()),
        )
        .order_by(col(SavedSearch.person_id), func.lower(SavedSearch.name), col(SavedSearch.id))
    )
    due = []
    for row in await session.exec(told):
        until = rules.last_round(row.frequency, ZoneInfo(row.time_zone), now)
        if row.told_until < until:
            roles = roles_of(row.standing, is_lead=False, seated_from=None, today=now.date())
            asked = Asked(row.id, Caller(roles, champion_id=row.champion_id), PracticeFilters(**row.filters))
            due.append(Due(asked, row.person_id, row.name, row.told_until, until))
    return due


async def news_for(session: AsyncSession, due: Sequence[Due]) -> list[News]:
    """What is new in those of ``due`` that have found something, in their order."""
    if not due or not await _is_anything_published(session, due):
        return []
    rows = []
    for first in range(0, len(due), _AT_ONCE):
        rows += await fetch_all(session, map(_latest, due[first : first + _AT_ONCE]))
    rows.sort(key=lambda row: row.listed_at, reverse=True)
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.search_id, []).append(row)
    return [News(one, found[key], found[key][0].total) for one in due if (key := one.asked.search_id) in found]


async def mark_told(session: AsyncSession, due: Sequence[Due]) -> None:
    """What was published until now is told of: in the transaction of the letters, so that nothing is told twice or lost."""
    for until in {one.until for one in due}:
        told = [one.asked.search_id for one in due if one.until == until]
        await session.exec(
            update(SavedSearch)
            .where(col(SavedSearch.id).in_(told))
            .values(told_until=until, updated_at=SavedSearch.updated_at)
            .execution_options(synchronize_session=False)
        )


async def _is_anything_published(session: AsyncSession, due: Sequence[Due]) -> bool:
    since, until = min(one.since for one in due), max(one.until for one in due)
    published = select(Practice.id).where(
        col(Practice.status) == PracticeStatus.PUBLISHED,
        col(Practice.listed_at) > since,
        col(Practice.listed_at) <= until,
    )
    return (await session.exec(published.limit(1))).first() is not None


def _latest(due: Due) -> Any:
    selected = (Practice.id, Practice.title, Practice.version, Practice.listed_at, Champion.iso3)
    return (
        finding(due.asked, *selected, func.count().over().label("total"))
        .where(col(Practice.listed_at) > due.since, col(Practice.listed_at) <= due.until)
        .order_by(col(Practice.listed_at).desc(), col(Practice.id))
        .limit(rules.MOST_NAMED)
    )
