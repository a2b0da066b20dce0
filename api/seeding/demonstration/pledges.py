"""The demonstration's pledges: of every kind and mode, in every state, over five years, with what was reported on them."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.platform.language import Language
from api.platform.records import Visibility
from api.pledges.models import (
    Pledge,
    PledgeActivity,
    PledgeKind,
    PledgeMode,
    PledgeProcess,
    PledgeReport,
    PledgeStatus,
    PledgeVoice,
    PledgingState,
)
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, day_if, moment
from api.seeding.files import read

_BEGUN_DAYS_BEFORE = 12
_DRAFTED_IN_DAYS = -9
_AS_TOLD = (
    "title", "description", "status_reason", "objectives", "countries", "regions", "amount", "currency", "partners",
    "matches_title", "matches_number", "network_number",
)  # fmt: skip


async def add(session: AsyncSession, cast: Cast) -> list[Pledge]:
    """Add the pledges, each after the one that it answers, with the States named in them, their links and reports; returns the made ones."""
    pledges: dict[str, Pledge] = {}
    activities = dict((await session.exec(select(Activity.title, Activity.id).order_by(col(Activity.id)))).all())
    for entry in read("demonstration", "pledges")["pledges"]:
        pledge = _pledge(entry, cast, matches_id=pledges[entry["matches"]].id if entry["matches"] else None)
        session.add(pledge)
        await session.flush()
        pledges[pledge.title] = pledge
        session.add_all(
            PledgeProcess(pledge_id=pledge.id, process_id=cast.processes[key]) for key in entry["processes"]
        )
        session.add_all(
            PledgeActivity(pledge_id=pledge.id, activity_id=activities[title]) for title in entry["activities"]
        )
        session.add_all(_state(pledge, told, entry, cast) for told in entry["states"])
        session.add_all(_report(pledge, told, entry, cast) for told in entry["reports"])
    await session.flush()
    return [pledge for pledge in pledges.values() if pledge.made_on]


def _pledge(entry: dict[str, Any], cast: Cast, *, matches_id: UUID | None) -> Pledge:
    begun = _DRAFTED_IN_DAYS if entry["made_in_days"] is None else entry["made_in_days"] - _BEGUN_DAYS_BEFORE
    moved = [entry["made_in_days"] or _DRAFTED_IN_DAYS, *(told["in_days"] for told in entry["reports"])]
    return Pledge(
        **{name: entry[name] for name in _AS_TOLD},
        champion_id=cast.champions[entry["champion"]],
        language=Language(entry["language"]),
        kind=PledgeKind(entry["kind"]),
        mode=PledgeMode(entry["mode"]),
        status=PledgeStatus(entry["status"]),
        visibility=Visibility(entry["visibility"]),
        made_on=day_if(entry["made_in_days"]),
        due_on=day_if(entry["due_in_days"]),
        matches_id=matches_id,
        created_at=moment(begun),
        updated_at=moment(max(moved)),
        is_demonstration=True,
    )


def _state(pledge: Pledge, told: dict[str, Any], entry: dict[str, Any], cast: Cast) -> PledgingState:
    state = PledgingState(pledge_id=pledge.id, iso3=told["iso3"], champion_id=cast.champions.get(told["iso3"]))
    if told["voice"]:
        person = cast.focal_point(told["iso3"])
        state.voice, state.spoke_at = PledgeVoice(told["voice"]), moment(entry["made_in_days"], hour=15)
        state.person_id, state.person_name = person.id, person.name
    return state


def _report(pledge: Pledge, told: dict[str, Any], entry: dict[str, Any], cast: Cast) -> PledgeReport:
    person = cast.focal_point(entry["champion"])
    written_at = moment(told["in_days"], hour=14)
    return PledgeReport(
        pledge_id=pledge.id,
        reported_on=day(told["in_days"]),
        text=told["text"],
        figures=told["figures"],
        links=told["links"],
        moves_to=PledgeStatus(told["moves_to"]) if told["moves_to"] else None,
        person_id=person.id,
        person_name=person.name,
        created_at=written_at,
        updated_at=written_at,
    )
