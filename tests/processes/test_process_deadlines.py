"""Deadlines of processes, who leads there, and what is brought: over HTTP, by mail and in the calendar."""

from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications.models import Mail
from api.platform import clock
from api.practices.models import PracticeStatus
from api.processes import mails
from api.processes.models import Process
from tests.factories.activities import make_activity
from tests.factories.practices import make_practice
from tests.factories.processes import bring_practice, make_deadline, make_lead, make_process
from tests.factories.statements import make_statement
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def review(session: AsyncSession, world: World) -> Process:
    """A review in May 2027 in which Kenya leads."""
    process = await make_process(session, "RR-ECA-2027")
    await make_lead(session, process, world.champions["KEN"], task="Drafts the statement")
    return process


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"due_on": "2027-03-01"}, ("2027-03-01", None)),
        ({"due_at": "2027-03-01T17:00:00+01:00"}, (None, "2027-03-01T16:00:00Z")),
        ({"due_at": "2027-03-01T23:59", "time_zone": "America/New_York"}, (None, "2027-03-02T04:59:00Z")),
    ],
)
async def test_a_deadline_is_a_day_or_an_instant_on_somebodys_clocks(
    client: httpx.AsyncClient, world: World, review: Process, when: dict[str, str], expected: tuple[str | None, str]
) -> None:
    answer = await client.post(
        f"/processes/{review.id}/deadlines", json={"title": "Inputs"} | when, headers=world.headers("mar")
    )

    [deadline] = answer.json()["deadlines"]
    assert (deadline["due_on"], deadline["due_at"]) == expected
    assert deadline["actions"] == ["change", "delete", "meet"]


@pytest.mark.parametrize(
    ("when", "status", "pointer"),
    [
        ({}, 422, "/due_on"),
        ({"due_on": "2027-03-01", "due_at": "2027-03-01T17:00:00Z"}, 422, "/due_on"),
        ({"due_at": "2027-03-28T02:30", "time_zone": "Europe/Lisbon"}, 201, ""),
        ({"due_at": "2027-03-28T01:30", "time_zone": "Europe/Lisbon"}, 422, "/due_at"),
        ({"due_at": "2027-03-01"}, 422, "/due_at"),
        ({"due_on": "2027-03-01", "time_zone": "Mars"}, 422, "/time_zone"),
    ],
)
async def test_a_time_that_no_clock_shows_is_named(
    client: httpx.AsyncClient, world: World, review: Process, when: dict[str, str], status: int, pointer: str
) -> None:
    answer = await client.post(
        f"/processes/{review.id}/deadlines", json={"title": "Inputs"} | when, headers=world.headers("secretariat")
    )

    assert answer.status_code == status, answer.text
    assert status == 201 or answer.json()["errors"][0]["pointer"] == pointer


