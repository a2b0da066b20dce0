"""What time does to invitations: changes are told, those who join are invited, all are reminded."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import PRODUCT
from api.invitations import audience, rules, service, told
from api.invitations.letters import told_since
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock, sweeps


@sweeps.every("invitations.tell-changes")
async def tell_changes(session: AsyncSession) -> None:
    """Tell in one mail what was changed, once nobody has changed anything for some minutes; what is called off at once."""
    for meeting, invitation in await _invited(session, rules.TO_COME | rules.CALLED_OFF):
        found = await told.pending(session, meeting, invitation)
        due_at = rules.told_by_itself_at(found, await told.last_edited_at(session, meeting), meeting.starts_at)
        if due_at and due_at <= clock.now():
            await service.tell(session, PRODUCT, meeting, invitation, found)


@sweeps.every("invitations.invite-newcomers")
async def invite_newcomers(session: AsyncSession) -> None:
    """Invite who joined the Initiative, or was added to the invited, after the invitation went out."""
    for meeting, invitation in await _invited(session, rules.TO_COME):
        before = await audience.told_before(session, meeting.id)
        occasion = await service.occasion_of(session, meeting, invitation)
        if newcomers := set(occasion.people) - before:
            await occasion.invite(session, newcomers)


@sweeps.every("invitations.remind")
async def remind(session: AsyncSession) -> None:
    """Remind of meetings to come. The times hang on the meeting: one that is moved is reminded of anew."""
    for meeting, invitation in await _invited(session, rules.TO_COME):
        days = rules.due_reminder(invitation.remind_days_before, meeting.starts_at, told_since(invitation), clock.now())
        if days is not None:
            occasion = await service.occasion_of(session, meeting, invitation)
            await occasion.remind(session, days)


async def _invited(
    session: AsyncSession, statuses: frozenset[MeetingStatus]
) -> list[tuple[Meeting, MeetingInvitation]]:
    """The meetings to come to which people were invited, in any of ``statuses``; locked, so that each is told once."""
    rows = await session.exec(
        select(Meeting, MeetingInvitation)
        .join(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .where(
            col(Meeting.status).in_(statuses),
            col(Meeting.starts_at) > clock.now(),
            col(MeetingInvitation.told).is_not(None),
        )
        .order_by(col(Meeting.starts_at))
        .with_for_update()
    )
    return [(meeting, invitation) for meeting, invitation in rows]
