"""Writes of answers and attendance."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.queries import load_caller
from api.attendance import queries, rules
from api.attendance.links import AnswerLink
from api.attendance.models import Answer, AnsweredVia, Attendance
from api.attendance.schemas import (
    AnswerLinkBody,
    AttendanceBody,
    AttendanceList,
    ChampionPresence,
    InvitationAnswer,
    RollCall,
)
from api.audit import service as audit
from api.champions.queries import champion_ids
from api.meetings import queries as meetings
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.problems import Conflict, InvalidInput


async def answer_for_own(
    session: AsyncSession, caller: Caller, meeting_id: UUID, body: InvitationAnswer
) -> AttendanceBody:
    """Answer for the caller's own champion."""
    if caller.champion_id is None:
        raise Conflict("You speak for no champion. Answer on behalf of one by its code instead of `me`.")
    meeting = await _load(session, caller, meeting_id)
    await _answer(session, caller, meeting, caller.champion_id, body, via=AnsweredVia.APP)
    return await queries.get_attendance(session, meeting_id, caller.champion_id)


async def answer_on_behalf(
    session: AsyncSession, caller: Caller, meeting_id: UUID, iso3: str, body: InvitationAnswer
) -> AttendanceBody:
    """Answer for any champion, recorded as on its behalf: some say by telephone that they come."""
    meeting = await _load(session, caller, meeting_id)
    champion_id = await _champion(session, iso3)
    await _answer(session, caller, meeting, champion_id, body, via=AnsweredVia.APP)
    return await queries.get_attendance(session, meeting_id, champion_id)


async def answer_by_link(session: AsyncSession, link: AnswerLink, answer: Answer, *, request_id: str) -> AnswerLinkBody:
    """Answer as the person whom the link was sent to, if they still speak for their champion."""
    caller = await load_caller(session, link.person_id, request_id=request_id)
    if caller is None or caller.champion_id is None:
        raise queries.unknown_link()
    meeting = await _load(session, caller, link.meeting_id)
    queries.check_link_is_open(link, meeting)
    await answer_alone(session, caller, meeting, answer, via=AnsweredVia.LINK)
    return await queries.get_answer_link(session, link)


async def answer_alone(
    session: AsyncSession,
    caller: Caller,
    meeting: Meeting,
    answer: Answer,
    *,
    via: AnsweredVia,
    note: str | None = None,
    substitute: str | None = None,
) -> None:
    """An answer that says nothing of delegates: what was said of them before stays, and so does what is left out here."""
    assert caller.champion_id is not None
    found = await _row(session, meeting.id, caller.champion_id)
    kept = {
        "delegates": found.delegates,
        "substitute": found.substitute if substitute is None else substitute,
        "note": found.note if note is None else note,
    }
    await _answer(session, caller, meeting, caller.champion_id, InvitationAnswer(answer=answer, **kept), via=via)


async def take(
    session: AsyncSession, caller: Caller, meeting_id: UUID, iso3: str, body: ChampionPresence
) -> AttendanceBody:
    """Note whether a champion was there, and by whom it was represented."""
    meeting = await _load_to_take(session, caller, meeting_id)
    if body.delegates and not body.was_present:
        raise InvalidInput.at("/delegates", "Name delegates only of a champion that was present.", code="not_allowed")
    champion_id = await _champion(session, iso3)
    attendance = await _row(session, meeting.id, champion_id)
    await _note(session, caller, meeting, attendance, body)
    return await queries.get_attendance(session, meeting.id, champion_id)


async def call_roll(session: AsyncSession, caller: Caller, meeting_id: UUID, body: RollCall) -> AttendanceList:
    """Note of every champion that was asked, and of who else was there, whether it was; what stands already stays."""
    meeting = await _load_to_take(session, caller, meeting_id)
    present = set((await champion_ids(session, body.present, pointer="/present")).values())
    asked = await queries.asked_champions(session, meeting.id)
    kept = await session.exec(select(Attendance).where(col(Attendance.meeting_id) == meeting.id).with_for_update())
    rows = {attendance.champion_id: attendance for attendance in kept}
    for champion_id in sorted(asked | present):
        attendance = rows.get(champion_id) or Attendance(meeting_id=meeting.id, champion_id=champion_id)
        was_present = champion_id in present
        if attendance.was_present is not was_present:
            delegates = attendance.delegates if was_present else []
            await _note(
                session, caller, meeting, attendance, ChampionPresence(was_present=was_present, delegates=delegates)
            )
    return await queries.list_attendance(session, caller, meeting.id)


async def _note(
    session: AsyncSession, caller: Caller, meeting: Meeting, attendance: Attendance, body: ChampionPresence
) -> None:
    attendance.was_present, attendance.delegates_present = body.was_present, body.delegates
    attendance.taken_at = clock.now()
    await _record(session, caller, "taken", attendance, meeting)


async def _answer(
    session: AsyncSession,
    caller: Caller,
    meeting: Meeting,
    champion_id: UUID,
    body: InvitationAnswer,
    *,
    via: AnsweredVia,
) -> None:
    queries.check_may_be_answered(meeting)
    if champion_id not in await queries.asked_champions(session, meeting.id):
        raise Conflict("This champion is not invited to the meeting. Ask the co-chairs to invite it first.")
    attendance = await _row(session, meeting.id, champion_id)
    attendance.sqlmodel_update(body.model_dump())
    attendance.answered_at, attendance.for_starts_at = clock.now(), meeting.starts_at
    attendance.answered_by_id, attendance.answered_by_name = caller.person_id, caller.name
    attendance.answered_via, attendance.is_on_behalf = via, not caller.owns(champion_id)
    await _record(session, caller, "answered", attendance, meeting)


async def _load(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Meeting:
    """The meeting, kept from moving until the answer is in."""
    seen = select(Meeting).where(col(Meeting.id) == meeting_id, meetings.visible(caller))
    meeting = (await session.exec(seen.with_for_update(read=True))).first()
    if meeting is None:
        raise meetings.not_found()
    return meeting


async def _load_to_take(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Meeting:
    meeting = await _load(session, caller, meeting_id)
    if not rules.may_be_taken(meeting.status, meeting.starts_at, clock.now()):
        raise Conflict("Attendance is taken at the meeting, or after it was held.")
    return meeting


async def _row(session: AsyncSession, meeting_id: UUID, champion_id: UUID) -> Attendance:
    found = await session.exec(
        select(Attendance)
        .where(col(Attendance.meeting_id) == meeting_id, col(Attendance.champion_id) == champion_id)
        .with_for_update()
    )
    return found.first() or Attendance(meeting_id=meeting_id, champion_id=champion_id)


async def _champion(session: AsyncSession, iso3: str) -> Any:
    return (await champion_ids(session, [iso3], pointer="/champion"))[iso3]


async def _record(session: AsyncSession, caller: Caller, verb: str, attendance: Attendance, meeting: Meeting) -> None:
    session.add(attendance)
    behalf = None if caller.owns(attendance.champion_id) else attendance.champion_id
    await audit.record(session, caller, f"attendance.{verb}", attendance, title=meeting.title, on_behalf_of=behalf)
