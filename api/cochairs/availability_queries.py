"""Reads of what champions say of coming semesters: one's own, and everybody's for those who plan the rotation."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs import rules
from api.cochairs.availability_schemas import AvailabilityBody, AvailabilityQuery
from api.cochairs.models import CoChairAvailability
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound

_SORT = Sort(col(CoChairAvailability.id), {"semester_starts_on": col(CoChairAvailability.semester_starts_on)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "semester_starts_on", "answer", "note", "is_on_behalf",
    "is_demonstration",
)  # fmt: skip


def visible(caller: Caller) -> ColumnElement[bool]:
    """Those who plan the rotation see what every champion says; others see their own champion's."""
    if caller.may(Permission.COCHAIR_ROTATION_READ):
        return true()
    return owns(caller, CoChairAvailability.champion_id)


async def list_availabilities(
    session: AsyncSession, caller: Caller, query: AvailabilityQuery
) -> Page[AvailabilityBody]:
    """One page of what champions say."""
    statement = _availabilities().where(visible(caller), *_filters(query))
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=lambda row: _body(caller, row))


async def get_availability(session: AsyncSession, caller: Caller, availability_id: UUID) -> AvailabilityBody:
    """What one champion says of one semester."""
    said = _availabilities().where(col(CoChairAvailability.id) == availability_id, visible(caller))
    row = (await session.exec(said)).first()
    if row is None:
        raise NotFound("There is no such answer, or it is not for you to see.")
    return _body(caller, row)


def _availabilities() -> Any:
    return columns(
        *(getattr(CoChairAvailability, field) for field in _FIELDS),
        CoChairAvailability.person_name,
        CoChairAvailability.champion_id,
        Champion.iso3,
    ).join(Champion, col(Champion.id) == col(CoChairAvailability.champion_id))


def _filters(query: AvailabilityQuery) -> list[ColumnElement[bool]]:
    is_ahead = col(CoChairAvailability.semester_starts_on) >= rules.semester_around(clock.today())
    filters = [~is_ahead if query.is_over else is_ahead]
    if query.champion:
        filters.append(col(Champion.iso3) == query.champion)
    if query.semester_starts_on:
        filters.append(col(CoChairAvailability.semester_starts_on) == query.semester_starts_on)
    return filters


def _body(caller: Caller, row: Row[Any]) -> AvailabilityBody:
    is_over = row.semester_starts_on < rules.semester_around(clock.today())
    return AvailabilityBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3),
        semester_ends_on=rules.usual_end(row.semester_starts_on),
        given_by=row.person_name,
        actions=rules.availability_actions(caller.parties_to(row.champion_id), is_over=is_over),
    )
