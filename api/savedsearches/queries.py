"""Reads of saved searches: one's own, with what they find now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.problems import NotFound
from api.platform.schemas import trusted
from api.practices.models import Practice
from api.practices.schemas import PracticeFilters
from api.savedsearches import rules
from api.savedsearches.matching import Asked, fetch_all, finding
from api.savedsearches.models import LetterFrequency, SavedSearch
from api.savedsearches.schemas import SavedSearchBody, SavedSearchLetters, SavedSearchList

_ACTIONS = ["change", "delete"]


async def list_saved_searches(session: AsyncSession, caller: Caller) -> SavedSearchList:
    """All of the caller's searches by name, each with what it finds: two statements, however many they are."""
    own = (
        select(SavedSearch)
        .where(col(SavedSearch.person_id) == caller.person_id)
        .order_by(func.lower(SavedSearch.name), col(SavedSearch.id))
    )
    searches = (await session.exec(own)).all()
    return SavedSearchList(items=await bodies_of(session, caller, searches), most=rules.MOST_A_PERSON)


async def bodies_of(session: AsyncSession, caller: Caller, searches: Sequence[SavedSearch]) -> list[SavedSearchBody]:
    """``searches`` as answers, with what each finds now."""
    filters = {search.id: PracticeFilters.model_validate(search.filters) for search in searches}
    counted = await fetch_all(session, (_counting(caller, search, filters[search.id]) for search in searches))
    counts = {row.search_id: {"found": row.found, "new": row.new} for row in counted}
    return [
        trusted(
            SavedSearchBody,
            search.model_dump() | counts[search.id] | {"filters": filters[search.id], "actions": _ACTIONS},
        )
        for search in searches
    ]


def _counting(caller: Caller, search: SavedSearch, filters: PracticeFilters) -> Any:
    is_new = col(Practice.published_at) > search.looked_at
    return finding(
        Asked(search.id, caller, filters), func.count().label("found"), func.count().filter(is_new).label("new")
    )


async def get_letters(session: AsyncSession, person_id: UUID) -> SavedSearchLetters:
    """The searches that a person gets letters about, by name."""
    told = (
        select(SavedSearch.name)
        .where(col(SavedSearch.person_id) == person_id, col(SavedSearch.frequency) != LetterFrequency.NEVER)
        .order_by(func.lower(SavedSearch.name), col(SavedSearch.id))
    )
    return SavedSearchLetters(names=list(await session.exec(told)))


def unknown_search() -> NotFound:
    """What is told of a search that is not there, or somebody else's."""
    return NotFound("There is no such saved search among yours.")


def unknown_link() -> NotFound:
    """What is told of a link that was not signed here."""
    return NotFound("This link stops no letters. Change them on the page of your saved searches.")
