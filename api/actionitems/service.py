"""Writes of action items: agreed by the co-chairs, reported on and closed by who owns them."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.actionitems import queries, rules
from api.actionitems.models import ActionItem, ActionItemStatus, ActionItemUpdate
from api.actionitems.schemas import ActionItemBody, ActionItemChange, ActionItemCreate, ActionItemReport
from api.audit import service as audit
from api.champions.queries import champion_ids
from api.meetings.models import AgendaItem, Meeting
from api.minutes.models import Decision
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.platform.records import Record
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition

Subject = ActionItem
"""What a write works on, for the routes, which know no tables."""
_ORIGIN = ("decision_id", "agenda_item_id", "meeting_id")
Origin = TypeVar("Origin", bound=Record)


async def create(session: AsyncSession, caller: Caller, body: ActionItemCreate) -> ActionItemBody:
    """Agree on an action item, at a meeting or between two."""
    values = await _stored(session, body.model_dump())
    item = ActionItem(**await _with_origin(session, values))
    session.add(item)
    await _record(session, caller, "created", item)
    return await queries.get_action_item(session, caller, item.id)


async def load_for_change(session: AsyncSession, caller: Caller, item_id: UUID, expected_revision: int) -> ActionItem:
    """The item, locked until the transaction ends; 404 where it is not for the caller, 412 where it is stale."""
    found = (
        select(ActionItem)
        .outerjoin(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .where(col(ActionItem.id) == item_id, queries.visible(caller))
    )
    item = (await session.exec(found.with_for_update(of=ActionItem))).first()
    if item is None:
        raise queries.not_found()
    check_revision(item, expected_revision)
    return item


async def change(session: AsyncSession, caller: Caller, item: ActionItem, body: ActionItemChange) -> ActionItemBody:
    """Change an item; what the body leaves out stays."""
    values = await _stored(session, body.model_dump(exclude_unset=True))
    if values.keys() & set(_ORIGIN):
        values = await _with_origin(session, {name: getattr(item, name) for name in _ORIGIN} | values)
    is_moved = "due_on" in values and values["due_on"] != item.due_on
    if is_moved:
        values["asked_due_on"] = None
    item.sqlmodel_update(values)
    await _record(session, caller, "changed", item)
    if is_moved:
        await _keep_report(session, caller, item, due_on=item.due_on)
    return await queries.get_action_item(session, caller, item.id)


async def delete(session: AsyncSession, caller: Caller, item: ActionItem) -> None:
    """Delete an item that was a slip. One that was agreed is better dropped, with the reason."""
    await session.delete(item)
    await _record(session, caller, "deleted", item)


async def report(session: AsyncSession, caller: Caller, item: ActionItem, body: ActionItemReport) -> ActionItemBody:
    """Report on an item: what was done, what comes next."""
    if not caller.parties_to(item.owner_id):
        raise Forbidden("An action item is reported on by its owner's people, the co-chairs and the secretariat.")
    if body.asked_due_on:
        _check_asked(item, body.asked_due_on)
        item.asked_due_on = body.asked_due_on
    await _keep_report(session, caller, item, body.text, asked_due_on=body.asked_due_on)
    return await queries.get_action_item(session, caller, item.id)


async def keep_date(session: AsyncSession, caller: Caller, item: ActionItem, body: ReasonBody) -> ActionItemBody:
    """Answer the wish for a new due date: it stays, for this reason. A new one is given by a change."""
    if item.asked_due_on is None:
        raise Conflict("Nobody asks for a new due date of this action item.")
    if body.reason is None:
        raise InvalidInput.at("/reason", "Say why the date stays.", code="missing")
    item.asked_due_on = None
    await _record(session, caller, "date-kept", item, reason=body.reason)
    await _keep_report(session, caller, item, body.reason, due_on=item.due_on)
    return await queries.get_action_item(session, caller, item.id)


async def take_step(
    session: AsyncSession, caller: Caller, item: ActionItem, step: Transition[ActionItemStatus], body: ReasonBody
) -> ActionItemBody:
    """Report an item as done, drop it with the reason, or open it again. What is said becomes a report."""
    if step.by.isdisjoint(caller.parties_to(item.owner_id)):
        raise Forbidden("This action item is another's. Its owner's people close it; the co-chairs may change it.")
    if not step.starts_from(item.status):
        raise Conflict(f"This action item is {item.status} already.")
    if step.needs_reason and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")
    item.status, item.status_reason = step.target, body.reason or ""
    item.closed_at = None if step.target is ActionItemStatus.OPEN else clock.now()
    item.asked_due_on = None
    await _record(session, caller, step.verb, item, reason=body.reason or "")
    await _keep_report(session, caller, item, body.reason or "", status=step.target)
    return await queries.get_action_item(session, caller, item.id)


def _check_asked(item: ActionItem, asked_on: date) -> None:
    if item.status is not ActionItemStatus.OPEN:
        raise Conflict(f"This action item is {item.status} already: it needs no other date.")
    if not rules.is_later(asked_on, item.due_on, today=clock.today()):
        raise InvalidInput.at(
            "/asked_due_on", "Ask for a day that is not past, and later than the item is due now.", code="not_later"
        )


async def _keep_report(session: AsyncSession, caller: Caller, item: ActionItem, text: str = "", **outcome: Any) -> None:
    report = ActionItemUpdate(
        action_item_id=item.id,
        text=text,
        **outcome,
        champion_id=caller.champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
    )
    session.add(report)
    behalf = None if caller.owns(item.owner_id) or caller.is_chair else item.owner_id
    await audit.record(session, caller, "action-item.reported", report, title=item.title, on_behalf_of=behalf)


async def _stored(session: AsyncSession, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with the owner's key instead of its code."""
    if "owner" not in values:
        return values
    owner = values.pop("owner")
    if owner == "secretariat":
        return values | {"owner_id": None}
    return values | {"owner_id": (await champion_ids(session, [owner], pointer="/owner"))[owner]}


async def _with_origin(session: AsyncSession, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with an origin that is one: a decision says under which item it was taken, an item at which meeting."""
    decision = await _found(session, Decision, values, "decision_id")
    if decision:
        values = _agreeing(values, "agenda_item_id", decision.agenda_item_id)
        values = _agreeing(values, "meeting_id", decision.meeting_id)
    item = await _found(session, AgendaItem, values, "agenda_item_id")
    if item:
        values = _agreeing(values, "meeting_id", item.meeting_id)
    await _found(session, Meeting, values, "meeting_id")
    return values


async def _found(session: AsyncSession, table: type[Origin], values: dict[str, Any], name: str) -> Origin | None:
    if not values.get(name):
        return None
    found: Origin | None = (await session.exec(select(table).where(col(table.id) == values[name]))).first()
    if found is None:
        raise InvalidInput.at(f"/{name}", f"There is no such {name[:-3].replace('_', ' ')}.", code="unknown")
    return found


def _agreeing(values: dict[str, Any], name: str, implied: UUID | None) -> dict[str, Any]:
    given = values.get(name)
    if implied is None or given == implied:
        return values
    if given:
        raise InvalidInput.at(
            f"/{name}", "This is not where the item's origin belongs. Leave it out.", code="contradicts"
        )
    return values | {name: implied}


async def _record(session: AsyncSession, caller: Caller, what: str, item: ActionItem, *, reason: str = "") -> None:
    behalf = None if caller.owns(item.owner_id) else item.owner_id
    await audit.record(
        session, caller, f"action-item.{what}", item, title=item.title, on_behalf_of=behalf, reason=reason
    )
