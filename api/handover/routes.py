"""What a pair of co-chairs hands to the next."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.handover import files, queries, service
from api.handover.schemas import HandoverBriefBody, HandoverNoteBody, HandoverNoteWrite
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, negotiated
from api.platform.etags import ExpectedRevision
from api.platform.unit_of_work import room_router

BriefRead = Annotated[Caller, requires(Permission.HANDOVER_READ)]
NoteWrite = Annotated[Caller, requires(Permission.HANDOVER_WRITE)]

TermId = Annotated[UUID, Path(description="Key of the term that hands over.")]
BriefForm = Annotated[Form, negotiated(Form.JSON, Form.DOCX, Form.PDF)]

router = room_router("/cochair-terms", tag="Handover")


@router.get(
    "/{term_id}/handover-brief",
    operation_id="getHandoverBrief",
    summary="Read a handover brief",
    response_model=HandoverBriefBody,
    responses=documented(Form.DOCX, Form.PDF),
)
async def get_handover_brief(
    caller: BriefRead, session: SessionDep, term_id: TermId, form: BriefForm
) -> HandoverBriefBody | Response:
    """Written by the record: for the term's own pair, the next pair from 30 days before its term, and the secretariat."""
    if form is Form.JSON:
        return await queries.get_brief(session, caller, term_id)
    return await files.get_brief_file(session, caller, term_id, form)


@router.get("/{term_id}/handover-note", operation_id="getHandoverNote", summary="Read the note of a handover")
async def get_handover_note(caller: BriefRead, session: SessionDep, term_id: TermId) -> HandoverNoteBody:
    """What the outgoing pair adds in its own words."""
    return await queries.get_note(session, caller, term_id)


@router.put("/{term_id}/handover-note", operation_id="writeHandoverNote", summary="Write the note of a handover")
async def write_handover_note(
    caller: NoteWrite,
    session: SessionDep,
    term_id: TermId,
    expected_revision: ExpectedRevision,
    body: HandoverNoteWrite,
) -> HandoverNoteBody:
    """For the pair in office and the secretariat. The first time, send `"0"` in `If-Match`."""
    return await service.write_note(session, caller, term_id, expected_revision, body)
