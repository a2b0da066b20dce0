"""A champion asks to join an activity, those who lead answer, a partner withdraws."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities import partner_rules
from api.activities.models import Activity, ActivityStatus, Part, PartnerStatus
from api.notifications.models import Mail
from api.platform.records import Visibility
from api.platform.transitions import Party
from tests.factories.activities import make_activity, make_partner, make_partner_request
from tests.factories.world import World

pytestmark = pytest.mark.anyio

BRINGS = "We could host the second day."


async def open_activity(session: AsyncSession, world: World, **fields: Any) -> Activity:
    return await make_activity(session, world.champions["KEN"], is_open_for_partners=True, **fields)


async def ask(
    client: httpx.AsyncClient, world: World, activity: Activity, who: str = "prt", **body: Any
) -> httpx.Response:
    return await client.post(f"/activities/{activity.id}/partners", json=body, headers=world.headers(who))


async def answer(
    client: httpx.AsyncClient,
    world: World,
    activity: Activity,
    request_id: str | UUID,
    verb: str,
    who: str,
    **body: Any,
) -> httpx.Response:
    path = f"/activities/{activity.id}/partners/{request_id}/{verb}"
    return await client.post(path, json=body, headers=world.headers(who))


async def partners(client: httpx.AsyncClient, world: World, activity: Activity) -> dict[str, list[str]]:
    read = (await client.get(f"/activities/{activity.id}", headers=world.headers("secretariat"))).json()
    parts = ("co_leads", "co_organisers", "participants")
    return {part: [champion["iso3"] for champion in read[part]] for part in parts if read[part]}


async def letters(session: AsyncSession, kind: str) -> list[tuple[str, str]]:
    found = select(Mail.address, Mail.subject).where(col(Mail.kind) == f"activity_partner_{kind}")
    return sorted((address.partition("@")[0], subject) for address, subject in await session.exec(found))


async def test_an_activity_finds_a_partner(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await open_activity(session, world)
    await make_partner(session, activity, world.champions["LUX"])

    asked = await ask(client, world, activity, part="co_organiser", message=BRINGS)
    assert asked.status_code == 201, asked.text
    accepted = await answer(client, world, activity, asked.json()["id"], "accept", "ken")

    assert (asked.json()["status"], asked.json()["actions"]) == ("asked", ["withdraw"])
    assert (accepted.json()["status"], accepted.json()["answered_by_name"]) == ("accepted", "Focal point of KEN")
    assert await partners(client, world, activity) == {"co_leads": ["LUX"], "co_organisers": ["PRT"]}
    title = activity.title
    assert await letters(session, "asked") == [(lead, f"Portugal asks to join: {title}") for lead in ("ken", "lux")]
    assert await letters(session, "answered") == [("prt", f"You are a partner: {title}")]


async def test_the_activity_changes_when_a_partner_joins_and_leaves(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await open_activity(session, world)
    request = await make_partner_request(session, activity, world.champions["PRT"])
    path = f"/activities/{activity.id}"

    await answer(client, world, activity, request.id, "accept", "ken", part="co_lead")
    joined = (await client.get(path)).json()["revision"]
    withdrawn = await answer(client, world, activity, request.id, "withdraw", "prt", reason="Our capital cannot.")

    assert (joined, withdrawn.json()["status"]) == (2, "withdrawn")
    assert await partners(client, world, activity) == {}
    assert (await client.get(path)).json()["revision"] == 3
    assert ("ken", f"Portugal withdraws: {activity.title}") in await letters(session, "answered")


async def test_a_champion_asks_with_one_voice(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await open_activity(session, world)

    first = await ask(client, world, activity, "mar")
    second = await ask(client, world, activity, "mar_colleague", part="co_lead", message=BRINGS)

    listed = await client.get(f"/activities/{activity.id}/partners", headers=world.headers("ken"))
    (request,) = listed.json()["items"]
    assert first.json()["id"] == second.json()["id"] == request["id"]
    assert (request["part"], request["message"], request["person_name"]) == ("co_lead", BRINGS, "Colleague of MAR")


@pytest.mark.parametrize(
    ("who", "status"),
    [("nobody", 401), ("observer", 403), ("prt", 403), ("ken", 200), ("lux", 200), ("secretariat", 200)],
)
async def test_those_who_lead_answer(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    activity = await open_activity(session, world)
    await make_partner(session, activity, world.champions["LUX"])
    request = await make_partner_request(session, activity, world.champions["PRT"])

    assert (await answer(client, world, activity, request.id, "accept", who)).status_code == status


async def test_to_decline_asks_for_the_reason(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    activity = await open_activity(session, world)
    request = await make_partner_request(session, activity, world.champions["PRT"])

    without = await answer(client, world, activity, request.id, "decline", "ken")
    declined = await answer(client, world, activity, request.id, "decline", "ken", reason="The room is small.")
    again = await answer(client, world, activity, request.id, "accept", "ken")

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert (declined.json()["status"], again.status_code) == ("declined", 409)
    (mail,) = (await session.exec(select(Mail).where(col(Mail.kind) == "activity_partner_answered"))).all()
    assert mail.letter["paragraphs"][-1] == "The room is small."


async def test_requests_are_for_those_who_lead_and_for_who_asked(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await open_activity(session, world)
    await make_partner_request(session, activity, world.champions["PRT"])
    await make_partner_request(session, activity, world.champions["LUX"], status=PartnerStatus.WITHDRAWN)
    private = await open_activity(session, world, visibility=Visibility.PRIVATE)

    seen = {}
    for who in ("nobody", "observer", "mar", "prt", "ken", "secretariat"):
        listed = await client.get(f"/activities/{activity.id}/partners", headers=world.headers(who))
        seen[who] = [item["champion"]["iso3"] for item in listed.json()["items"]], listed.json()["actions"]
    hidden = await ask(client, world, private)

    assert seen == {
        "nobody": ([], []),
        "observer": ([], []),
        "mar": ([], ["ask"]),
        "prt": (["PRT"], ["ask"]),
        "ken": (["PRT", "LUX"], []),
        "secretariat": (["PRT", "LUX"], []),
    }
    assert hidden.status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"is_open_for_partners": False},
        {"status": ActivityStatus.CANCELLED},
        {"status": ActivityStatus.HELD},
        {"starts_on": date(2026, 11, 23)},
        {"participants": ("PRT",)},
    ],
)
async def test_what_is_closed_over_or_joined_already_is_not_asked_for(
    client: httpx.AsyncClient, world: World, session: AsyncSession, fields: dict[str, Any]
) -> None:
    given_fields = {"is_open_for_partners": True} | fields
    if "participants" in fields:
        given_fields["participants"] = tuple(world.champions[iso3] for iso3 in fields["participants"])
    activity = await make_activity(session, world.champions["KEN"], **given_fields)

    listed = await client.get(f"/activities/{activity.id}/partners", headers=world.headers("prt"))

    assert (await ask(client, world, activity)).status_code == 409
    assert listed.json()["actions"] == []


async def test_the_lead_does_not_ask_and_the_secretariat_asks_on_behalf(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await open_activity(session, world)

    answers = [
        await ask(client, world, activity, "ken"),
        await ask(client, world, activity, "secretariat"),
        await ask(client, world, activity, "prt", champion="LUX"),
        await ask(client, world, activity, "secretariat", champion="PRT"),
    ]

    assert [one.status_code for one in answers] == [409, 422, 403, 201]


async def test_who_leads_it_too_sees_and_changes_a_private_activity(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    await make_partner(session, activity, world.champions["LUX"])
    await make_partner(session, activity, world.champions["PRT"], Part.CO_ORGANISER)
    path, change = f"/activities/{activity.id}", {"title": "Ours too"}

    statuses = {
        who: (
            (await client.get(path, headers=world.headers(who))).status_code,
            (await client.patch(path, json=change, headers=world.headers(who) | {"If-Match": "*"})).status_code,
        )
        for who in ("lux", "prt")
    }

    assert statuses == {"lux": (200, 200), "prt": (404, 404)}


async def test_those_who_lead_find_on_their_home_page_who_waits(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await open_activity(session, world)
    await make_partner(session, activity, world.champions["LUX"])
    await make_partner_request(session, activity, world.champions["PRT"])
    await make_partner_request(session, activity, world.champions["BGD"])

    due = {
        who: [
            (item["id"], item["champion"]["iso3"], item["count"])
            for item in (await client.get("/me/due", headers=world.headers(who))).json()["items"]
            if item["kind"] == "activity_partners_to_answer"
        ]
        for who in ("ken", "lux", "prt", "mar")
    }

    waits = [(str(activity.id), "PRT", 2)]
    assert due == {"ken": waits, "lux": waits, "prt": [], "mar": []}


async def test_the_list_is_a_fixed_number_of_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    activity = await open_activity(session, world)
    for iso3 in ("PRT", "LUX", "BGD", "MAR"):
        await make_partner_request(session, activity, world.champions[iso3])
    headers = world.headers("ken")

    statements.clear()
    listed = await client.get(f"/activities/{activity.id}/partners", headers=headers)

    assert len(listed.json()["items"]) == 4
    assert len(statements) == 4, "the caller, the activity, whether one leads it too, the requests"


@given(st.sampled_from(PartnerStatus), st.frozensets(st.sampled_from(Party)), st.frozensets(st.sampled_from(Party)))
def test_nobody_but_the_parties_does_anything(
    status: PartnerStatus, to_activity: frozenset[Party], to_request: frozenset[Party]
) -> None:
    actions = partner_rules.actions(status, to_activity=to_activity, to_request=to_request)

    assert "accept" not in actions or to_activity & {Party.OWNER, Party.SECRETARIAT}
    assert "withdraw" not in actions or to_request & {Party.OWNER, Party.SECRETARIAT}
    assert not actions or status in (PartnerStatus.ASKED, PartnerStatus.ACCEPTED)
