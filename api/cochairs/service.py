"""Writes of co-chair terms: planning, changing, calling off. Rights follow from them at the moment of each request."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.cochairs import queries, rules
from api.cochairs.models import CoChairSeat, CoChairTerm, TermStatus
from api.cochairs.rules import Period
from api.cochairs.schemas import CochairTermBody, CochairTermChange, CochairTermCreate
from api.platform import clock
from api.platform.database import columns
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, NotFound
from api.vocabularies.catalogue import country_name

Subject = CoChairTerm
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: CochairTermCreate, *, why: str = "") -> CochairTermBody:
    """Plan a term, or enter one that was served; six calendar months unless ``ends_on`` says otherwise.

    ``why`` is what speaks for this pair, for the audit trail.
    """
    ends_on = body.ends_on or rules.usual_end(body.starts_on)
    ids = await champions_for(session, body.champions, until=ends_on, pointer="/champions")
    term = CoChairTerm(**body.model_dump(exclude={"champions", "ends_on"}), ends_on=ends_on)
    session.add(term)
    await audit.record(
        session,
        caller,
        "cochair_term.created",
        term,
        title=title_of(term),
        reason=why,
        related={"champions": (None, body.champions)},
    )
    await _seat(session, term, [ids[iso3] for iso3 in body.champions])
    return await queries.get_term(session, caller, term.id)


async def _seat(session: AsyncSession, term: CoChairTerm, pair: Sequence[UUID]) -> None:
    """Seat two champions for the whole of ``term``."""
    session.add_all(
        CoChairSeat(term_id=term.id, number=number, champion_id=who, starts_on=term.starts_on, ends_on=term.ends_on)
        for number, who in enumerate(pair, start=1)
    )
    await session.flush()


async def load_for_change(session: AsyncSession, term_id: UUID, expected_revision: int) -> CoChairTerm:
    """The term, locked until the transaction ends; 412 where it is stale."""
    term = (await session.exec(select(CoChairTerm).where(col(CoChairTerm.id) == term_id).with_for_update())).first()
    if term is None:
        raise NotFound("There is no such co-chair term.")
    check_revision(term, expected_revision)
    return term


async def change(session: AsyncSession, caller: Caller, term: CoChairTerm, body: CochairTermChange) -> CochairTermBody:
    """Change a term; what the body leaves out stays. Its seats follow its days."""
    changes = body.model_dump(exclude_unset=True)
    before, seats = Period(term.starts_on, term.ends_on), await seats_of(session, term)
    if not {"starts_on", "ends_on"}.isdisjoint(changes):
        changes |= _dates(term, changes)
    after = Period(changes.get("starts_on", term.starts_on), changes.get("ends_on", term.ends_on))
    pair = changes.pop("champions", None)
    other_pair = await _other_pair(session, seats, pair, after) if pair else []
    was = await codes_of(session, [seat.champion_id for seat in seats]) if other_pair else []
    term.sqlmodel_update(changes)
    if other_pair:
        flag_modified(term, "updated_at")
    related = {"champions": (was, pair)} if other_pair else {}
    await audit.record(session, caller, "cochair_term.changed", term, title=title_of(term), related=related)
    if other_pair:
        await session.exec(delete_rows(CoChairSeat).where(col(CoChairSeat.term_id) == term.id))
        await _seat(session, term, other_pair)
    else:
        _move(seats, before, after)
    await session.flush()
    return await queries.get_term(session, caller, term.id)


def _move(seats: list[CoChairSeat], before: Period, after: Period) -> None:
    """Let the seats follow their term to other days; a day on which one changes hands stays."""
    for seat in seats:
        seat.starts_on = after.starts_on if seat.starts_on == before.starts_on else seat.starts_on
        seat.ends_on = after.ends_on if seat.ends_on == before.ends_on else seat.ends_on


def _dates(term: CoChairTerm, changes: dict[str, Any]) -> dict[str, date]:
    starts_on: date = changes.get("starts_on", term.starts_on)
    if "ends_on" in changes:
        return {"starts_on": starts_on, "ends_on": changes["ends_on"] or rules.usual_end(starts_on)}
    return {
        "starts_on": starts_on,
        "ends_on": rules.end_after_move(Period(term.starts_on, term.ends_on), starts_on),
    }


async def _other_pair(session: AsyncSession, seats: list[CoChairSeat], pair: list[str], term: Period) -> list[UUID]:
    """``pair`` where it is another than the term is told by; nothing where it is the same."""
    ids = await champions_for(session, pair, until=term.ends_on, pointer="/champions")
    wanted = [ids[iso3] for iso3 in pair]
    seated = [rules.Seating(seat.number, seat.champion_id, seat.starts_on, seat.ends_on) for seat in seats]
    if wanted == rules.seated_on(seated, rules.day_to_tell_of(term, clock.today())):
        return []
    if len(seats) > rules.SEATS:
        detail = "A seat of this term has changed hands. Undo that replacement before you name another pair."
        raise Conflict(detail, errors=[FieldProblem(pointer="/champions", code="was_replaced", detail=detail)])
    return wanted


async def seats_of(session: AsyncSession, term: CoChairTerm) -> list[CoChairSeat]:
    """Who sits in ``term``, in the order of time and of seats: the first two began it."""
    found = await session.exec(
        select(CoChairSeat)
        .where(col(CoChairSeat.term_id) == term.id)
        .order_by(col(CoChairSeat.starts_on), col(CoChairSeat.number))
    )
    return list(found)


async def codes_of(session: AsyncSession, champions: Sequence[UUID]) -> list[str]:
    """Codes of ``champions``, in their order."""
    rows = await session.exec(select(Champion.id, Champion.iso3).where(col(Champion.id).in_(champions)))
    codes = dict(rows.all())
    return [codes[champion_id] for champion_id in champions]


async def champions_for(session: AsyncSession, codes: Sequence[str], *, until: date, pointer: str) -> dict[str, UUID]:
    """Keys of champions that can sit ``until`` a day; a ``Conflict`` at ``pointer`` for one that leaves before."""
    ids = await champion_ids(session, list(codes), pointer=pointer)
    leaving = columns(Champion.iso3, Champion.left_on).where(
        col(Champion.id).in_(ids.values()), col(Champion.left_on) < until
    )
    errors = [
        FieldProblem(
            pointer=pointer if len(codes) == 1 else f"{pointer}/{codes.index(iso3)}",
            code="has_left",
            detail=f"{country_name(iso3)} is a champion until {left_on} only.",
        )
        for iso3, left_on in await session.exec(leaving)
    ]
    if errors:
        raise Conflict(errors[0].detail, errors=errors)
    return ids


async def delete(session: AsyncSession, caller: Caller, term: CoChairTerm) -> None:
    """Call off a planned term; one that has begun stays in the record and is corrected instead."""
    if rules.status_of(Period(term.starts_on, term.ends_on), clock.today()) is not TermStatus.PLANNED:
        raise Conflict("This term has begun: it stays in the record. Change its dates, with the reason, instead.")
    pair = await codes_of(session, [seat.champion_id for seat in await seats_of(session, term)])
    await session.delete(term)
    await audit.record(
        session, caller, "cochair_term.deleted", term, title=title_of(term), related={"champions": (pair, None)}
    )


def title_of(term: CoChairTerm) -> str:
    """What the audit trail calls a term."""
    return f"{term.starts_on} – {term.ends_on}"
