"""The demonstration's workplan with its items and their progress."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, moment
from api.seeding.files import read
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemDependency,
    WorkplanItemProcess,
    WorkplanItemStatus,
    WorkplanItemSupporter,
    WorkplanItemUpdate,
    WorkplanStatus,
)


async def add(session: AsyncSession, cast: Cast) -> list[tuple[WorkplanItem, WorkplanItemUpdate]]:
    """Add the adopted workplan, and the closed one whose unfinished items go on in it; returns each update with its item."""
    told = read("demonstration", "workplan")
    present, updates = await _add_plan(session, cast, told, _adopted(told["workplan"]))
    before = told["before"]
    past, earlier_updates = await _add_plan(session, cast, before, _closed(before["workplan"]))
    called = {item.title: item for item in present}
    for item, entry in zip(past, before["items"], strict=True):
        if "goes_on_as" in entry:
            called[entry["goes_on_as"]].rolled_over_from_id = item.id
    await session.flush()
    return earlier_updates + updates


async def _add_plan(
    session: AsyncSession, cast: Cast, told: dict[str, Any], workplan: Workplan
) -> tuple[list[WorkplanItem], list[tuple[WorkplanItem, WorkplanItemUpdate]]]:
    session.add(workplan)
    await session.flush()
    items = [_item(entry, workplan, cast) for entry in told["items"]]
    session.add_all(items)
    await session.flush()
    told_of = list(zip(items, told["items"], strict=True))
    updates = [(item, _update(update, item, cast)) for item, entry in told_of for update in entry["updates"]]
    session.add_all(link for item, entry in told_of for link in _links(entry, item, cast))
    session.add_all(_ties(told_of))
    session.add_all(update for _, update in updates)
    await session.flush()
    return items, updates


def _adopted(entry: dict[str, Any]) -> Workplan:
    return _workplan(entry, status=WorkplanStatus.ADOPTED, updated_at=moment(entry["adopted_in_days"]))


def _closed(entry: dict[str, Any]) -> Workplan:
    closed_at = moment(entry["closed_in_days"])
    return _workplan(entry, status=WorkplanStatus.CLOSED, updated_at=closed_at, status_reason=entry["closing"])


def _workplan(entry: dict[str, Any], **stands: Any) -> Workplan:
    starts_on, ends_on = day(entry["starts_in_days"]), day(entry["ends_in_days"])
    return Workplan(
        title=f"Workplan {starts_on.year}–{ends_on.year}",
        introduction=entry["introduction"],
        starts_on=starts_on,
        ends_on=ends_on,
        adopted_on=day(entry["adopted_in_days"]),
        created_at=moment(entry["starts_in_days"]),
        is_shared_with_observers=True,
        is_demonstration=True,
        **stands,
    )


def _item(entry: dict[str, Any], workplan: Workplan, cast: Cast) -> WorkplanItem:
    return WorkplanItem(
        workplan_id=workplan.id,
        title=entry["title"],
        description=entry["description"],
        expected_result=entry["expected_result"],
        scope_of_work=ScopeOfWork(entry["scope_of_work"]),
        lead_id=cast.champion(entry["lead"]),
        objectives=entry["objectives"],
        starts_on=day(entry["starts_in_days"]),
        due_on=day(entry["due_in_days"]),
        status=WorkplanItemStatus(entry["status"]),
        dropped_reason=entry["dropped_reason"],
        percentage=entry["percentage"],
        created_at=workplan.created_at,
        updated_at=max((moment(update["in_days"]) for update in entry["updates"]), default=workplan.updated_at),
        is_demonstration=True,
    )


def _links(entry: dict[str, Any], item: WorkplanItem, cast: Cast) -> list[WorkplanItemSupporter | WorkplanItemProcess]:
    return [
        *(
            WorkplanItemSupporter(workplan_item_id=item.id, champion_id=cast.champions[iso3])
            for iso3 in entry["supporting"]
        ),
        *(WorkplanItemProcess(workplan_item_id=item.id, process_id=cast.processes[key]) for key in entry["processes"]),
    ]


def _ties(told_of: list[tuple[WorkplanItem, dict[str, Any]]]) -> list[WorkplanItemDependency]:
    called = {item.title: item for item, _ in told_of}
    return [
        WorkplanItemDependency(workplan_item_id=item.id, waits_for_id=called[title].id, workplan_id=item.workplan_id)
        for item, entry in told_of
        for title in entry["waits_for"]
    ]


def _update(entry: dict[str, Any], item: WorkplanItem, cast: Cast) -> WorkplanItemUpdate:
    person, at = cast.focal_point(entry["champion"]), moment(entry["in_days"], hour=9, minute=40)
    return WorkplanItemUpdate(
        workplan_item_id=item.id,
        text=entry["text"],
        what_next=entry["what_next"],
        evidence=entry["evidence"],
        status=WorkplanItemStatus(entry["status"]) if entry["status"] else None,
        champion_id=cast.champions[entry["champion"]],
        person_id=person.id,
        person_name=person.name,
        reported_at=at,
        created_at=at,
        updated_at=at,
    )
