"""Two weeks before a technical meeting the leads are asked, once, how their items stand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import Person
from api.meetings.models import Meeting, MeetingKind, MeetingStatus
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import moment_told
from api.platform import clock, sweeps
from api.platform.database import columns
from api.platform.wording import words
from api.workplan import rules
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemUpdate, WorkplanStatus
from api.workplan.queries import is_rolled_over

_TO_COME = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)


@sweeps.every("workplan.ask-leads")
async def ask_leads(session: AsyncSession) -> None:
    """Ask the people of each champion that leads something unfinished without news, once for each meeting."""
    now = clock.now()
    meetings = await session.exec(
        select(Meeting).where(
            col(Meeting.kind) == MeetingKind.TECHNICAL,
            col(Meeting.status).in_(_TO_COME),
            col(Meeting.starts_at) > now,
            col(Meeting.starts_at) <= now + rules.ASKED_BEFORE,
        )
    )
    for meeting in meetings.all():
        led: dict[UUID, list[Row[Any]]] = {}
        for item in await _without_news(session):
            led.setdefault(item.lead_id, []).append(item)
        for champion_id, items in led.items():
            await _ask(session, meeting, champion_id, items)


async def _without_news(session: AsyncSession) -> Sequence[Row[Any]]:
    told = (
        select(WorkplanItemUpdate.id)
        .where(
            col(WorkplanItemUpdate.workplan_item_id) == col(WorkplanItem.id),
            col(WorkplanItemUpdate.reported_at) > clock.now() - rules.ASKED_BEFORE,
        )
        .exists()
    )
    rows = await session.exec(
        columns(WorkplanItem.id, WorkplanItem.title, WorkplanItem.lead_id)
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .where(
            col(Workplan.status) == WorkplanStatus.ADOPTED,
            col(WorkplanItem.lead_id).is_not(None),
            col(WorkplanItem.status).not_in(rules.FINISHED),
            or_(col(WorkplanItem.starts_on).is_(None), col(WorkplanItem.starts_on) <= clock.today()),
            ~is_rolled_over,
            ~told,
        )
        .order_by(col(WorkplanItem.sorted_on), col(WorkplanItem.id))
    )
    found: Sequence[Row[Any]] = rows.all()
    return found


async def _ask(session: AsyncSession, meeting: Meeting, champion_id: UUID, items: list[Row[Any]]) -> None:
    people = await session.exec(
        select(Person.id).where(
            col(Person.champion_id) == champion_id,
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now()),
        )
    )

    def written(reader: Reader) -> Letter:
        letter = Letter.worded(
            words("workplan", reader.language)["letters"]["how_it_stands"],
            f"/workplan/{items[0].id}",
            meeting=meeting.title,
            day=moment_told(meeting.starts_at, reader),
            items="\n".join(f"– {item.title}" for item in items),
        )
        return replace(letter, choices=[(item.title, f"/workplan/{item.id}") for item in items[1:]])

    await letters.send(
        session,
        kind=LetterKind.WORKPLAN_UPDATE_ASKED,
        to=people.all(),
        words=written,
        about=About("meeting", meeting.id),
        key=f"workplan-update-asked:{meeting.id}",
    )
