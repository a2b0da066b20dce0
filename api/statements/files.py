"""Statements and certificates as files."""

from datetime import timedelta
from uuid import UUID

from fastapi import Response
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform import language
from api.platform.documents import docx
from api.platform.documents.answers import Form, file_answer
from api.platform.documents.paper import as_pdf
from api.statements import paper, queries, sign_on_queries, silence_queries
from api.statements.models import StatementVersion


async def get_version_file(
    session: AsyncSession, caller: Caller, statement_id: UUID, number: int, form: Form
) -> Response:
    """One version ready for the rostrum, in its own language."""
    version = await queries.get_version(session, caller, statement_id, number)
    with language.speaking(version.language):
        statement = await queries.get_statement(session, caller, statement_id)
        signed = await sign_on_queries.list_sign_ons(session, caller, statement_id)
    made = paper.of_version(statement, version, signed.on_behalf_of)
    content = await as_pdf(made) if form is Form.PDF else docx.as_docx(made)
    return file_answer(content, form, name=paper.file_name("statement", version.language), spoken=version.language)


async def get_certificate(session: AsyncSession, caller: Caller, statement_id: UUID, minimum: timedelta) -> Response:
    """The certificate of the silence procedure as PDF."""
    spoken = language.current()
    with language.speaking(spoken):
        statement = await queries.get_statement(session, caller, statement_id)
        silence = await silence_queries.get_silence(session, caller, statement_id, minimum)
    found = await session.exec(
        select(StatementVersion.number, StatementVersion.text).where(
            col(StatementVersion.statement_id) == statement_id,
            col(StatementVersion.number).in_({each.version for each in silence.rounds}),
        )
    )
    made = paper.certificate(statement, silence, dict(found.all()), spoken)
    return file_answer(await as_pdf(made), Form.PDF, name=paper.file_name("certificate", spoken), spoken=spoken)
