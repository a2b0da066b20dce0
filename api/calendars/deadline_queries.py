"""What is due of a person, for their calendar: answers to consultations, action items, items of the workplan, what processes ask for,
when silence and sign-on end.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.actionitems import queries as action_items
from api.actionitems.models import ActionItem, ActionItemStatus
from api.calendars.entries import Days, Entry, EntryStatus
from api.consultations import queries as consultations
from api.consultations.models import Consultation, ConsultationStatus
from api.datepolls import queries as date_polls
from api.datepolls.models import DatePoll, DatePollStatus
from api.platform import clock
from api.platform.database import columns
from api.platform.language import Language
from api.platform.wording import words
from api.processes import deadline_queries as process_deadlines
from api.processes.models import Process, ProcessDeadline
from api.statements import queries as statements
from api.statements.models import Statement, StatementStatus
from api.workplan import queries as workplans
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus, WorkplanStatus

_SHOWN_BEFORE = timedelta(minutes=15)
"""A deadline is shown as the quarter of an hour before it: programs show nothing that takes no time."""

_FINISHED = (WorkplanItemStatus.DONE, WorkplanItemStatus.DROPPED)


async def own_deadlines(session: AsyncSession, caller: Caller, tongue: Language, home: str) -> list[Entry | Days]:
    """What the caller's champion, or the secretariat, is still to do by some day. Nothing is due of an observer."""
    if not caller.is_member:
        return []
    said = words("calendars", tongue)
    entries: list[Entry | Days] = [
        _day(row, f"workplan-item-{row.id}", said["item"], f"{home}/workplan/{row.id}")
        for row in await session.exec(_workplan_items(caller))
    ]
    entries += [
        _day(row, f"action-item-{row.id}", said["action"], f"{home}/action-items?is_mine=true")
        for row in await session.exec(_action_items(caller))
    ]
    asked = (
        (_consultations(), "consultation", "consultations"),
        (_date_polls(), "date-poll", "meetings/date-polls"),
        (_silences(caller), "silence", "statements"),
        (_sign_ons(caller), "sign-on", "statements"),
    )
    for statement, what, room in asked:
        entries += [
            deadline(
                uid=f"{what}-{row.id}@champion-countries",
                title=said[what].format(title=row.title),
                at=row.deadline_at,
                changed_at=row.updated_at,
                page=f"{home}/{room}/{row.id}",
            )
            for row in await session.exec(statement)
        ]
    entries += [_of_process(row, said["process"], home) for row in await session.exec(_of_processes(caller))]
    return entries


def deadline(*, uid: str, title: str, at: datetime, changed_at: datetime, page: str) -> Entry:
    """The entry of an instant by which something is due. It takes nobody's time."""
    return Entry(
        uid=uid,
        title=title,
        starts_at=at - _SHOWN_BEFORE,
        ends_at=at,
        changed_at=changed_at,
        status=EntryStatus.TENTATIVE,
        page=page,
    )


def _workplan_items(caller: Caller) -> Any:
    return (
        columns(*(getattr(WorkplanItem, field) for field in ("id", "title", "due_on", "updated_at")))
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .where(
            owns(caller, WorkplanItem.lead_id),
            workplans.visible(caller),
            col(Workplan.status) == WorkplanStatus.ADOPTED,
            col(WorkplanItem.due_on).is_not(None),
            col(WorkplanItem.status).not_in(_FINISHED),
        )
        .order_by(col(WorkplanItem.due_on), col(WorkplanItem.id))
    )


def _action_items(caller: Caller) -> Any:
    return (
        columns(*(getattr(ActionItem, field) for field in ("id", "title", "due_on", "updated_at")))
        .where(
            action_items.mine(caller),
            col(ActionItem.status) == ActionItemStatus.OPEN,
            col(ActionItem.due_on).is_not(None),
        )
        .order_by(col(ActionItem.due_on), col(ActionItem.id))
    )


def _consultations() -> Any:
    """Those that still take answers: also once the champion has answered, since until then it may change its mind."""
    return (
        columns(*(getattr(Consultation, field) for field in ("id", "title", "deadline_at", "updated_at")))
        .where(consultations.stands(ConsultationStatus.OPEN))
        .order_by(col(Consultation.deadline_at), col(Consultation.id))
    )


def _date_polls() -> Any:
    """As consultations."""
    return (
        columns(*(getattr(DatePoll, field) for field in ("id", "title", "deadline_at", "updated_at")))
        .where(date_polls.stands(DatePollStatus.OPEN))
        .order_by(col(DatePoll.deadline_at), col(DatePoll.id))
    )


def _silences(caller: Caller) -> Any:
    """Periods of silence that are kept: also once the champion has spoken, since until then the text may fall."""
    ends = statements.last.c.until_at
    return _statements(caller, ends, statements.stands(StatementStatus.UNDER_SILENCE))


def _sign_ons(caller: Caller) -> Any:
    """Adopted statements that States may sign until some instant."""
    ends = col(Statement.sign_on_until)
    adopted = or_(statements.stands(StatementStatus.ADOPTED), statements.stands(StatementStatus.DELIVERED))
    return _statements(caller, ends, and_(adopted, ends > clock.now()))


def _statements(caller: Caller, ends: Any, which: ColumnElement[bool]) -> Any:
    asked = columns(Statement.id, Statement.title, ends.label("deadline_at"), Statement.updated_at)
    return (
        statements.with_its_silence(asked.select_from(Statement))
        .where(statements.visible(caller), which)
        .order_by(ends, col(Statement.id))
    )


def _of_processes(caller: Caller) -> Any:
    """What processes still ask for: of every member, since all may contribute."""
    title = func.concat(col(ProcessDeadline.title), " · ", col(Process.title)).label("title")
    return (
        columns(*(getattr(ProcessDeadline, field) for field in ("id", "process_id", "due_on", "due_at", "updated_at")))
        .add_columns(title)
        .join(Process, col(Process.id) == col(ProcessDeadline.process_id))
        .where(process_deadlines.visible(caller), process_deadlines.is_open())
        .order_by(col(ProcessDeadline.falls_at), col(ProcessDeadline.id))
    )


def _of_process(row: Row[Any], words: str, home: str) -> Entry | Days:
    uid, page = f"process-deadline-{row.id}", f"{home}/processes/{row.process_id}"
    if row.due_at is None:
        return _day(row, uid, words, page)
    return deadline(
        uid=f"{uid}@champion-countries",
        title=words.format(title=row.title),
        at=row.due_at,
        changed_at=row.updated_at,
        page=page,
    )


def _day(row: Row[Any], uid: str, words: str, page: str) -> Days:
    return Days(
        uid=f"{uid}@champion-countries",
        title=words.format(title=row.title),
        first=row.due_on,
        last=row.due_on,
        changed_at=row.updated_at,
        page=page,
    )
