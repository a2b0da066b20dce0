"""Registration over HTTP: places, the waiting list, strangers, and who reads names."""

import asyncio
import io
from datetime import date, timedelta
from typing import Any

import httpx
import openpyxl
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityStatus
from api.notifications.models import Mail
from api.platform import clock
from api.platform.database import Database
from api.platform.records import Visibility
from api.registrations import links, rules
from api.registrations.models import Registration
from api.registrations.sweeps import forget_unconfirmed
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.registrations import CLOSES_AT, make_desk, make_registration
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ANA = {"name": "Ana Torres", "email": "ana.torres@example.org"}


async def post(
    client: httpx.AsyncClient, world: World, activity: Activity, what: str, who: str, **body: Any
) -> httpx.Response:
    return await client.post(f"/activities/{activity.id}/{what}", json=body, headers=world.headers(who))


async def register(
    client: httpx.AsyncClient, world: World, activity: Activity, who: str = "nobody", **body: Any
) -> httpx.Response:
    return await post(client, world, activity, "registrations", who, **body)


async def figures(client: httpx.AsyncClient, world: World, activity: Activity, who: str = "nobody") -> dict[str, Any]:
    read = await client.get(f"/activities/{activity.id}/registration", headers=world.headers(who))
    assert read.status_code == 200, read.text
    found: dict[str, Any] = read.json()
    return found


async def letters(session: AsyncSession, kind: str) -> list[tuple[str, str]]:
    found = select(Mail.address, Mail.subject).where(col(Mail.kind) == f"registration_{kind}").order_by(col(Mail.id))
    return [(address.partition("@")[0], subject.partition(":")[0]) for address, subject in await session.exec(found)]


async def test_places_are_taken_in_order_and_the_next_moves_up(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    closes = {"closes_at": CLOSES_AT.isoformat()}
    opened = await post(client, world, activity, "registration/open", "ken", capacity=1, **closes)
    assert opened.status_code == 200, opened.text

    answers = [(await register(client, world, activity, who)).json() for who in ("mar", "prt", "lux")]
    await post(client, world, activity, "registration/withdraw", "mar")
    own = (await figures(client, world, activity, "prt"))["own"]
    await post(client, world, activity, "registration/open", "ken", capacity=2, **closes)

    assert [(answer["seat"], answer["place"]) for answer in answers] == [
        ("seated", None),
        ("waiting", 1),
        ("waiting", 2),
    ]
    assert (own["seat"], own["place"]) == ("seated", None)
    assert await letters(session, "confirmed") == [
        ("mar", "You have a place"),
        ("prt", "You are on the waiting list"),
        ("lux", "You are on the waiting list"),
    ]
    assert await letters(session, "moved_up") == [("prt", "You have a place now"), ("lux", "You have a place now")]


async def test_two_who_come_at_once_do_not_take_the_same_place(
    committed_client: httpx.AsyncClient, committed_world: World, committed_database: Database
) -> None:
    async with committed_database.session() as session:
        activity = await make_activity(session, committed_world.champions["KEN"])
        await make_desk(session, activity, capacity=1)
    people = ("mar", "prt", "lux", "bgd")

    answers = await asyncio.gather(*(register(committed_client, committed_world, activity, who) for who in people))

    assert sorted((answer.json()["seat"], answer.json()["place"] or 0) for answer in answers) == [
        ("seated", 0),
        ("waiting", 1),
        ("waiting", 2),
        ("waiting", 3),
    ]


async def test_a_stranger_confirms_by_the_link_and_gives_the_place_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], starts_on=date(2026, 12, 20))
    await make_desk(session, activity, is_public=True)

    asked = await register(client, world, activity, **ANA)
    before = await figures(client, world, activity)
    (registration,) = (await session.exec(select(Registration))).all()
    path = links.path(registration.id).replace("/registrations/", "/registration-links/")
    looked = await client.get(path)
    confirmed = [(await client.post(f"{path}/confirm")).json() for _ in range(2)]
    withdrawn = await client.post(f"{path}/withdraw")

    assert (asked.status_code, asked.json()["seat"], before["seated"]) == (201, "unconfirmed", 0)
    assert (looked.json()["seat"], looked.json()["actions"]) == ("unconfirmed", ["confirm"])
    assert [(answer["seat"], answer["actions"]) for answer in confirmed] == [("seated", ["withdraw"])] * 2
    assert (withdrawn.json()["seat"], withdrawn.json()["actions"]) == ("withdrawn", [])
    assert (await client.get(f"{path}x")).status_code == 404
    (mail,) = (await session.exec(select(Mail).where(col(Mail.kind) == "registration_link"))).all()
    assert (mail.address, mail.person_id, mail.is_secret) == (ANA["email"], None, True)


