"""Searches for practices that a person keeps, and that letters tell the news of."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.unit_of_work import room_router
from api.savedsearches import queries, service
from api.savedsearches.schemas import SavedSearchBody, SavedSearchChange, SavedSearchCreate, SavedSearchList

SavedSearchUse = Annotated[Caller, requires(Permission.SAVED_SEARCHES_USE)]
SavedSearchId = Annotated[UUID, Path(description="Key of the saved search.")]

router = room_router("/saved-searches", tag="Saved searches")


async def search_to_change(
    saved_search_id: SavedSearchId, caller: SavedSearchUse, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """One's own search, locked and as one read it."""
    return await service.load_for_change(session, caller, saved_search_id, expected_revision)


SearchToChange = Annotated[service.Subject, Depends(search_to_change)]


@router.get("", operation_id="listSavedSearches", summary="List one's saved searches")
async def list_saved_searches(caller: SavedSearchUse, session: SessionDep) -> SavedSearchList:
    """Each with how many practices it finds, and how many are new since one last looked."""
    return await queries.list_saved_searches(session, caller)


@router.post("", operation_id="saveSearch", summary="Save a search", status_code=status.HTTP_201_CREATED)
async def save_search(caller: SavedSearchUse, session: SessionDep, body: SavedSearchCreate) -> SavedSearchBody:
    """Letters tell of what is published from now on. The same filters are kept once."""
    return await service.save(session, caller, body)


@router.patch("/{saved_search_id}", operation_id="changeSavedSearch", summary="Change a saved search")
async def change_saved_search(
    caller: SavedSearchUse, session: SessionDep, search: SearchToChange, body: SavedSearchChange
) -> SavedSearchBody:
    """Its name, or how often letters tell of it."""
    return await service.change(session, caller, search, body)


@router.delete(
    "/{saved_search_id}",
    operation_id="deleteSavedSearch",
    summary="Delete a saved search",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_saved_search(caller: SavedSearchUse, session: SessionDep, search: SearchToChange) -> None:
    """Nothing more is told of it."""
    await service.delete(session, caller, search)


@router.post(
    "/{saved_search_id}/seen",
    operation_id="markSavedSearchSeen",
    summary="I have looked at what it finds",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def mark_saved_search_seen(caller: SavedSearchUse, session: SessionDep, saved_search_id: SavedSearchId) -> None:
    """What is published from now on is new; the app says so when the search is opened."""
    await service.mark_seen(session, caller, saved_search_id)
