"""Processes."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.practices.models import Practice
from api.processes.models import Process, ProcessDeadline, ProcessKind, ProcessLead, ProcessPractice


async def make_process(session: AsyncSession, key: str, **fields: Any) -> Process:
    """A day of a forum in May 2027, not linked to anything."""
    values = {
        "kind": ProcessKind.OTHER,
        "title": f"Process {key}",
        "starts_on": date(2027, 5, 4),
        "ends_on": date(2027, 5, 4),
    } | fields
    process = Process(key=key, **values)
    session.add(process)
    await session.commit()
    return process


async def make_lead(session: AsyncSession, process: Process, champion: Champion, **fields: Any) -> ProcessLead:
    """``champion`` leads in ``process``; nobody of its people is named."""
    lead = ProcessLead(process_id=process.id, champion_id=champion.id, **fields)
    session.add(lead)
    await session.commit()
    return lead


async def make_deadline(session: AsyncSession, process: Process, **fields: Any) -> ProcessDeadline:
    """Written contributions, due on 1 March 2027 unless ``fields`` name another day or an instant."""
    when = {} if "due_at" in fields else {"due_on": date(2027, 3, 1)}
    deadline = ProcessDeadline(process_id=process.id, **({"title": "Written contributions"} | when | fields))
    session.add(deadline)
    await session.commit()
    return deadline


async def bring_practice(session: AsyncSession, process: Process, practice: Practice) -> None:
    """``practice`` is brought to ``process``."""
    session.add(ProcessPractice(process_id=process.id, practice_id=practice.id))
    await session.commit()
