"""Carries unfinished items over to the next workplan; their history stays with them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform.problems import Conflict, InvalidInput
from api.workplan import item_service, queries, rules, service
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemDependency,
    WorkplanItemProcess,
    WorkplanItemSupporter,
    WorkplanStatus,
)
from api.workplan.rollover_schemas import RolledOverItem, RollOver, RollOverBody

_GOES_ON = {
    "title", "description", "expected_result", "scope_of_work", "lead_id", "objectives", "starts_on", "due_on",
    "status", "percentage", "is_demonstration",
}  # fmt: skip


async def roll_over(session: AsyncSession, caller: Caller, workplan: Workplan, body: RollOverBody) -> RollOver:
    """Let the unfinished items of ``workplan``, which the caller holds locked, go on in another.

    Each new item knows where it comes from and stands where it stood; what waits for what is kept among those that
    go on together. ``Conflict`` where there is nothing to carry over, ``InvalidInput`` at an item that is finished
    or was carried over already.
    """
    if workplan.status is WorkplanStatus.DRAFT:
        raise Conflict("This workplan is a draft: adopt or close it before its items go on in another.")
    items = _chosen(await _unfinished(session, workplan), body)
    target = await _target(session, caller, workplan, body)
    successors = {item.id: _successor(item, target) for item in items}
    for successor in successors.values():
        session.add(successor)
        await audit.record(session, caller, "workplan_item.rolled_over", successor, title=successor.title)
    await _link(session, {item_id: successor.id for item_id, successor in successors.items()}, target)
    await audit.record(
        session, caller, "workplan.rolled_over", workplan, title=workplan.title,
        related={"into": (None, target.title), "items": (None, len(items))},
    )  # fmt: skip
    return RollOver.model_construct(
        workplan=await queries.get_workplan(session, caller, target.id),
        items=[
            RolledOverItem.model_construct(title=item.title, from_id=item.id, id=successors[item.id].id)
            for item in items
        ],
    )


async def _unfinished(session: AsyncSession, workplan: Workplan) -> Sequence[WorkplanItem]:
    rows = await session.exec(
        select(WorkplanItem)
        .where(
            col(WorkplanItem.workplan_id) == workplan.id,
            col(WorkplanItem.status).not_in(rules.FINISHED),
            ~queries.is_rolled_over,
        )
        .order_by(col(WorkplanItem.sorted_on), col(WorkplanItem.id))
    )
    return rows.all()


def _chosen(unfinished: Sequence[WorkplanItem], body: RollOverBody) -> Sequence[WorkplanItem]:
    if body.items is None:
        if not unfinished:
            raise Conflict("Nothing is left to carry over: every item is done, dropped, or goes on elsewhere already.")
        return unfinished
    known = {item.id for item in unfinished}
    for place, item_id in enumerate(body.items):
        if item_id not in known:
            raise InvalidInput.at(
                f"/items/{place}",
                "This is no unfinished item of the workplan, or it goes on in another one already.",
                code="not_to_carry_over",
            )
    wanted = set(body.items)
    return [item for item in unfinished if item.id in wanted]


async def _target(session: AsyncSession, caller: Caller, workplan: Workplan, body: RollOverBody) -> Workplan:
    target_id = body.into
    if not isinstance(target_id, UUID):
        target_id = (await service.create(session, caller, target_id)).id
    target = await item_service.hold_workplan(session, caller, target_id)
    if target is None or target.id == workplan.id:
        raise InvalidInput.at(
            "/into", "Name another workplan, or title and period of a new one.", code="unknown_workplan"
        )
    if target.status not in rules.OPEN:
        raise Conflict(f"“{target.title}” is closed and takes no items. Reopen it first, with a reason.")
    return target


def _successor(item: WorkplanItem, target: Workplan) -> WorkplanItem:
    return WorkplanItem(**item.model_dump(include=_GOES_ON), workplan_id=target.id, rolled_over_from_id=item.id)


async def _link(session: AsyncSession, goes_on_as: dict[UUID, UUID], target: Workplan) -> None:
    """Name the same supporters and processes, and tie what was tied."""
    old = list(goes_on_as)
    supporters = select(WorkplanItemSupporter).where(col(WorkplanItemSupporter.workplan_item_id).in_(old))
    processes = select(WorkplanItemProcess).where(col(WorkplanItemProcess.workplan_item_id).in_(old))
    ties = select(WorkplanItemDependency).where(
        col(WorkplanItemDependency.workplan_item_id).in_(old), col(WorkplanItemDependency.waits_for_id).in_(old)
    )
    session.add_all(
        WorkplanItemSupporter(workplan_item_id=goes_on_as[link.workplan_item_id], champion_id=link.champion_id)
        for link in (await session.exec(supporters)).all()
    )
    session.add_all(
        WorkplanItemProcess(workplan_item_id=goes_on_as[link.workplan_item_id], process_id=link.process_id)
        for link in (await session.exec(processes)).all()
    )
    session.add_all(
        WorkplanItemDependency(
            workplan_item_id=goes_on_as[tie.workplan_item_id],
            waits_for_id=goes_on_as[tie.waits_for_id],
            workplan_id=target.id,
        )
        for tie in (await session.exec(ties)).all()
    )
    await session.flush()
