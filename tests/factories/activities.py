"""Activities."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityChampion, ActivityProcess, ActivityStatus, Part, PartnerRequest
from api.champions.models import Champion
from api.processes.models import Process, ProcessKind
from api.vocabularies.models import ActivityKind

_BASE: dict[str, Any] = {
    "title": "Peer exchange on migration data",
    "kind": ActivityKind.PEER_LEARNING,
    "objectives": [1],
}


async def make_activity(
    session: AsyncSession,
    lead: Champion | None,
    *,
    status: ActivityStatus = ActivityStatus.PLANNED,
    participants: tuple[Champion, ...] = (),
    process: Process | None = None,
    **fields: Any,
) -> Activity:
    """An activity that ``lead`` leads (``None``: the Initiative as a whole); a reported one with its outcome."""
    if status is ActivityStatus.REPORTED:
        fields = {"outcome": "Six bilateral calls followed."} | fields
    activity = Activity(champion_id=lead.id if lead else None, status=status, **_BASE | fields)
    session.add(activity)
    await session.flush()
    session.add_all(
        ActivityChampion(activity_id=activity.id, champion_id=champion.id, part=Part.PARTICIPANT)
        for champion in participants
    )
    if process:
        session.add(ActivityProcess(activity_id=activity.id, process_id=process.id))
    await session.commit()
    return activity


async def make_partner(
    session: AsyncSession, activity: Activity, champion: Champion, part: Part = Part.CO_LEAD
) -> ActivityChampion:
    """A champion with a part in ``activity``."""
    partner = ActivityChampion(activity_id=activity.id, champion_id=champion.id, part=part)
    session.add(partner)
    await session.commit()
    return partner


async def make_partner_request(
    session: AsyncSession, activity: Activity, champion: Champion, **fields: Any
) -> PartnerRequest:
    """``champion`` asks to take part in ``activity``."""
    values = {"part": Part.PARTICIPANT, "person_name": "Amina Diallo"} | fields
    request = PartnerRequest(activity_id=activity.id, champion_id=champion.id, **values)
    session.add(request)
    await session.commit()
    return request


async def make_process(session: AsyncSession, key: str = "RR-2028") -> Process:
    """A process that activities can be linked to."""
    process = Process(
        key=key,
        kind=ProcessKind.REGIONAL_REVIEW,
        title="Regional Review",
        starts_on=date(2028, 1, 1),
        ends_on=date(2028, 12, 31),
    )
    session.add(process)
    await session.commit()
    return process
