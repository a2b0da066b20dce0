"""What calendar programs answer: the mails of Outlook, Google and Apple, and those that are not to be believed."""

from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Answer, AnsweredVia, Attendance
from api.invitations import replies
from api.invitations.models import MeetingInvitation
from api.invitations.reading import read_mailbox
from api.meetings.models import Meeting
from api.platform.jobs import Surroundings
from api.settings import Settings
from tests.conftest import NOW, RolledBackDatabase
from tests.factories.invitations import make_answer, make_invited_meeting
from tests.factories.world import World
from tests.imap_server import ImapServer

pytestmark = pytest.mark.anyio

OUTLOOK = """From: Ken Focal <ken@example.org>
To: Champions <no-reply@champions.example>
Subject: Accepted: Quarterly technical meeting
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="_000_X"

--_000_X
Content-Type: text/plain; charset="iso-8859-1"

We come.
--_000_X
Content-Type: text/calendar; charset="utf-8"; method=REPLY
Content-Transfer-Encoding: 8bit

BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={partstat};CN=Ken Focal:mailto:{attendee}
COMMENT;LANGUAGE=en-US:We come.\\n
UID:{uid}
SUMMARY;LANGUAGE=en-US:Accepted: Quarterly technical meeting
DTSTART;TZID=W. Europe Standard Time:20261210T150000
DTEND;TZID=W. Europe Standard Time:20261210T163000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:{stamp}
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:{sequence}
X-MICROSOFT-CDO-APPT-SEQUENCE:0
END:VEVENT
END:VCALENDAR
--_000_X--
"""
GOOGLE = """From: Ken Focal <KEN@example.org>
To: no-reply@champions.example
Subject: Accepted
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="G"

--G
Content-Type: multipart/alternative; boundary="A"

--A
Content-Type: text/plain; charset="UTF-8"

Ken Focal has accepted this invitation.
--A
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20261210T140000Z
DTEND:20261210T153000Z
DTSTAMP:{stamp}
ORGANIZER;CN=Champion countries Initiative:mailto:no-reply@champions.example
UID:{uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN=ken
 @example.org;X-NUM-GUESTS=0:mailto:{attendee}
SEQUENCE:{sequence}
STATUS:CONFIRMED
SUMMARY:Quarterly technical meeting
END:VEVENT
END:VCALENDAR

--A--
--G--
"""
APPLE = """From: Ken Focal <ken@example.org>
To: no-reply@champions.example
Subject: Accepted: Quarterly technical meeting
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="Apple-Mail-1"

--Apple-Mail-1
Content-Type: text/plain; charset=us-ascii

Ken Focal has accepted your invitation.
--Apple-Mail-1
Content-Disposition: attachment; filename=iCal-1.ics
Content-Type: text/calendar; x-unix-mode=0644; name="iCal-1.ics"; method=REPLY

BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 14.4//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
ATTENDEE;CN="Ken Focal";CUTYPE=INDIVIDUAL;EMAIL="{attendee}";PARTSTAT={partstat}:MAILTO:{attendee}
DTEND:20261210T153000Z
DTSTAMP:{stamp}
DTSTART:20261210T140000Z
LAST-MODIFIED:{stamp}
ORGANIZER;CN="Champion countries Initiative":mailto:no-reply@champions.example
SEQUENCE:{sequence}
SUMMARY:Quarterly technical meeting
UID:{uid}
END:VEVENT
END:VCALENDAR

--Apple-Mail-1--
"""
THUNDERBIRD = """From: Ken Focal <ken@example.org>
To: Champion countries Initiative <no-reply@champions.example>
Subject: Invitation response: Quarterly technical meeting
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
Content-Type: multipart/mixed; boundary="------------T"

--------------T
Content-Type: multipart/alternative; boundary="------------A"

--------------A
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: 7bit

Ken Focal <ken@example.org> has answered your event invitation.

--------------A
Content-Type: text/calendar; method=REPLY; charset=UTF-8
Content-Transfer-Encoding: 8bit

BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
CREATED:20261120T090000Z
LAST-MODIFIED:{stamp}
DTSTAMP:{stamp}
UID:{uid}
SUMMARY:Quarterly technical meeting
ORGANIZER;CN=Champion countries Initiative:mailto:no-reply@champions.example
ATTENDEE;RSVP=TRUE;CN=Ken Focal;PARTSTAT={partstat};ROLE=REQ-PARTICIPANT:mailto:{attendee}
DTSTART:20261210T140000Z
DTEND:20261210T153000Z
SEQUENCE:{sequence}
X-MOZ-RECEIVED-DTSTAMP:20261120T090000Z
END:VEVENT
END:VCALENDAR
--------------A--

--------------T
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

QkVHSU46VkNBTEVOREFS
--------------T--
"""
DELEGATED = GOOGLE.replace(
    """PARTSTAT={partstat};CN=ken
 @example.org;X-NUM-GUESTS=0:mailto:{attendee}
""",
    """PARTSTAT=DELEGATED;
 DELEGATED-TO="mailto:Amani@example.org":mailto:{attendee}
{others}""",
)
"""As in RFC 5546, 4.2.5."""


@pytest.fixture
async def meeting(session: AsyncSession) -> Meeting:
    return await make_invited_meeting(session)


def mail(template: str, meeting: Meeting, **fields: object) -> bytes:
    told = {
        "uid": f"meeting-{meeting.id}@champion-countries",
        "attendee": "ken@example.org",
        "partstat": "ACCEPTED",
        "sequence": 0,
        "stamp": "20261124T083000Z",
    } | fields
    return template.format(**told).replace("\n", "\r\n").encode()


