"""Reads of invitations and of the log of mails."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.invitations import audience, rules, told
from api.invitations.models import MeetingInvitation
from api.invitations.schemas import InvitationBody, MailBody, MailQuery
from api.meetings import queries as meetings
from api.meetings.models import Meeting
from api.notifications.models import Mail, MailStatus
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort

_SORT = Sort(col(Mail.id), {"queued_at": col(Mail.queued_at)})
_FIELDS = ("id", "kind", "person_name", "address", "subject", "status", "queued_at", "sent_at", "attempts", "error")


async def get_invitation(session: AsyncSession, caller: Caller, meeting_id: UUID) -> InvitationBody:
    """The invitation to a meeting that the caller may see; the usual one where nobody has prepared another."""
    meeting = (
        await session.exec(select(Meeting).where(col(Meeting.id) == meeting_id, meetings.visible(caller)))
    ).first()
    if meeting is None:
        raise meetings.not_found()
    invitation = (
        await session.exec(select(MeetingInvitation).where(col(MeetingInvitation.id) == meeting_id))
    ).first() or MeetingInvitation(
        id=meeting.id, revision=0, created_at=meeting.created_at, updated_at=meeting.created_at
    )
    pending = await told.pending(session, meeting, invitation)
    edited_at = await told.last_edited_at(session, meeting)
    return InvitationBody.model_construct(
        **{name: getattr(invitation, name) for name in ("id", "revision", "created_at", "updated_at")},
        **{name: getattr(invitation, name) for name in ("with_observers", "note", "remind_days_before", "told_at")},
        invited_at=meeting.invited_at,
        champions=await _named(session, invitation.champions),
        pending_changes=pending,
        told_by_itself_at=rules.told_by_itself_at(pending, edited_at, meeting.starts_at),
        people_count=len(await audience.people(session, meeting_id)),
        champions_without_people=[
            ChampionRef.of(row.id, row.iso3) for row in await audience.champions_without_people(session, meeting_id)
        ],
        actions=rules.actions(
            meeting.status,
            is_invited=meeting.invited_at is not None,
            is_future=meeting.starts_at > clock.now(),
            pending=pending,
        )
        if caller.may(Permission.MEETINGS_WRITE)
        else [],
    )


async def list_mails(session: AsyncSession, caller: Caller, meeting_id: UUID, query: MailQuery) -> Page[MailBody]:
    """One page of the mails about a meeting that the caller may see."""
    await _check_visible(session, caller, meeting_id)
    statement = columns(*(getattr(Mail, name) for name in _FIELDS)).where(
        col(Mail.about_type) == audience.ABOUT, col(Mail.about_id) == meeting_id
    )
    if query.status:
        statement = statement.where(col(Mail.status).in_(query.status))
    may_send = caller.may(Permission.MEETINGS_WRITE)
    return await _SORT.fetch(
        session, statement, sort=query.sort, query=query, build=lambda row: _mail(row, may_send=may_send)
    )


async def _check_visible(session: AsyncSession, caller: Caller, meeting_id: UUID) -> None:
    seen = select(Meeting.id).where(col(Meeting.id) == meeting_id, meetings.visible(caller))
    if (await session.exec(seen)).first() is None:
        raise meetings.not_found()


async def _named(session: AsyncSession, codes: list[str]) -> list[ChampionRef]:
    if not codes:
        return []
    found = await session.exec(
        select(Champion.id, Champion.iso3).where(col(Champion.iso3).in_(codes)).order_by(Champion.iso3)
    )
    return [ChampionRef.of(key, iso3) for key, iso3 in found]


def _mail(row: Row[Any], *, may_send: bool) -> MailBody:
    may_repeat = may_send and row.status is not MailStatus.QUEUED
    return MailBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)), actions=["send-again"] if may_repeat else []
    )
