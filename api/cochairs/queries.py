"""Reads of co-chair terms: columns, not objects; one statement for a list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.cochairs import rules
from api.cochairs.models import CoChairSeat, CoChairTerm, TermStatus
from api.cochairs.rules import Period, Seating
from api.cochairs.schemas import CochairsNow, CochairTermBody, CochairTermQuery, Gap, Seat
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound

_SORT = Sort(col(CoChairTerm.id), {"starts_on": col(CoChairTerm.starts_on)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "starts_on", "ends_on", "length_reason", "source", "confidence",
    "is_demonstration",
)  # fmt: skip

_Earlier = aliased(CoChairTerm)
_previous_ends_on = (
    select(func.max(col(_Earlier.ends_on)))
    .where(col(_Earlier.starts_on) < col(CoChairTerm.starts_on))
    .correlate(CoChairTerm)
    .scalar_subquery()
)

_Seated = aliased(Champion)


def _seats() -> Any:
    seat = func.json_build_object(
        *("number", col(CoChairSeat.number)),
        *("champion_id", col(CoChairSeat.champion_id)),
        *("iso3", col(_Seated.iso3)),
        *("starts_on", col(CoChairSeat.starts_on)),
        *("ends_on", col(CoChairSeat.ends_on)),
        *("reason", col(CoChairSeat.reason)),
    )
    return (
        select(func.json_agg(aggregate_order_by(seat, col(CoChairSeat.number), col(CoChairSeat.starts_on))))
        .select_from(CoChairSeat)
        .join(_Seated, col(_Seated.id) == col(CoChairSeat.champion_id))
        .where(col(CoChairSeat.term_id) == col(CoChairTerm.id))
        .correlate(CoChairTerm)
        .scalar_subquery()
    )


seats_of_term = _seats()
"""All who sit or sat in a term, as a column for a statement on ``CoChairTerm``; ``pair_of`` reads it."""


def pair_of(seats: list[dict[str, Any]], term: Period, today: date) -> list[ChampionRef]:
    """The two that a term is told by on ``today``, from the value of ``seats_of_term``."""
    seated = rules.seated_on([_seating(entry) for entry in seats], rules.day_to_tell_of(term, today))
    return [ChampionRef.of(UUID(entry["champion_id"]), entry["iso3"]) for entry in seated]


def _seating(entry: dict[str, Any]) -> Seating[dict[str, Any]]:
    return Seating(entry["number"], entry, date.fromisoformat(entry["starts_on"]), date.fromisoformat(entry["ends_on"]))


async def list_terms(session: AsyncSession, caller: Caller, query: CochairTermQuery) -> Page[CochairTermBody]:
    """One page of the terms, each with the gap before it."""
    statement = _terms().where(*_filters(query))
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=lambda row: _body(caller, row))


async def get_term(session: AsyncSession, caller: Caller, term_id: UUID) -> CochairTermBody:
    """One term."""
    row = (await session.exec(_terms().where(col(CoChairTerm.id) == term_id))).first()
    if row is None:
        raise NotFound("There is no such co-chair term.")
    return _body(caller, row)


async def get_terms_now(session: AsyncSession, caller: Caller) -> CochairsNow:
    """The term under way and the one after it, in one statement."""
    rows = await session.exec(
        _terms().where(col(CoChairTerm.ends_on) > clock.today()).order_by(col(CoChairTerm.starts_on)).limit(2)
    )
    ahead = [_body(caller, row) for row in rows]
    current = next((term for term in ahead if term.status is TermStatus.CURRENT), None)
    following = next((term for term in ahead if term.status is TermStatus.PLANNED), None)
    return CochairsNow.model_construct(current=current, next=following)


def _terms() -> Any:
    return columns(
        *(getattr(CoChairTerm, field) for field in _FIELDS),
        CoChairTerm.note,
        seats_of_term.label("seats"),
        _previous_ends_on.label("previous_ends_on"),
    )


def _filters(query: CochairTermQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.champion:
        filters.append(
            select(CoChairSeat.id)
            .join(Champion, col(Champion.id) == col(CoChairSeat.champion_id))
            .where(col(CoChairSeat.term_id) == col(CoChairTerm.id), col(Champion.iso3) == query.champion)
            .correlate(CoChairTerm)
            .exists()
        )
    if query.status:
        filters.append(_stands_at(query.status))
    return filters


def _stands_at(status: TermStatus) -> ColumnElement[bool]:
    """The same as ``rules.status_of``."""
    today = clock.today()
    has_begun, is_over = col(CoChairTerm.starts_on) <= today, col(CoChairTerm.ends_on) <= today
    return {TermStatus.PLANNED: ~has_begun, TermStatus.CURRENT: and_(has_begun, ~is_over), TermStatus.PAST: is_over}[
        status
    ]


def _body(caller: Caller, row: Row[Any]) -> CochairTermBody:
    today, term = clock.today(), Period(row.starts_on, row.ends_on)
    status = rules.status_of(term, today)
    gap = rules.gap_between(row.previous_ends_on, row.starts_on)
    return CochairTermBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        champions=pair_of(row.seats, term, today),
        seats=[_seat(caller, _seating(entry)) for entry in row.seats],
        status=status,
        days_elapsed=rules.days_elapsed(term, today),
        days_left=rules.days_left(term, today),
        note=row.note if caller.is_member else None,
        gap_before=Gap.model_construct(starts_on=gap.starts_on, ends_on=gap.ends_on, days=gap.days) if gap else None,
        actions=rules.actions(status, caller.parties_to(None), has_replacements=len(row.seats) > rules.SEATS),
    )


def _seat(caller: Caller, seat: Seating[dict[str, Any]]) -> Seat:
    return Seat.model_construct(
        number=seat.number,
        champion=ChampionRef.of(UUID(seat.who["champion_id"]), seat.who["iso3"]),
        starts_on=seat.starts_on,
        ends_on=seat.ends_on,
        reason=seat.who["reason"] if caller.is_member else None,
    )
