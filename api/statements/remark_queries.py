"""Reads of remarks: what champions say to the paragraphs of a version."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.transitions import Party
from api.statements import queries, rules
from api.statements.models import StatementRemark, StatementStatus, StatementVersion
from api.statements.schemas import RemarkBody, RemarkQuery

_SORT = Sort(col(StatementRemark.id), {"paragraph": col(StatementRemark.paragraph)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "paragraph", "quoted", "kind", "text", "proposed", "status", "answer",
)  # fmt: skip


async def list_remarks(
    session: AsyncSession, caller: Caller, statement_id: UUID, query: RemarkQuery
) -> Page[RemarkBody]:
    """One page of what champions say, paragraph by paragraph."""
    statement = await queries.get_statement(session, caller, statement_id)
    parties = queries.parties(caller, {champion.id for champion in statement.drafters})
    remarks = _remarks().where(col(StatementRemark.statement_id) == statement_id)
    if query.version:
        remarks = remarks.where(col(StatementVersion.number) == query.version)
    if query.status:
        remarks = remarks.where(col(StatementRemark.status) == query.status)
    return await _SORT.fetch(
        session,
        remarks,
        sort=query.sort,
        query=query,
        build=lambda row: _body(caller, row, statement.status, parties),
    )


async def get_remark(session: AsyncSession, caller: Caller, statement_id: UUID, remark_id: UUID) -> RemarkBody:
    """One remark; ``NotFound`` where it is not on a statement that the caller may see."""
    statement = await queries.get_statement(session, caller, statement_id)
    chosen = _remarks().where(col(StatementRemark.id) == remark_id, col(StatementRemark.statement_id) == statement_id)
    row = (await session.exec(chosen)).first()
    if row is None:
        raise no_remark()
    return _body(caller, row, statement.status, queries.parties(caller, {each.id for each in statement.drafters}))


def no_remark() -> NotFound:
    """The problem for a remark that is not there."""
    return NotFound("There is no such remark on this statement.")


def _remarks() -> Any:
    return (
        columns(
            *(getattr(StatementRemark, field) for field in _FIELDS),
            StatementRemark.person_name,
            StatementRemark.answered_by_name,
            StatementRemark.champion_id,
            Champion.iso3,
            col(StatementVersion.number).label("version"),
        )
        .join(Champion, col(Champion.id) == col(StatementRemark.champion_id))
        .join(StatementVersion, col(StatementVersion.id) == col(StatementRemark.version_id))
    )


def _body(caller: Caller, row: Row[Any], status: StatementStatus, parties: frozenset[Party]) -> RemarkBody:
    return RemarkBody.model_construct(
        **{field: getattr(row, field) for field in _FIELDS},
        version=row.version,
        champion=ChampionRef.of(row.champion_id, row.iso3),
        made_by=row.person_name,
        answered_by=row.answered_by_name,
        actions=rules.remark_actions(
            row.status,
            parties,
            is_own=caller.owns(row.champion_id),
            is_in_writing=status in rules.IN_WRITING,
        ),
    )
