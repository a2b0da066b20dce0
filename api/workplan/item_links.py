"""Whom and what an item names: its lead, its supporting champions, its processes, what it waits for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.platform.problems import InvalidInput
from api.processes.models import Process
from api.workplan import rules
from api.workplan.item_schemas import WorkplanItemFields
from api.workplan.models import WorkplanItem, WorkplanItemDependency, WorkplanItemProcess, WorkplanItemSupporter

LINK_FIELDS = {"lead", "supporting", "processes", "waits_for"}

_Keyed = dict[str, UUID]
"""Code or key → id."""


@dataclass(frozen=True, slots=True)
class Links:
    """The lead, and the supporting champions, the processes and what it waits for where they change."""

    lead_id: UUID | None
    supporting: _Keyed | None
    processes: _Keyed | None
    waits_for: _Keyed | None
    changes: dict[str, tuple[list[str], list[str]]]
    """For the audit trail: what changes beside the item's own row, before and after."""

    async def save(self, session: AsyncSession, item: WorkplanItem) -> None:
        """Replace the rows that link ``item`` to others."""
        if self.supporting is not None:
            rows = [WorkplanItemSupporter(workplan_item_id=item.id, champion_id=i) for i in self.supporting.values()]
            await _replace(session, WorkplanItemSupporter, item, rows)
        if self.processes is not None:
            linked = [WorkplanItemProcess(workplan_item_id=item.id, process_id=i) for i in self.processes.values()]
            await _replace(session, WorkplanItemProcess, item, linked)
        if self.waits_for is not None:
            tied = [
                WorkplanItemDependency(workplan_item_id=item.id, waits_for_id=i, workplan_id=item.workplan_id)
                for i in self.waits_for.values()
            ]
            await _replace(session, WorkplanItemDependency, item, tied)


async def resolve_links(
    session: AsyncSession,
    body: WorkplanItemFields,
    *,
    workplan_id: UUID,
    given: Collection[str],
    item: WorkplanItem | None = None,
) -> Links:
    """What the fields ``given`` of ``body`` name; the others stay as they are on ``item``. Changes nothing yet.

    A new lead who supported the item so far stops being a supporter. ``InvalidInput`` at the field that names a State
    which is no champion, an unknown process, the lead among its own supporters, an item of another workplan, or one
    that waits for this item already.
    """
    lead_id = item.lead_id if item else None
    if not given:
        return Links(lead_id=lead_id, supporting=None, processes=None, waits_for=None, changes={})
    if "lead" in given:
        lead_id = (await champion_ids(session, [body.lead], pointer="/lead"))[body.lead] if body.lead else None
    supporting_now = await _supporting(session, item) if item else {}
    supporting = supporting_now
    if "supporting" in given:
        supporting = await champion_ids(session, body.supporting, pointer="/supporting")
        _check_lead_is_not_among(supporting, lead_id, body.supporting)
    supporting = {iso3: champion_id for iso3, champion_id in supporting.items() if champion_id != lead_id}
    processes_now = await _processes(session, item) if item else {}
    processes = await _process_ids(session, body.processes) if "processes" in given else processes_now
    waits_for_now = await _waits_for(session, item) if item else {}
    waits_for = waits_for_now
    if "waits_for" in given:
        waits_for = await _awaited(session, body.waits_for, workplan_id, item)
    changes = {
        name: (sorted(before), sorted(after))
        for name, before, after in (
            ("supporting", supporting_now, supporting),
            ("processes", processes_now, processes),
            ("waits_for", waits_for_now, waits_for),
        )
        if before.keys() != after.keys()
    }
    return Links(
        lead_id=lead_id,
        supporting=supporting if "supporting" in changes else None,
        processes=processes if "processes" in changes else None,
        waits_for=waits_for if "waits_for" in changes else None,
        changes=changes,
    )


