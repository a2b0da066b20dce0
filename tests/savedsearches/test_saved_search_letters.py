"""Letters of saved searches: what is new, once, to whom it is for, until they stop it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.main import create_app
from api.notifications import messages
from api.notifications.models import Mail
from api.platform import clock, sweeps
from api.platform.database import Database
from api.platform.language import Language
from api.platform.records import Visibility
from api.practices.models import Practice, PracticeStatus
from api.savedsearches import links, rules
from api.savedsearches.mails import tell
from api.savedsearches.models import LetterFrequency, SavedSearch
from api.settings import Settings
from tests.factories.people import make_person
from tests.factories.practices import make_practice
from tests.factories.savedsearches import make_saved_search
from tests.factories.world import World
from tests.mailbox import text_of

pytestmark = pytest.mark.anyio

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)


async def publish(session: AsyncSession, world: World, title: str, at: datetime, **fields: Any) -> Practice:
    """A practice of Kenya's for objective 3, published ``at`` an instant."""
    clock.set_to(at)
    values = {"title": title, "status": PracticeStatus.PUBLISHED} | fields
    return await make_practice(session, world.champions["KEN"], **values)


async def told(session: AsyncSession, at: datetime) -> dict[str, list[tuple[str, list[str]]]]:
    """Who is told by ``at``, and was not before: their searches, and the practices of each."""
    clock.set_to(at)
    before = set(await session.exec(select(Mail.id)))
    await tell(session)
    new = await session.exec(select(Mail).where(col(Mail.id).not_in(before)))
    return {
        mail.person_name: [
            (listing["title"], [record["title"] for record in listing["records"]])
            for listing in mail.letter["listings"]
        ]
        for mail in new
    }


async def test_a_letter_a_day_tells_of_each_search_what_is_new_and_never_again(
    session: AsyncSession, world: World
) -> None:
    await publish(session, world, "Known before", MONDAY - timedelta(days=2))
    clock.set_to(MONDAY - timedelta(days=1))
    await make_saved_search(session, world.people["mar"], name="Information")
    await make_saved_search(session, world.people["mar"], name="Women", filters={"q": "women"})
    await make_saved_search(session, world.people["mar"], name="Water", filters={"q": "water"})
    await make_saved_search(session, world.people["slv"], name="Water", filters={"q": "water"})
    await publish(session, world, "Desks", MONDAY + timedelta(hours=1))
    await publish(session, world, "Desks for women", MONDAY + timedelta(hours=2))

    early = await told(session, MONDAY + timedelta(hours=6))
    first = await told(session, MONDAY + timedelta(hours=6) + rules.SETTLES_IN)
    again = await told(session, MONDAY + timedelta(hours=20))
    next_day = await told(session, MONDAY + timedelta(days=1, hours=12))

    assert early == again == next_day == {}
    assert first == {
        "Focal point of MAR": [("Information", ["Desks for women", "Desks"]), ("Women", ["Desks for women"])]
    }


async def test_a_new_version_is_news_and_says_that_it_is_one(session: AsyncSession, world: World) -> None:
    clock.set_to(MONDAY)
    await make_saved_search(session, world.people["mar"])
    practice = await publish(session, world, "Desks", MONDAY + timedelta(hours=1))
    await told(session, MONDAY + timedelta(hours=7))
    practice.version, practice.published_at = 2, MONDAY + timedelta(hours=9)
    session.add(practice)
    await session.commit()

    await told(session, MONDAY + timedelta(days=1, hours=7))

    contexts = [
        mail.letter["listings"][0]["records"][0]["context"]
        for mail in await session.exec(select(Mail).order_by(col(Mail.id)))
    ]
    assert contexts == ["Kenya", "Kenya · new version"]


