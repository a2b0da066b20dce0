"""Reads of joint statements: columns, not objects; one statement for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement as Condition
from sqlalchemy import Row, and_, false, func, literal_column, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform import clock
from api.platform.database import columns
from api.platform.differences import paragraphs
from api.platform.language import Language
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.records import Visibility
from api.platform.transitions import Party, asking_reason
from api.processes.models import Process
from api.statements import rules
from api.statements.models import (
    RemarkStatus,
    SignOn,
    SilenceRound,
    Statement,
    StatementDrafter,
    StatementRemark,
    StatementStatus,
    StatementVersion,
)
from api.statements.rules import Course, Silence
from api.statements.schemas import StatementBody, StatementQuery, StatementSummary, VersionBody, VersionSummary

_SORT = Sort(col(Statement.id), {"updated_at": col(Statement.updated_at), "title": col(Statement.title)})
_HEAD = (
    "id", "revision", "created_at", "updated_at", "title", "event", "due_on", "visibility", "is_demonstration",
)  # fmt: skip
_COURSE = ("adopted_at", "delivered_on", "withdrawn_at", "sign_on_until")
_MORE = ("purpose", "objectives", "adoption_reason", "delivered_by", "recording", "withdrawal_reason")
_EMPTY: Condition[Any] = literal_column("'[]'::json")
_FINAL = (StatementStatus.ADOPTED, StatementStatus.DELIVERED)

last = (
    columns(
        SilenceRound.opened_at,
        SilenceRound.until_at,
        SilenceRound.broken_at,
        SilenceRound.recalled_at,
        col(StatementVersion.number).label("version_number"),
    )
    .join(StatementVersion, col(StatementVersion.id) == col(SilenceRound.version_id))
    .where(col(SilenceRound.statement_id) == col(Statement.id))
    .order_by(col(SilenceRound.number).desc())
    .limit(1)
    .correlate(Statement)
    .lateral("last_silence")
)
"""The last period of silence beside each statement."""

_drafters = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_array(col(Champion.id), col(Champion.iso3))).aggregate_order_by(
                col(Champion.iso3)
            ),
            _EMPTY,
        )
    )
    .join(StatementDrafter, col(StatementDrafter.champion_id) == col(Champion.id))
    .where(col(StatementDrafter.statement_id) == col(Statement.id))
    .correlate(Statement)
    .scalar_subquery()
)


async def list_statements(session: AsyncSession, caller: Caller, query: StatementQuery) -> Page[StatementSummary]:
    """One page of the statements that the caller may see."""
    return await _SORT.fetch(
        session,
        _statements(_HEAD).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: StatementSummary.model_construct(**_values(caller, row)),
    )


async def get_statement(session: AsyncSession, caller: Caller, statement_id: UUID) -> StatementBody:
    """One statement with the list of its versions; ``NotFound`` where the caller may not see it."""
    chosen = _statements((*_HEAD, *_MORE, "languages", "adopted_number")).where(
        col(Statement.id) == statement_id, visible(caller)
    )
    row = (await session.exec(chosen)).first()
    if row is None:
        raise not_found()
    values = _values(caller, row)
    adopted = _adopted_number(row, values["status"])
    return StatementBody.model_construct(
        **values,
        **{name: getattr(row, name) for name in _MORE},
        process_title=row.process_title,
        languages=[Language(spoken) for spoken in row.languages],
        versions=await _versions(session, caller, statement_id, adopted),
        adopted_version=adopted,
        sign_on_until=row.sign_on_until,
        delivered_on=row.delivered_on,
        asks_reason=asking_reason((*rules.TRANSITIONS, *rules.SILENCE), values["status"], values["actions"]),
    )


async def get_version(session: AsyncSession, caller: Caller, statement_id: UUID, number: int) -> VersionBody:
    """One version with its text; of an adopted statement, the public reads what was adopted."""
    statement = await get_statement(session, caller, statement_id)
    summary = next((version for version in statement.versions if version.number == number), None)
    if summary is None:
        raise NotFound(f"There is no version {number} of this statement, or it is not for you to see.")
    chosen = select(StatementVersion.text).where(
        col(StatementVersion.statement_id) == statement_id, col(StatementVersion.number) == number
    )
    text = (await session.exec(chosen)).one()
    return VersionBody.model_construct(**dict(summary), text=text, paragraphs=paragraphs(text))


def titles(caller: Caller) -> Any:
    """The titles of the statements that the caller may see, for other rooms' records that are linked to one."""
    return with_its_silence(select(Statement.title).select_from(Statement)).where(visible(caller))


