"""Practices."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.platform import clock
from api.practices.models import GeographicScope, Practice, PracticeStatus, PracticeType, PracticeVersion

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
    practice = Practice(champion_id=champion.id, status=status, **values)
    session.add(practice)
    await session.flush()
    if was_published:
        content = practice.model_dump(mode="json", include={"title", "summary"})
        session.add(
            PracticeVersion(
                practice_id=practice.id,
                number=1,
                published_at=practice.published_at,
                title=practice.title,
                content=content,
            )
        )
    await session.commit()
    return practice
