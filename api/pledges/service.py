"""Writes of pledges: from a draft to what became of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition
from api.pledges import mails, queries, rules
from api.pledges.links import LINK_FIELDS, check_answered, linked, resolve_links
from api.pledges.models import Pledge, PledgeMode, PledgeStatus, PledgingState
from api.pledges.schemas import PledgeBody, PledgeChange, PledgeCreate, PledgeFields

Subject = Pledge
"""What a write works on, for the routes, which know no tables."""

_STANDS = {
    PledgeStatus.DRAFT: "is a draft",
    PledgeStatus.MADE: "is made",
    PledgeStatus.IN_PROGRESS: "is in progress",
    PledgeStatus.FULFILLED: "is fulfilled",
    PledgeStatus.PARTLY_FULFILLED: "is fulfilled in part",
    PledgeStatus.DISCONTINUED: "was discontinued",
}
_ASKED_FOR = {
    "description": "Describe what is pledged in 300 to 3,000 characters.",
    "kind": "Say what the pledge brings.",
    "states": "Name the States that make this pledge too.",
    "partners": "Name the other actors, or the other States.",
    "matches_title": "Name the pledge that this one answers: here, or by its title.",
}


async def create(session: AsyncSession, caller: Caller, body: PledgeCreate) -> PledgeBody:
    """Begin a draft for the caller's champion, or for the one that the secretariat names."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    _check_day(body)
    links = await resolve_links(session, caller, body, given=LINK_FIELDS, champion_id=champion_id, pledge=None)
    await check_answered(session, caller, body.matches_id)
    _check_others(body.mode, links.after["states"])
    pledge = Pledge(champion_id=champion_id, **body.model_dump(exclude=LINK_FIELDS | {"champion"}))
    session.add(pledge)
    await record(session, caller, "created", pledge, related=links.changes)
    await links.save(session, pledge)
    await mails.ask_to_confirm(session, pledge, links.newly_named)
    return await queries.get_pledge(session, caller, pledge.id)


async def load_for_change(session: AsyncSession, caller: Caller, pledge_id: UUID, expected_revision: int) -> Pledge:
    """The pledge, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    asked = select(Pledge).where(col(Pledge.id) == pledge_id, queries.visible(caller)).with_for_update()
    pledge = (await session.exec(asked)).first()
    if pledge is None:
        raise queries.not_found()
    check_revision(pledge, expected_revision)
    return pledge


async def change(session: AsyncSession, caller: Caller, pledge: Pledge, body: PledgeChange) -> PledgeBody:
    """Change a pledge; what the body leaves out stays. Where what was agreed to changes, the other States are asked again."""
    require(caller, pledge, "change", "Take it up again first, with the reason.")
    _check_day(body)
    links = await resolve_links(
        session,
        caller,
        body,
        given=LINK_FIELDS & body.model_fields_set,
        champion_id=pledge.champion_id,
        pledge=pledge,
    )
    values = body.model_dump(exclude_unset=True, exclude=LINK_FIELDS)
    if values.get("matches_id") != pledge.matches_id:
        await check_answered(session, caller, values.get("matches_id"))
    _check_others(values.get("mode", pledge.mode), links.after["states"])
    is_other = any(getattr(pledge, field) != values[field] for field in rules.ASKED_OF_STATES & values.keys())
    related: dict[str, tuple[Any, Any]] = dict(links.changes)
    taken_back = await _take_voices_back(session, pledge) if is_other else {}
    if taken_back:
        related["voices"] = (taken_back, {})
    pledge.sqlmodel_update(values)
    if pledge.status is not PledgeStatus.DRAFT:
        _check_whole(pledge, links.after["states"])
    if related:
        flag_modified(pledge, "updated_at")
    await record(session, caller, "changed", pledge, related=related)
    await links.save(session, pledge)
    asked_again = {key for iso3, key in links.after["states"].items() if key and iso3 in taken_back}
    await mails.ask_to_confirm(session, pledge, links.newly_named | asked_again)
    return await queries.get_pledge(session, caller, pledge.id)


async def delete(session: AsyncSession, caller: Caller, pledge: Pledge) -> None:
    """Delete a draft with its file; a sweep clears the storage. What was made is discontinued instead."""
    require(caller, pledge, "delete", "Only a draft is deleted; what was made is discontinued, with the reason.")
    was = {name: (sorted(keyed), None) for name, keyed in (await linked(session, pledge)).items() if keyed}
    await session.delete(pledge)
    await record(session, caller, "deleted", pledge, related=was)


async def take_step(
    session: AsyncSession, caller: Caller, pledge: Pledge, step: Transition[PledgeStatus], body: ReasonBody
) -> PledgeBody:
    """Take a step. Skipping steps, and giving a pledge up, asks for a reason."""
    if step.by.isdisjoint(caller.parties_to(pledge.champion_id)):
        raise Forbidden("This step is for the champion that records the pledge, and for the secretariat.")
    if not step.starts_from(pledge.status):
        raise Conflict(f"This pledge {_STANDS[pledge.status]}; from there the step {step.verb} cannot be taken.")
    if step.asks_reason_in(pledge.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")
    if step.target is PledgeStatus.MADE:
        _check_whole(pledge, (await linked(session, pledge))["states"])
        pledge.made_on = pledge.made_on or clock.today()
    move(pledge, step, body.reason or "")
    await record(session, caller, step.verb, pledge, reason=body.reason or "")
    return await queries.get_pledge(session, caller, pledge.id)


def move(pledge: Pledge, step: Transition[PledgeStatus], reason: str) -> None:
    """Bring the pledge where ``step`` leads. The reason is shown with the pledge until the next step."""
    pledge.status, pledge.status_reason = step.target, reason


def require(caller: Caller, pledge: Pledge, verb: str, way_out: str) -> None:
    """``Forbidden`` where the pledge is another champion's, ``Conflict`` where ``verb`` is not open now."""
    parties = caller.parties_to(pledge.champion_id)
    if parties.isdisjoint(rules.WRITERS):
        raise Forbidden("This pledge belongs to another champion.")
    if verb not in rules.actions(pledge.status, parties):
        raise Conflict(f"This pledge {_STANDS[pledge.status]}. {way_out}")


