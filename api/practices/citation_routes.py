"""Citations of practices over HTTP."""

from typing import Annotated

from fastapi import Response

from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, file_answer, negotiated
from api.platform.unit_of_work import room_router
from api.practices import citation_queries, citations
from api.practices.routes import PracticeId, PracticeRead, VersionNumber

CitationForm = Annotated[Form, negotiated(*citations.FORMS)]

router = room_router("/practices", tag="Practices")


@router.get(
    "/{practice_id}/citation",
    operation_id="getPracticeCitation",
    summary="Cite a practice",
    response_class=Response,
    responses=documented(*citations.FORMS),
)
async def get_practice_citation(
    caller: PracticeRead, session: SessionDep, practice_id: PracticeId, home: Home, form: CitationForm
) -> Response:
    """Its last published version for a reference manager: BibTeX, RIS or CSL JSON, as `Accept` or `format` says."""
    citation = await citation_queries.cite(session, caller, practice_id, None, home)
    return file_answer(citations.write(citation, form), form, name=citation.key)


@router.get(
    "/{practice_id}/versions/{number}/citation",
    operation_id="getVersionCitation",
    summary="Cite a published version",
    response_class=Response,
    responses=documented(*citations.FORMS),
)
async def get_version_citation(
    caller: PracticeRead,
    session: SessionDep,
    practice_id: PracticeId,
    number: VersionNumber,
    home: Home,
    form: CitationForm,
) -> Response:
    """One version for a reference manager: BibTeX, RIS or CSL JSON, as `Accept` or `format` says."""
    citation = await citation_queries.cite(session, caller, practice_id, number, home)
    return file_answer(citations.write(citation, form), form, name=citation.key)
