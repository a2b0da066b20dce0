"""What the demonstration's meetings agreed that somebody does, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.models import ActionItem, ActionItemStatus, ActionItemUpdate
from api.meetings.models import AgendaItem, Meeting
from api.minutes.models import Decision
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day_if, moment

_SECRETARIAT = "secretariat"


async def add(
    session: AsyncSession,
    cast: Cast,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    decisions: Sequence[Decision],
    entries: Sequence[dict[str, Any]],
) -> None:
    """Add what ``meeting`` agreed under its items, with what was reported on it since."""
    for told in entries:
        action = _action_item(cast, meeting, items, decisions, told)
        session.add(action)
        await session.flush()
        session.add_all(_update(cast, action, told["owner"], update) for update in told["updates"])
    await session.flush()


def _action_item(
    cast: Cast,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    decisions: Sequence[Decision],
    told: dict[str, Any],
) -> ActionItem:
    agreed_at = meeting.starts_at + timedelta(minutes=meeting.duration_minutes)
    closed_at = moment(told["closed_in_days"]) if "closed_in_days" in told else None
    return ActionItem(
        title=told["title"],
        owner_id=None if told["owner"] == _SECRETARIAT else cast.champion(told["owner"]),
        due_on=day_if(told["due_in_days"]),
        asked_due_on=next((asked for update in told["updates"] if (asked := _asked(update))), None),
        status=ActionItemStatus(told["status"]),
        status_reason=told.get("reason", ""),
        closed_at=closed_at,
        meeting_id=meeting.id,
        agenda_item_id=items[told["item"] - 1].id,
        decision_id=decisions[told["decision"] - 1].id if "decision" in told else None,
        is_demonstration=True,
        created_at=agreed_at,
        updated_at=closed_at or _last_reported(told) or agreed_at,
    )


def _last_reported(told: dict[str, Any]) -> datetime | None:
    return max((moment(update["in_days"]) for update in told["updates"]), default=None)


def _asked(update: dict[str, Any]) -> date | None:
    return day_if(update.get("asks_in_days"))


def _update(cast: Cast, action: ActionItem, owner: str, told: dict[str, Any]) -> ActionItemUpdate:
    person = cast.people[owner] if owner == _SECRETARIAT else cast.focal_point(owner)
    reported_at = moment(told["in_days"])
    return ActionItemUpdate(
        action_item_id=action.id,
        text=told["text"],
        asked_due_on=_asked(told),
        champion_id=action.owner_id,
        person_id=person.id,
        person_name=person.name,
        reported_at=reported_at,
        created_at=reported_at,
        updated_at=reported_at,
    )
