"""Reads of the deadlines of processes."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, true
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform import clock
from api.platform.database import columns
from api.platform.transitions import Party
from api.processes import rules
from api.processes.deadline_schemas import DeadlineBody
from api.processes.models import ProcessDeadline

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "due_on", "due_at", "time_zone", "text", "link",
    "is_internal", "met_on", "source", "confidence", "is_demonstration", "falls_at",
)  # fmt: skip


def visible(caller: Caller) -> ColumnElement[bool]:
    """What the process itself sets is known to all; what the Champions set themselves, to members."""
    return true() if caller.is_member else ~col(ProcessDeadline.is_internal)


def is_open() -> ColumnElement[bool]:
    """What is still to be handed in, and in time."""
    return and_(col(ProcessDeadline.met_on).is_(None), col(ProcessDeadline.falls_at) > clock.now())


async def list_deadlines(
    session: AsyncSession, caller: Caller, process_id: UUID, *, is_led: bool
) -> list[DeadlineBody]:
    """The deadlines of a process, the earliest first. ``is_led``: the caller's champion leads in it."""
    rows = await session.exec(
        columns(*(getattr(ProcessDeadline, field) for field in _FIELDS))
        .where(col(ProcessDeadline.process_id) == process_id, visible(caller))
        .order_by(col(ProcessDeadline.falls_at), col(ProcessDeadline.id))
    )
    parties = caller.parties_to(caller.champion_id if is_led else None)
    return [_body(row, parties) for row in rows]


def _body(row: Row[Any], parties: frozenset[Party]) -> DeadlineBody:
    values = dict(row._mapping)
    return DeadlineBody.model_construct(
        has_passed=values.pop("falls_at") <= clock.now(),
        actions=rules.deadline_actions(parties, is_met=row.met_on is not None),
        **values,
    )
