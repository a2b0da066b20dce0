"""Writing the note of an outgoing pair."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.cochairs.models import CoChairTerm
from api.handover import queries
from api.handover.models import HandoverNote
from api.handover.schemas import HandoverNoteBody, HandoverNoteWrite
from api.platform.etags import ANY_REVISION
from api.platform.problems import Forbidden, StaleRecord


async def write_note(
    session: AsyncSession, caller: Caller, term_id: UUID, expected_revision: int, body: HandoverNoteWrite
) -> HandoverNoteBody:
    """Put the note in place of what was there; 412 where somebody else wrote in the meantime."""
    await session.exec(select(CoChairTerm.id).where(col(CoChairTerm.id) == term_id).with_for_update())
    handover = await queries.get_handover(session, caller, term_id)
    if not handover.may_write_note(caller):
        raise Forbidden("The note is written by the pair in office and the secretariat.")
    note = (await session.exec(select(HandoverNote).where(col(HandoverNote.id) == term_id))).first()
    current = note.revision if note else 0
    if expected_revision not in (ANY_REVISION, current):
        raise StaleRecord(
            f"You changed version {expected_revision}; version {current} is current. Read it again and put your change on top."
        )
    note = note or HandoverNote(id=term_id)
    note.sqlmodel_update({"text": body.text, "person_id": caller.person_id, "person_name": caller.name})
    session.add(note)
    term = handover.term
    title = f"{term.starts_on} – {term.ends_on}"
    await audit.record(session, caller, "handover_note.written", note, title=title)
    return await queries.get_note(session, caller, term_id)
