"""Practices."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.platform import clock
from api.practices.models import GeographicScope, Practice, PracticeStatus, PracticeType
from api.practices.service import version_of

COMPLETE: dict[str, Any] = {
    "title": "Pre-departure information in district offices",
    "summary": "Trained local officers give departing workers verified facts on contracts, costs and rights.",
    "type_of_practice": PracticeType.PROGRAMME_OR_PROJECT,
    "geographic_scope": GeographicScope.NATIONAL,
    "starts_on": date(2023, 2, 1),
    "main_implementing_organization": "Ministry of Labour",
    "implementing_focal_point": "Head of unit",
    "benefit_and_impact": "Complaints fell by a third.",
    "key_lessons": "Train the trainers first.",
    "objectives_primary": [3],
    "objectives_secondary": [6],
    "guiding_principles": [1],
}


async def make_practice(
    session: AsyncSession, champion: Champion, *, status: PracticeStatus = PracticeStatus.DRAFT, **fields: Any
) -> Practice:
    """A complete practice of ``champion``; a published or withdrawn one with its first version."""
    was_published = status in {PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}
    values = COMPLETE | fields
    if was_published:
        values = {"published_at": clock.now(), "version": 1} | values
    if status is PracticeStatus.WITHDRAWN:
        values = {"withdrawn_at": clock.now()} | values
    practice = Practice(champion_id=champion.id, status=status, **values)
    session.add(practice)
    await session.flush()
    if was_published:
        session.add(version_of(practice))
    await session.commit()
    return practice
