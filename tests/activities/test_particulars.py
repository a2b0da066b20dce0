"""What each kind asks for, hours and their zone, other States, links, and what co-chairs coordinate."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities import particulars
from api.activities.particulars import OF_KIND, Particulars
from api.platform.records import Visibility
from api.vocabularies.models import ActivityKind
from tests.factories.activities import make_activity
from tests.factories.statements import make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NOTE = {"title": "Peer exchange", "kind": "peer_learning"}


async def note(client: httpx.AsyncClient, world: World, **fields: Any) -> httpx.Response:
    return await client.post("/activities", json=NOTE | fields, headers=world.headers("ken"))


async def change(client: httpx.AsyncClient, world: World, activity_id: str, **fields: Any) -> httpx.Response:
    headers = world.headers("ken") | {"If-Match": "*"}
    return await client.patch(f"/activities/{activity_id}", json=fields, headers=headers)


def test_every_kind_asks_for_something_and_every_field_is_asked_for() -> None:
    assert set(OF_KIND) == set(ActivityKind)
    assert {name for fields in OF_KIND.values() for name in fields} == set(Particulars.model_fields)
    assert all(1 <= len(fields) <= 2 for fields in OF_KIND.values()), "light forms, few fields"


@given(st.sampled_from(ActivityKind), st.sampled_from(ActivityKind), st.text("abc عé", min_size=1, max_size=20))
def test_a_change_of_kind_and_back_loses_nothing(kind: ActivityKind, other: ActivityKind, words: str) -> None:
    words = words.strip() or "a"
    fields = [name for name in OF_KIND[kind] if Particulars.model_fields[name].default == ""]
    first = particulars.written(kind, {}, Particulars.model_validate(dict.fromkeys(fields, words)))

    untouched = Particulars.model_validate(particulars.shown(other, first).model_dump())
    between = particulars.written(other, first, untouched)

    assert particulars.shown(kind, between) == particulars.shown(kind, first)


async def test_a_kind_asks_for_its_few_fields(client: httpx.AsyncClient, world: World) -> None:
    created = await note(client, world, particulars={"seeks": "Privacy in small samples"})
    assert created.status_code == 201, created.text
    key = created.json()["id"]
    early = await change(client, world, key, particulars={"seeks": "Privacy", "guidance": "Handbook"})
    other = await change(client, world, key, kind="network_workplan_support")
    back = await change(client, world, key, kind="peer_learning")
    emptied = await change(client, world, key, particulars={"seeks": ""})

    told = [
        (answer.json()["particulars"]["seeks"], answer.json()["particulars"]["guidance"]) for answer in (early, other)
    ]
    assert created.json()["particular_fields"] == ["seeks", "offers"]
    assert told == [("Privacy", ""), ("", "Handbook")]
    assert [answer.json()["particulars"]["seeks"] for answer in (back, emptied)] == ["Privacy", ""]


async def test_hours_are_instants_once_their_zone_is_known(client: httpx.AsyncClient, world: World) -> None:
    day = {"starts_on": "2027-03-14", "starts_time": "14:00", "ends_time": "17:30"}

    without = await note(client, world, **day)
    zoned = await note(client, world, **day, time_zone="America/New_York")

    assert (without.json()["starts_time"], without.json()["starts_at"]) == ("14:00:00", None)
    assert (zoned.json()["starts_at"], zoned.json()["ends_at"]) == ("2027-03-14T18:00:00Z", "2027-03-14T21:30:00Z")


@pytest.mark.parametrize(
    ("fields", "status", "pointer"),
    [
        ({"ends_time": "17:00"}, 409, "/starts_time"),
        ({"starts_on": "2027-03-14", "starts_time": "17:00", "ends_time": "16:00"}, 409, "/ends_time"),
        ({"starts_time": "17:00Z"}, 422, "/starts_time"),
        ({"time_zone": "Mars/Base"}, 422, "/time_zone"),
        (
            {"starts_on": "2027-03-14", "starts_time": "02:30", "time_zone": "America/New_York"},
            422,
            "/starts_time",
        ),
        ({"other_states": ["XXX"]}, 422, "/other_states/0"),
        ({"other_states": ["FRA"], "other_organisers": ["FRA"]}, 409, "/other_states"),
        ({"links": [{"label": "Programme", "address": "javascript:alert(1)"}]}, 422, "/links/0/address"),
        ({"particulars": {"pledges_sought": 0}}, 422, "/particulars/pledges_sought"),
        ({"statement_id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a51"}, 422, "/statement_id"),
    ],
)
async def test_a_mistake_is_named_with_its_field(
    client: httpx.AsyncClient, world: World, fields: dict[str, Any], status: int, pointer: str
) -> None:
    answer = await note(client, world, **fields)

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_other_states_links_and_the_statement_are_shown_to_whoever_sees_them(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["KEN"])
    link = {"label": "Programme", "address": "https://www.example.org/programme.pdf"}
    body = {"kind": "joint_statements_events", "statement_id": str(statement.id), "links": [link]}
    created = (await note(client, world, other_states=["FRA", "JPN"], other_organisers=["CHE"], **body)).json()
    await client.post(f"/activities/{created['id']}/plan", headers=world.headers("ken"))

    of_the_public = (await client.get(f"/activities/{created['id']}")).json()

    assert [(state["iso3"], state["name"]) for state in created["other_states"]] == [
        ("FRA", "France"),
        ("JPN", "Japan"),
    ]
    assert [state["name"] for state in created["other_organisers"]] == ["Switzerland"]
    assert created["statement"] == {"id": str(statement.id), "title": statement.title}
    assert (of_the_public["statement"], of_the_public["links"]) == (None, [link])


async def test_co_chairs_coordinate_an_initiative_and_it_stands_with_their_term(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], title="Short films")
    await make_activity(session, world.champions["KEN"], title="Other")
    private = await make_activity(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    path, term = f"/activities/{activity.id}", str(world.terms["current"].id)

    statuses = [
        (await client.post(f"{path}/coordinate", headers=world.headers(who))).status_code
        for who in ("nobody", "observer", "ken", "mar")
    ]
    unseen = await client.post(f"/activities/{private.id}/coordinate", headers=world.headers("mar"))
    unknown = await client.post(
        f"{path}/coordinate", json={"term_id": str(activity.id)}, headers=world.headers("secretariat")
    )
    listed = await client.get("/activities", params={"coordinated_in": term})
    marked = await client.get("/activities?is_coordinated=true")
    read = (await client.get(path, headers=world.headers("mar"))).json()
    ended = await client.post(f"{path}/stop-coordinating", headers=world.headers("mar"))

    assert statuses == [401, 403, 403, 200]
    assert (unseen.status_code, unknown.status_code) == (404, 422)
    assert [[item["title"] for item in found.json()["items"]] for found in (listed, marked)] == [["Short films"]] * 2
    assert (read["coordinated_in"]["id"], read["actions"]) == (term, ["stop-coordinating"])
    assert ended.json()["coordinated_in"] is None