async def test_nobody_learns_whether_an_address_is_registered_nor_fills_a_mailbox(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await make_desk(session, activity, is_public=True)
    await make_registration(session, activity, 1, world.people["prt"])

    answers = [await register(client, world, activity, **ANA) for _ in range(3)]
    clock.set_to(NOW + rules.MAILED_AGAIN_AFTER)
    answers += [
        await register(client, world, activity, **ANA),
        await register(client, world, activity, name="Mallory", email="PRT@example.org"),
    ]

    assert {(answer.status_code, answer.json()["seat"]) for answer in answers} == {(201, "unconfirmed")}
    assert await letters(session, "link") == [
        ("ana.torres", "Confirm your registration"),
        ("ana.torres", "Confirm your registration"),
        ("prt", "You are registered"),
    ]


async def test_a_flood_of_strangers_is_asked_to_wait_and_the_unconfirmed_are_forgotten(
    client: httpx.AsyncClient, world: World, session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await make_desk(session, activity, is_public=True)
    monkeypatch.setattr(rules, "MOST_UNCONFIRMED", 1)
    await register(client, world, activity, **ANA)

    flooded = await register(client, world, activity, name="Bo", email="bo@example.org")
    clock.set_to(NOW + rules.FORGOTTEN_AFTER + timedelta(minutes=1))
    await forget_unconfirmed(session)

    assert (flooded.status_code, flooded.headers["retry-after"]) == (429, "900")
    assert (await session.exec(select(Registration))).all() == []


@pytest.mark.parametrize(
    ("desk", "body", "status", "pointer"),
    [
        ({"is_public": False}, ANA, 403, None),
        ({"is_public": True}, {}, 422, "/name"),
        ({"is_public": True}, {"name": "Ana"}, 422, "/email"),
        ({"is_public": True}, ANA | {"email": "ana"}, 422, "/email"),
        ({"is_public": True, "closes_at": NOW}, ANA, 409, None),
        (None, ANA, 409, None),
    ],
)
async def test_a_stranger_is_told_why_not(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    desk: dict[str, Any] | None,
    body: dict[str, str],
    status: int,
    pointer: str | None,
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    if desk is not None:
        await make_desk(session, activity, **desk)

    answer = await register(client, world, activity, **body)

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json().get("errors", [])] == ([pointer] if pointer else [])


async def test_names_are_for_those_who_lead_and_figures_for_others(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await make_desk(session, activity, capacity=1, is_public=True)
    await make_registration(session, activity, 1, organisation="=cmd()")
    await make_registration(session, activity, 2)
    await make_registration(session, activity, None)
    path = f"/activities/{activity.id}/registrations"

    seen = {
        who: (await client.get(path, headers=world.headers(who))).status_code
        for who in ("nobody", "observer", "mar", "ken", "secretariat")
    }
    sheet = await client.get(f"{path}?format=xlsx", headers=world.headers("ken"))
    of_the_public = await figures(client, world, activity)

    assert seen == {"nobody": 401, "observer": 403, "mar": 403, "ken": 200, "secretariat": 200}
    _, *rows = openpyxl.load_workbook(io.BytesIO(sheet.content)).active.values
    assert [(row[0], row[1], row[2], row[4]) for row in rows] == [
        (1, "Guest 1", "'=cmd()", "has a place"),
        (2, "Guest 2", None, "waits"),
    ]
    assert (of_the_public["seated"], of_the_public["waiting"], of_the_public["actions"]) == (1, 1, ["register"])


async def test_registration_is_opened_for_what_is_to_come_and_never_takes_a_place_away(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    idea = await make_activity(session, world.champions["KEN"], status=ActivityStatus.IDEA)
    activity = await make_activity(session, world.champions["KEN"])
    await make_desk(session, activity, capacity=2)
    for number in (1, 2):
        await make_registration(session, activity, number)
    body = {"closes_at": CLOSES_AT.isoformat(), "capacity": 1}

    answers = [
        await post(client, world, idea, "registration/open", "ken", **body),
        await post(client, world, activity, "registration/open", "prt", **body),
        await post(client, world, activity, "registration/open", "ken", **body),
        await post(client, world, activity, "registration/open", "ken", closes_at=NOW.isoformat()),
        await post(client, world, activity, "registration/close", "ken"),
        await post(client, world, activity, "registration/close", "ken"),
    ]

    assert [answer.status_code for answer in answers] == [409, 403, 422, 422, 200, 409]
    assert [answers[place].json()["errors"][0]["pointer"] for place in (2, 3)] == ["/capacity", "/closes_at"]


async def test_what_one_may_not_see_one_may_not_register_for(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], visibility=Visibility.MEMBERS)
    await make_desk(session, activity, is_public=True)

    assert (await register(client, world, activity, **ANA)).status_code == 404
    assert (await register(client, world, activity, "mar")).status_code == 201
    assert (await register(client, world, activity, "mar")).status_code == 409


async def test_the_list_is_a_fixed_number_of_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    await make_desk(session, activity)
    for number in range(1, 7):
        await make_registration(session, activity, number)
    headers = world.headers("ken")

    statements.clear()
    await client.get(f"/activities/{activity.id}/registrations", headers=headers)

    assert len(statements) == 4, "the caller, the activity, whether one leads it too, the registrations"
