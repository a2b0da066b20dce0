"""Whom and what an activity names beside its lead: champions with their part, and processes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityChampion, ActivityProcess, Part
from api.activities.schemas import ActivityFields
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.platform.database import columns
from api.platform.problems import InvalidInput
from api.processes.models import Process

_PART_OF_FIELD = {"co_leads": Part.CO_LEAD, "co_organisers": Part.CO_ORGANISER, "participants": Part.PARTICIPANT}
_FIELD_OF_PART: dict[str, str] = {part: field for field, part in _PART_OF_FIELD.items()}
LINK_FIELDS = {*_PART_OF_FIELD, "processes"}

_Keyed = dict[str, UUID]
"""Code or key → id."""


@dataclass(frozen=True, slots=True)
class Links:
    """What an activity is to be linked to, for each field that changes."""

    after: dict[str, _Keyed]
    changes: dict[str, tuple[list[str], list[str]]]
    """For the audit trail: codes and keys before and after."""

    async def save(self, session: AsyncSession, activity: Activity) -> None:
        """Replace the rows that link ``activity`` to others, of the fields that change."""
        rows: list[SQLModel] = []
        for field in self.changes:
            if field == "processes":
                await _clear(session, ActivityProcess, activity)
                rows += [ActivityProcess(activity_id=activity.id, process_id=i) for i in self.after[field].values()]
            else:
                part = _PART_OF_FIELD[field]
                await _clear(session, ActivityChampion, activity, col(ActivityChampion.part) == part)
                rows += [
                    ActivityChampion(activity_id=activity.id, champion_id=i, part=part)
                    for i in self.after[field].values()
                ]
        session.add_all(rows)
        await session.flush()


async def resolve_links(
    session: AsyncSession,
    body: ActivityFields,
    *,
    given: set[str],
    lead_id: UUID | None,
    activity: Activity | None = None,
) -> Links:
    """What the fields ``given`` of ``body`` name; the others stay as they are. Changes nothing yet.

    ``InvalidInput`` at the entry that is no champion, no process, or a champion that has another part already.
    """
    before = await _linked(session, activity) if activity else {field: _Keyed() for field in LINK_FIELDS}
    after = dict(before)
    for field in sorted(given & _PART_OF_FIELD.keys()):
        after[field] = await champion_ids(session, getattr(body, field), pointer=f"/{field}")
    if "processes" in given:
        after["processes"] = await _process_ids(session, body.processes)
    _check_one_part_each(body, after, given=given, lead_id=lead_id)
    changes = {
        field: (sorted(before[field]), sorted(after[field]))
        for field in sorted(LINK_FIELDS)
        if before[field].keys() != after[field].keys()
    }
    return Links(after=after, changes=changes)


async def links_of(session: AsyncSession, activity: Activity) -> dict[str, list[str]]:
    """Codes and keys of what the activity is linked to, for each field that links it to something."""
    return {field: sorted(keyed) for field, keyed in (await _linked(session, activity)).items() if keyed}


def _check_one_part_each(
    body: ActivityFields, after: dict[str, _Keyed], *, given: set[str], lead_id: UUID | None
) -> None:
    for field in (name for name in _PART_OF_FIELD if name in given):
        for place, iso3 in enumerate(getattr(body, field)):
            if after[field][iso3] == lead_id:
                raise InvalidInput.at(
                    f"/{field}/{place}", f"{iso3} leads this activity; leave it out here.", code="leads_already"
                )
            if any(iso3 in after[other] for other in _PART_OF_FIELD if other != field):
                raise InvalidInput.at(
                    f"/{field}/{place}", f"{iso3} has another part already: name it once.", code="repeated"
                )


async def _linked(session: AsyncSession, activity: Activity) -> dict[str, _Keyed]:
    linked: dict[str, _Keyed] = {field: {} for field in LINK_FIELDS}
    parts: Iterable[tuple[str, str, UUID]] = await session.exec(
        columns(ActivityChampion.part, Champion.iso3, Champion.id)
        .join(Champion, col(Champion.id) == col(ActivityChampion.champion_id))
        .where(col(ActivityChampion.activity_id) == activity.id)
    )
    for part, iso3, champion_id in parts:
        linked[_FIELD_OF_PART[part]][iso3] = champion_id
    processes = await session.exec(
        select(Process.key, Process.id)
        .join(ActivityProcess, col(ActivityProcess.process_id) == col(Process.id))
        .where(col(ActivityProcess.activity_id) == activity.id)
    )
    linked["processes"] = dict(processes.all())
    return linked


async def _process_ids(session: AsyncSession, keys: list[str]) -> _Keyed:
    found = dict((await session.exec(select(Process.key, Process.id).where(col(Process.key).in_(keys)))).all())
    for place, key in enumerate(keys):
        if key not in found:
            raise InvalidInput.at(f"/processes/{place}", f"There is no process {key}.", code="unknown_process")
    return found


async def _clear(session: AsyncSession, table: Any, activity: Activity, *only: Any) -> None:
    await session.exec(delete(table).where(col(table.activity_id) == activity.id, *only))
