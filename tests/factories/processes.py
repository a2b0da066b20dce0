"""Processes."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.processes.models import Process, ProcessKind


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