def not_found() -> NotFound:
    """The problem for a statement that is not there, or not for the caller."""
    return NotFound("There is no such statement, or it is not for you to see.")


def visible(caller: Caller) -> Condition[bool]:
    """Adopted public ones for all; for members all but private ones, which are their drafters' and the chairs'."""
    if caller.is_chair:
        return true()
    if not caller.is_member:
        return and_(col(Statement.visibility) == Visibility.PUBLIC, or_(*(stands(status) for status in _FINAL)))
    return or_(col(Statement.visibility) != Visibility.PRIVATE, _drafted_by(owns(caller, StatementDrafter.champion_id)))


def stands(status: StatementStatus) -> Condition[bool]:
    """The same as ``rules.status_of``; beside ``last``."""
    now = clock.now()
    adopted_by_hand = col(Statement.adopted_at).is_not(None)
    silence = last.c
    unbroken = and_(silence.until_at.is_not(None), silence.broken_at.is_(None), silence.recalled_at.is_(None))
    going = and_(
        col(Statement.withdrawn_at).is_(None),
        col(Statement.delivered_on).is_(None),
        col(Statement.adopted_at).is_(None),
    )
    return {
        StatementStatus.DRAFTING: and_(going, or_(silence.until_at.is_(None), silence.recalled_at.is_not(None))),
        StatementStatus.UNDER_SILENCE: and_(going, unbroken, silence.until_at > now),
        StatementStatus.SILENCE_BROKEN: and_(going, silence.broken_at.is_not(None)),
        StatementStatus.ADOPTED: and_(
            col(Statement.withdrawn_at).is_(None),
            col(Statement.delivered_on).is_(None),
            or_(adopted_by_hand, and_(unbroken, silence.until_at <= now)),
        ),
        StatementStatus.DELIVERED: and_(
            col(Statement.withdrawn_at).is_(None), col(Statement.delivered_on).is_not(None)
        ),
        StatementStatus.WITHDRAWN: col(Statement.withdrawn_at).is_not(None),
    }[status]


def parties(caller: Caller, drafter_ids: set[UUID]) -> frozenset[Party]:
    """What the caller is to a statement of these drafters."""
    return caller.parties_to(caller.champion_id if caller.champion_id in drafter_ids else None)


def course_of(row: Any) -> Course:
    """The course in a row that holds the statement's own columns and those of its last period of silence."""
    silence = None if row.until_at is None else Silence(row.opened_at, row.until_at, row.broken_at, row.recalled_at)
    return Course(silence, row.adopted_at, row.delivered_on, row.withdrawn_at)


def with_its_silence(statement: Any) -> Any:
    """``statement`` beside its last period of silence."""
    return statement.outerjoin(last, true())


def _statements(fields: tuple[str, ...]) -> Any:
    return with_its_silence(
        columns(
            *(getattr(Statement, field) for field in fields),
            *(getattr(Statement, field) for field in _COURSE),
            *last.c,
            col(Process.key).label("process_key"),
            col(Process.title).label("process_title"),
            _drafters.label("drafters"),
            _count(StatementVersion).label("versions_count"),
            _count(SignOn, col(SignOn.withdrawn_at).is_(None)).label("sign_ons_count"),
        )
        .select_from(Statement)
        .outerjoin(Process, col(Process.id) == col(Statement.process_id))
    )


