"""Who was invited to the demonstration's meetings, who answered, and who came."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Answer, AnsweredVia, Attendance
from api.identity.models import Person, Standing
from api.invitations import audience, told
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting, MeetingStatus
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail, MailStatus
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment

_HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_CIRCULATED, MeetingStatus.CLOSED)
_INVITED_IN_DAYS = -2
_ANSWERS = (
    *[Answer.ACCEPTED] * 3, None, Answer.ACCEPTED, Answer.ACCEPTED, None, Answer.ACCEPTED, Answer.DECLINED, None,
)  # fmt: skip
"""Six in ten come, one in ten does not, three have not answered."""
_WAYS = (AnsweredVia.LINK, AnsweredVia.APP, AnsweredVia.CALENDAR)
_REGRETS = "Our delegate travels that day; we will send written comments."


async def add(session: AsyncSession, cast: Cast, meetings: list[Meeting]) -> None:
    """Answers to the next meeting, whose agenda is open, and the attendance of past ones."""
    for meeting in meetings:
        if meeting.status is MeetingStatus.AGENDA_OPEN:
            await _invite(session, cast, meeting)
            session.add_all(_answers(cast, meeting))
        elif meeting.status in _HELD:
            session.add_all(_presence(cast, meeting))
    await session.flush()


async def _invite(session: AsyncSession, cast: Cast, meeting: Meeting) -> None:
    at = moment(_INVITED_IN_DAYS)
    meeting.invited_at = at
    session.add(meeting)
    await session.flush()
    session.add(MeetingInvitation(id=meeting.id, told=await told.as_it_is(session, meeting), told_at=at, created_at=at))
    session.add_all(
        _mail(meeting, person, at) for person in cast.people.values() if person.standing is not Standing.OBSERVER
    )


def _mail(meeting: Meeting, person: Person, at: datetime) -> Mail:
    return Mail(
        kind=LetterKind.MEETING_INVITATION,
        person_id=person.id,
        person_name=person.name,
        address=person.email,
        language=person.language,
        subject=f"Invitation: {meeting.title}",
        letter={"paragraphs": [meeting.title], "action": None, "choices": []},
        about_type=audience.ABOUT,
        about_id=meeting.id,
        key=f"meeting-invitation:{meeting.id}",
        status=MailStatus.SENT,
        queued_at=at,
        sent_at=at + timedelta(seconds=20),
        attempts=1,
    )


def _answers(cast: Cast, meeting: Meeting) -> Iterator[Attendance]:
    for place, (iso3, champion_id) in enumerate(sorted(cast.champions.items())):
        chairs = iso3 in cast.seated_on(moment(0).date())
        answer = Answer.ACCEPTED if chairs else _ANSWERS[place % len(_ANSWERS)]
        if answer is None or iso3.lower() not in cast.people:
            continue
        person = cast.focal_point(iso3)
        yield Attendance(
            meeting_id=meeting.id,
            champion_id=champion_id,
            answer=answer,
            answered_at=moment(-1, hour=8, minute=place),
            answered_by_id=person.id,
            answered_by_name=person.name,
            answered_via=_WAYS[place % len(_WAYS)],
            for_starts_at=meeting.starts_at,
            delegates=[person.name] if answer is Answer.ACCEPTED and place % 2 == 0 else [],
            note=_REGRETS if answer is Answer.DECLINED else "",
        )


def _presence(cast: Cast, meeting: Meeting) -> Iterator[Attendance]:
    """As many as the meeting says were there, its co-chairs among them."""
    chairs = cast.seated_on(meeting.starts_at.date())
    others = sorted(cast.champions.keys() - set(chairs), key=lambda iso3: (_shuffled(iso3, meeting), iso3))
    present = set([*chairs, *others][: meeting.champions_present_count or 17])
    for iso3, champion_id in sorted(cast.champions.items()):
        yield Attendance(
            meeting_id=meeting.id,
            champion_id=champion_id,
            was_present=iso3 in present,
            delegates_present=[cast.focal_point(iso3).name] if iso3 in present and iso3.lower() in cast.people else [],
            taken_at=meeting.starts_at,
        )


def _shuffled(iso3: str, meeting: Meeting) -> int:
    """Another order for each meeting, and the same at each seeding."""
    return sum(ord(letter) * (place + 3) for place, letter in enumerate(iso3)) * meeting.starts_at.month % 31
