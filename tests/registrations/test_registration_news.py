"""What those who registered are told of what became of the activity, and whoever is taken off the list."""

from datetime import date, time, timedelta
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityStatus
from api.audit.models import AuditEntry
from api.notifications.models import Mail
from api.platform import clock
from api.platform.language import Language
from api.registrations import rules
from api.registrations.sweeps import remind, tell_news
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.registrations import make_desk, make_registration
from tests.factories.world import World

pytestmark = pytest.mark.anyio

DAY = date(2026, 12, 20)
LATER = NOW + rules.GATHERING


async def meeting_of_two(session: AsyncSession, world: World, **fields: Any) -> Activity:
    """A place, which a person has; a guest from France waits for it."""
    activity = await make_activity(session, world.champions["KEN"], starts_on=DAY, place="Nairobi", **fields)
    await make_desk(session, activity, capacity=1)
    await make_registration(session, activity, 1, world.people["prt"])
    await make_registration(session, activity, 2, language=Language.FRENCH)
    return activity


async def change(client: httpx.AsyncClient, world: World, activity: Activity, **body: Any) -> None:
    read = await client.get(f"/activities/{activity.id}", headers=world.headers("ken"))
    headers = world.headers("ken") | {"If-Match": read.headers["etag"]}
    changed = await client.patch(f"/activities/{activity.id}", json=body, headers=headers)
    assert changed.status_code == 200, changed.text


async def step(client: httpx.AsyncClient, world: World, activity: Activity, verb: str) -> None:
    taken = await client.post(
        f"/activities/{activity.id}/{verb}", json={"reason": "The host asked for it."}, headers=world.headers("ken")
    )
    assert taken.status_code == 200, taken.text


async def swept(session: AsyncSession, *, at: Any = NOW) -> list[Mail]:
    """The letters that the sweeps write until ``at``, run twice."""
    clock.set_to(at)
    before = set((await session.exec(select(Mail.id))).all())
    for _ in range(2):
        await tell_news(session)
        await remind(session)
    written = (await session.exec(select(Mail).order_by(col(Mail.id)))).all()
    return [mail for mail in written if mail.id not in before]


def entry(mail: Mail) -> tuple[str, int, str]:
    (event,) = Calendar.from_ical(mail.calendar or "").walk("VEVENT")
    return f"{event.decoded('DTSTART'):%Y%m%d}", int(str(event["SEQUENCE"])), str(event["STATUS"])


async def test_all_are_told_once_and_in_their_language_that_it_moves_when_nobody_types_any_more(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await meeting_of_two(session, world)
    await change(client, world, activity, starts_on="2026-12-21")
    await change(client, world, activity, starts_on="2026-12-22", place="Mombasa")

    too_soon, told, again = (
        await swept(session, at=LATER - timedelta(minutes=1)),
        await swept(session, at=LATER),
        await swept(session, at=LATER + timedelta(hours=1)),
    )

    assert (too_soon, again) == ([], [])
    has_a_place, waits = told
    assert [mail.subject.partition(":")[0] for mail in told] == ["New date or place", "Nouvelle date ou nouveau lieu "]
    assert has_a_place.letter["paragraphs"][1:3] == [
        "When: Tuesday 22 December 2026 (before: Sunday 20 December 2026)",
        "Where: Mombasa (before: Nairobi)",
    ]
    assert (entry(has_a_place), waits.calendar) == (("20261222", 1, "TENTATIVE"), None)


async def test_what_is_called_off_is_told_at_once_and_what_takes_place_after_all_too(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await meeting_of_two(session, world)
    await step(client, world, activity, "postpone")
    postponed = await swept(session)
    await change(client, world, activity, starts_on="2027-01-10")
    unsaid = await swept(session, at=LATER)
    await step(client, world, activity, "resume")
    on_again = await swept(session, at=LATER + rules.GATHERING)
    await step(client, world, activity, "cancel")
    cancelled = await swept(session, at=LATER + rules.GATHERING)

    assert [mail.subject.partition(":")[0] for mail in postponed] == ["Postponed", "Reporté "]
    assert unsaid == []
    assert on_again[0].letter["paragraphs"][1] == "When: Sunday 10 January 2027 (before: Sunday 20 December 2026)"
    assert [entry(mails[0]) for mails in (postponed, on_again, cancelled)] == [
        ("20261220", 1, "CANCELLED"),
        ("20270110", 2, "TENTATIVE"),
        ("20270110", 3, "CANCELLED"),
    ]


async def test_who_has_a_place_is_reminded_a_day_before_and_anew_where_it_moved(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    hours = {"starts_time": time(14), "time_zone": "Africa/Nairobi"}
    activity = await meeting_of_two(session, world, status=ActivityStatus.CONFIRMED, **hours)
    starts_at = NOW.replace(month=12, day=20, hour=11, minute=0)

    early, reminded = (
        await swept(session, at=starts_at - timedelta(days=1, minutes=1)),
        await swept(session, at=starts_at - timedelta(days=1)),
    )
    await change(client, world, activity, starts_on="2026-12-27")
    after = await swept(session, at=starts_at + timedelta(days=6, hours=1))
    begun = await swept(session, at=starts_at + timedelta(days=7))

    assert early == begun == []
    assert [(mail.address.partition("@")[0], mail.subject.partition(":")[0]) for mail in reminded] == [("prt", "Soon")]
    assert [mail.subject.partition(":")[0] for mail in after] == [
        "New date or place",
        "Nouvelle date ou nouveau lieu ",
        "Soon",
    ]


async def test_who_is_taken_off_the_list_is_told_why_and_the_next_moves_up(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await meeting_of_two(session, world)
    path = f"/activities/{activity.id}/registrations"
    listed = (await client.get(path, headers=world.headers("ken"))).json()["items"]
    remove = f"{path}/{listed[0]['id']}/remove"

    refused = await client.post(remove, headers=world.headers("mar"))
    removed = await client.post(remove, json={"reason": "Named twice."}, headers=world.headers("ken"))
    again = await client.post(remove, headers=world.headers("ken"))

    assert [answer.status_code for answer in (refused, removed, again)] == [403, 200, 404]
    assert (removed.json()["seated"], removed.json()["waiting"]) == (1, 0)
    moved_up, told = (await session.exec(select(Mail).order_by(col(Mail.id)))).all()
    assert (moved_up.kind, told.kind) == ("registration_moved_up", "registration_removed")
    assert "Named twice." in told.letter["paragraphs"]
    wanted = select(AuditEntry.reason).where(col(AuditEntry.action) == "registration.removed")
    assert (await session.exec(wanted)).all() == ["Named twice."]


async def test_what_people_have_registered_for_is_cancelled_and_not_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await meeting_of_two(session, world)
    headers = world.headers("ken") | {"If-Match": f'"{activity.revision}"'}

    answer = await client.delete(f"/activities/{activity.id}", headers=headers)

    assert answer.status_code == 409
    assert "cancel it instead" in answer.json()["detail"]
