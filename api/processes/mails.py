"""Two weeks before a deadline of a process, those who lead in it for the Champions are reminded, once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.voices import focal_points
from api.cochairs.models import CoChairSeat
from api.notifications import letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Letter, Reader
from api.notifications.moments import day_told, moment_told
from api.platform import clock, sweeps
from api.platform.database import columns
from api.platform.wording import words
from api.processes import deadline_queries, rules
from api.processes.models import Process, ProcessDeadline, ProcessLead


@sweeps.every("processes.remind-leads")
async def remind_leads(session: AsyncSession) -> None:
    """Remind who leads of what is due within two weeks and not handed in; the co-chairs where nobody leads."""
    due = await session.exec(
        columns(*(getattr(ProcessDeadline, field) for field in ("id", "process_id", "title", "due_on", "due_at")))
        .add_columns(col(Process.title).label("process"))
        .join(Process, col(Process.id) == col(ProcessDeadline.process_id))
        .where(
            deadline_queries.is_open(),
            col(ProcessDeadline.falls_at) <= clock.now() + rules.REMINDED_BEFORE,
        )
        .order_by(col(ProcessDeadline.falls_at), col(ProcessDeadline.id))
    )
    for deadline in due.all():
        leads = await _leads(session, deadline.process_id)
        to = await _people_of(session, leads) if leads else await _chairs(session)
        await _remind(session, deadline, to, is_led=bool(leads))


async def _leads(session: AsyncSession, process_id: UUID) -> Sequence[Row[Any]]:
    rows = await session.exec(
        columns(ProcessLead.champion_id, ProcessLead.person_id).where(col(ProcessLead.process_id) == process_id)
    )
    found: Sequence[Row[Any]] = rows.all()
    return found


async def _people_of(session: AsyncSession, leads: Sequence[Row[Any]]) -> list[UUID]:
    """The person named for a champion; all of its focal points where nobody is."""
    unnamed = [lead.champion_id for lead in leads if lead.person_id is None]
    named = [lead.person_id for lead in leads if lead.person_id is not None]
    return [*named, *(await focal_points(session, col(Champion.id).in_(unnamed)))]


async def _chairs(session: AsyncSession) -> Sequence[UUID]:
    today = clock.today()
    seated = select(CoChairSeat.champion_id).where(
        col(CoChairSeat.starts_on) <= today, col(CoChairSeat.ends_on) > today
    )
    return await focal_points(session, col(Champion.id).in_(seated))


async def _remind(session: AsyncSession, deadline: Row[Any], to: Sequence[UUID], *, is_led: bool) -> None:
    def written(reader: Reader) -> Letter:
        said = words("processes", reader.language)["letters"]
        return Letter.worded(
            said["deadline_of_leads" if is_led else "deadline_without_lead"],
            f"/processes/{deadline.process_id}",
            deadline=deadline.title,
            process=deadline.process,
            when=moment_told(deadline.due_at, reader) if deadline.due_at else day_told(deadline.due_on, reader),
        )

    await letters.send(
        session,
        kind=LetterKind.PROCESS_DEADLINE_REMINDER,
        to=to,
        words=written,
        about=About("process", deadline.process_id),
        key=f"process-deadline:{deadline.id}:{(deadline.due_at or deadline.due_on).isoformat()}",
    )
