"""Activities over HTTP: noting, changing, who sees what, and finding them."""

from datetime import date

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus, Part
from api.platform.records import Visibility
from api.vocabularies.models import ActivityKind
from tests.factories.activities import make_activity, make_partner, make_process
from tests.factories.statements import make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio

IDEA = {"title": "Peer exchange on migration data", "kind": "peer_learning"}
EVERYONE = ("nobody", "observer", "ken", "mar", "secretariat")


async def titles(client: httpx.AsyncClient, world: World, who: str, **filters: object) -> list[str]:
    answer = await client.get("/activities", params=filters, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def test_a_title_and_a_kind_are_enough_for_an_idea(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/activities", json=IDEA, headers=world.headers("ken"))

    assert answer.status_code == 201, answer.text
    activity = answer.json()
    assert activity["status"] == "idea"
    assert activity["champion"] == {"id": str(world.champions["KEN"].id), "iso3": "KEN", "name": "Kenya"}
    assert activity["actions"] == ["change", "delete", "plan", "confirm", "hold", "postpone", "cancel"]
    assert activity["asks_reason"] == ["confirm", "hold", "postpone", "cancel"]
    assert answer.headers["etag"] == '"1"'


@pytest.mark.parametrize(
    ("who", "status"), [("nobody", 401), ("observer", 403), ("ken", 201), ("mar", 201), ("secretariat", 201)]
)
async def test_champions_and_the_secretariat_note_activities(
    client: httpx.AsyncClient, world: World, who: str, status: int
) -> None:
    answer = await client.post("/activities", json=IDEA, headers=world.headers(who))

    assert answer.status_code == status


async def test_the_secretariat_names_the_champion_or_nobody(client: httpx.AsyncClient, world: World) -> None:
    officer = world.headers("secretariat")

    for_kenya = await client.post("/activities", json=IDEA | {"champion": "KEN"}, headers=officer)
    for_all = await client.post("/activities", json=IDEA, headers=officer)
    not_theirs = await client.post("/activities", json=IDEA | {"champion": "KEN"}, headers=world.headers("prt"))

    assert for_kenya.json()["champion"]["iso3"] == "KEN"
    assert for_all.json()["champion"] is None
    assert not_theirs.status_code == 403


async def test_champions_have_their_parts_and_processes_are_linked(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_process(session, "RR-2028")
    body = IDEA | {
        "co_leads": ["PRT"],
        "co_organisers": ["MAR", "BGD"],
        "participants": ["LUX"],
        "processes": ["RR-2028"],
        "stakeholders": ["academia"],
        "partners": "IOM",
        "starts_on": "2027-02-18",
        "ends_on": "2027-02-19",
    }

    created = (await client.post("/activities", json=body, headers=world.headers("ken"))).json()
    changed = await client.patch(
        f"/activities/{created['id']}",
        json={"co_organisers": ["MAR"], "participants": ["BGD"]},
        headers=world.headers("ken") | {"If-Match": '"1"'},
    )

    assert [champion["iso3"] for champion in created["co_organisers"]] == ["BGD", "MAR"]
    assert [process["key"] for process in created["processes"]] == ["RR-2028"]
    activity = changed.json()
    assert changed.headers["etag"] == '"2"', changed.text
    assert [champion["iso3"] for champion in activity["co_leads"]] == ["PRT"]
    assert [champion["iso3"] for champion in activity["co_organisers"]] == ["MAR"]
    assert [champion["iso3"] for champion in activity["participants"]] == ["BGD"]
    assert activity == (await client.get(f"/activities/{created['id']}", headers=world.headers("ken"))).json()


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"kind": "party"}, "/kind"),
        ({"title": " "}, "/title"),
        ({"colour": "red"}, "/colour"),
        ({"starts_on": "2027-02-18", "ends_on": "2027-02-17"}, "/ends_on"),
        ({"starts_on": "18 February"}, "/starts_on"),
        ({"objectives": [24]}, "/objectives/0"),
        ({"stakeholders": ["aliens"]}, "/stakeholders/0"),
        ({"participants": ["FRA"]}, "/participants/0"),
        ({"participants": ["PRT", "KEN"]}, "/participants/1"),
        ({"co_leads": ["PRT"], "participants": ["PRT"]}, "/co_leads/0"),
        ({"processes": ["XX-2030"]}, "/processes/0"),
        ({"partners": "x" * 1001}, "/partners"),
    ],
)
async def test_a_mistake_is_named_with_its_field(
    client: httpx.AsyncClient, world: World, more: dict[str, object], pointer: str
) -> None:
    answer = await client.post("/activities", json=IDEA | more, headers=world.headers("ken"))

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_a_last_day_before_the_first_one_that_is_stored_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], starts_on=date(2027, 2, 18))

    answer = await client.patch(
        f"/activities/{activity.id}",
        json={"ends_on": "2027-02-17"},
        headers=world.headers("ken") | {"If-Match": '"1"'},
    )

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "/ends_on"


