"""Saved searches."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import Person
from api.savedsearches.models import LetterFrequency, SavedSearch


async def make_saved_search(session: AsyncSession, person: Person, **fields: Any) -> SavedSearch:
    """What ``person`` keeps of the practices for objective 3, told of daily."""
    values = {"name": "Information", "filters": {"objective": [3]}, "frequency": LetterFrequency.DAILY} | fields
    search = SavedSearch(person_id=person.id, **values)
    session.add(search)
    await session.commit()
    return search
