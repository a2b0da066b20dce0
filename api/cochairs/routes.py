"""Co-chair terms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.cochairs import queries, replacement_service, service
from api.cochairs.schemas import (
    CochairsNow,
    CochairTermBody,
    CochairTermChange,
    CochairTermCreate,
    CochairTermQuery,
    Replacement,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router

TermsRead = Annotated[Caller, requires(Permission.COCHAIR_TERMS_READ)]
TermsWrite = Annotated[Caller, requires(Permission.COCHAIR_TERMS_WRITE)]

TermId = Annotated[UUID, Path(description="Key of the term.")]

router = room_router("/cochair-terms", tag="Co-chair terms")


async def term_to_change(term_id: TermId, session: SessionDep, expected_revision: ExpectedRevision) -> service.Subject:
    """The term, locked and as the caller read it."""
    return await service.load_for_change(session, term_id, expected_revision)


async def term_to_move(
    term_id: TermId, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The term, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, term_id, expected_revision)


TermToChange = Annotated[service.Subject, Depends(term_to_change)]
TermToMove = Annotated[service.Subject, Depends(term_to_move)]


@router.get("", operation_id="listCochairTerms", summary="List co-chair terms")
async def list_cochair_terms(
    caller: TermsRead, session: SessionDep, query: Annotated[CochairTermQuery, Query()]
) -> Page[CochairTermBody]:
    """Past, current and planned terms, the latest first, each with the days without co-chairs before it."""
    return await queries.list_terms(session, caller, query)


@router.post("", operation_id="createCochairTerm", summary="Plan a co-chair term", status_code=status.HTTP_201_CREATED)
async def create_cochair_term(caller: TermsWrite, session: SessionDep, body: CochairTermCreate) -> CochairTermBody:
    """Two champions and a first day are enough: a term lasts six calendar months. Another length needs its reason."""
    return await service.create(session, caller, body)


@router.get("/current", operation_id="getCurrentCochairs", summary="Who co-chairs now, and who is next")
async def get_current_cochairs(caller: TermsRead, session: SessionDep) -> CochairsNow:
    """The term under way and the next one; each null where there is none."""
    return await queries.get_terms_now(session, caller)


@router.get("/{term_id}", operation_id="getCochairTerm", summary="Read a co-chair term")
async def get_cochair_term(caller: TermsRead, session: SessionDep, term_id: TermId) -> CochairTermBody:
    """One term."""
    return await queries.get_term(session, caller, term_id)


@router.patch("/{term_id}", operation_id="changeCochairTerm", summary="Change a co-chair term")
async def change_cochair_term(
    caller: TermsWrite, session: SessionDep, term: TermToChange, body: CochairTermChange
) -> CochairTermBody:
    """Change what is given and leave the rest. The rights of the two champions' people follow at once."""
    return await service.change(session, caller, term, body)


@router.delete(
    "/{term_id}",
    operation_id="deleteCochairTerm",
    summary="Call off a planned term",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_cochair_term(caller: TermsWrite, session: SessionDep, term: TermToChange) -> None:
    """Delete a term that has not begun. One that has begun stays in the record."""
    await service.delete(session, caller, term)


@router.post("/{term_id}/replace", operation_id="replaceCochair", summary="Seat another champion within a term")
async def replace_cochair(
    caller: TermsWrite, session: SessionDep, term: TermToMove, body: Replacement
) -> CochairTermBody:
    """A co-chair leaves its seat before the term is over: another champion takes it from a day, with the reason.

    The rights of both champions' people move at midnight UTC of that day; who sat before stays in `seats`.
    """
    return await replacement_service.replace(session, caller, term, body)


@router.post(
    "/{term_id}/undo-replacement",
    operation_id="undoCochairReplacement",
    summary="Take back the latest replacement in a term",
)
async def undo_cochair_replacement(
    caller: TermsWrite, session: SessionDep, term: TermToMove, body: StepBody
) -> CochairTermBody:
    """The champion that sat before keeps its seat; the audit trail keeps both changes."""
    return await replacement_service.undo(session, caller, term, body)
