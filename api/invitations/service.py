"""Writes of invitations: preparing, inviting, telling what changed. Nothing leaves before the organiser says so."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.models import Champion
from api.champions.queries import champion_ids
from api.invitations import audience, queries, rules, told
from api.invitations.letters import Occasion
from api.invitations.models import MeetingInvitation
from api.invitations.schemas import InvitationBody, InvitationChange, MailAgain
from api.meetings.models import Meeting
from api.notifications import letters
from api.notifications.models import Mail
from api.platform import clock
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, NotFound, StaleRecord

NOT_PREPARED = 0
"""The revision of an invitation that nobody has prepared yet."""


async def prepare(
    session: AsyncSession, caller: Caller, meeting: Meeting, expected_revision: int, body: InvitationChange
) -> InvitationBody:
    """Say who is invited, what they are told beside the facts, and when they are reminded."""
    invitation = await _load(session, meeting)
    if invitation.revision is None and expected_revision not in (ANY_REVISION, NOT_PREPARED):
        raise StaleRecord("This invitation is not the one that you read. Read it again and put your change on top.")
    if invitation.revision is not None:
        check_revision(invitation, expected_revision)
    if meeting.status not in rules.TO_COME:
        raise Conflict("This meeting was held or called off: there is nobody to invite any more.")
    changes = body.model_dump(exclude_unset=True)
    await champion_ids(session, changes.get("champions", []), pointer="/champions")
    if meeting.invited_at and _loses_somebody(invitation.champions, changes.get("champions", invitation.champions)):
        raise Conflict("Who was invited stays invited. Name those champions too, or none to invite all of them.")
    invitation.sqlmodel_update(changes)
    session.add(invitation)
    await audit.record(session, caller, "invitation.changed", invitation, title=meeting.title)
    return await queries.get_invitation(session, caller, meeting.id)


async def invite(session: AsyncSession, caller: Caller, meeting: Meeting) -> InvitationBody:
    """Send the invitation to everybody at once. From now on changes are told."""
    if meeting.invited_at:
        raise Conflict("The invitation was sent already. What changed since is told by sending an update.")
    if meeting.status not in rules.TO_COME or meeting.starts_at <= clock.now():
        raise Conflict("Only to a meeting that is to come can people be invited.")
    invitation = await _load(session, meeting)
    meeting.invited_at = clock.now()
    session.add(invitation)
    occasion = await _told_now(session, meeting, invitation)
    count = await occasion.invite(session, set(occasion.people))
    await audit.record(
        session, caller, "meeting.invite", meeting, title=meeting.title, related={"people_invited": (None, count)}
    )
    return await queries.get_invitation(session, caller, meeting.id)


async def send_update(session: AsyncSession, caller: Caller, meeting: Meeting) -> InvitationBody:
    """Tell the invited in one mail everything that changed since they were told last."""
    invitation = await _load(session, meeting)
    if invitation.told is None:
        raise Conflict("Nobody is invited yet, so there is nothing to update. Send the invitation first.")
    found = await told.pending(session, meeting, invitation)
    if not found:
        raise Conflict("The invited know everything: nothing changed since they were told last.")
    await tell(session, caller, meeting, invitation, found)
    return await queries.get_invitation(session, caller, meeting.id)


async def tell(
    session: AsyncSession,
    caller: Caller,
    meeting: Meeting,
    invitation: MeetingInvitation,
    found: Sequence[rules.UntoldChange],
) -> None:
    """Tell ``found`` to those who were told before, under the next number."""
    was = invitation.told or {}
    invitation.sequence += 1
    occasion = await _told_now(session, meeting, invitation)
    again = rules.asks_again(found, was, occasion.told)
    if again:
        invitation.time_sequence = invitation.sequence
    before = await audience.told_before(session, meeting.id)
    if rules.UntoldChange.CALLED_OFF in found:
        count = await occasion.call_off(session, before)
    else:
        count = await occasion.tell_changes(session, before & set(occasion.people), found, again=again)
    changes = [change.value for change in found]
    await audit.record(
        session,
        caller,
        "invitation.update-sent",
        invitation,
        title=meeting.title,
        related={"changes": (None, changes), "people_told": (None, count)},
    )


async def occasion_of(session: AsyncSession, meeting: Meeting, invitation: MeetingInvitation) -> Occasion:
    """The meeting as the invited know it, and those who are to know."""
    assert invitation.told is not None
    countries = dict((await session.exec(select(Champion.id, Champion.iso3))).all())
    return Occasion(meeting, invitation, invitation.told, await audience.people(session, meeting.id), countries)


async def send_again(session: AsyncSession, caller: Caller, meeting: Meeting, mail_id: UUID) -> MailAgain:
    """Send a mail about the meeting once more, as it was."""
    mail = (
        await session.exec(
            select(Mail).where(
                col(Mail.id) == mail_id, col(Mail.about_type) == audience.ABOUT, col(Mail.about_id) == meeting.id
            )
        )
    ).first()
    if mail is None:
        raise NotFound("There is no such mail about this meeting.")
    again = await letters.send_again(session, mail)
    sent: dict[str, Any] = {"mail_sent_again": (None, f"{mail.subject}: {mail.person_name}")}
    await audit.record(session, caller, "meeting.mail-sent-again", meeting, title=meeting.title, related=sent)
    return MailAgain(id=again)


async def _told_now(session: AsyncSession, meeting: Meeting, invitation: MeetingInvitation) -> Occasion:
    """As ``occasion_of``, once the invited are told of the meeting as it is now."""
    invitation.told, invitation.told_at = await told.as_it_is(session, meeting), clock.now()
    await session.flush()
    return await occasion_of(session, meeting, invitation)


async def _load(session: AsyncSession, meeting: Meeting) -> MeetingInvitation:
    found = await session.exec(
        select(MeetingInvitation).where(col(MeetingInvitation.id) == meeting.id).with_for_update()
    )
    return found.first() or MeetingInvitation(id=meeting.id)


def _loses_somebody(before: list[str], after: list[str]) -> bool:
    """No list is everybody."""
    return bool(after) and (not before or not set(before) <= set(after))
