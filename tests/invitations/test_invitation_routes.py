"""A meeting is prepared in silence; once people are invited, they are told what changes, and nothing twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import vobject
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Answer
from api.meetings.models import Meeting, MeetingStatus
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock, sweeps
from tests.conftest import NOW, RolledBackDatabase
from tests.factories.invitations import make_answer, make_invited_meeting, make_mail
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.people import make_person
from tests.factories.world import World

pytestmark = pytest.mark.anyio

STARTS_AT = datetime(2026, 12, 10, 14, tzinfo=UTC)


@pytest.fixture
async def meeting(session: AsyncSession) -> Meeting:
    return await make_meeting(session, time_zone="Europe/Zurich", place="Palais des Nations")


async def mails(session: AsyncSession, kind: LetterKind | None = None) -> list[Mail]:
    statement = select(Mail).order_by(col(Mail.id))
    found = await session.exec(statement.where(col(Mail.kind) == kind) if kind else statement)
    return list(found)


def entry(mail: Mail) -> Any:
    return vobject.readOne(mail.calendar).vevent


async def step(client: httpx.AsyncClient, world: World, meeting: Meeting, verb: str, **body: Any) -> httpx.Response:
    return await client.post(f"/meetings/{meeting.id}/{verb}", json=body, headers=world.headers("mar"))


async def change(client: httpx.AsyncClient, world: World, meeting: Meeting, **fields: Any) -> None:
    headers = world.headers("mar") | {"If-Match": "*"}
    changed = await client.patch(f"/meetings/{meeting.id}", json=fields, headers=headers)
    assert changed.status_code == 200, changed.text


async def pass_minutes(database: RolledBackDatabase, minutes: float) -> None:
    clock.set_to(clock.now() + timedelta(minutes=minutes))
    assert await sweeps.run_all(database) == []


async def test_a_meeting_is_prepared_without_a_mail(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    headers = world.headers("mar") | {"If-Match": '"0"'}
    prepared = await client.patch(
        f"/meetings/{meeting.id}/invitation", json={"note": "Bring figures."}, headers=headers
    )
    await change(client, world, meeting, place="Room XXIV")
    await step(client, world, meeting, "circulate-agenda")
    await pass_minutes(database, 60)

    assert prepared.json()["actions"] == ["change", "invite"]
    assert prepared.json()["people_count"] == 8
    assert prepared.json()["invited_at"] is None
    assert await mails(session) == []


async def test_an_invitation_goes_to_the_people_of_every_champion_and_to_the_secretariat(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await make_person(session, "Gone", champion=world.champions["MAR"], ended_at=NOW)

    invited = await step(client, world, meeting, "invite")

    assert invited.status_code == 200
    assert invited.json()["invited_at"] == "2026-11-24T09:00:00Z"
    sent = await mails(session)
    assert {mail.address for mail in sent} == {
        person.email for who, person in world.people.items() if who != "observer"
    }
    asked = next(mail for mail in sent if mail.address == "ken@example.org")
    told = next(mail for mail in sent if mail.address == "officer@example.org")
    assert [label for label, _ in asked.letter["choices"]] == ["Yes, we come", "Perhaps", "No, we do not come"]
    assert told.letter["choices"] == []
    assert any("Thursday 10 December 2026, 14:00 UTC, 90 minutes" in line for line in asked.letter["paragraphs"])
    event = entry(asked)
    assert event.dtstart.value.astimezone(UTC) == STARTS_AT
    assert event.dtstart.value.utcoffset() == timedelta(hours=1)
    assert (event.sequence.value, event.attendee.value) == ("0", "mailto:ken@example.org")
    assert event.location.value == "Palais des Nations"


async def test_people_are_invited_once_and_only_to_what_is_to_come(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    held = await make_meeting(session, status=MeetingStatus.HELD)
    past = await make_meeting(session, starts_at=NOW - timedelta(hours=1))

    answers = [(await step(client, world, which, "invite")).status_code for which in (meeting, meeting, held, past)]

    assert answers == [200, 409, 409, 409]
    assert len(await mails(session)) == 8


async def test_some_champions_may_be_invited_and_observers_along(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    headers = world.headers("mar") | {"If-Match": '"0"'}
    body = {"champions": ["KEN"], "with_observers": True}
    await client.patch(f"/meetings/{meeting.id}/invitation", json=body, headers=headers)

    await step(client, world, meeting, "invite")

    addresses = {mail.address for mail in await mails(session)}
    assert addresses == {"ken@example.org", "officer@example.org", "observer@example.org"}


async def test_who_was_invited_stays_invited(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_invited_meeting(session)
    headers = world.headers("mar") | {"If-Match": "*"}

    fewer = await client.patch(f"/meetings/{meeting.id}/invitation", json={"champions": ["KEN"]}, headers=headers)
    unknown = await client.patch(f"/meetings/{meeting.id}/invitation", json={"champions": ["FRA"]}, headers=headers)
    late = await client.patch(
        f"/meetings/{meeting.id}/invitation", json={"note": "x"}, headers=headers | {"If-Match": '"7"'}
    )

    assert [fewer.status_code, unknown.status_code, late.status_code] == [409, 422, 412]


async def test_edits_are_gathered_into_one_mail(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    await make_agenda(session, meeting, "Opening", "Missing migrants")
    await step(client, world, meeting, "invite")
    await change(client, world, meeting, place="Room XXIV")
    await pass_minutes(database, 5)
    await change(client, world, meeting, title="Technical meeting", link="https://meet.example.org/2")
    await step(client, world, meeting, "circulate-agenda")
    pending = await client.get(f"/meetings/{meeting.id}/invitation", headers=world.headers("mar"))
    await pass_minutes(database, 6)
    early = await mails(session, LetterKind.MEETING_UPDATE)
    await pass_minutes(database, 5)
    await pass_minutes(database, 60)

    assert pending.json()["pending_changes"] == ["place", "link", "title", "agenda"]
    assert pending.json()["told_by_itself_at"] == "2026-11-24T09:15:00Z"
    assert early == []
    told = await mails(session, LetterKind.MEETING_UPDATE)
    assert len(told) == 8
    text = "\n".join(told[0].letter["paragraphs"])
    assert "the place is another, the link to join is another, the title is another, the agenda was circulated" in text
    assert "Agenda:\n1. Opening (10 min)\n2. Missing migrants (10 min)" in text
    assert told[0].letter["choices"] == []
    event = entry(told[0])
    assert (event.uid.value, event.sequence.value) == (f"meeting-{meeting.id}@champion-countries", "1")


async def test_an_update_is_sent_at_once_when_the_organiser_says_so(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    nothing = await step(client, world, meeting, "send-update")
    await change(client, world, meeting, place="Room XXIV")

    sent = await step(client, world, meeting, "send-update")

    assert nothing.status_code == 409
    assert sent.json()["pending_changes"] == []
    assert len(await mails(session, LetterKind.MEETING_UPDATE)) == 8


async def test_a_meeting_that_moves_asks_again_and_forgets_no_hour_of_summer_time(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    await make_answer(session, meeting, world.champions["KEN"].id, Answer.ACCEPTED)
    await change(client, world, meeting, starts_at="2027-03-29T13:00:00Z")

    await step(client, world, meeting, "send-update")

    told = [mail for mail in await mails(session, LetterKind.MEETING_UPDATE) if mail.address == "ken@example.org"]
    assert len(told[0].letter["choices"]) == 3
    event = entry(told[0])
    assert event.dtstart.value.astimezone(UTC) == datetime(2027, 3, 29, 13, tzinfo=UTC)
    assert event.dtstart.value.utcoffset() == timedelta(hours=2)
    assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]


@pytest.mark.parametrize(("verb", "subject"), [("cancel", "Cancelled: "), ("postpone", "Postponed: ")])
async def test_what_is_called_off_leaves_the_calendars(
    client: httpx.AsyncClient,
    world: World,
    database: RolledBackDatabase,
    session: AsyncSession,
    meeting: Meeting,
    verb: str,
    subject: str,
) -> None:
    await step(client, world, meeting, "invite")

    await step(client, world, meeting, verb, reason="The room is flooded.")
    await pass_minutes(database, 1)
    await pass_minutes(database, 30)

    told = await mails(session, LetterKind.MEETING_CANCELLATION)
    assert len(told) == 8
    assert told[0].subject.startswith(subject)
    assert "Reason: The room is flooded." in told[0].letter["paragraphs"]
    assert told[0].calendar_method == "CANCEL"
    assert (entry(told[0]).sequence.value, entry(told[0]).status.value) == ("1", "CANCELLED")


async def test_a_postponed_meeting_comes_back_under_the_same_entry(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    await step(client, world, meeting, "postpone", reason="The room is flooded.")
    await pass_minutes(database, 1)

    await step(client, world, meeting, "reschedule", starts_at="2027-01-20T14:00:00Z")
    await pass_minutes(database, 11)

    told = await mails(session, LetterKind.MEETING_UPDATE)
    assert len(told) == 8
    assert "it takes place after all, there is a new time" in told[0].letter["paragraphs"][0]
    assert (entry(told[0]).uid.value, entry(told[0]).sequence.value) == (
        f"meeting-{meeting.id}@champion-countries",
        "2",
    )


async def test_who_joins_later_is_invited_too(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    await make_person(session, "Newcomer", champion=world.champions["KEN"])

    await pass_minutes(database, 1)
    await pass_minutes(database, 1)

    sent = await mails(session, LetterKind.MEETING_INVITATION)
    assert len(sent) == 9
    assert sent[-1].address == "newcomer@example.org"


async def test_reminders_hang_on_the_meeting_and_spare_who_declined(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    await make_answer(session, meeting, world.champions["KEN"].id, Answer.DECLINED)
    await make_answer(session, meeting, world.champions["PRT"].id, Answer.ACCEPTED)

    reminded = {}
    for day in (2, 3, 5):
        clock.set_to(datetime(2026, 12, day, 15, tzinfo=UTC))
        await sweeps.run_all(database)
        reminded[day] = len(await mails(session, LetterKind.MEETING_REMINDER))

    assert reminded == {2: 0, 3: 7, 5: 7}
    first = {mail.address: mail for mail in await mails(session, LetterKind.MEETING_REMINDER)}
    assert "ken@example.org" not in first
    assert first["prt@example.org"].letter["choices"] == []
    assert "Luxembourg has not answered yet. Does it come?" in first["lux@example.org"].letter["paragraphs"]


async def test_a_meeting_that_is_moved_is_reminded_of_anew(
    client: httpx.AsyncClient, world: World, database: RolledBackDatabase, session: AsyncSession, meeting: Meeting
) -> None:
    await step(client, world, meeting, "invite")
    clock.set_to(datetime(2026, 12, 4, tzinfo=UTC))
    await sweeps.run_all(database)
    await change(client, world, meeting, starts_at="2026-12-17T14:00:00Z")
    await pass_minutes(database, 11)

    clock.set_to(datetime(2026, 12, 11, tzinfo=UTC))
    await sweeps.run_all(database)

    assert len(await mails(session, LetterKind.MEETING_REMINDER)) == 16


async def test_a_meeting_in_calendars_is_cancelled_rather_than_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    planned = await make_meeting(session, status=MeetingStatus.PLANNED)
    await step(client, world, planned, "invite")

    refused = await client.delete(f"/meetings/{planned.id}", headers=world.headers("mar") | {"If-Match": "*"})
    seen = await client.get(f"/meetings/{planned.id}", headers=world.headers("mar"))

    assert refused.status_code == 409
    assert "delete" not in seen.json()["actions"]


async def test_the_log_tells_of_every_mail_and_sends_one_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    meeting = await make_invited_meeting(session)
    mail = await make_mail(session, meeting, world.people["ken"])
    for who in ("prt", "bgd", "lux"):
        await make_mail(session, meeting, world.people[who])
    elsewhere = await make_meeting(session)

    statements.clear()
    listed = await client.get(f"/meetings/{meeting.id}/mails?limit=3", headers=world.headers("mar"))
    asked = len(statements)
    again = await client.post(f"/meetings/{meeting.id}/mails/{mail.id}/send-again", headers=world.headers("mar"))
    not_there = await client.post(f"/meetings/{elsewhere.id}/mails/{mail.id}/send-again", headers=world.headers("mar"))

    assert len(listed.json()["items"]) == 3
    assert listed.json()["next"]
    assert listed.json()["items"][0]["actions"] == ["send-again"]
    assert asked == 3
    assert again.status_code == 202
    assert not_there.status_code == 404
    assert len(await mails(session)) == 5