async def test_a_week_is_told_on_monday_in_the_persons_morning_and_language(
    session: AsyncSession, world: World
) -> None:
    clock.set_to(MONDAY - timedelta(days=6))
    reader = {"time_zone": "America/New_York", "language": Language.FRENCH}
    amina = await make_person(session, "Amina", champion=world.champions["MAR"], **reader)
    await make_saved_search(session, amina, frequency=LetterFrequency.WEEKLY, filters={"q": "3", "objective": [3]})
    await make_saved_search(session, amina, frequency=LetterFrequency.NEVER, filters={})
    await publish(session, world, "Bureau 3", MONDAY - timedelta(days=4), language="fr")

    on_sunday = await told(session, MONDAY)
    too_early = await told(session, MONDAY + timedelta(hours=11))
    on_monday = await told(session, MONDAY + timedelta(hours=11, minutes=5))

    assert (on_sunday, too_early) == ({}, {})
    assert on_monday == {"Amina": [("Information", ["Bureau 3"])]}
    (mail,) = (await session.exec(select(Mail))).all()
    assert mail.subject == "Nouvelles pratiques : Information"
    assert mail.letter["listings"][0]["path"] == "/practices?objective=%5B3%5D&q=%223%22"


async def test_only_what_the_person_may_see_is_told_and_only_to_people_of_the_initiative(
    session: AsyncSession, world: World
) -> None:
    clock.set_to(MONDAY)
    left = await make_person(session, "Gone", champion=world.champions["MAR"], ended_at=MONDAY)
    for person in (*(world.people[who] for who in ("observer", "mar", "ken", "secretariat")), left):
        await make_saved_search(session, person)
    members = await publish(session, world, "For members", MONDAY + timedelta(hours=1), visibility=Visibility.MEMBERS)
    await publish(session, world, "Private", MONDAY + timedelta(hours=2), visibility=Visibility.PRIVATE)
    await publish(session, world, "Draft", MONDAY + timedelta(hours=2), status=PracticeStatus.DRAFT)
    await publish(session, world, "Withdrawn", MONDAY + timedelta(hours=3), status=PracticeStatus.WITHDRAWN)

    letters = await told(session, MONDAY + timedelta(hours=7))

    assert members.visibility is Visibility.MEMBERS
    assert letters == {
        "Focal point of MAR": [("Information", ["For members"])],
        "Focal point of KEN": [("Information", ["Private", "For members"])],
        "Secretariat officer": [("Information", ["Private", "For members"])],
    }


