"""Steps of the minutes: circulated for corrections, adopted, locked. Each is a step of the meeting itself."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.meetings import rules as of_meetings
from api.meetings import service as meetings
from api.meetings.models import Meeting, MeetingStatus
from api.meetings.schemas import MeetingBody
from api.minutes import mails, queries, rules
from api.minutes.models import CorrectionStatus, Minutes, MinutesCorrection, MinutesText
from api.minutes.schemas import CirculationBody, MinutesBody, MinutesChange
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput
from api.platform.schemas import ReasonBody

_LONGEST = timedelta(days=366)


async def circulate(session: AsyncSession, caller: Caller, meeting: Meeting, body: CirculationBody) -> MeetingBody:
    """Circulate the minutes: champions have until the deadline for corrections."""
    meetings.check_step(caller, meeting, of_meetings.CIRCULATE_MINUTES, body.reason)
    until = body.corrections_until or clock.now() + rules.CORRECTIONS_TAKE
    _check_deadline(until)
    minutes = await _minutes_of(session, meeting)
    minutes.circulated_at, minutes.corrections_until = clock.now(), until
    await audit.record(session, caller, "minutes.circulated", minutes, title=meeting.title)
    await mails.tell_circulated(session, meeting, until)
    return await meetings.take_step(session, caller, meeting, of_meetings.CIRCULATE_MINUTES, body)


async def change(
    session: AsyncSession, caller: Caller, meeting: Meeting, body: MinutesChange, expected_revision: int
) -> MinutesBody:
    """Give champions more time, or less, for corrections to circulated minutes."""
    minutes = await _minutes_of(session, meeting)
    if meeting.status is not MeetingStatus.MINUTES_CIRCULATED:
        raise Conflict("These minutes are not out for corrections.")
    check_revision(minutes, expected_revision)
    if "corrections_until" in body.model_fields_set:
        _check_deadline(body.corrections_until)
        minutes.corrections_until = body.corrections_until
    await audit.record(session, caller, "minutes.changed", minutes, title=meeting.title)
    return await queries.get_minutes(session, caller, meeting.id)


async def adopt(session: AsyncSession, caller: Caller, meeting: Meeting, body: ReasonBody) -> MinutesBody:
    """Adopt and lock the minutes, which closes the meeting."""
    await close(session, caller, meeting, body)
    return await queries.get_minutes(session, caller, meeting.id)


async def close(session: AsyncSession, caller: Caller, meeting: Meeting, body: ReasonBody) -> MeetingBody:
    """Close a meeting. What its minutes say is adopted by that and locked, once every correction is decided."""
    meetings.check_step(caller, meeting, of_meetings.CLOSE, body.reason)
    undecided = await _undecided(session, meeting.id)
    if undecided:
        raise Conflict(f"Corrections to decide first: {undecided}. Take them, or decline them with the reason.")
    if await _says_something(session, meeting.id):
        await _adopt(session, caller, meeting, body.reason)
    return await meetings.take_step(session, caller, meeting, of_meetings.CLOSE, body)


async def _adopt(session: AsyncSession, caller: Caller, meeting: Meeting, reason: str | None) -> None:
    minutes = await _minutes_of(session, meeting)
    if rules.is_early(meeting.status, minutes.corrections_until, now=clock.now()) and reason is None:
        raise InvalidInput.at(
            "/reason",
            "Champions still have time for corrections. Say why the minutes are adopted before.",
            code="missing",
        )
    minutes.adopted_at = clock.now()
    await audit.record(session, caller, "minutes.adopted", minutes, title=meeting.title, reason=reason or "")
    await mails.tell_adopted(session, meeting)


def _check_deadline(until: datetime) -> None:
    if not clock.now() < until <= clock.now() + _LONGEST:
        raise InvalidInput.at("/corrections_until", "Give a time from now on, within a year.", code="implausible_time")


async def _minutes_of(session: AsyncSession, meeting: Meeting) -> Minutes:
    minutes = (await session.exec(select(Minutes).where(col(Minutes.id) == meeting.id))).first()
    if minutes is None:
        minutes = Minutes(id=meeting.id)
        session.add(minutes)
    return minutes


async def _undecided(session: AsyncSession, meeting_id: UUID) -> int:
    counted = select(func.count()).where(
        col(MinutesCorrection.meeting_id) == meeting_id, col(MinutesCorrection.status) == CorrectionStatus.PROPOSED
    )
    return (await session.exec(counted)).one()


async def _says_something(session: AsyncSession, meeting_id: UUID) -> bool:
    written = select(MinutesText.id).where(col(MinutesText.meeting_id) == meeting_id, col(MinutesText.text) != "")
    return (await session.exec(written.limit(1))).first() is not None
