"""Writes of date polls: asking, answering with one voice, choosing the date."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.datepolls import mails, queries, ranking_queries, rules
from api.datepolls.models import DatePoll, DatePollCandidate, DatePollStatus
from api.datepolls.schemas import (
    DateChoice,
    DatePollBody,
    DatePollChange,
    DatePollCreate,
    DatePollExtension,
)
from api.meetings import rules as meeting_rules
from api.meetings import service as meetings
from api.meetings.models import Meeting, MeetingStatus
from api.meetings.schemas import MeetingChange, Rescheduling
from api.platform import clock
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, InvalidInput
from api.platform.records import DatePrecision
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition

Subject = DatePoll
"""What a write works on, for the routes, which know no tables."""

STANDS = {
    DatePollStatus.DRAFT: "is a draft: champions have not been asked yet",
    DatePollStatus.OPEN: "is open: champions are answering",
    DatePollStatus.ENDED: "has reached its deadline",
    DatePollStatus.CLOSED: "is closed",
    DatePollStatus.CANCELLED: "was cancelled",
}


async def create(session: AsyncSession, caller: Caller, body: DatePollCreate) -> DatePollBody:
    """Draft a poll."""
    values = body.model_dump()
    starts = values.pop("candidates")
    _check_times(body.deadline_at, starts)
    await _check_meeting(session, body.meeting_id)
    poll = DatePoll(**values)
    session.add(poll)
    await _record(session, caller, poll, "created", related=_told(None, starts))
    session.add_all(DatePollCandidate(poll_id=poll.id, starts_at=at) for at in sorted(starts))
    return await _answer(session, caller, poll)


async def load_for_change(session: AsyncSession, caller: Caller, poll_id: UUID, expected_revision: int) -> DatePoll:
    """The poll, locked until the transaction ends; 404 where it is not for the caller, 412 where it is stale."""
    found = await session.exec(
        select(DatePoll).where(col(DatePoll.id) == poll_id, queries.visible(caller)).with_for_update()
    )
    poll = found.first()
    if poll is None:
        raise queries.not_found()
    check_revision(poll, expected_revision)
    return poll


async def change(session: AsyncSession, caller: Caller, poll: DatePoll, body: DatePollChange) -> DatePollBody:
    """Change a draft; what the body leaves out stays. What champions were asked stays as they were asked.

    A closed poll whose date has no meeting yet takes the meeting that was planned for it, and nothing else.
    """
    values = body.model_dump(exclude_unset=True)
    status = status_of(poll)
    takes_meeting = status is DatePollStatus.CLOSED and poll.chosen_starts_at and poll.meeting_id is None
    if status is not DatePollStatus.DRAFT and not (takes_meeting and set(values) <= {"meeting_id"}):
        raise Conflict(f"This poll {STANDS[status]}. Cancel it and ask anew, or extend its deadline.")
    await _check_meeting(session, values.get("meeting_id"))
    before = await _starts(session, poll)
    starts = values.pop("candidates", before)
    poll.sqlmodel_update(values)
    if status is DatePollStatus.DRAFT:
        _check_times(poll.deadline_at, starts)
    await _record(session, caller, poll, "changed", related=_told(before, starts))
    await _replace_candidates(session, poll, before, starts)
    return await _answer(session, caller, poll)


async def remove(session: AsyncSession, caller: Caller, poll: DatePoll) -> None:
    """Delete a draft; what champions were asked is cancelled instead."""
    if status_of(poll) is not DatePollStatus.DRAFT:
        raise Conflict(f"This poll {STANDS[status_of(poll)]}. Cancel it instead.")
    await session.delete(poll)
    await _record(session, caller, poll, "deleted")


async def take_step(
    session: AsyncSession, caller: Caller, poll: DatePoll, step: Transition[DatePollStatus], body: ReasonBody
) -> DatePollBody:
    """Open, close without a date or cancel; the last two ask for a reason, which champions are told."""
    _check_step(poll, step, body.reason)
    if step.target is DatePollStatus.OPEN:
        _check_times(poll.deadline_at, await _starts(session, poll))
        poll.opened_at = clock.now()
    else:
        _end(poll, caller, is_cancelled=step.target is DatePollStatus.CANCELLED)
        poll.ending_reason = body.reason or ""
    await _record(session, caller, poll, step.verb, reason=body.reason or "")
    if step.target is DatePollStatus.OPEN:
        await mails.tell_opened(session, poll, await _starts(session, poll))
    else:
        await mails.tell_without_date(session, poll)
    return await _answer(session, caller, poll)


async def extend(session: AsyncSession, caller: Caller, poll: DatePoll, body: DatePollExtension) -> DatePollBody:
    """Move the deadline to a later one, with the reason, also once it has passed; the silent are reminded of that one."""
    _check_step(poll, rules.EXTEND, body.reason)
    if body.deadline_at <= poll.deadline_at:
        raise InvalidInput.at("/deadline_at", "An extension ends later than the deadline does now.", code="not_later")
    _check_deadline(body.deadline_at, await _starts(session, poll))
    poll.extended_from_at = poll.deadline_at
    poll.deadline_at, poll.extension_reason = body.deadline_at, body.reason or ""
    await _record(session, caller, poll, rules.EXTEND.verb, reason=body.reason or "")
    return await _answer(session, caller, poll)


async def choose(session: AsyncSession, caller: Caller, poll: DatePoll, body: DateChoice) -> DatePollBody:
    """Choose the date, which closes the poll, and move the meeting to it. Who comes second meets a closed poll."""
    _check_step(poll, rules.CHOOSE, None)
    found = await session.exec(
        select(DatePollCandidate.starts_at).where(
            col(DatePollCandidate.poll_id) == poll.id, col(DatePollCandidate.id) == body.candidate_id
        )
    )
    starts_at = found.first()
    if starts_at is None:
        raise InvalidInput.at("/candidate_id", "This is none of the poll's dates.", code="unknown")
    if starts_at <= clock.now():
        raise InvalidInput.at("/candidate_id", "This date has passed. Choose one that is to come.", code="past")
    _end(poll, caller, is_cancelled=False)
    poll.chosen_starts_at = starts_at
    await _record(session, caller, poll, rules.CHOOSE.verb)
    if poll.meeting_id:
        await _move(session, caller, poll.meeting_id, starts_at, poll.duration_minutes)
    await mails.tell_chosen(session, poll)
    return await _answer(session, caller, poll)


def status_of(poll: DatePoll) -> DatePollStatus:
    """Where the poll stands now."""
    return rules.status_of(queries.times_of(poll), clock.now())


async def _move(session: AsyncSession, caller: Caller, meeting_id: UUID, starts_at: datetime, minutes: int) -> None:
    """Move the meeting by its own ways, so that the invited are told as of any other change."""
    meeting = await meetings.load_for_change(session, caller, meeting_id, ANY_REVISION)
    if meeting.status not in meeting_rules.BEFORE_IT_IS_HELD:
        raise Conflict("The meeting of this poll was held or called off. Close the poll without a date.")
    if meeting.status is MeetingStatus.POSTPONED:
        closes_at = meeting.agenda_closes_at
        kept = closes_at if closes_at and closes_at < starts_at else None
        await meetings.reschedule(session, caller, meeting, Rescheduling(starts_at=starts_at, agenda_closes_at=kept))
    moved = MeetingChange(starts_at=starts_at, date_precision=DatePrecision.DAY, duration_minutes=minutes)
    await meetings.change(session, caller, meeting, moved)


def _end(poll: DatePoll, caller: Caller, *, is_cancelled: bool) -> None:
    now = clock.now()
    poll.cancelled_at, poll.closed_at = (now, None) if is_cancelled else (None, now)
    poll.ended_by_name = caller.name


def _check_step(poll: DatePoll, step: Transition[DatePollStatus], reason: str | None) -> None:
    status = status_of(poll)
    if not step.starts_from(status):
        raise Conflict(f"This poll {STANDS[status]}; from there the step {step.verb} cannot be taken.")
    if step.asks_reason_in(status) and reason is None:
        raise InvalidInput.at("/reason", "Give the reason for this step.", code="missing")


def _check_times(deadline_at: datetime, starts: Sequence[datetime]) -> None:
    for place, at in enumerate(starts):
        if at <= clock.now():
            raise InvalidInput.at(f"/candidates/{place}", "This date has passed.", code="past")
        if at > clock.now() + rules.LONGEST_AHEAD:
            raise InvalidInput.at(f"/candidates/{place}", "Ask about dates of the next two years.", code="too_far")
    _check_deadline(deadline_at, starts)


def _check_deadline(deadline_at: datetime, starts: Sequence[datetime]) -> None:
    if not rules.leaves_time(deadline_at, clock.now()):
        raise InvalidInput.at("/deadline_at", "Give a deadline that is at least an hour from now.", code="too_soon")
    if deadline_at >= max(starts):
        raise InvalidInput.at(
            "/deadline_at", "By this deadline all dates have passed: choose an earlier one.", code="too_late"
        )


async def _check_meeting(session: AsyncSession, meeting_id: UUID | None) -> None:
    if meeting_id is None:
        return
    status = (await session.exec(select(Meeting.status).where(col(Meeting.id) == meeting_id))).first()
    if status is None:
        raise InvalidInput.at("/meeting_id", "There is no such meeting.", code="unknown")
    if status not in meeting_rules.BEFORE_IT_IS_HELD:
        raise InvalidInput.at("/meeting_id", "This meeting was held or called off.", code="not_to_come")


async def _starts(session: AsyncSession, poll: DatePoll) -> list[datetime]:
    rows = await session.exec(
        select(DatePollCandidate.starts_at)
        .where(col(DatePollCandidate.poll_id) == poll.id)
        .order_by(col(DatePollCandidate.starts_at))
    )
    return list(rows.all())


async def _replace_candidates(
    session: AsyncSession, poll: DatePoll, before: Sequence[datetime], after: Sequence[datetime]
) -> None:
    gone = set(before) - set(after)
    of_poll = col(DatePollCandidate.poll_id) == poll.id
    await session.exec(delete(DatePollCandidate).where(of_poll, col(DatePollCandidate.starts_at).in_(gone)))
    session.add_all(DatePollCandidate(poll_id=poll.id, starts_at=at) for at in sorted(set(after) - set(before)))


def _told(before: Sequence[datetime] | None, after: Sequence[datetime]) -> dict[str, tuple[Any, Any]]:
    was = None if before is None else [at.isoformat() for at in sorted(before)]
    becomes = [at.isoformat() for at in sorted(after)]
    return {} if was == becomes else {"candidates": (was, becomes)}


async def _record(session: AsyncSession, caller: Caller, poll: DatePoll, what: str, **more: Any) -> None:
    await audit.record(session, caller, f"date-poll.{what}", poll, title=poll.title, **more)


async def _answer(session: AsyncSession, caller: Caller, poll: DatePoll) -> DatePollBody:
    await session.flush()
    return await ranking_queries.get_date_poll(session, caller, poll.id)