async def test_a_day_takes_the_place_of_an_instant(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    deadline = await make_deadline(session, review, due_at=datetime(2027, 3, 1, 16, tzinfo=UTC))
    path, headers = f"/processes/{review.id}/deadlines/{deadline.id}", world.headers("slv") | {"If-Match": '"1"'}

    changed = await client.patch(path, json={"due_on": "2027-03-05"}, headers=headers)
    neither = await client.patch(path, json={"due_on": None}, headers=headers | {"If-Match": "*"})

    assert changed.json()["deadlines"][0]["due_on"] == "2027-03-05"
    assert changed.json()["deadlines"][0]["due_at"] is None
    assert (neither.status_code, neither.json()["errors"][0]["pointer"]) == (422, "/due_on")


async def test_what_the_champions_set_themselves_is_for_members(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    await make_deadline(session, review, is_internal=True, due_on=date(2027, 2, 1))
    await make_deadline(session, review)

    seen = {
        who: (await client.get(f"/processes/{review.id}", headers=world.headers(who))).json()
        for who in ("nobody", "ken")
    }

    assert {who: len(process["deadlines"]) for who, process in seen.items()} == {"nobody": 1, "ken": 2}
    assert [process["next_deadline"]["due_on"] for process in seen.values()] == ["2027-03-01", "2027-02-01"]


async def test_who_leads_hands_in_and_takes_it_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    deadline = await make_deadline(session, review)
    path = f"/processes/{review.id}/deadlines/{deadline.id}"

    by_another = await client.post(f"{path}/meet", headers=world.headers("bgd"))
    met = await client.post(f"{path}/meet", headers=world.headers("ken"))
    again = await client.post(f"{path}/meet", headers=world.headers("ken"))
    reopened = await client.post(f"{path}/reopen", headers=world.headers("ken"))

    assert (by_another.status_code, again.status_code) == (403, 409)
    assert met.json()["deadlines"][0]["met_on"] == clock.today().isoformat()
    assert met.json()["next_deadline"] is None
    assert reopened.json()["deadlines"][0]["actions"] == ["meet"]


async def test_a_lead_is_named_with_a_person_of_its_own(
    client: httpx.AsyncClient, world: World, review: Process
) -> None:
    path, headers = f"/processes/{review.id}", world.headers("mar") | {"If-Match": "*"}
    person = str(world.person_id("prt"))

    named = await client.patch(path, json={"leads": [{"champion": "PRT", "person_id": person}]}, headers=headers)
    foreign = await client.patch(path, json={"leads": [{"champion": "KEN", "person_id": person}]}, headers=headers)
    twice = await client.patch(path, json={"leads": [{"champion": "KEN"}, {"champion": "KEN"}]}, headers=headers)
    public = await client.get(path)

    assert named.json()["leads"][0]["person_name"] == "Focal point of PRT"
    assert foreign.json()["errors"][0]["pointer"] == "/leads/0/person_id"
    assert twice.json()["errors"][0]["pointer"] == "/leads/1/champion"
    assert public.json()["leads"][0]["person_name"] is None
    assert [champion["iso3"] for champion in public.json()["champions"]] == ["PRT"]


async def test_what_the_champions_bring_is_one_statement_and_says_where_there_is_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process, statements: list[str]
) -> None:
    kenya = world.champions["KEN"]
    await make_activity(session, kenya, process=review)
    await bring_practice(session, review, await make_practice(session, kenya, status=PracticeStatus.PUBLISHED))
    statement = await make_statement(session, kenya)
    statement.process_id = review.id
    await make_item(session, await make_workplan(session), lead=kenya, processes=[review])
    await session.commit()
    path = f"/processes/{review.id}/contributions"
    headers = world.headers("bgd")

    statements.clear()
    public = await client.get(path)
    asked = len(statements)
    member = await client.get(path, headers=headers)

    assert asked == 2  # whether there is such a process, and all that is linked to it
    assert {group["kind"]: group["count"] for group in public.json()["groups"]} == {
        "statement": 0,
        "activity": 1,
        "pledge": 0,
        "practice": 1,
    }
    assert [group["count"] for group in member.json()["groups"]] == [1, 1, 0, 1, 1]
    assert member.json()["groups"][0]["items"][0]["status"] == "drafting"


async def test_a_practice_is_brought_by_its_champion_once_it_is_published(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    published = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/processes/{review.id}/practices"

    answers = [
        (await client.put(f"{path}/{practice.id}", headers=world.headers(who))).status_code
        for practice, who in ((draft, "ken"), (published, "bgd"), (published, "ken"), (published, "ken"))
    ]
    taken_back = await client.delete(f"{path}/{published.id}", headers=world.headers("ken"))
    gone = await client.delete(f"{path}/{published.id}", headers=world.headers("ken"))

    assert answers == [409, 403, 204, 204]
    assert (taken_back.status_code, gone.status_code) == (204, 404)


async def test_who_leads_is_reminded_once_and_anew_of_a_deadline_that_moves(
    session: AsyncSession, world: World, review: Process
) -> None:
    world.people["ken"].time_zone = "Africa/Nairobi"
    deadline = await make_deadline(session, review, due_at=datetime(2027, 3, 1, 16, tzinfo=UTC))

    clock.set_to(datetime(2027, 2, 10, 9, tzinfo=UTC))
    await mails.remind_leads(session)
    too_early = await _mails(session)
    clock.set_to(datetime(2027, 2, 16, 9, tzinfo=UTC))
    await mails.remind_leads(session)
    await mails.remind_leads(session)
    [reminder] = await _mails(session)
    deadline.due_at = datetime(2027, 3, 1, 18, tzinfo=UTC)
    await session.commit()
    await mails.remind_leads(session)

    assert too_early == []
    assert reminder.person_id == world.person_id("ken")
    assert "Monday 1 March 2027, 19:00 (Africa/Nairobi; 16:00 UTC)" in reminder.letter["paragraphs"][0]
    assert len(await _mails(session)) == 2


async def test_where_nobody_leads_the_co_chairs_are_told_and_nobody_of_what_is_met(
    session: AsyncSession, world: World
) -> None:
    process = await make_process(session, "HLPF-2027")
    await make_deadline(session, process, due_on=clock.today() + timedelta(days=3))
    await make_deadline(session, process, due_on=clock.today() + timedelta(days=3), met_on=clock.today())

    await mails.remind_leads(session)

    written = await _mails(session)
    assert {mail.person_id for mail in written} == {world.person_id(who) for who in ("mar", "mar_colleague", "slv")}


async def test_it_waits_for_who_leads_and_for_the_chairs_where_nobody_does(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    await make_deadline(session, review, due_on=clock.today() + timedelta(days=20))
    await make_deadline(session, await make_process(session, "P-2"), due_on=clock.today() - timedelta(days=2))

    due = {
        who: [
            (item["title"], item["days_late"])
            for item in (await client.get("/me/due", headers=world.headers(who))).json()["items"]
            if item["kind"] == "process_deadline_due"
        ]
        for who in ("ken", "mar", "bgd")
    }

    assert due == {
        "ken": [("Written contributions · Process RR-ECA-2027", 0)],
        "mar": [("Written contributions · Process P-2", 2)],
        "bgd": [],
    }


async def test_home_counts_down_to_what_comes_first(
    client: httpx.AsyncClient, world: World, session: AsyncSession, review: Process
) -> None:
    begins = (await client.get("/overview")).json()["next_process"]
    later = await make_process(session, "P-2", starts_on=date(2028, 1, 1), ends_on=date(2028, 1, 1))
    await make_deadline(session, later)
    asks = (await client.get("/overview")).json()["next_process"]

    assert (begins["key"], begins["next_deadline"]) == ("RR-ECA-2027", None)
    assert (asks["key"], asks["next_deadline"]["title"]) == ("P-2", "Written contributions")


async def _mails(session: AsyncSession) -> list[Mail]:
    return list((await session.exec(select(Mail).order_by(col(Mail.queued_at)))).all())
