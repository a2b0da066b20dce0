"""Searches for practices that two focal points keep."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.savedsearches.models import LetterFrequency, SavedSearch
from api.savedsearches.rules import canonical
from api.seeding.cast import Cast

_LOOKED_AGO = timedelta(days=60)


def add(session: AsyncSession, cast: Cast) -> None:
    """Last looked at two months ago, so that some of what they find is new."""
    kept = (
        ("ken", "Recruitment and remittances", {"objective": [6, 20]}, LetterFrequency.WEEKLY),
        ("ken", "Saving lives in Africa", {"objective": [8], "region": ["002"]}, LetterFrequency.DAILY),
        ("ecu", "Regular pathways", {"objective": [5]}, LetterFrequency.WEEKLY),
    )
    session.add_all(
        SavedSearch(
            person_id=cast.people[whose].id,
            name=name,
            filters=canonical(filters),
            frequency=frequency,
            looked_at=clock.now() - _LOOKED_AGO,
        )
        for whose, name, filters, frequency in kept
    )
