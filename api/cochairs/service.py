"""Writes of co-chair terms: planning, changing, calling off. Rights follow from them at the moment of each request."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.cochairs import queries, rules
from api.cochairs.models import CoChairTerm, TermStatus
from api.cochairs.rules import Period
from api.cochairs.schemas import CochairTermBody, CochairTermChange, CochairTermCreate
from api.platform import clock
from api.platform.database import columns
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, NotFound
from api.vocabularies.catalogue import country_name

Subject = CoChairTerm
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: CochairTermCreate) -> CochairTermBody:
    """Plan a term, or enter one that was served; six calendar months unless ``ends_on`` says otherwise."""
    ends_on = body.ends_on or rules.usual_end(body.starts_on)
    seats = await _seats(session, body.champions, until=ends_on)
    values = body.model_dump(exclude={"champions", "ends_on"})
    term = CoChairTerm(**values | seats, ends_on=ends_on)
    session.add(term)
    return await _answer(session, caller, term, "cochair_term.created")


async def load_for_change(session: AsyncSession, term_id: UUID, expected_revision: int) -> CoChairTerm:
    """The term, locked until the transaction ends; 412 where it is stale."""
    term = (await session.exec(select(CoChairTerm).where(col(CoChairTerm.id) == term_id).with_for_update())).first()
    if term is None:
        raise NotFound("There is no such co-chair term.")
    check_revision(term, expected_revision)
    return term


async def change(session: AsyncSession, caller: Caller, term: CoChairTerm, body: CochairTermChange) -> CochairTermBody:
    """Change a term; what the body leaves out stays."""
    changes = body.model_dump(exclude_unset=True)
    if not {"starts_on", "ends_on"}.isdisjoint(changes):
        changes |= _dates(term, changes)
    if champions := changes.pop("champions", None):
        changes |= await _seats(session, champions, until=changes.get("ends_on", term.ends_on))
    term.sqlmodel_update(changes)
    return await _answer(session, caller, term, "cochair_term.changed")


def _dates(term: CoChairTerm, changes: dict[str, Any]) -> dict[str, date]:
    starts_on: date = changes.get("starts_on", term.starts_on)
    if "ends_on" in changes:
        return {"starts_on": starts_on, "ends_on": changes["ends_on"] or rules.usual_end(starts_on)}
    return {
        "starts_on": starts_on,
        "ends_on": rules.end_after_move(Period(term.starts_on, term.ends_on), starts_on),
    }


async def _seats(session: AsyncSession, codes: Sequence[str], *, until: date) -> dict[str, UUID]:
    """The two seats; a champion that leaves before the term is over cannot take one."""
    ids = await champion_ids(session, list(codes), pointer="/champions")
    leaving = columns(Champion.iso3, Champion.left_on).where(
        col(Champion.id).in_(ids.values()), col(Champion.left_on) < until
    )
    errors = [
        FieldProblem(
            pointer=f"/champions/{codes.index(iso3)}",
            code="has_left",
            detail=f"{country_name(iso3)} is a champion until {left_on} only.",
        )
        for iso3, left_on in await session.exec(leaving)
    ]
    if errors:
        raise Conflict(errors[0].detail, errors=errors)
    return {"first_champion_id": ids[codes[0]], "second_champion_id": ids[codes[1]]}


async def delete(session: AsyncSession, caller: Caller, term: CoChairTerm) -> None:
    """Call off a planned term; one that has begun stays in the record and is corrected instead."""
    if rules.status_of(Period(term.starts_on, term.ends_on), clock.today()) is not TermStatus.PLANNED:
        raise Conflict("This term has begun: it stays in the record. Change its dates, with the reason, instead.")
    await session.delete(term)
    await audit.record(session, caller, "cochair_term.deleted", term, title=_title(term))


def _title(term: CoChairTerm) -> str:
    return f"{term.starts_on} – {term.ends_on}"


async def _answer(session: AsyncSession, caller: Caller, term: CoChairTerm, action: str) -> CochairTermBody:
    await audit.record(session, caller, action, term, title=_title(term))
    return await queries.get_term(session, caller, term.id)
