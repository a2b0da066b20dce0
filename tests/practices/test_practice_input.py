"""What the practices refuse: each a problem that names the field and says how to mend it."""

from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.transitions import Party, verbs_for
from api.practices import rules
from api.practices.models import PracticeStatus
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "   "),
        ("title", "x" * 201),
        ("title", "one\ntwo"),
        ("title", "bell\u0007"),
        ("title", 7),
        ("title", None),
        ("summary", "x" * 10_001),
        ("summary", "nothing\u0000here"),
        ("type_of_practice", "miracle"),
        ("geographic_scope", "galactic"),
        ("starts_on", "2024-02-30"),
        ("starts_on", "soon"),
        ("ends_on", "2019-01-01"),
        ("language", "tlh"),
        ("visibility", "secret"),
        ("objectives_primary", [24]),
        ("objectives_primary", [3, 3]),
        ("guiding_principles", [0]),
        ("sdgs", ["first"]),
        ("countries", ["XXX"]),
        ("regions", ["999"]),
        ("additional_resources", ["not an address"]),
        ("additional_resources", ["javascript:alert(1)"]),
        ("additional_resources", ["ftp://example.org/file"]),
        ("additional_resources", ["https://example.org/" + "x" * 500]),
        ("additional_resources", ["https://example.org"] * 21),
        ("champion", "FRA"),
        ("status", "published"),
        ("version", 3),
        ("champion_id", "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"),
    ],
)
async def test_a_malformed_field_is_refused_by_name(
    client: httpx.AsyncClient, world: World, field: str, value: Any
) -> None:
    body = {"title": "One window", "starts_on": "2020-01-01", field: value}

    refused = await client.post("/practices", json=body, headers=world.headers("secretariat"))

    assert refused.status_code == 422, refused.text
    pointers = [error["pointer"] for error in refused.json()["errors"]]
    assert any(pointer == f"/{field}" or pointer.startswith(f"/{field}/") for pointer in pointers), pointers


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("status=lost", "status"),
        ("status=draft&status=lost", "status"),
        ("objective=0", "objective"),
        ("objective=3&objective=x", "objective"),
        ("region=Africa", "region"),
        ("region=999", "region"),
        ("type_of_practice=miracle", "type_of_practice"),
        ("language=tlh", "language"),
        ("champion=Kenya", "champion"),
        ("champion=XXX", "champion"),
        ("year=1066", "year"),
        ("sort=colour", "sort"),
        ("sort=--title", "sort"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=many", "limit"),
        ("cursor=nonsense", "cursor"),
        ("cursor=WyJ0aXRsZSIsIkEiXQ", "cursor"),
        ("q=", "q"),
        ("q=%00", "q"),
        ("colour=red", "colour"),
    ],
)
async def test_a_wrong_filter_is_refused_by_name(client: httpx.AsyncClient, query: str, parameter: str) -> None:
    refused = await client.get(f"/practices?{query}")

    assert refused.status_code == 422
    assert {error["parameter"] for error in refused.json()["errors"]} == {parameter}


@pytest.mark.parametrize("words", ["'", '"', "( & | !", "-", ":*", "\\", "%", "a <-> b", "的", "é" * 200])
async def test_any_words_may_be_searched_for(client: httpx.AsyncClient, words: str) -> None:
    found = await client.get("/practices", params={"q": words})

    assert found.status_code == 200
    assert found.json()["items"] == []


async def test_an_end_before_the_stored_beginning_is_refused_at_its_field(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])

    refused = await client.patch(
        f"/practices/{draft.id}", json={"ends_on": "2020-01-01"}, headers=world.headers("ken") | {"If-Match": '"1"'}
    )

    assert refused.status_code == 409
    assert refused.json()["errors"] == [
        {"pointer": "/ends_on", "code": "conflict", "detail": "A practice ends on its first day or later."}
    ]


async def test_a_refused_change_leaves_nothing_behind(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    path, headers = f"/practices/{draft.id}", world.headers("ken")

    await client.patch(path, json={"title": "New", "ends_on": "2020-01-01"}, headers=headers | {"If-Match": '"1"'})
    after = (await client.get(path, headers=headers)).json()

    assert (after["title"], after["revision"]) == (draft.title, 1)


async def test_a_focal_point_writes_for_its_own_champion_only(client: httpx.AsyncClient, world: World) -> None:
    body = {"title": "One window", "champion": "PRT"}

    refused = await client.post("/practices", json=body, headers=world.headers("ken"))
    on_behalf = await client.post("/practices", json=body, headers=world.headers("secretariat"))
    for_nobody = await client.post("/practices", json={"title": "A"}, headers=world.headers("secretariat"))

    assert refused.status_code == 403
    assert on_behalf.json()["champion"]["iso3"] == "PRT"
    assert for_nobody.json()["errors"][0]["pointer"] == "/champion"


@pytest.mark.parametrize("status", PracticeStatus)
@pytest.mark.parametrize(("who", "party"), [("ken", Party.OWNER), ("secretariat", Party.SECRETARIAT)])
async def test_the_actions_are_what_the_service_accepts(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: PracticeStatus, who: str, party: Party
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=status)
    shown = (await client.get(f"/practices/{practice.id}", headers=world.headers(who))).json()

    accepted = set()
    headers = world.headers(who)
    for step in rules.TRANSITIONS:
        one = await make_practice(session, world.champions["KEN"], status=status)
        answer = await client.post(f"/practices/{one.id}/{step.verb}", json={"reason": "Because."}, headers=headers)
        if answer.status_code == 200:
            accepted.add(step.verb)
    for method, verb in (("PATCH", "change"), ("DELETE", "delete"), ("POST", "revise")):
        one = await make_practice(session, world.champions["KEN"], status=status)
        path = f"/practices/{one.id}/revise" if verb == "revise" else f"/practices/{one.id}"
        body = {"title": "New"} if verb == "change" else None
        answer = await client.request(method, path, json=body, headers=headers | {"If-Match": "*"})
        if answer.is_success:
            accepted.add(verb)

    assert set(shown["actions"]) == accepted
    assert set(shown["asks_reason"]) <= set(verbs_for(rules.TRANSITIONS, status, {party}))
