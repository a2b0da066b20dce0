"""What the demonstration's meetings wrote down: minutes by item, a correction to them, decisions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.minutes.models import (
    Decision,
    Minutes,
    MinutesCorrection,
    MinutesText,
    MinutesVersion,
    VersionOrigin,
)
from api.seeding.cast import Cast
from api.seeding.demonstration import actionitems
from api.seeding.demonstration.calendar import moment, working_day
from api.seeding.files import read
from api.workplan.models import WorkplanItem


async def add(session: AsyncSession, cast: Cast, meetings: list[Meeting]) -> None:
    """Add the minutes of past meetings with what was decided and agreed."""
    told = read("demonstration", "minutes")
    held = {meeting.starts_at.date(): meeting for meeting in meetings}
    for entry in told["meetings"]:
        await _add_minutes(session, cast, held[working_day(entry["in_days"])], entry)
    await session.flush()


async def _add_minutes(session: AsyncSession, cast: Cast, meeting: Meeting, entry: dict[str, Any]) -> None:
    items = (
        await session.exec(
            select(AgendaItem)
            .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
            .order_by(col(AgendaItem.position))
        )
    ).all()
    session.add(_minutes(meeting, entry))
    texts = [_text(cast, meeting, item, told) for item, told in zip(items, entry["texts"], strict=True)]
    session.add_all(texts)
    await session.flush()
    session.add_all(_version(cast, text) for text in texts)
    session.add_all(_correction(cast, texts[told["item"] - 1], told) for told in entry.get("corrections", []))
    decisions = [_decision(meeting, items, number, told) for number, told in enumerate(entry["decisions"], start=1)]
    for decision, told in zip(decisions, entry["decisions"], strict=True):
        if "workplan_item" in told:
            of_title = select(WorkplanItem.id).where(col(WorkplanItem.title) == told["workplan_item"])
            decision.workplan_item_id = (await session.exec(of_title)).one()
    session.add_all(decisions)
    await session.flush()
    await actionitems.add(session, cast, meeting, list(items), decisions, entry["action_items"])


def _minutes(meeting: Meeting, entry: dict[str, Any]) -> Minutes:
    adopted_in = entry["adopted_in_days"]
    return Minutes(
        id=meeting.id,
        circulated_at=moment(entry["circulated_in_days"]),
        corrections_until=moment(entry["corrections_until_in_days"], hour=16),
        adopted_at=None if adopted_in is None else moment(adopted_in),
        created_at=meeting.starts_at,
    )


def _text(cast: Cast, meeting: Meeting, item: AgendaItem, told: dict[str, Any]) -> MinutesText:
    saved_at = _noted(meeting) + timedelta(minutes=item.position or 0)
    return MinutesText(
        id=item.id,
        meeting_id=meeting.id,
        text=told["text"],
        named=told["named"],
        version=1,
        saved_at=saved_at,
        saved_by=cast.people["secretariat"].name,
        created_at=saved_at,
        updated_at=saved_at,
    )


def _version(cast: Cast, text: MinutesText) -> MinutesVersion:
    return MinutesVersion(
        agenda_item_id=text.id,
        number=1,
        text=text.text,
        origin=VersionOrigin.WRITTEN,
        person_id=cast.people["secretariat"].id,
        person_name=text.saved_by,
        saved_at=text.saved_at or text.created_at,
    )


def _correction(cast: Cast, text: MinutesText, told: dict[str, Any]) -> MinutesCorrection:
    person, proposed_at = cast.focal_point(told["champion"]), moment(told["in_days"])
    return MinutesCorrection(
        meeting_id=text.meeting_id,
        agenda_item_id=text.id,
        champion_id=cast.champion(told["champion"]),
        person_id=person.id,
        person_name=person.name,
        base_version=1,
        text=text.text.replace(told["find"], told["put"]),
        why=told["why"],
        created_at=proposed_at,
        updated_at=proposed_at,
    )


def _decision(meeting: Meeting, items: Sequence[AgendaItem], number: int, told: dict[str, Any]) -> Decision:
    at = _noted(meeting)
    return Decision(
        meeting_id=meeting.id,
        agenda_item_id=items[told["item"] - 1].id,
        number=number,
        text=told["text"],
        is_public=told["is_public"],
        is_demonstration=True,
        created_at=at,
        updated_at=at,
    )


def _noted(meeting: Meeting) -> datetime:
    """When the meeting was over."""
    return meeting.starts_at + timedelta(minutes=meeting.duration_minutes)
