"""Champions over HTTP: the directory, joining, describing, leaving, coming back."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityChampion, Part
from api.identity.models import DutyStation
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from api.vocabularies.models import ActivityKind
from tests.factories.champions import make_champion
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


def codes(answer: httpx.Response) -> list[str]:
    return [champion["iso3"] for champion in answer.json()["items"]]


async def test_anybody_reads_the_directory_in_their_language(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get("/champions", headers={"Accept-Language": "fr"})

    assert codes(answer) == ["BGD", "KEN", "LUX", "MAR", "PRT", "SLV"]
    morocco = answer.json()["items"][3]
    assert morocco["name"] == "Maroc"
    assert morocco["region"] == {"m49": "002", "name": "Afrique"}
    assert morocco["is_co_chair_now"] is True
    assert morocco["actions"] == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"region": "002"}, ["KEN", "MAR"]),
        ({"region": "015"}, ["MAR"]),
        ({"commission": "ECE"}, ["LUX", "PRT"]),
        ({"objective": 6}, ["KEN"]),
        ({"q": "maroc"}, ["MAR"]),
        ({"q": "المغرب"}, ["MAR"]),
        ({"q": "ken"}, ["KEN"]),
        ({"q": "nowhere"}, []),
        ({"is_current": "false"}, []),
        ({"sort": "-iso3", "limit": 2}, ["SLV", "PRT"]),
    ],
)
async def test_the_directory_is_filtered(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    filters: dict[str, str | int],
    expected: list[str],
) -> None:
    world.champions["KEN"].objectives = [6]
    session.add(world.champions["KEN"])
    await session.commit()

    assert codes(await client.get("/champions", params=filters)) == expected


async def test_those_whose_day_is_not_known_come_last(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_champion(session, "GMB", joined_on=date(2021, 5, 1))
    await make_champion(session, "THA", joined_on=date(2020, 7, 1))

    found, path = [], "/champions?sort=joined_on&limit=3"
    while path:
        page = await client.get(path)
        found += codes(page)
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert found[:2] == ["THA", "GMB"]
    assert len(found) == len(set(found)) == 8


async def test_counts_hold_only_what_the_caller_may_see(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya = world.champions["KEN"]
    await make_practice(session, kenya, status=PracticeStatus.PUBLISHED)
    await make_practice(session, kenya, status=PracticeStatus.PUBLISHED, visibility=Visibility.MEMBERS)
    await make_practice(session, kenya)
    activity = Activity(
        kind=ActivityKind.PLEDGES,
        title="Pledge",
        champion_id=world.champions["MAR"].id,
        visibility=Visibility.MEMBERS,
    )
    session.add(activity)
    await session.flush()
    session.add(ActivityChampion(activity_id=activity.id, champion_id=kenya.id, part=Part.CO_LEAD))
    await session.commit()

    path = f"/champions/{kenya.id}"
    public = (await client.get(path)).json()
    member = (await client.get(path, headers=world.headers("prt"))).json()

    assert (public["published_practices_count"], public["activities_count"]) == (1, 0)
    assert (member["published_practices_count"], member["activities_count"]) == (2, 1)


async def test_the_whole_directory_is_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    statements.clear()
    await client.get("/champions?limit=100")

    assert len(statements) == 1


async def test_focal_points_are_for_members(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    world.people["mar_colleague"].duty_station = DutyStation.GENEVA
    world.people["mar"].ended_at = datetime(2026, 11, 1, tzinfo=UTC)
    session.add_all(world.people.values())
    await session.commit()

    path = f"/champions/{world.champions['MAR'].id}"
    shown = {
        who: (await client.get(path, headers=world.headers(who))).json()["focal_points"]
        for who in ("nobody", "observer", "ken", "secretariat")
    }

    assert shown["nobody"] is shown["observer"] is None
    assert [person["name"] for person in shown["ken"]] == ["Colleague of MAR"]
    assert shown["ken"][0]["duty_station"] == "geneva"
    assert shown["ken"] == shown["secretariat"]


async def test_a_champion_shows_the_terms_it_served(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get(f"/champions/{world.champions['SLV'].id}")

    [term] = answer.json()["terms"]
    assert term["is_current"] is True
    assert term["with_champion"]["iso3"] == "MAR"
    assert (term["starts_on"], term["ends_on"]) == ("2026-06-23", "2026-12-23")


async def test_an_unknown_champion_is_not_found(client: httpx.AsyncClient, world: World) -> None:
    path = f"/champions/{world.terms['past'].id}"

    read = await client.get(path)
    changed = await client.patch(path, json={}, headers=world.headers("secretariat") | {"If-Match": "*"})

    assert (read.status_code, changed.status_code) == (404, 404)


async def test_a_code_is_enough_to_join(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/champions", json={"iso3": "phl"}, headers=world.headers("secretariat"))

    assert answer.status_code == 201, answer.text
    champion = answer.json()
    assert (champion["iso3"], champion["joined_on"], champion["review_region"]) == ("PHL", "2026-11-24", "ESCAP")
    assert champion["commissions"] == ["ESCAP"]
    assert champion["subregion"]["m49"] == "035"
    assert champion["actions"] == ["change", "delete", "leave"]


async def test_only_the_secretariat_takes_a_state_in(client: httpx.AsyncClient, world: World) -> None:
    answers = {
        who: (await client.post("/champions", json={"iso3": "PHL"}, headers=world.headers(who))).status_code
        for who in ("nobody", "observer", "ken", "mar")
    }

    assert answers == {"nobody": 401, "observer": 403, "ken": 403, "mar": 403}


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({"iso3": "MAR"}, 409, "/iso3"),
        ({"iso3": "XXX"}, 422, "/iso3"),
        ({}, 422, "/iso3"),
        ({"iso3": "PHL", "review_region": "EU"}, 422, "/review_region"),
        ({"iso3": "PHL", "commissions": []}, 422, "/commissions"),
        ({"iso3": "PHL", "objectives": [24]}, 422, "/objectives/0"),
        ({"iso3": "PHL", "about": "a\x00b"}, 422, "/about"),
        ({"iso3": "PHL", "flag": "red"}, 422, "/flag"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient, world: World, body: dict[str, object], status: int, pointer: str
) -> None:
    answer = await client.post("/champions", json=body, headers=world.headers("secretariat"))

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_a_champion_describes_itself(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    kenya = world.champions["KEN"]
    kenya.objectives_are_demonstration = True
    session.add(kenya)
    await session.commit()

    answer = await client.patch(
        f"/champions/{kenya.id}",
        json={"about": "Regular pathways in the IGAD region.", "objectives": [5, 20]},
        headers=world.headers("ken") | {"If-Match": f'"{kenya.revision}"'},
    )

    assert answer.status_code == 200, answer.text
    assert answer.json()["objectives"] == [5, 20]
    assert answer.json()["objectives_are_demonstration"] is False


async def test_a_champions_people_change_nothing_else_and_nobody_elses(client: httpx.AsyncClient, world: World) -> None:
    path, anything = f"/champions/{world.champions['KEN'].id}", {"If-Match": '"1"'}

    own = await client.patch(path, json={"joined_on": "2020-01-01"}, headers=world.headers("ken") | anything)
    others = await client.patch(path, json={"about": "Ours."}, headers=world.headers("prt") | anything)
    nobodys = await client.patch(path, json={"about": "Ours."}, headers=anything)

    assert (own.status_code, others.status_code, nobodys.status_code) == (403, 403, 401)
    assert [error["pointer"] for error in own.json()["errors"]] == ["/joined_on"]


async def test_a_change_without_if_match_or_with_a_stale_one_is_refused(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/champions/{world.champions['KEN'].id}", world.headers("secretariat")

    without = await client.patch(path, json={"about": "A"}, headers=headers)
    first = await client.patch(path, json={"about": "A"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"about": "B"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)


async def test_the_secretariat_confirms_a_fact(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    gambia = await make_champion(session, "GMB", confidence="recalled")

    answer = await client.patch(
        f"/champions/{gambia.id}",
        json={"confidence": "read", "source": "Note verbale 12/2026", "joined_on": "2021-05-01"},
        headers=world.headers("secretariat") | {"If-Match": '"1"'},
    )

    assert answer.json()["confidence"] == "read"
    assert answer.json()["source"] == "Note verbale 12/2026"


async def test_a_champion_leaves_and_its_people_with_it(client: httpx.AsyncClient, world: World) -> None:
    kenya = world.champions["KEN"]
    path, headers = f"/champions/{kenya.id}", world.headers("secretariat")

    left = await client.post(f"{path}/leave", json={"reason": "By letter."}, headers=headers)
    its_people = await client.get("/me", headers=world.headers("ken"))
    directory = await client.get("/champions")
    former = await client.get("/champions?is_current=false")
    again = await client.post(f"{path}/leave", json={"reason": "By letter."}, headers=headers)
    back = await client.post(f"{path}/rejoin", headers=headers)

    assert left.json()["left_on"] == "2026-11-24", left.text
    assert left.json()["is_current"] is False
    assert left.json()["actions"] == ["change", "delete", "rejoin"]
    assert its_people.status_code == 401
    assert "KEN" not in codes(directory)
    assert codes(former) == ["KEN"]
    assert again.status_code == 409
    assert back.json()["is_current"] is True
    assert (await client.get("/me", headers=world.headers("ken"))).status_code == 200


async def test_leaving_says_why(client: httpx.AsyncClient, world: World) -> None:
    path = f"/champions/{world.champions['KEN'].id}/leave"

    answer = await client.post(path, json={}, headers=world.headers("secretariat"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/reason"


async def test_a_champion_with_a_seat_does_not_leave_before_its_term_is_over(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/champions/{world.champions['MAR'].id}/leave", world.headers("secretariat")

    today = await client.post(path, json={"reason": "By letter."}, headers=headers)
    afterwards = await client.post(path, json={"reason": "By letter.", "left_on": "2026-12-23"}, headers=headers)

    assert today.status_code == 409
    assert today.json()["errors"][0]["pointer"] == "/left_on"
    assert afterwards.status_code == 200, afterwards.text
    assert afterwards.json()["is_current"] is True


async def test_who_never_joined_cannot_have_left(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    gambia = await make_champion(session, "GMB", joined_on=date(2026, 11, 1))

    answer = await client.post(
        f"/champions/{gambia.id}/leave",
        json={"reason": "By letter.", "left_on": "0001-01-01"},
        headers=world.headers("secretariat"),
    )

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "/left_on"


async def test_rejoining_is_for_those_who_left(client: httpx.AsyncClient, world: World) -> None:
    path = f"/champions/{world.champions['KEN'].id}/rejoin"

    assert (await client.post(path, headers=world.headers("secretariat"))).status_code == 409
    assert (await client.post(path, headers=world.headers("ken"))).status_code == 403


async def test_only_what_nothing_refers_to_is_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    mistake = await make_champion(session, "GMB")
    headers = world.headers("secretariat") | {"If-Match": '"1"'}

    deleted = await client.delete(f"/champions/{mistake.id}", headers=headers)
    refused = await client.delete(f"/champions/{world.champions['MAR'].id}", headers=headers)

    assert deleted.status_code == 204, deleted.text
    assert refused.status_code == 409
    assert "cochair seats (1), people (2)" in refused.json()["detail"]
