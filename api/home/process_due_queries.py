"""What waits for a caller of processes: what they are to hand in."""

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.home import rules
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform import clock
from api.platform.database import columns
from api.processes.models import Process, ProcessDeadline, ProcessLead


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Deadlines of processes in which the caller's champion leads; for the chairs, of those in which nobody does."""
    leads = select(ProcessLead.process_id).where(col(ProcessLead.process_id) == col(Process.id))
    is_led_here = leads.where(owns(caller, ProcessLead.champion_id)).exists()
    rows = await session.exec(
        columns(
            Process.id,
            Process.title,
            col(ProcessDeadline.title).label("deadline"),
            ProcessDeadline.due_on,
            ProcessDeadline.due_at,
            ProcessDeadline.is_demonstration,
        )
        .join(ProcessDeadline, col(ProcessDeadline.process_id) == col(Process.id))
        .where(
            col(ProcessDeadline.met_on).is_(None),
            col(ProcessDeadline.falls_at) <= clock.now() + rules.CONTRIBUTION,
            col(Process.ends_on) >= clock.today(),
            or_(is_led_here, ~leads.exists()) if caller.is_chair else is_led_here,
        )
        .order_by(col(ProcessDeadline.falls_at), col(ProcessDeadline.id))
    )
    return [
        Due(
            kind=DueKind.PROCESS_DEADLINE_DUE,
            id=row.id,
            title=f"{row.deadline} · {row.title}",
            due_on=row.due_on,
            due_at=row.due_at,
            is_demonstration=row.is_demonstration,
        )
        for row in rows
    ]
