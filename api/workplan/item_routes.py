"""Workplan items and their progress updates over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router
from api.workplan import item_queries, item_service, update_queries, update_service
from api.workplan.item_schemas import (
    WorkplanItemBody,
    WorkplanItemChange,
    WorkplanItemCreate,
    WorkplanItemQuery,
    WorkplanItemSummary,
)
from api.workplan.update_schemas import (
    WorkplanItemUpdateBody,
    WorkplanItemUpdateChange,
    WorkplanItemUpdateCreate,
    WorkplanItemUpdateQuery,
)

WorkplanRead = Annotated[Caller, requires(Permission.WORKPLAN_READ)]
WorkplanReport = Annotated[Caller, requires(Permission.WORKPLAN_REPORT)]
WorkplanWrite = Annotated[Caller, requires(Permission.WORKPLAN_WRITE)]

ItemId = Annotated[UUID, Path(description="Key of the workplan item.")]

router = room_router("/workplan-items", tag="Workplan items")


async def item_to_change(
    item_id: ItemId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> item_service.Subject:
    """The item, locked, visible to the caller and as the caller read it."""
    return await item_service.load_for_change(session, caller, item_id, expected_revision)


async def item_to_report_on(
    item_id: ItemId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> item_service.Subject:
    """The item, locked and visible to the caller; as the caller read it, where they say."""
    return await item_service.load_for_change(session, caller, item_id, expected_revision)


async def update_to_change(
    item_id: ItemId,
    update_id: Annotated[UUID, Path(description="Key of the progress update.")],
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> update_service.Subject:
    """The progress update, locked and as the caller read it."""
    return await update_service.load_update_for_change(session, caller, item_id, update_id, expected_revision)


ItemToChange = Annotated[item_service.Subject, Depends(item_to_change)]
ItemToReportOn = Annotated[item_service.Subject, Depends(item_to_report_on)]
UpdateToChange = Annotated[update_service.Subject, Depends(update_to_change)]


@router.get("", operation_id="listWorkplanItems", summary="List workplan items")
async def list_workplan_items(
    caller: WorkplanRead, session: SessionDep, query: Annotated[WorkplanItemQuery, Query()]
) -> Page[WorkplanItemSummary]:
    """Items of the workplans that the caller may see; whether they are overdue follows from the clock."""
    return await item_queries.list_items(session, caller, query)


@router.post("", operation_id="createWorkplanItem", summary="Add a workplan item", status_code=status.HTTP_201_CREATED)
async def create_workplan_item(
    caller: WorkplanWrite, session: SessionDep, body: WorkplanItemCreate
) -> WorkplanItemBody:
    """Plan, title and area are enough. An adopted workplan takes new items, a closed one does not."""
    return await item_service.create(session, caller, body)


@router.get("/{item_id}", operation_id="getWorkplanItem", summary="Read a workplan item")
async def get_workplan_item(caller: WorkplanRead, session: SessionDep, item_id: ItemId) -> WorkplanItemBody:
    """One item, with its newest progress update."""
    return await item_queries.get_item(session, caller, item_id)


@router.patch("/{item_id}", operation_id="changeWorkplanItem", summary="Change a workplan item")
async def change_workplan_item(
    caller: WorkplanWrite, session: SessionDep, item: ItemToChange, body: WorkplanItemChange
) -> WorkplanItemBody:
    """Change what is given, its status too, and leave the rest."""
    return await item_service.change(session, caller, item, body)


@router.delete(
    "/{item_id}",
    operation_id="deleteWorkplanItem",
    summary="Delete a workplan item",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_workplan_item(caller: WorkplanWrite, session: SessionDep, item: ItemToChange) -> None:
    """Delete an item with its progress updates. One that was worked on is better dropped."""
    await item_service.delete(session, caller, item)


@router.get("/{item_id}/updates", operation_id="listWorkplanItemUpdates", summary="List an item's progress updates")
async def list_workplan_item_updates(
    caller: WorkplanRead, session: SessionDep, item_id: ItemId, query: Annotated[WorkplanItemUpdateQuery, Query()]
) -> Page[WorkplanItemUpdateBody]:
    """What was reported, newest first; of the items that it goes on with too, whose workplan the caller may see."""
    return await update_queries.list_updates(session, caller, item_id, query)


@router.post(
    "/{item_id}/updates",
    operation_id="reportWorkplanItemProgress",
    summary="Report progress on an item",
    status_code=status.HTTP_201_CREATED,
)
async def report_workplan_item_progress(
    caller: WorkplanReport, session: SessionDep, item: ItemToReportOn, body: WorkplanItemUpdateCreate
) -> WorkplanItemUpdateBody:
    """By the champions that lead or support the item, the co-chairs and the secretariat; moves it where asked to."""
    return await update_service.report(session, caller, item, body)


@router.patch(
    "/{item_id}/updates/{update_id}",
    operation_id="changeWorkplanItemUpdate",
    summary="Mend the words of a progress update",
)
async def change_workplan_item_update(
    caller: WorkplanReport, session: SessionDep, update: UpdateToChange, body: WorkplanItemUpdateChange
) -> WorkplanItemUpdateBody:
    """By the champion that wrote it, the co-chairs and the secretariat. The item stays where it stands."""
    return await update_service.change_update(session, caller, update, body)