async def taken(session: AsyncSession, raw: bytes) -> list[bool]:
    return [await replies.take(session, reply) for reply in replies.replies_in(raw)]


async def the_answer(session: AsyncSession) -> Attendance:
    return (await session.exec(select(Attendance))).one()


@pytest.mark.parametrize(
    "template", [OUTLOOK, GOOGLE, APPLE, THUNDERBIRD], ids=["Outlook", "Google", "Apple", "Thunderbird"]
)
@pytest.mark.parametrize(
    ("partstat", "answer"),
    [("ACCEPTED", Answer.ACCEPTED), ("DECLINED", Answer.DECLINED), ("TENTATIVE", Answer.TENTATIVE)],
)
async def test_each_programs_answer_is_the_champions(
    session: AsyncSession, world: World, meeting: Meeting, template: str, partstat: str, answer: Answer
) -> None:
    assert await taken(session, mail(template, meeting, partstat=partstat)) == [True]

    kept = await the_answer(session)
    assert (kept.answer, kept.answered_via, kept.champion_id) == (
        answer,
        AnsweredVia.CALENDAR,
        world.champions["KEN"].id,
    )
    assert kept.note == ("We come." if template is OUTLOOK else "")


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ("", "amani@example.org"),
        (
            'ATTENDEE;CN="Amani Otieno";DELEGATED-FROM="mailto:ken@example.org":MAILTO:amani@example.org\n',
            "Amani Otieno",
        ),
    ],
    ids=["known by address", "listed by name"],
)
async def test_whoever_delegates_a_meeting_sends_a_substitute(
    session: AsyncSession, world: World, meeting: Meeting, others: str, name: str
) -> None:
    assert await taken(session, mail(DELEGATED, meeting, others=others)) == [True]

    kept = await the_answer(session)
    assert (kept.answer, kept.substitute, kept.answered_by_name) == (
        Answer.ACCEPTED,
        name,
        world.people["ken"].name,
    )


async def test_a_substitute_does_not_answer_for_the_champion(
    session: AsyncSession, world: World, meeting: Meeting
) -> None:
    await taken(session, mail(DELEGATED, meeting, others=""))
    of_substitute = mail(GOOGLE, meeting, attendee="amani@example.org", partstat="DECLINED").replace(
        b"KEN@example.org", b"amani@example.org"
    )

    assert await taken(session, of_substitute) == [False]
    assert (await the_answer(session)).answer is Answer.ACCEPTED


@pytest.mark.parametrize(
    "fields",
    [
        {"attendee": "prt@example.org"},
        {"attendee": "stranger@example.org"},
        {"uid": "meeting-0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01@champion-countries"},
    ],
    ids=["for somebody else", "of a stranger", "to another meeting"],
)
async def test_what_is_not_from_one_of_the_invited_is_ignored(
    session: AsyncSession, world: World, meeting: Meeting, fields: dict[str, str]
) -> None:
    assert await taken(session, mail(OUTLOOK, meeting, **fields)) == [False]
    assert (await session.exec(select(Attendance))).all() == []


async def test_a_reply_to_an_earlier_time_is_ignored(session: AsyncSession, world: World, meeting: Meeting) -> None:
    invitation = (await session.exec(select(MeetingInvitation))).one()
    invitation.sequence, invitation.time_sequence = 3, 2
    session.add(invitation)
    await session.flush()

    assert await taken(session, mail(GOOGLE, meeting, sequence=1)) == [False]
    assert await taken(session, mail(GOOGLE, meeting, sequence=2)) == [True]


async def test_the_last_answer_is_in_force_whatever_the_way(
    session: AsyncSession, world: World, meeting: Meeting
) -> None:
    await make_answer(
        session, meeting, world.champions["KEN"].id, Answer.DECLINED, answered_at=NOW - timedelta(minutes=20)
    )

    late, later = mail(APPLE, meeting, stamp="20261124T083000Z"), mail(APPLE, meeting, stamp="20261124T085000Z")

    assert await taken(session, late) == [False]
    assert await taken(session, later) == [True]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: Out of office\r\n\r\nI am away.",
        b"Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nnonsense",
        b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR",
        b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR",
        b"Content-Type: text/calendar; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n////",
    ],
)
async def test_what_is_no_reply_is_none(raw: bytes) -> None:
    assert replies.replies_in(raw) == []


async def test_the_mailbox_is_read_and_each_mail_once(
    session: AsyncSession, database: RolledBackDatabase, settings: Settings, world: World, meeting: Meeting
) -> None:
    """Over a real connection: log in, search, fetch, and mark as read once the answer is kept."""
    mails = {1: b"Subject: Out of office\r\n\r\nI am away.", 2: mail(OUTLOOK, meeting), 7: mail(GOOGLE, meeting)}
    async with ImapServer(mails=mails).running() as server:
        address = f"imap://champions:secret%20word@127.0.0.1:{server.port}/INBOX"
        around = Surroundings(database, settings.model_copy(update={"imap_url": SecretStr(address)}))
        await read_mailbox(around)
        del server.mails[7]
        server.mails[8] = mail(OUTLOOK, meeting, partstat="DECLINED", stamp="20261124T093000Z")
        await read_mailbox(around)

    assert server.seen == {1, 2, 7, 8}
    assert (await the_answer(session)).answer is Answer.DECLINED


async def test_without_a_mailbox_nothing_is_read(database: RolledBackDatabase, settings: Settings) -> None:
    await read_mailbox(Surroundings(database, settings))