def _count(table: Any, *which: Condition[bool]) -> Any:
    counted = select(func.count()).select_from(table).where(col(table.statement_id) == col(Statement.id), *which)
    return counted.correlate(Statement).scalar_subquery()


def _drafted_by(which: Condition[bool]) -> Condition[bool]:
    drafted = select(StatementDrafter.statement_id).where(
        col(StatementDrafter.statement_id) == col(Statement.id), which
    )
    return drafted.correlate(Statement).exists()


def _filters(query: StatementQuery) -> list[Condition[bool]]:
    filters: list[Condition[bool]] = []
    if query.status:
        filters.append(or_(*(stands(status) for status in query.status)))
    if query.process:
        filters.append(col(Process.key) == query.process)
    if query.q:
        filters.append(col(Statement.title).icontains(query.q, autoescape=True))
    if query.champion:
        drafter = select(Champion.id).where(col(Champion.iso3) == query.champion).scalar_subquery()
        signed = (
            select(SignOn.id)
            .where(
                col(SignOn.statement_id) == col(Statement.id),
                col(SignOn.iso3) == query.champion,
                col(SignOn.withdrawn_at).is_(None),
            )
            .correlate(Statement)
            .exists()
        )
        filters.append(or_(_drafted_by(col(StatementDrafter.champion_id) == drafter), signed))
    return filters


def _values(caller: Caller, row: Row[Any]) -> dict[str, Any]:
    now = clock.now()
    status = rules.status_of(course_of(row), now)
    drafters = [ChampionRef.of(UUID(champion_id), iso3) for champion_id, iso3 in row.drafters]
    return {name: getattr(row, name) for name in _HEAD} | {
        "status": status,
        "process": row.process_key,
        "drafters": drafters,
        "versions_count": row.versions_count,
        "sign_ons_count": row.sign_ons_count,
        "silence_until": row.until_at if caller.is_member else None,
        "adopted_at": _adopted_at(row, status),
        "actions": rules.actions(
            status,
            parties(caller, {champion.id for champion in drafters}),
            is_champion=caller.champion_id is not None,
            may_sign=rules.may_sign(status, row.sign_on_until, now),
        ),
    }


def _adopted_at(row: Row[Any], status: StatementStatus) -> datetime | None:
    if row.adopted_at is not None or status not in _FINAL:
        return row.adopted_at  # type: ignore[no-any-return]
    return row.until_at  # type: ignore[no-any-return]


def _adopted_number(row: Row[Any], status: StatementStatus) -> int | None:
    if status not in _FINAL:
        return None
    return row.adopted_number or row.version_number  # type: ignore[no-any-return]


async def _versions(
    session: AsyncSession, caller: Caller, statement_id: UUID, adopted: int | None
) -> list[VersionSummary]:
    """The newest first; of an adopted statement, the public reads what was adopted, in all its languages."""
    number, translates = col(StatementVersion.number), col(StatementVersion.translates)
    seen = true() if caller.is_member else or_(number == adopted, translates == adopted) if adopted else false()
    waiting = (
        select(func.count())
        .select_from(StatementRemark)
        .where(
            col(StatementRemark.version_id) == col(StatementVersion.id),
            col(StatementRemark.status) == RemarkStatus.OPEN,
        )
        .correlate(StatementVersion)
        .scalar_subquery()
    )
    rows = await session.exec(
        columns(
            number,
            StatementVersion.language,
            StatementVersion.note,
            translates,
            StatementVersion.written_at,
            col(StatementVersion.person_name).label("written_by"),
            func.cardinality(func.regexp_split_to_array(func.trim(col(StatementVersion.text)), r"\s+")).label(
                "words_count"
            ),
            waiting.label("open_remarks_count"),
        )
        .where(col(StatementVersion.statement_id) == statement_id, seen)
        .order_by(number.desc())
    )
    return [VersionSummary.model_construct(**row._mapping) for row in rows]
