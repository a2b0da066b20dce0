"""Inviting to a meeting: prepared first, sent when the organiser says so, with a log of every mail."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.invitations import queries, service
from api.invitations.schemas import InvitationBody, InvitationChange, MailAgain, MailBody, MailQuery
from api.meetings.routes import MeetingId, MeetingToMove, MeetingWrite
from api.meetings.service import load_for_change
from api.platform.database import SessionDep
from api.platform.etags import ANY_REVISION, ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

MeetingPrepare = Annotated[Caller, requires(Permission.MEETINGS_PREPARE)]

MailId = Annotated[UUID, Path(description="Key of the mail.")]

router = room_router("/meetings/{meeting_id}", tag="Invitations")


@router.get("/invitation", operation_id="getInvitation", summary="See how an invitation stands")
async def get_invitation(caller: MeetingPrepare, session: SessionDep, meeting_id: MeetingId) -> InvitationBody:
    """Who is invited, whether they were told, and what they have not been told yet."""
    return await queries.get_invitation(session, caller, meeting_id)


@router.patch("/invitation", operation_id="prepareInvitation", summary="Prepare an invitation")
async def prepare_invitation(
    caller: MeetingWrite,
    session: SessionDep,
    meeting_id: MeetingId,
    expected_revision: ExpectedRevision,
    body: InvitationChange,
) -> InvitationBody:
    """Change what is given and leave the rest. Nobody is told before the invitation is sent."""
    meeting = await load_for_change(session, caller, meeting_id, ANY_REVISION)
    return await service.prepare(session, caller, meeting, expected_revision, body)


@router.post("/invite", operation_id="inviteToMeeting", summary="Send the invitation")
async def invite_to_meeting(caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove) -> InvitationBody:
    """By mail with a calendar entry (RFC 5545) to the people of the invited champions and to the secretariat."""
    return await service.invite(session, caller, meeting)


@router.post("/send-update", operation_id="sendMeetingUpdate", summary="Tell the invited what changed")
async def send_meeting_update(caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove) -> InvitationBody:
    """At once and in one mail. Without it changes are told by themselves, ten minutes after the last."""
    return await service.send_update(session, caller, meeting)


@router.get("/mails", operation_id="listMeetingMails", summary="Read the log of mails about a meeting")
async def list_meeting_mails(
    caller: MeetingPrepare, session: SessionDep, meeting_id: MeetingId, query: Annotated[MailQuery, Query()]
) -> Page[MailBody]:
    """Every mail about the meeting: to whom, when, and what became of it."""
    return await queries.list_mails(session, caller, meeting_id, query)


@router.post(
    "/mails/{mail_id}/send-again",
    operation_id="sendMeetingMailAgain",
    summary="Send a mail again",
    status_code=status.HTTP_202_ACCEPTED,
)
async def send_meeting_mail_again(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, mail_id: MailId
) -> MailAgain:
    """As it was, to the address that its reader has now."""
    return await service.send_again(session, caller, meeting, mail_id)