async def test_ideas_are_for_members_and_private_ones_for_their_champion(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya = world.champions["KEN"]
    await make_activity(session, kenya, title="idea", status=ActivityStatus.IDEA)
    await make_activity(session, kenya, title="members", visibility=Visibility.MEMBERS)
    await make_activity(session, kenya, title="private", visibility=Visibility.PRIVATE)
    await make_activity(session, kenya, title="public")

    seen = {who: sorted(await titles(client, world, who)) for who in EVERYONE}

    assert seen == {
        "nobody": ["public"],
        "observer": ["public"],
        "ken": ["idea", "members", "private", "public"],
        "mar": ["idea", "members", "public"],
        "secretariat": ["idea", "members", "private", "public"],
    }


async def test_what_one_may_not_see_is_not_found(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    idea = await make_activity(session, world.champions["KEN"], status=ActivityStatus.IDEA)
    private = await make_activity(session, world.champions["KEN"], visibility=Visibility.PRIVATE)

    of_the_idea = [
        (await client.get(f"/activities/{idea.id}", headers=world.headers(who))).status_code for who in EVERYONE
    ]
    of_the_private = [
        (await client.get(f"/activities/{private.id}", headers=world.headers(who))).status_code for who in EVERYONE
    ]
    change = await client.patch(
        f"/activities/{private.id}", json={"title": "Mine"}, headers=world.headers("mar") | {"If-Match": '"1"'}
    )

    assert of_the_idea == [404, 404, 200, 200, 200]
    assert of_the_private == [404, 404, 200, 404, 200]
    assert change.status_code == 404


async def test_another_champions_activity_is_seen_but_not_changed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], participants=(world.champions["MAR"],))
    path, headers = f"/activities/{activity.id}", world.headers("mar") | {"If-Match": '"1"'}

    answers = [
        await client.patch(path, json={"title": "Ours"}, headers=headers),
        await client.delete(path, headers=headers),
        await client.post(f"{path}/confirm", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert (await client.get(path, headers=headers)).json()["actions"] == ["coordinate"], "MAR co-chairs"


async def test_a_change_without_if_match_or_with_a_stale_one_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    path, headers = f"/activities/{activity.id}", world.headers("ken")

    without = await client.patch(path, json={"participants": ["LUX"]}, headers=headers)
    first = await client.patch(path, json={"participants": ["LUX"]}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"title": "B"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)


async def test_only_ideas_and_plans_are_deleted(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    plan = await make_activity(session, world.champions["KEN"], participants=(world.champions["MAR"],))
    confirmed = await make_activity(session, world.champions["KEN"], status=ActivityStatus.CONFIRMED)
    headers = world.headers("ken") | {"If-Match": "*"}

    of_the_plan = await client.delete(f"/activities/{plan.id}", headers=headers)
    of_the_confirmed = await client.delete(f"/activities/{confirmed.id}", headers=headers)

    assert (of_the_plan.status_code, of_the_confirmed.status_code) == (204, 409)
    assert (await client.get(f"/activities/{plan.id}", headers=headers)).status_code == 404


async def test_activities_are_found_by_each_filter(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    champions = world.champions
    await make_activity(
        session,
        champions["KEN"],
        title="wanted",
        kind=ActivityKind.PLEDGES,
        status=ActivityStatus.CONFIRMED,
        objectives=[8, 9],
        participants=(champions["MAR"],),
        process=await make_process(session, "RR-2028"),
        is_open_for_partners=True,
        stakeholders=["academia"],
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 3),
        place="Mombasa",
    )
    await make_activity(session, champions["PRT"], title="other", starts_on=date(2026, 1, 10))
    filters: list[dict[str, object]] = [
        {"kind": "pledges"},
        {"status": "confirmed"},
        {"champion": "KEN"},
        {"champion": "MAR"},
        {"objective": [9, 23]},
        {"region": "002"},
        {"process": "RR-2028"},
        {"stakeholder": "academia"},
        {"is_open_for_partners": True},
        {"period": "coming"},
        {"from": "2026-12-03"},
        {"from": "2026-12-03", "until": "2026-12-31"},
        {"q": "Mombasa"},
    ]

    found = [await titles(client, world, "nobody", **chosen) for chosen in filters]

    assert found == [["wanted"]] * len(filters)
    assert await titles(client, world, "nobody", period="past", until="2026-01-31") == ["other"]
    assert await titles(client, world, "nobody", **{"from": "2026-12-02", "until": "2026-12-01"}) == []


async def test_a_region_has_what_its_champions_lead_or_organise(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    for part in Part:
        await make_partner(session, await make_activity(session, portugal, title=part.value), kenya, part)
    await make_activity(session, kenya, title="lead")

    assert sorted(await titles(client, world, "nobody", region="002")) == ["co_lead", "co_organiser", "lead"]
    assert len(await titles(client, world, "nobody", region="150")) == len(Part)


async def test_activities_without_a_day_are_past_once_they_are_held(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    lead = world.champions["KEN"]
    await make_activity(session, lead, title="planned")
    await make_activity(session, lead, title="held", status=ActivityStatus.HELD)
    await make_activity(session, lead, title="postponed", status=ActivityStatus.POSTPONED, starts_on=date(2026, 1, 1))

    coming, past = (
        await titles(client, world, "ken", period="coming"),
        await titles(client, world, "ken", period="past"),
    )

    assert (coming, past) == (["planned", "postponed"], ["held"])


async def test_pages_follow_one_another_in_every_order(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for number in range(5):
        starts_on = date(2026, 12, 1 + number // 2) if number else None
        await make_activity(session, world.champions["KEN"], title=f"{number}", starts_on=starts_on)
    expected = {
        sort: await titles(client, world, "ken", sort=sort)
        for sort in ("-starts_on", "starts_on", "title", "-title", "-updated_at")
    }

    followed: dict[str, list[str]] = {}
    for sort in expected:
        path, followed[sort] = f"/activities?limit=2&sort={sort}", []
        while path:
            page = await client.get(path)
            followed[sort] += [item["title"] for item in page.json()["items"]]
            path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert followed == expected
    assert expected["-starts_on"][0] == "0"


@pytest.mark.parametrize("parameters", [{"colour": "red"}, {"sort": "place"}, {"region": "999"}, {"cursor": "x"}])
async def test_an_unknown_parameter_is_refused(
    client: httpx.AsyncClient, world: World, parameters: dict[str, str]
) -> None:
    answer = await client.get("/activities", params=parameters)

    assert answer.status_code == 422
    assert [error["parameter"] for error in answer.json()["errors"]] == list(parameters)


async def test_a_list_is_one_statement_whatever_its_size(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    for number in range(6):
        await make_activity(
            session, world.champions["KEN"], title=f"{number}", participants=tuple(world.champions.values())[2:]
        )

    statements.clear()
    await client.get("/activities")

    assert len(statements) == 1


async def test_the_activities_about_a_statement_are_found_by_its_key(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await make_activity(session, world.champions["KEN"], title="Dialogue", statement_id=statement.id)
    await make_activity(session, world.champions["KEN"], title="Another")

    assert await titles(client, world, "nobody", statement=str(statement.id)) == ["Dialogue"]
