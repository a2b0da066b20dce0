"""Whom and what a pledge names beside its champion: other States with their voice, processes, activities, another pledge."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import queries as activities
from api.activities.models import Activity
from api.champions.models import Champion
from api.platform.problems import InvalidInput
from api.pledges import queries
from api.pledges.models import Pledge, PledgeActivity, PledgeProcess, PledgingState
from api.pledges.schemas import PledgeFields
from api.processes.models import Process

LINK_FIELDS = {"states", "processes", "activities"}

_TABLES: tuple[tuple[str, Any, str], ...] = (
    ("processes", PledgeProcess, "process_id"),
    ("activities", PledgeActivity, "activity_id"),
)

Keyed = dict[str, UUID | None]
"""Code, key or title → id; a State that is no champion has none."""


@dataclass(frozen=True, slots=True)
class Links:
    """What a pledge is to be linked to, for each field that changes."""

    before: dict[str, Keyed]
    after: dict[str, Keyed]

    @property
    def changes(self) -> dict[str, tuple[list[str], list[str]]]:
        """For the audit trail: field → codes, keys and titles before and after."""
        return {
            field: (sorted(self.before[field]), sorted(self.after[field]))
            for field in sorted(LINK_FIELDS)
            if self.before[field].keys() != self.after[field].keys()
        }

    @property
    def newly_named(self) -> set[UUID]:
        """The champions that were not named before."""
        named = self.after["states"]
        return {key for iso3, key in named.items() if key is not None and iso3 not in self.before["states"]}

    async def save(self, session: AsyncSession, pledge: Pledge) -> None:
        """Make the rows say what the fields say. A State that stays keeps what it said."""
        await self._save_states(session, pledge)
        for field, table, column in _TABLES:
            if field in self.changes:
                await session.exec(delete(table).where(col(table.pledge_id) == pledge.id))
                session.add_all(table(pledge_id=pledge.id, **{column: key}) for key in self.after[field].values())
        await session.flush()

    async def _save_states(self, session: AsyncSession, pledge: Pledge) -> None:
        gone = self.before["states"].keys() - self.after["states"].keys()
        if gone:
            await session.exec(
                delete(PledgingState).where(
                    col(PledgingState.pledge_id) == pledge.id, col(PledgingState.iso3).in_(gone)
                )
            )
        session.add_all(
            PledgingState(pledge_id=pledge.id, iso3=iso3, champion_id=champion_id)
            for iso3, champion_id in self.after["states"].items()
            if iso3 not in self.before["states"]
        )


async def resolve_links(
    session: AsyncSession,
    caller: Caller,
    body: PledgeFields,
    *,
    given: set[str],
    champion_id: UUID,
    pledge: Pledge | None,
) -> Links:
    """What the fields ``given`` of ``body`` name; the others stay as they are. Changes nothing yet.

    ``InvalidInput`` at the entry that is not there, or not for the caller to see, or the pledge's own champion.
    """
    before = await linked(session, pledge) if pledge else {field: Keyed() for field in LINK_FIELDS}
    after = dict(before)
    if "states" in given:
        after["states"] = await _states(session, body.states, champion_id)
    if "processes" in given:
        found = await session.exec(select(Process.key, Process.id).where(col(Process.key).in_(body.processes)))
        after["processes"] = _each(body.processes, dict(found.all()), "processes")
    if "activities" in given:
        seen = select(Activity.id, Activity.title).where(
            col(Activity.id).in_(body.activities), activities.visible(caller)
        )
        titles = dict((await session.exec(seen)).all())
        _each([str(key) for key in body.activities], {str(key): key for key in titles}, "activities")
        after["activities"] = {f"{titles[key]} ({key})": key for key in body.activities}
    return Links(before, after)


async def check_answered(session: AsyncSession, caller: Caller, matches_id: UUID | None) -> None:
    """``InvalidInput`` where there is no such pledge to answer, or not for the caller to see."""
    if matches_id is None:
        return
    found = await session.exec(select(Pledge.id).where(col(Pledge.id) == matches_id, queries.visible(caller)))
    if found.first() is None:
        raise InvalidInput.at("/matches_id", "There is no such pledge, or it is not for you to see.", code="unknown")


async def linked(session: AsyncSession, pledge: Pledge) -> dict[str, Keyed]:
    """What the pledge is linked to, for each field."""
    states = select(PledgingState.iso3, PledgingState.champion_id).where(col(PledgingState.pledge_id) == pledge.id)
    processes = (
        select(Process.key, Process.id)
        .join(PledgeProcess, col(PledgeProcess.process_id) == col(Process.id))
        .where(col(PledgeProcess.pledge_id) == pledge.id)
    )
    linked_activities = (
        select(Activity.title, Activity.id)
        .join(PledgeActivity, col(PledgeActivity.activity_id) == col(Activity.id))
        .where(col(PledgeActivity.pledge_id) == pledge.id)
    )
    return {
        "states": dict((await session.exec(states)).all()),
        "processes": dict((await session.exec(processes)).all()),
        "activities": {f"{title} ({key})": key for title, key in (await session.exec(linked_activities)).all()},
    }


async def _states(session: AsyncSession, codes: list[str], own_id: UUID) -> Keyed:
    found = dict((await session.exec(select(Champion.iso3, Champion.id).where(col(Champion.iso3).in_(codes)))).all())
    for place, iso3 in enumerate(codes):
        if found.get(iso3) == own_id:
            raise InvalidInput.at(
                f"/states/{place}", f"{iso3} records this pledge; name the others here.", code="records_it"
            )
    return {iso3: found.get(iso3) for iso3 in codes}


def _each(named: list[str], found: dict[str, Any], field: str) -> Keyed:
    for place, key in enumerate(named):
        if key not in found:
            raise InvalidInput.at(f"/{field}/{place}", f"{key} is not there, or not for you to see.", code="unknown")
    return {key: found[key] for key in named}
