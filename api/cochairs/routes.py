"""Co-chair terms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.cochairs import queries, service
from api.cochairs.schemas import CochairsNow, CochairTermBody, CochairTermChange, CochairTermCreate, CochairTermQuery
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

TermsRead = Annotated[Caller, requires(Permission.COCHAIR_TERMS_READ)]
TermsWrite = Annotated[Caller, requires(Permission.COCHAIR_TERMS_WRITE)]

TermId = Annotated[UUID, Path(description="Key of the term.")]

router = room_router("/cochair-terms", tag="Co-chair terms")


async def term_to_change(term_id: TermId, session: SessionDep, expected_revision: ExpectedRevision) -> service.Subject:
    """The term, locked and as the caller read it."""
    return await service.load_for_change(session, term_id, expected_revision)


TermToChange = Annotated[service.Subject, Depends(term_to_change)]


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
