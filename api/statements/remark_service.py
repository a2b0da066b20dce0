"""Writes of remarks: champions comment and amend, drafters accept or decline."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.platform.differences import paragraphs as paragraphs_of
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.statements import remark_queries, rules, service
from api.statements.models import RemarkKind, RemarkStatus, Statement, StatementRemark
from api.statements.schemas import RemarkAnswer, RemarkBody, RemarkCreate

Subject = StatementRemark
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, statement: Statement, body: RemarkCreate) -> RemarkBody:
    """Comment on a paragraph, or amend it."""
    await service.require(session, caller, statement, "remark")
    champion_id = await champion_to_act_for(session, caller, body.champion)
    version = await service.version(session, statement, body.version, pointer="/version")
    paragraphs = paragraphs_of(version.text)
    if body.paragraph > len(paragraphs):
        raise InvalidInput.at(
            "/paragraph", f"Version {version.number} has {len(paragraphs)} paragraphs.", code="unknown_paragraph"
        )
    quoted = paragraphs[body.paragraph - 1]
    if body.kind is RemarkKind.AMENDMENT and body.proposed == quoted:
        raise InvalidInput.at("/proposed", "Change the paragraph: this is its text as it stands.", code="unchanged")
    remark = StatementRemark(
        statement_id=statement.id,
        version_id=version.id,
        quoted=quoted,
        champion_id=champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
        **body.model_dump(exclude={"version", "champion"}),
    )
    session.add(remark)
    await _record(session, caller, "made", statement, remark)
    return await remark_queries.get_remark(session, caller, statement.id, remark.id)


async def load_for_change(
    session: AsyncSession, statement: Statement, remark_id: UUID, expected_revision: int
) -> StatementRemark:
    """The remark, locked until the transaction ends; 404 where it is not on this statement, 412 where it is stale."""
    found = await session.exec(
        select(StatementRemark)
        .where(col(StatementRemark.id) == remark_id, col(StatementRemark.statement_id) == statement.id)
        .with_for_update()
    )
    remark = found.first()
    if remark is None:
        raise remark_queries.no_remark()
    check_revision(remark, expected_revision)
    return remark


async def end(
    session: AsyncSession,
    caller: Caller,
    statement: Statement,
    remark: StatementRemark,
    verb: str,
    body: RemarkAnswer,
) -> RemarkBody:
    """Accept or decline a remark as a drafter, or withdraw it as the champion that made it."""
    told = await remark_queries.get_remark(session, caller, statement.id, remark.id)
    if verb not in told.actions:
        _refuse(caller, remark, verb)
    if verb == "decline" and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason for which it is declined.", code="missing")
    remark.status = rules.ENDS_OF_A_REMARK[verb]
    remark.answer, remark.answered_by_name = body.reason or "", caller.name
    await _record(session, caller, verb, statement, remark)
    return await remark_queries.get_remark(session, caller, statement.id, remark.id)


def _refuse(caller: Caller, remark: StatementRemark, verb: str) -> None:
    if remark.status is not RemarkStatus.OPEN:
        raise Conflict(f"This remark has been {remark.status} already.")
    if verb == "withdraw" and not caller.owns(remark.champion_id) and not caller.is_secretariat:
        raise Forbidden("A remark is withdrawn by the champion that made it.")
    if verb != "withdraw" and not caller.is_chair:
        raise Forbidden("Remarks are answered by the statement's drafters, the co-chairs and the secretariat.")
    raise Conflict("Remarks are answered while the text may still change.")


async def _record(
    session: AsyncSession, caller: Caller, what: str, statement: Statement, remark: StatementRemark
) -> None:
    await audit.record(
        session,
        caller,
        f"statement_remark.{what}",
        remark,
        title=statement.title,
        reason=remark.answer,
        on_behalf_of=None if caller.owns(remark.champion_id) else remark.champion_id,
    )
