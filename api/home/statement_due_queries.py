"""What waits for a caller of joint statements: to speak before silence ends, to sign while sign-on is open."""

from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform import clock
from api.platform.database import columns
from api.statements import queries as statements
from api.statements.models import SignOn, SilenceEntry, SilenceRound, Statement, StatementStatus


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Statements under silence on which the caller's champion has not spoken, and adopted ones that it may still sign."""
    if caller.champion_id is None:
        return []
    under_silence = statements.stands(StatementStatus.UNDER_SILENCE)
    rows = await session.exec(
        statements.with_its_silence(
            columns(
                Statement.id,
                Statement.title,
                Statement.sign_on_until,
                Statement.is_demonstration,
                statements.last.c.until_at,
                under_silence.label("is_under_silence"),
            ).select_from(Statement)
        )
        .where(statements.visible(caller), or_(and_(under_silence, ~_has_spoken(caller)), _may_sign(caller)))
        .order_by(col(Statement.id))
    )
    return [_of_statement(row) for row in rows]


def _has_spoken(caller: Caller) -> ColumnElement[bool]:
    said: Any = (
        select(SilenceEntry.id)
        .join(SilenceRound, col(SilenceRound.id) == col(SilenceEntry.round_id))
        .where(
            col(SilenceRound.statement_id) == col(Statement.id),
            col(SilenceRound.opened_at) == statements.last.c.opened_at,
            owns(caller, SilenceEntry.champion_id),
        )
        .correlate(Statement, statements.last)
    )
    is_said: ColumnElement[bool] = said.exists()
    return is_said


def _may_sign(caller: Caller) -> ColumnElement[bool]:
    """Sign-on that is open without an end waits for nobody."""
    signed = select(SignOn.id).where(
        col(SignOn.statement_id) == col(Statement.id),
        col(SignOn.iso3) == caller.iso3,
        col(SignOn.withdrawn_at).is_(None),
    )
    return and_(
        or_(statements.stands(StatementStatus.ADOPTED), statements.stands(StatementStatus.DELIVERED)),
        col(Statement.sign_on_until) > clock.now(),
        ~signed.correlate(Statement).exists(),
    )


def _of_statement(row: Row[Any]) -> Due:
    about: dict[str, Any] = {"id": row.id, "title": row.title, "is_demonstration": row.is_demonstration}
    if row.is_under_silence:
        return Due(kind=DueKind.SILENCE_TO_SPEAK, due_at=row.until_at, **about)
    return Due(kind=DueKind.STATEMENT_TO_SIGN, due_at=row.sign_on_until, **about)
