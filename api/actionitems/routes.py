"""Action items of all meetings in one list: agreed, reported on, done or dropped."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.actionitems import queries, rules, service
from api.actionitems.schemas import (
    ActionItemBody,
    ActionItemChange,
    ActionItemCreate,
    ActionItemQuery,
    ActionItemReport,
    ActionItemReportQuery,
    ActionItemUpdateBody,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router

ActionItemsRead = Annotated[Caller, requires(Permission.ACTION_ITEMS_READ)]
ActionItemsReport = Annotated[Caller, requires(Permission.ACTION_ITEMS_REPORT)]
ActionItemsWrite = Annotated[Caller, requires(Permission.ACTION_ITEMS_WRITE)]

ActionItemId = Annotated[UUID, Path(description="Key of the action item.")]

router = room_router("/action-items", tag="Action items")


async def item_to_change(
    action_item_id: ActionItemId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The item, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, action_item_id, expected_revision)


async def item_to_move(
    action_item_id: ActionItemId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The item, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, action_item_id, expected_revision)


ItemToChange = Annotated[service.Subject, Depends(item_to_change)]
ItemToMove = Annotated[service.Subject, Depends(item_to_move)]


@router.get("", operation_id="listActionItems", summary="List action items of all meetings")
async def list_action_items(
    caller: ActionItemsRead, session: SessionDep, query: Annotated[ActionItemQuery, Query()]
) -> Page[ActionItemBody]:
    """All for members; for observers those of shared meetings, once the minutes are adopted."""
    return await queries.list_action_items(session, caller, query)


@router.post(
    "", operation_id="createActionItem", summary="Agree on an action item", status_code=status.HTTP_201_CREATED
)
async def create_action_item(caller: ActionItemsWrite, session: SessionDep, body: ActionItemCreate) -> ActionItemBody:
    """A title is enough; without an owner it is the secretariat's. A decision implies its item and its meeting."""
    return await service.create(session, caller, body)


@router.get("/{action_item_id}", operation_id="getActionItem", summary="Read an action item")
async def get_action_item(caller: ActionItemsRead, session: SessionDep, action_item_id: ActionItemId) -> ActionItemBody:
    """One action item with where it comes from."""
    return await queries.get_action_item(session, caller, action_item_id)


@router.patch("/{action_item_id}", operation_id="changeActionItem", summary="Change an action item")
async def change_action_item(
    caller: ActionItemsWrite, session: SessionDep, item: ItemToChange, body: ActionItemChange
) -> ActionItemBody:
    """Change what is given and leave the rest."""
    return await service.change(session, caller, item, body)


@router.delete(
    "/{action_item_id}",
    operation_id="deleteActionItem",
    summary="Delete an action item",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_action_item(caller: ActionItemsWrite, session: SessionDep, item: ItemToChange) -> None:
    """For a slip of the pen. One that was agreed is dropped instead, with the reason."""
    await service.delete(session, caller, item)


@router.get(
    "/{action_item_id}/updates",
    operation_id="listActionItemUpdates",
    summary="List what was reported on an action item",
)
async def list_action_item_updates(
    caller: ActionItemsRead,
    session: SessionDep,
    action_item_id: ActionItemId,
    query: Annotated[ActionItemReportQuery, Query()],
) -> Page[ActionItemUpdateBody]:
    """The latest first."""
    return await queries.list_reports(session, caller, action_item_id, query)


@router.post("/{action_item_id}/updates", operation_id="reportOnActionItem", summary="Report on an action item")
async def report_on_action_item(
    caller: ActionItemsReport, session: SessionDep, item: ItemToMove, body: ActionItemReport
) -> ActionItemBody:
    """By its owner's people, the co-chairs and the secretariat."""
    return await service.report(session, caller, item, body)


@router.post(
    "/{action_item_id}/keep-date",
    operation_id="keepActionItemDate",
    summary="Keep the due date of an action item",
)
async def keep_action_item_date(
    caller: ActionItemsWrite, session: SessionDep, item: ItemToMove, body: StepBody
) -> ActionItemBody:
    """With the reason. A new date is given by changing `due_on`."""
    return await service.keep_date(session, caller, item, body)


def _add_step(step: Transition[Any]) -> None:
    permission = Permission.ACTION_ITEMS_REPORT if Party.OWNER in step.by else Permission.ACTION_ITEMS_WRITE

    @router.post(
        f"/{{action_item_id}}/{step.verb}",
        operation_id=step.operation_id("ActionItem"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(caller: CurrentCaller, session: SessionDep, item: ItemToMove, body: StepBody) -> ActionItemBody:
        return await service.take_step(session, caller, item, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