def _check_lead_is_not_among(supporting: _Keyed, lead_id: UUID | None, codes: list[str]) -> None:
    for place, iso3 in enumerate(codes):
        if supporting[iso3] == lead_id:
            raise InvalidInput.at(
                f"/supporting/{place}", f"{iso3} leads this item; name it as the lead only.", code="leads_already"
            )


async def _supporting(session: AsyncSession, item: WorkplanItem) -> _Keyed:
    rows = await session.exec(
        select(Champion.iso3, Champion.id)
        .join(WorkplanItemSupporter, col(WorkplanItemSupporter.champion_id) == col(Champion.id))
        .where(col(WorkplanItemSupporter.workplan_item_id) == item.id)
    )
    return dict(rows.all())


async def _processes(session: AsyncSession, item: WorkplanItem) -> _Keyed:
    rows = await session.exec(
        select(Process.key, Process.id)
        .join(WorkplanItemProcess, col(WorkplanItemProcess.process_id) == col(Process.id))
        .where(col(WorkplanItemProcess.workplan_item_id) == item.id)
    )
    return dict(rows.all())


async def _process_ids(session: AsyncSession, keys: list[str]) -> _Keyed:
    found = dict((await session.exec(select(Process.key, Process.id).where(col(Process.key).in_(keys)))).all())
    for place, key in enumerate(keys):
        if key not in found:
            raise InvalidInput.at(f"/processes/{place}", f"There is no process {key}.", code="unknown_process")
    return found


async def _waits_for(session: AsyncSession, item: WorkplanItem) -> _Keyed:
    rows = await session.exec(
        select(WorkplanItem.title, WorkplanItem.id)
        .join(WorkplanItemDependency, col(WorkplanItemDependency.waits_for_id) == col(WorkplanItem.id))
        .where(col(WorkplanItemDependency.workplan_item_id) == item.id)
    )
    return _told_apart((item_id, title) for title, item_id in rows.all())


async def _awaited(session: AsyncSession, wanted: list[UUID], workplan_id: UUID, item: WorkplanItem | None) -> _Keyed:
    """The items ``wanted``, by title. One at a time in a workplan, so that no two together close a circle."""
    await session.exec(select(func.pg_advisory_xact_lock(func.hashtextextended(str(workplan_id), 0))))
    of_plan = select(WorkplanItem.id, WorkplanItem.title).where(col(WorkplanItem.workplan_id) == workplan_id)
    titles = dict((await session.exec(of_plan)).all())
    for place, other in enumerate(wanted):
        if other not in titles:
            raise InvalidInput.at(f"/waits_for/{place}", "There is no such item in this workplan.", code="unknown_item")
    if item is not None:
        ties: dict[UUID, list[UUID]] = {}
        rows = await session.exec(
            select(WorkplanItemDependency.workplan_item_id, WorkplanItemDependency.waits_for_id).where(
                col(WorkplanItemDependency.workplan_id) == workplan_id
            )
        )
        for waiting, waited_for in rows.all():
            ties.setdefault(waiting, []).append(waited_for)
        if circle := rules.cycle_through(item.id, ties | {item.id: wanted}):
            told = " waits for ".join(f"“{titles[step]}”" for step in circle)
            raise InvalidInput.at(
                f"/waits_for/{wanted.index(circle[1])}", f"These would wait for one another: {told}.", code="circle"
            )
    return _told_apart((other, titles[other]) for other in wanted)


def _told_apart(items: Iterable[tuple[UUID, str]]) -> _Keyed:
    """Keys by title, and by title and key where two items are called the same."""
    named: _Keyed = {}
    for key, title in items:
        named[title if named.get(title, key) == key else f"{title} ({key})"] = key
    return named


async def _replace(session: AsyncSession, table: Any, item: WorkplanItem, rows: Iterable[SQLModel]) -> None:
    await session.exec(delete(table).where(col(table.workplan_item_id) == item.id))
    session.add_all(rows)
    await session.flush()
