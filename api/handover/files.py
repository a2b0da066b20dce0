"""The handover brief as a file, in the reader's language where it is one of those that the product is written in."""

from uuid import UUID

from fastapi import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.handover import paper, queries
from api.platform import language
from api.platform.documents import docx
from api.platform.documents.answers import Form, file_answer
from api.platform.documents.paper import as_pdf


async def get_brief_file(session: AsyncSession, caller: Caller, term_id: UUID, form: Form) -> Response:
    """The brief as PDF or DOCX, under a name that says whose it is."""
    spoken = language.current()
    with language.speaking(spoken):
        brief = await queries.get_brief(session, caller, term_id)
        made = paper.of(brief, spoken)
    content = await as_pdf(made) if form is Form.PDF else docx.as_docx(made)
    return file_answer(content, form, name=paper.file_name(brief, spoken), spoken=spoken)