async def record(
    session: AsyncSession,
    caller: Caller,
    what: str,
    pledge: Pledge,
    *,
    reason: str = "",
    related: Mapping[str, tuple[Any, Any]] | None = None,
    of_champion: UUID | None = None,
) -> None:
    """Note a write in the audit trail, on behalf of ``of_champion``, by default the one that records the pledge."""
    champion_id = of_champion or pledge.champion_id
    await audit.record(
        session,
        caller,
        f"pledge.{what}",
        pledge,
        title=pledge.title,
        on_behalf_of=None if caller.owns(champion_id) else champion_id,
        reason=reason,
        related=related,
    )


async def _take_voices_back(session: AsyncSession, pledge: Pledge) -> dict[str, str]:
    """What other States said was about another pledge: they are to be asked again. Code → what it had said."""
    spoke = await session.exec(
        select(PledgingState).where(col(PledgingState.pledge_id) == pledge.id, col(PledgingState.voice).is_not(None))
    )
    said: dict[str, str] = {}
    for state in spoke.all():
        said[state.iso3] = str(state.voice)
        state.sqlmodel_update(
            {"voice": None, "spoke_at": None, "person_id": None, "person_name": "", "is_on_behalf": False}
        )
    return said


def _check_day(body: PledgeFields) -> None:
    if body.made_on and body.made_on > clock.today():
        raise InvalidInput.at("/made_on", "Give the day on which it was made: today or before.", code="ahead")


def _check_others(mode: PledgeMode, states: Mapping[str, Any]) -> None:
    if states and mode not in rules.WITH_OTHERS:
        raise InvalidInput.at("/states", "Only a common pledge or a partnership names other States.", code="alone")


def _check_whole(pledge: Pledge, states: Mapping[str, Any]) -> None:
    missing = rules.still_missing(pledge.model_dump() | {"states": states})
    if missing:
        named = ", ".join(field.replace("_", " ") for field in missing)
        errors = [FieldProblem(pointer=f"/{field}", code="missing", detail=_ASKED_FOR[field]) for field in missing]
        raise Conflict(f"The pledge is not complete yet. The public form asks for: {named}.", errors=errors)
