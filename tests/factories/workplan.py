"""Workplans, their items and progress updates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.meetings.models import Meeting
from api.platform import clock
from api.processes.models import Process, ProcessKind
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemDependency,
    WorkplanItemProcess,
    WorkplanItemStatus,
    WorkplanItemSupporter,
    WorkplanItemUpdate,
    WorkplanReview,
    WorkplanStatus,
)
from api.workplan.review_queries import snapshot_of


async def make_workplan(
    session: AsyncSession, *, status: WorkplanStatus = WorkplanStatus.ADOPTED, **fields: Any
) -> Workplan:
    """A workplan for 2026 to 2028, in force unless ``status`` says otherwise."""
    values = {
        "title": "Workplan 2026–2028",
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2028, 12, 31),
        "adopted_on": None if status is WorkplanStatus.DRAFT else date(2026, 3, 12),
    }
    workplan = Workplan(status=status, **(values | fields))
    session.add(workplan)
    await session.commit()
    return workplan


async def make_item(
    session: AsyncSession,
    workplan: Workplan,
    *,
    lead: Champion | None = None,
    supporting: Sequence[Champion] = (),
    processes: Sequence[Process] = (),
    waits_for: Sequence[WorkplanItem] = (),
    **fields: Any,
) -> WorkplanItem:
    """An item of ``workplan`` in the area of dialogue."""
    values: dict[str, Any] = {"title": "Regional calls, Africa", "scope_of_work": ScopeOfWork.DIALOGUE}
    if fields.get("status") is WorkplanItemStatus.DROPPED:
        values["dropped_reason"] = "Taken up elsewhere."
    item = WorkplanItem(workplan_id=workplan.id, lead_id=lead.id if lead else None, **(values | fields))
    session.add(item)
    await session.flush()
    session.add_all(WorkplanItemSupporter(workplan_item_id=item.id, champion_id=other.id) for other in supporting)
    session.add_all(WorkplanItemProcess(workplan_item_id=item.id, process_id=process.id) for process in processes)
    session.add_all(
        WorkplanItemDependency(workplan_item_id=item.id, waits_for_id=other.id, workplan_id=workplan.id)
        for other in waits_for
    )
    await session.commit()
    return item


async def make_update(
    session: AsyncSession, item: WorkplanItem, champion: Champion, **fields: Any
) -> WorkplanItemUpdate:
    """A progress update by somebody of ``champion``."""
    values = {"text": "Two of four calls held.", "person_name": "Amina Diallo", "reported_at": clock.now()}
    update = WorkplanItemUpdate(workplan_item_id=item.id, champion_id=champion.id, **(values | fields))
    session.add(update)
    await session.commit()
    return update


async def make_review(
    session: AsyncSession, workplan: Workplan, meeting: Meeting, *, reviewed_at: datetime | None = None
) -> WorkplanReview:
    """What stands in ``workplan`` now, kept as the review of ``meeting``."""
    snapshot = await snapshot_of(session, workplan.id)
    review = WorkplanReview(
        workplan_id=workplan.id,
        meeting_id=meeting.id,
        reviewed_at=reviewed_at or clock.now(),
        person_name="Amina Diallo",
        items_count=len(snapshot),
        snapshot=snapshot,
    )
    session.add(review)
    await session.commit()
    return review


async def make_forum(session: AsyncSession) -> Process:
    """The International Migration Review Forum of 2026, as a process to link to."""
    forum = Process(
        key="imrf-2026",
        kind=ProcessKind.IMRF,
        title="International Migration Review Forum 2026",
        starts_on=date(2026, 5, 5),
        ends_on=date(2026, 5, 8),
    )
    session.add(forum)
    await session.commit()
    return forum
