"""Writes of processes: the calendar of what happens outside the Initiative."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform.etags import check_revision
from api.platform.problems import NotFound
from api.platform.references import check_unreferenced
from api.processes import queries, rules
from api.processes.models import Process
from api.processes.schemas import ProcessBody, ProcessChange, ProcessCreate

Subject = Process
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: ProcessCreate) -> ProcessBody:
    """Add a process; it lasts one day and gets a key where the body says nothing else."""
    values = body.model_dump(exclude={"key", "ends_on"})
    process = Process(**values, key=body.key or await _free_key(session, body), ends_on=body.ends_on or body.starts_on)
    session.add(process)
    return await _answer(session, caller, process, "process.created")


async def _free_key(session: AsyncSession, body: ProcessCreate) -> str:
    taken = await session.exec(select(Process.key).where(col(Process.key).contains(f"-{body.starts_on.year}")))
    return rules.key_for(body.kind, body.commission, body.starts_on.year, set(taken))


async def load_for_change(session: AsyncSession, process_id: UUID, expected_revision: int) -> Process:
    """The process, locked until the transaction ends; 412 where it is stale."""
    process = (await session.exec(select(Process).where(col(Process.id) == process_id).with_for_update())).first()
    if process is None:
        raise NotFound("There is no such process.")
    check_revision(process, expected_revision)
    return process


async def change(session: AsyncSession, caller: Caller, process: Process, body: ProcessChange) -> ProcessBody:
    """Change a process; what the body leaves out stays."""
    process.sqlmodel_update(body.model_dump(exclude_unset=True))
    process.ends_on = process.ends_on or process.starts_on
    return await _answer(session, caller, process, "process.changed")


async def delete(session: AsyncSession, caller: Caller, process: Process) -> None:
    """Delete a process that nothing is linked to."""
    await check_unreferenced(session, process, "Take those links away first, or keep the process.")
    await session.delete(process)
    await audit.record(session, caller, "process.deleted", process, title=process.title)


async def _answer(session: AsyncSession, caller: Caller, process: Process, action: str) -> ProcessBody:
    await audit.record(session, caller, action, process, title=process.title)
    return await queries.get_process(session, caller, process.id)