async def test_a_letter_that_begins_again_tells_of_what_comes_from_then_on(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    clock.set_to(MONDAY)
    search = await make_saved_search(session, world.people["mar"], frequency=LetterFrequency.NEVER)
    await publish(session, world, "While it was silent", MONDAY + timedelta(hours=1))
    clock.set_to(MONDAY + timedelta(hours=3))
    headers = world.headers("mar") | {"If-Match": "*"}
    answer = await client.patch(f"/saved-searches/{search.id}", json={"frequency": "daily"}, headers=headers)
    assert answer.status_code == 200
    await session.refresh(search)
    await publish(session, world, "Since", MONDAY + timedelta(hours=4))

    letters = await told(session, MONDAY + timedelta(hours=7))

    assert letters == {"Focal point of MAR": [("Information", ["Since"])]}


async def test_a_long_list_names_the_latest_and_counts_the_others(session: AsyncSession, world: World) -> None:
    clock.set_to(MONDAY)
    await make_saved_search(session, world.people["mar"])
    for minute in range(rules.MOST_NAMED + 2):
        await publish(session, world, f"Practice {minute}", MONDAY + timedelta(minutes=minute + 1))

    await told(session, MONDAY + timedelta(days=3))

    (listing,) = (await session.exec(select(Mail))).one().letter["listings"]
    assert [record["title"] for record in listing["records"]][:2] == ["Practice 11", "Practice 10"]
    assert (len(listing["records"]), listing["more"]) == (rules.MOST_NAMED, "and 2 more")


async def test_a_sweep_takes_as_many_statements_for_many_searches_as_for_one(
    session: AsyncSession, world: World, statements: list[str]
) -> None:
    clock.set_to(MONDAY)
    taken = []
    for day, people in enumerate([["mar"], ["mar", "ken", "prt", "bgd", "lux", "slv", "observer"]]):
        for objective in range(1, 6):
            for who in people:
                filters = {"objective": [3, 10 + objective + 5 * day]}
                await make_saved_search(session, world.people[who], filters=filters)
        await publish(session, world, "Desks", MONDAY + timedelta(days=day, hours=1))
        statements.clear()
        assert len(await told(session, MONDAY + timedelta(days=day, hours=7))) == len(people)
        taken.append(len(statements))

    assert taken[0] == taken[1]


async def test_two_sweeps_at_once_and_one_that_dies_tell_everything_once(
    committed_database: Database, committed_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeps, "_known", {"savedsearches.tell": tell})
    clock.set_to(MONDAY)
    async with committed_database.session() as session:
        await make_saved_search(session, committed_world.people["mar"])
        await publish(session, committed_world, "Desks", MONDAY + timedelta(hours=1))
    clock.set_to(MONDAY + timedelta(hours=7))

    async with committed_database.session() as dying:
        await tell(dying)
    failed = await asyncio.gather(*(sweeps.run_all(committed_database) for _ in range(3)))

    async with committed_database.session() as session:
        mails = (await session.exec(select(Mail))).all()
    assert failed == [[], [], []]
    assert [mail.letter["listings"][0]["records"][0]["title"] for mail in mails] == ["Desks"]


async def test_a_letter_links_to_all_it_names_and_is_stopped_by_one_click(
    client: httpx.AsyncClient, session: AsyncSession, world: World, settings: Settings
) -> None:
    clock.set_to(MONDAY)
    for filters in ({"objective": [3]}, {}):
        await make_saved_search(session, world.people["mar"], filters=filters)
    practice = await publish(session, world, "Desks <b>", MONDAY + timedelta(hours=1))
    await told(session, MONDAY + timedelta(hours=7))
    stored = (await session.exec(select(Mail))).one()
    mail = messages.compose(stored, [], settings.model_copy(update={"public_url": "https://champions.example/"}))
    stop = mail["List-Unsubscribe"].strip("<>").removeprefix("https://champions.example")
    link = f"/saved-search-letters/{stop.rpartition('/')[2]}"

    looked = (await client.get(link)).json()
    stopped = await client.post(f"http://test{stop}", data={"List-Unsubscribe": "One-Click"})
    after = (await client.get(link)).json()
    by_the_page = await client.post(f"{link}/stop")
    forged = await client.post(f"{link[:-3]}abc/stop")

    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"* Desks <b> (Kenya)\n  https://champions.example/practices/{practice.id}" in text_of(mail)
    assert f"Stop these letters:\nhttps://champions.example{stop}" in text_of(mail)
    assert 'href="https://champions.example/practices?objective=%5B3%5D"' in text_of(mail, "html")
    assert "<bdi>Desks &lt;b&gt;</bdi>" in text_of(mail, "html")
    assert (looked, after) == ({"names": ["Information", "Information"]}, {"names": []})
    assert (stopped.status_code, by_the_page.json(), forged.status_code) == (204, {"names": []}, 404)
    assert set(await session.exec(select(SavedSearch.frequency))) == {LetterFrequency.NEVER}
    assert links.read(stop.rpartition("/")[2]) == world.person_id("mar")


async def test_the_address_that_takes_one_click_is_a_page_for_whoever_opens_it(
    settings_with_pages: Settings, database: Database, world: World
) -> None:
    app = create_app(settings_with_pages, database=database)
    app.state.database = database
    transport = httpx.ASGITransport(app=app)
    path = links.stop_path(world.person_id("mar"))

    async with httpx.AsyncClient(transport=transport, base_url="http://test") as mail_program:
        opened = await mail_program.get(path, headers={"Accept": "text/html"})
        posted = await mail_program.post(path, data={"List-Unsubscribe": "One-Click"})

    assert (opened.status_code, opened.headers["content-type"].partition(";")[0]) == (200, "text/html")
    assert posted.status_code == 204
