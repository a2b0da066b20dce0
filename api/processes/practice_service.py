"""Practices that their champions bring to a process."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform.problems import Conflict, Forbidden, NotFound
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.processes import queries
from api.processes.models import Process, ProcessPractice


async def link(session: AsyncSession, caller: Caller, process_id: UUID, practice_id: UUID) -> None:
    """Bring a published practice to a process; a second time changes nothing."""
    process, practice = await _both(session, caller, process_id, practice_id)
    if practice.status is not PracticeStatus.PUBLISHED:
        raise Conflict("Only a published practice is brought to a process.")
    linked = await session.exec(
        insert(ProcessPractice)
        .values(process_id=process_id, practice_id=practice_id)
        .on_conflict_do_nothing()
        .returning(col(ProcessPractice.practice_id))
    )
    if linked.first():
        await _record(session, caller, "process.practice-linked", process, practice, (None, practice.title))


async def unlink(session: AsyncSession, caller: Caller, process_id: UUID, practice_id: UUID) -> None:
    """Take a practice back from a process."""
    process, practice = await _both(session, caller, process_id, practice_id)
    tie = await session.get(ProcessPractice, (process_id, practice_id))
    if tie is None:
        raise NotFound("This practice is not linked to the process.")
    await session.delete(tie)
    await _record(session, caller, "process.practice-unlinked", process, practice, (practice.title, None))


async def _both(session: AsyncSession, caller: Caller, process_id: UUID, practice_id: UUID) -> tuple[Process, Practice]:
    process = await session.get(Process, process_id)
    if process is None:
        raise queries.not_found()
    seen = select(Practice).where(col(Practice.id) == practice_id, practices.visible(caller))
    practice = (await session.exec(seen)).first()
    if practice is None:
        raise NotFound("There is no such practice, or it is not for you to see.")
    if not caller.parties_to(practice.champion_id):
        raise Forbidden("A practice is brought by its champion, the co-chairs or the secretariat.")
    return process, practice


async def _record(
    session: AsyncSession,
    caller: Caller,
    action: str,
    process: Process,
    practice: Practice,
    tie: tuple[str | None, str | None],
) -> None:
    await audit.record(
        session,
        caller,
        action,
        process,
        title=process.title,
        on_behalf_of=None if caller.owns(practice.champion_id) else practice.champion_id,
        related={"practice": tie},
    )
