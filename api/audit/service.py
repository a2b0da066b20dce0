"""Writes the audit trail, in the transaction of the write that it tells of."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit.announcing import announce
from api.audit.models import AuditEntry
from api.platform.records import Record

_NEVER_KEPT = frozenset({"revision", "created_at", "updated_at", "search", "password_hash"})
_NOTHING: tuple[Any, ...] = (None, "", [], {})


async def record(
    session: AsyncSession,
    caller: Caller,
    action: str,
    subject: Record,
    *,
    title: str,
    on_behalf_of: UUID | None = None,
    reason: str = "",
    related: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    """Note that ``caller`` did ``action`` to ``subject``, with each changed field before and after, and flush both.
    Where the record belongs to a meeting, those who follow it live are told.

    Call it after changing ``subject`` and before anything flushes. ``on_behalf_of`` is the champion that the record
    belongs to; it is kept where the caller does not speak for that champion. ``related`` is what changed beside the
    row itself, such as the rows that link it to others: name → what was before and after,
    ``None`` where there was or is nothing.
    """
    before, after = _changes(subject)
    if inspect(subject).deleted or subject in session.deleted:
        before, after = _values(subject), {}
    for name, (was, becomes) in (related or {}).items():
        before |= {} if was is None else {name: was}
        after |= {} if becomes is None else {name: becomes}
    await session.flush()
    session.add(
        AuditEntry(
            person_id=caller.person_id,
            person_name=caller.name,
            on_behalf_of_id=on_behalf_of,
            action=action,
            record_type=str(subject.__tablename__),
            record_id=subject.id,
            record_title=title[:300],
            reason=reason,
            before=before,
            after=after,
            request_id=caller.request_id,
        )
    )
    announce(session, subject, action)
    await session.flush()


def _changes(subject: Record) -> tuple[dict[str, Any], dict[str, Any]]:
    """Each changed field before and after; of a new record, the fields that hold something."""
    before, after = {}, {}
    is_new = not inspect(subject).persistent
    for attribute in inspect(subject).attrs:
        history = attribute.history
        if attribute.key in _NEVER_KEPT or not history.has_changes():
            continue
        if history.deleted and history.deleted[0] is not None:
            before[attribute.key] = _plain(history.deleted[0])
        if history.added and not (is_new and history.added[0] in _NOTHING):
            after[attribute.key] = _plain(history.added[0])
    return before, after


def _values(subject: Record) -> dict[str, Any]:
    return {key: _plain(value) for key, value in subject.model_dump().items() if key not in _NEVER_KEPT}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date | datetime | time | timedelta):
        return str(value)
    return value
