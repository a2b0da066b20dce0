"""Co-chair terms over HTTP: who leads, who is next, planning, changing, calling off."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from tests.factories.champions import make_champion
from tests.factories.cochairs import make_term
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NEXT = {"champions": ["KEN", "SLV"], "starts_on": "2027-06-23"}


def pairs(answer: httpx.Response) -> list[list[str]]:
    return [[champion["iso3"] for champion in term["champions"]] for term in answer.json()["items"]]


async def test_anybody_reads_who_led_leads_and_will_lead(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get("/cochair-terms")

    assert pairs(answer) == [["BGD", "LUX"], ["MAR", "SLV"], ["KEN", "PRT"]]
    terms = answer.json()["items"]
    assert [term["status"] for term in terms] == ["planned", "current", "past"]
    current = terms[1]
    assert (current["days_elapsed"], current["days_left"]) == (154, 29)
    assert [term["gap_before"] for term in terms] == [None, None, None]
    assert current["actions"] == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"status": "planned"}, [["BGD", "LUX"]]),
        ({"status": "current"}, [["MAR", "SLV"]]),
        ({"status": "past"}, [["KEN", "PRT"]]),
        ({"champion": "PRT"}, [["KEN", "PRT"]]),
        ({"sort": "starts_on", "limit": 1}, [["KEN", "PRT"]]),
    ],
)
async def test_terms_are_filtered(
    client: httpx.AsyncClient, world: World, filters: dict[str, str], expected: list[list[str]]
) -> None:
    assert pairs(await client.get("/cochair-terms", params=filters)) == expected


async def test_all_terms_are_one_statement(client: httpx.AsyncClient, world: World, statements: list[str]) -> None:
    statements.clear()
    await client.get("/cochair-terms")

    assert len(statements) == 1


async def test_a_gap_between_terms_shows(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await make_term(session, world.champions["KEN"], world.champions["SLV"], starts_on=date(2027, 7, 1))

    [late, *_] = (await client.get("/cochair-terms")).json()["items"]

    assert late["gap_before"] == {"starts_on": "2027-06-23", "ends_on": "2027-07-01", "days": 8}


async def test_the_current_pair_changes_with_the_clock(client: httpx.AsyncClient, world: World) -> None:
    before = (await client.get("/cochair-terms/current")).json()
    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))
    after = (await client.get("/cochair-terms/current")).json()
    clock.set_to(datetime(2030, 1, 1, tzinfo=UTC))
    never = (await client.get("/cochair-terms/current")).json()

    assert [champion["iso3"] for champion in before["current"]["champions"]] == ["MAR", "SLV"]
    assert before["next"]["id"] == after["current"]["id"] == str(world.terms["incoming"].id)
    assert after["next"] is None
    assert never == {"current": None, "next": None}


async def test_before_the_first_term_nobody_co_chairs(client: httpx.AsyncClient, world: World) -> None:
    clock.set_to(datetime(2025, 12, 1, tzinfo=UTC))

    now = (await client.get("/cochair-terms/current")).json()

    assert now["current"] is None
    assert now["next"]["id"] == str(world.terms["past"].id)


async def test_two_champions_and_a_day_make_a_term_of_six_months(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/cochair-terms", json=NEXT, headers=world.headers("secretariat"))

    assert answer.status_code == 201, answer.text
    term = answer.json()
    assert term["ends_on"] == "2027-12-23"
    assert [champion["name"] for champion in term["champions"]] == ["Kenya", "El Salvador"]
    assert term["status"] == "planned"
    assert term["actions"] == ["change", "delete", "replace"]


async def test_only_the_secretariat_plans(client: httpx.AsyncClient, world: World) -> None:
    answers = {
        who: (await client.post("/cochair-terms", json=NEXT, headers=world.headers(who))).status_code
        for who in ("nobody", "observer", "ken", "mar", "bgd")
    }

    assert answers == {"nobody": 401, "observer": 403, "ken": 403, "mar": 403, "bgd": 403}


@pytest.mark.parametrize(
    ("changes", "status", "pointer"),
    [
        ({"starts_on": "2026-09-01"}, 409, "/starts_on"),
        ({"starts_on": "2026-12-23"}, 409, "/starts_on"),
        ({"champions": ["KEN", "KEN"]}, 422, "/champions"),
        ({"champions": ["KEN"]}, 422, "/champions"),
        ({"champions": ["KEN", "FRA"]}, 422, "/champions/1"),
        ({"champions": ["KEN", "XXX"]}, 422, "/champions/1"),
        ({"ends_on": "2027-10-01"}, 409, "/length_reason"),
        ({"ends_on": "2027-06-23", "length_reason": "None."}, 409, "/ends_on"),
        ({"ends_on": "2027-06-01", "length_reason": "None."}, 409, "/ends_on"),
        ({"starts_on": "9999-12-01"}, 422, "/starts_on"),
        ({"starts_on": "soon"}, 422, "/starts_on"),
        ({"co_chairs": []}, 422, "/co_chairs"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient, world: World, changes: dict[str, object], status: int, pointer: str
) -> None:
    answer = await client.post("/cochair-terms", json=NEXT | changes, headers=world.headers("secretariat"))

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_another_length_is_fine_with_its_reason(client: httpx.AsyncClient, world: World) -> None:
    body = NEXT | {"ends_on": "2028-02-01", "length_reason": "Extended to the Regional Review."}

    answer = await client.post("/cochair-terms", json=body, headers=world.headers("secretariat"))

    assert answer.status_code == 201, answer.text
    assert answer.json()["ends_on"] == "2028-02-01"


async def test_a_champion_that_leaves_before_takes_no_seat(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_champion(session, "GMB", left_on=date(2027, 9, 1))

    answer = await client.post(
        "/cochair-terms", json=NEXT | {"champions": ["KEN", "GMB"]}, headers=world.headers("secretariat")
    )

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "/champions/1"


async def test_a_term_that_is_moved_keeps_its_length(client: httpx.AsyncClient, world: World) -> None:
    path = f"/cochair-terms/{world.terms['incoming'].id}"

    answer = await client.patch(
        path, json={"starts_on": "2027-01-01"}, headers=world.headers("secretariat") | {"If-Match": '"1"'}
    )

    assert answer.status_code == 200, answer.text
    assert answer.json()["ends_on"] == "2027-07-01"
    assert answer.json()["gap_before"]["days"] == 9


async def test_rights_follow_a_changed_pair_at_once(client: httpx.AsyncClient, world: World) -> None:
    path = f"/cochair-terms/{world.terms['current'].id}"

    changed = await client.patch(
        path, json={"champions": ["MAR", "KEN"]}, headers=world.headers("secretariat") | {"If-Match": '"1"'}
    )

    roles = {who: (await client.get("/me", headers=world.headers(who))).json()["roles"] for who in ("slv", "ken")}
    assert changed.status_code == 200, changed.text
    assert "co_chair" not in roles["slv"]
    assert "co_chair" in roles["ken"]


async def test_a_term_is_shortened_with_its_reason_and_back_to_six_months_without(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/cochair-terms/{world.terms['incoming'].id}", world.headers("secretariat")

    unexplained = await client.patch(path, json={"ends_on": "2027-03-01"}, headers=headers | {"If-Match": '"1"'})
    shorter = await client.patch(
        path, json={"ends_on": "2027-03-01", "length_reason": "Until the Forum."}, headers=headers | {"If-Match": '"1"'}
    )
    usual = await client.patch(path, json={"ends_on": None, "length_reason": ""}, headers=headers | {"If-Match": '"2"'})

    assert unexplained.json()["errors"][0]["pointer"] == "/length_reason"
    assert shorter.json()["ends_on"] == "2027-03-01"
    assert usual.json()["ends_on"] == "2027-06-23"


async def test_a_change_without_if_match_or_with_a_stale_one_is_refused(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/cochair-terms/{world.terms['incoming'].id}", world.headers("secretariat")

    without = await client.patch(path, json={"note": "A"}, headers=headers)
    first = await client.patch(path, json={"note": "A"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.delete(path, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)


async def test_the_note_is_for_members(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    world.terms["current"].note = "PRT asked to come later."
    session.add(world.terms["current"])
    await session.commit()

    path = f"/cochair-terms/{world.terms['current'].id}"
    notes = {
        who: (await client.get(path, headers=world.headers(who))).json()["note"]
        for who in ("nobody", "observer", "ken")
    }

    assert notes == {"nobody": None, "observer": None, "ken": "PRT asked to come later."}


async def test_a_planned_term_is_called_off_one_that_has_begun_stays(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("secretariat") | {"If-Match": '"1"'}

    planned = await client.delete(f"/cochair-terms/{world.terms['incoming'].id}", headers=headers)
    current = await client.delete(f"/cochair-terms/{world.terms['current'].id}", headers=headers)
    unknown = await client.delete(f"/cochair-terms/{world.champions['MAR'].id}", headers=headers)
    not_theirs = await client.delete(
        f"/cochair-terms/{world.terms['past'].id}", headers=world.headers("mar") | {"If-Match": '"1"'}
    )

    assert planned.status_code == 204, planned.text
    assert current.status_code == 409
    assert unknown.status_code == 404
    assert not_theirs.status_code == 403
