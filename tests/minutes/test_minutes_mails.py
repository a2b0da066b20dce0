"""The letters of minutes: who is told, once, in whose language and zone."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Attendance
from api.meetings.models import Meeting, MeetingStatus
from api.minutes.mails import remind_of_corrections
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.minutes import UNTIL, make_circulated_meeting, make_correction, make_text
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def told(session: AsyncSession, kind: LetterKind) -> list[Mail]:
    of_kind = select(Mail).where(col(Mail.kind) == kind).order_by(col(Mail.address))
    return list((await session.exec(of_kind)).all())


async def make_present(session: AsyncSession, world: World, meeting: Meeting, *codes: str) -> None:
    session.add_all(
        Attendance(
            meeting_id=meeting.id, champion_id=world.champions[iso3].id, was_present=True, taken_at=meeting.starts_at
        )
        for iso3 in codes
    )
    await session.commit()


async def test_champions_are_told_of_the_minutes_and_until_when_they_correct_them(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.HELD, starts_at=datetime(2026, 11, 10, 14, tzinfo=UTC))
    world.people["ken"].language = "fr"
    world.people["ken"].time_zone = "Africa/Nairobi"
    await session.commit()

    await client.post(
        f"/meetings/{meeting.id}/circulate-minutes",
        json={"corrections_until": "2026-12-01T17:00:00Z"},
        headers=world.headers("mar"),
    )

    letters = {mail.address: mail for mail in await told(session, LetterKind.MINUTES_CIRCULATED)}
    assert {"ken@example.org", "mar@example.org", "prt@example.org"} <= letters.keys()
    assert "officer@example.org" not in letters
    to_kenya = letters["ken@example.org"]
    assert to_kenya.subject == f"Compte rendu à relire avant le mardi 1 décembre 2026 : {meeting.title}"
    assert "mardi 1 décembre 2026, 20:00 (Africa/Nairobi; 17:00 UTC)" in to_kenya.letter["paragraphs"][1]
    assert to_kenya.letter["action"] == ["Lire le compte rendu", f"/meetings/{meeting.id}/minutes"]


async def test_who_was_there_and_said_nothing_is_reminded_once_for_each_deadline(
    session: AsyncSession, world: World
) -> None:
    meeting = await make_circulated_meeting(session)
    item, *_ = await make_agenda(session, meeting, "Missing migrants")
    await make_text(session, item, "The meeting noted it.")
    await make_present(session, world, meeting, "KEN", "PRT")
    await make_correction(session, item, world.champions["PRT"])

    addresses = []
    for at in (UNTIL - timedelta(days=3), UNTIL - timedelta(days=2), UNTIL - timedelta(days=1), UNTIL):
        clock.set_to(at)
        await remind_of_corrections(session)
        addresses.append([mail.address for mail in await told(session, LetterKind.MINUTES_REMINDER)])

    assert addresses == [[], ["ken@example.org"], ["ken@example.org"], ["ken@example.org"]]


async def test_where_nobody_took_attendance_nobody_is_reminded(session: AsyncSession, world: World) -> None:
    await make_circulated_meeting(session)
    clock.set_to(UNTIL - timedelta(days=1))

    await remind_of_corrections(session)

    assert await told(session, LetterKind.MINUTES_REMINDER) == []


async def test_who_proposed_a_correction_is_told_what_became_of_it(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    item, *_ = await make_agenda(session, await make_circulated_meeting(session), "Missing migrants")
    await make_text(session, item, "The meeting noted it.")
    corrections = [
        await make_correction(session, item, world.champions["PRT"], person_id=world.people["prt"].id) for _ in range(2)
    ]
    address, chair = f"/meetings/{item.meeting_id}/minutes/{item.id}/corrections", world.headers("mar")

    await client.post(f"{address}/{corrections[0].id}/decline", json={"reason": "It was noted."}, headers=chair)
    await client.post(f"{address}/{corrections[1].id}/take", headers=chair)

    declined, taken = sorted(
        await told(session, LetterKind.MINUTES_CORRECTION_DECIDED), key=lambda mail: "taken" in mail.subject
    )
    assert (declined.address, taken.address) == ("prt@example.org", "prt@example.org")
    assert declined.letter["paragraphs"][1:] == ["It was noted."]
    assert taken.subject == "Your correction is taken: Missing migrants"
    assert len(taken.letter["paragraphs"]) == 1


async def test_all_are_told_of_the_adoption(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    item, *_ = await make_agenda(session, await make_circulated_meeting(session), "Missing migrants")
    await make_text(session, item, "The meeting noted it.")
    clock.set_to(UNTIL)

    await client.post(f"/meetings/{item.meeting_id}/minutes/adopt", headers=world.headers("mar"))

    assert "ken@example.org" in [mail.address for mail in await told(session, LetterKind.MINUTES_ADOPTED)]
