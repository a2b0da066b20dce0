"""The library of standard phrases for minutes, in each language."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.minutes import phrase_service, queries
from api.minutes.routes import MinutesWrite
from api.minutes.schemas import PhraseBody, PhraseChange, PhraseCreate, PhraseQuery
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

Phrases = Annotated[Caller, requires(Permission.MINUTES_PHRASES)]

router = room_router("/minutes-phrases", tag="Standard phrases")


async def phrase_to_change(
    phrase_id: Annotated[UUID, Path(description="Key of the phrase.")],
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> phrase_service.Subject:
    """The phrase, locked and as the caller read it."""
    return await phrase_service.load_for_change(session, phrase_id, expected_revision)


PhraseToChange = Annotated[phrase_service.Subject, Depends(phrase_to_change)]


@router.get("", operation_id="listMinutesPhrases", summary="List standard phrases")
async def list_minutes_phrases(
    caller: MinutesWrite,  # noqa: ARG001 -- states who may call
    session: SessionDep,
    query: Annotated[PhraseQuery, Query()],
) -> Page[PhraseBody]:
    """By their words, for whoever writes minutes."""
    return await queries.list_phrases(session, query)


@router.post("", operation_id="addMinutesPhrase", summary="Add a standard phrase", status_code=status.HTTP_201_CREATED)
async def add_minutes_phrase(caller: Phrases, session: SessionDep, body: PhraseCreate) -> PhraseBody:
    """A sentence that recurs; … stands for what is to be filled in."""
    return await phrase_service.create(session, caller, body)


@router.patch("/{phrase_id}", operation_id="changeMinutesPhrase", summary="Change a standard phrase")
async def change_minutes_phrase(
    caller: Phrases, session: SessionDep, phrase: PhraseToChange, body: PhraseChange
) -> PhraseBody:
    """What was written with it stays."""
    return await phrase_service.change(session, caller, phrase, body)


@router.delete(
    "/{phrase_id}",
    operation_id="deleteMinutesPhrase",
    summary="Delete a standard phrase",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_minutes_phrase(caller: Phrases, session: SessionDep, phrase: PhraseToChange) -> None:
    """What was written with it stays."""
    await phrase_service.delete(session, caller, phrase)
