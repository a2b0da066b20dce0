"""Writes of champions: joining, describing, leaving, coming back."""

from datetime import date
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions import queries, rules
from api.champions.models import Champion
from api.champions.schemas import ChampionBody, ChampionChange, ChampionCreate, Leaving
from api.cochairs.models import CoChairSeat
from api.platform import clock
from api.platform.database import columns
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, NotFound
from api.platform.references import check_unreferenced
from api.platform.schemas import ReasonBody
from api.vocabularies.catalogue import countries, country_name

Subject = Champion
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: ChampionCreate) -> ChampionBody:
    """Take a State in; region and subregion come from the catalogue. It joins today unless the body says when."""
    state = countries()[body.iso3]
    values = body.model_dump(exclude={"review_region", "commissions"})
    review_region = body.review_region or rules.commission_for(state["region_m49"], state["subregion_m49"])
    if "joined_on" not in body.model_fields_set:
        values["joined_on"] = clock.today()
    champion = Champion(
        **values,
        region_m49=state["region_m49"],
        subregion_m49=state["subregion_m49"],
        review_region=review_region,
        commissions=[*(body.commissions or [review_region])],
    )
    session.add(champion)
    return await _answer(session, caller, champion, "champion.created")


async def load_for_change(session: AsyncSession, champion_id: UUID, expected_revision: int) -> Champion:
    """The champion, locked until the transaction ends; 412 where it is stale."""
    champion = (await session.exec(select(Champion).where(col(Champion.id) == champion_id).with_for_update())).first()
    if champion is None:
        raise NotFound("There is no such champion.")
    check_revision(champion, expected_revision)
    return champion


async def change(session: AsyncSession, caller: Caller, champion: Champion, body: ChampionChange) -> ChampionBody:
    """Change a champion; what the body leaves out stays. Objectives that a champion has named are invented no more."""
    _check_is_theirs(caller, champion, body.model_fields_set)
    if "objectives" in body.model_fields_set and sorted(body.objectives) != sorted(champion.objectives):
        champion.objectives_are_demonstration = False
    champion.sqlmodel_update(body.model_dump(exclude_unset=True))
    return await _answer(session, caller, champion, "champion.changed")


def _check_is_theirs(caller: Caller, champion: Champion, fields: set[str]) -> None:
    if caller.is_secretariat:
        return
    if not caller.owns(champion.id):
        raise Forbidden("You describe your own champion only.")
    detail = "This is kept by the secretariat; ask it for the change."
    errors = [
        FieldProblem(pointer=f"/{field}", code="forbidden", detail=detail)
        for field in sorted(fields - rules.DESCRIBED_BY_ITS_OWN_PEOPLE)
    ]
    if errors:
        raise Forbidden("A champion's own people change what it says of itself and its objectives.", errors=errors)


async def leave(session: AsyncSession, caller: Caller, champion: Champion, body: Leaving) -> ChampionBody:
    """Let a champion leave: its people's accounts end with that day, what it has done stays."""
    if champion.left_on is not None:
        raise Conflict(
            f"{country_name(champion.iso3)} has left already, or will. Let it rejoin first to name another day."
        )
    left_on = body.left_on or clock.today()
    await _check_has_no_seat(session, champion, left_on)
    champion.left_on = left_on
    return await _answer(session, caller, champion, "champion.leave", reason=body.reason)


async def _check_has_no_seat(session: AsyncSession, champion: Champion, left_on: date) -> None:
    seat = (
        await session.exec(
            columns(CoChairSeat.starts_on, CoChairSeat.ends_on).where(
                col(CoChairSeat.champion_id) == champion.id, col(CoChairSeat.ends_on) > left_on
            )
        )
    ).first()
    if seat is not None:
        detail = f"It co-chairs from {seat.starts_on} to {seat.ends_on}. Let another champion take that seat first, or name a later day."
        raise Conflict(detail, errors=[FieldProblem(pointer="/left_on", code="conflict", detail=detail)])


async def rejoin(session: AsyncSession, caller: Caller, champion: Champion, body: ReasonBody) -> ChampionBody:
    """Take a champion back that has left, or call off its leaving; its accounts and its past come back with it."""
    if champion.left_on is None:
        raise Conflict(f"{country_name(champion.iso3)} has not left.")
    champion.left_on = None
    return await _answer(session, caller, champion, "champion.rejoin", reason=body.reason or "")


async def delete(session: AsyncSession, caller: Caller, champion: Champion) -> None:
    """Delete a champion that was entered by mistake; once anything refers to it, it leaves instead."""
    await check_unreferenced(session, champion, "Let the champion leave instead: what it has done stays.")
    await session.delete(champion)
    await audit.record(session, caller, "champion.deleted", champion, title=champion.iso3)


async def _answer(
    session: AsyncSession, caller: Caller, champion: Champion, action: str, *, reason: str = ""
) -> ChampionBody:
    await audit.record(session, caller, action, champion, title=champion.iso3, reason=reason)
    return await queries.get_champion(session, caller, champion.id)
