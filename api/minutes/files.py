"""Minutes as files, set in the reader's language; what they say stays in the language that they are written in."""

from uuid import UUID

from fastapi import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.minutes import outcome_queries, paper, queries
from api.platform import language
from api.platform.documents import docx
from api.platform.documents.answers import Form, file_answer
from api.platform.documents.paper import Paper, as_pdf


async def get_minutes_file(session: AsyncSession, caller: Caller, meeting_id: UUID, form: Form) -> Response:
    """The minutes of one meeting as PDF or DOCX."""
    spoken = language.current()
    minutes = await queries.get_minutes(session, caller, meeting_id)
    outcomes = await outcome_queries.of_meetings(session, [meeting_id])
    return await _answer(
        paper.of_meeting(minutes, outcomes, spoken), form, name=paper.file_name(minutes.starts_at.date(), spoken)
    )


async def get_term_minutes_file(session: AsyncSession, caller: Caller, term_id: UUID, form: Form) -> Response:
    """The minutes of a term's meetings, compiled, as PDF or DOCX."""
    spoken = language.current()
    term = await queries.get_minutes_of_term(session, caller, term_id)
    outcomes = await outcome_queries.of_meetings(session, [minutes.id for minutes in term.meetings])
    return await _answer(paper.of_term(term, outcomes, spoken), form, name=paper.term_file_name(term.starts_on, spoken))


async def _answer(made: Paper, form: Form, *, name: str) -> Response:
    content = await as_pdf(made) if form is Form.PDF else docx.as_docx(made)
    return file_answer(content, form, name=name)
