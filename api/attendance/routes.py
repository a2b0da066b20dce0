"""Who comes to a meeting, and who came."""

from typing import Annotated

from fastapi import Path

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.attendance import queries, service
from api.attendance.schemas import AttendanceBody, AttendanceList, ChampionPresence, InvitationAnswer, RollCall
from api.meetings.routes import MeetingId, MeetingWrite
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.vocabularies.types import Iso3

AttendanceRead = Annotated[Caller, requires(Permission.ATTENDANCE_READ)]
AttendanceAnswer = Annotated[Caller, requires(Permission.ATTENDANCE_ANSWER)]

Champion = Annotated[Iso3, Path(description="ISO 3166-1 alpha-3 code of the champion.", examples=["MAR"])]

router = room_router("/meetings/{meeting_id}/attendance", tag="Attendance")


@router.get("", operation_id="listAttendance", summary="See who comes to a meeting")
async def list_attendance(caller: AttendanceRead, session: SessionDep, meeting_id: MeetingId) -> AttendanceList:
    """Each champion that is asked: its answer, and once attendance was taken, whether it came."""
    return await queries.list_attendance(session, caller, meeting_id)


@router.put("/me", operation_id="answerInvitation", summary="Say whether one's champion comes")
async def answer_invitation(
    caller: AttendanceAnswer, session: SessionDep, meeting_id: MeetingId, body: InvitationAnswer
) -> AttendanceBody:
    """A champion has one answer, whoever of its people gives it; the last one counts, until the meeting is over."""
    return await service.answer_for_own(session, caller, meeting_id, body)


@router.put(
    "/{champion}", operation_id="answerInvitationOnBehalf", summary="Say on a champion's behalf whether it comes"
)
async def answer_invitation_on_behalf(
    caller: MeetingWrite, session: SessionDep, meeting_id: MeetingId, champion: Champion, body: InvitationAnswer
) -> AttendanceBody:
    """By the co-chairs and the secretariat, recorded as such: some answer by telephone."""
    return await service.answer_on_behalf(session, caller, meeting_id, champion, body)


@router.put("/{champion}/presence", operation_id="takeAttendance", summary="Note whether a champion was there")
async def take_attendance(
    caller: MeetingWrite, session: SessionDep, meeting_id: MeetingId, champion: Champion, body: ChampionPresence
) -> AttendanceBody:
    """At the meeting, or after it was held."""
    return await service.take(session, caller, meeting_id, champion, body)


@router.post("/roll-call", operation_id="callRoll", summary="Note who was there, all at once")
async def call_roll(caller: MeetingWrite, session: SessionDep, meeting_id: MeetingId, body: RollCall) -> AttendanceList:
    """Those who are named were there, all others that were asked were not. Names of delegates noted before stay."""
    return await service.call_roll(session, caller, meeting_id, body)
