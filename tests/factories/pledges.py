"""Pledges, the States named in them, and what was reported."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.platform import clock
from api.platform.storage import Storage
from api.pledges.models import (
    Pledge,
    PledgeFile,
    PledgeKind,
    PledgeMode,
    PledgeProcess,
    PledgeReport,
    PledgeStatus,
    PledgeVoice,
    PledgingState,
)
from api.processes.models import Process

DESCRIPTION = (
    "Every worker who leaves will have been recruited by a licensed agency, without a fee, within three years. " * 3
)

_BASE: dict[str, Any] = {
    "title": "Licensed recruitment for every worker",
    "description": DESCRIPTION,
    "kind": PledgeKind.PROCESS_ORIENTED,
    "objectives": [6],
}


async def make_pledge(
    session: AsyncSession,
    champion: Champion,
    *,
    status: PledgeStatus = PledgeStatus.MADE,
    process: Process | None = None,
    **fields: Any,
) -> Pledge:
    """A whole pledge of ``champion``, made in May."""
    made_on = None if status is PledgeStatus.DRAFT else date(2026, 5, 6)
    reason = "The law changed." if status is PledgeStatus.DISCONTINUED else ""
    values = _BASE | {"made_on": made_on, "status_reason": reason} | fields
    pledge = Pledge(champion_id=champion.id, status=status, **values)
    session.add(pledge)
    await session.flush()
    if process:
        session.add(PledgeProcess(pledge_id=pledge.id, process_id=process.id))
    await session.commit()
    return pledge


async def make_common_pledge(
    session: AsyncSession, champion: Champion, *others: Champion, voice: PledgeVoice | None = None, **fields: Any
) -> Pledge:
    """A pledge that ``champion`` records and in which it names ``others``, who said ``voice``."""
    pledge = await make_pledge(session, champion, mode=PledgeMode.COMMON, **fields)
    session.add_all(
        PledgingState(
            pledge_id=pledge.id,
            iso3=other.iso3,
            champion_id=other.id,
            voice=voice,
            spoke_at=clock.now() if voice else None,
        )
        for other in others
    )
    await session.commit()
    return pledge


async def make_report(session: AsyncSession, pledge: Pledge, **fields: Any) -> PledgeReport:
    """Something that was reported on ``pledge`` in October."""
    values = {"reported_on": date(2026, 10, 1), "text": "The register is open.", "person_name": "Amina Diallo"} | fields
    report = PledgeReport(pledge_id=pledge.id, **values)
    session.add(report)
    await session.commit()
    return report


async def make_pledge_file(session: AsyncSession, storage: Storage, pledge: Pledge) -> PledgeFile:
    """A note that stands in the storage."""
    key = f"documents/{uuid4()}"
    stored = await storage.put(key, _bytes(b"Licensed recruitment."))
    file = PledgeFile(
        pledge_id=pledge.id,
        file_name="Note.txt",
        media_type="text/plain",
        size=stored.size,
        sha256=stored.sha256,
        storage_key=key,
        uploaded_at=clock.now(),
    )
    session.add(file)
    await session.commit()
    return file


async def _bytes(content: bytes) -> AsyncIterator[bytes]:
    yield content
