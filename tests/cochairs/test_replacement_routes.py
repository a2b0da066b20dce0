"""A co-chair leaves its seat before the term is over: who sits when, and whose rights move at which midnight."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.cochairs.models import CoChairSeat
from api.platform import clock
from tests.factories.champions import make_champion
from tests.factories.cochairs import make_term
from tests.factories.world import World

pytestmark = pytest.mark.anyio

DAY = datetime(2026, 12, 1, tzinfo=UTC)
HANDOVER = {"leaving": "SLV", "joining": "PRT", "from": "2026-12-01", "reason": "Letter of the Permanent Mission."}


async def hand_over(
    client: httpx.AsyncClient, world: World, *, term: str = "current", who: str = "secretariat", **changes: Any
) -> httpx.Response:
    path = f"/cochair-terms/{world.terms[term].id}/replace"
    return await client.post(path, json=HANDOVER | changes, headers=world.headers(who))


async def roles(client: httpx.AsyncClient, world: World, who: str) -> list[str]:
    answer = await client.get("/me", headers=world.headers(who))
    return [role for role in answer.json()["roles"] if "co_chair" in role]


async def test_the_term_keeps_who_sat_when_and_why(client: httpx.AsyncClient, world: World) -> None:
    answer = await hand_over(client, world)

    assert answer.status_code == 200, answer.text
    assert [
        (seat["number"], seat["champion"]["iso3"], seat["starts_on"], seat["ends_on"], seat["reason"])
        for seat in answer.json()["seats"]
    ] == [
        (1, "MAR", "2026-06-23", "2026-12-23", ""),
        (2, "SLV", "2026-06-23", "2026-12-01", ""),
        (2, "PRT", "2026-12-01", "2026-12-23", "Letter of the Permanent Mission."),
    ]
    assert answer.json()["revision"] == 2
    assert "undo-replacement" in answer.json()["actions"]


async def test_rights_move_at_midnight_utc_with_nothing_to_run(client: httpx.AsyncClient, world: World) -> None:
    await hand_over(client, world)

    clock.set_to(DAY - timedelta(seconds=1))
    before = {who: await roles(client, world, who) for who in ("mar", "slv", "prt")}
    clock.set_to(DAY)
    after = {who: await roles(client, world, who) for who in ("mar", "slv", "prt")}

    assert before == {"mar": ["co_chair"], "slv": ["co_chair"], "prt": ["incoming_co_chair"]}
    assert after == {"mar": ["co_chair"], "slv": [], "prt": ["co_chair"]}


async def test_the_pair_of_the_day_shows_everywhere(client: httpx.AsyncClient, world: World) -> None:
    await hand_over(client, world)

    async def pair() -> list[list[str]]:
        shown = (
            (await client.get("/cochair-terms/current")).json()["current"],
            (await client.get("/overview")).json()["current_term"],
        )
        return [[champion["iso3"] for champion in term["champions"]] for term in shown]

    before = await pair()
    clock.set_to(DAY)
    after = await pair()
    champion = (await client.get(f"/champions/{world.champions['SLV'].id}")).json()

    assert before == [["MAR", "SLV"]] * 2
    assert after == [["MAR", "PRT"]] * 2
    assert champion["is_co_chair_now"] is False
    assert (champion["terms"][0]["ends_on"], champion["terms"][0]["with_champion"]["iso3"]) == ("2026-12-01", "MAR")


async def test_a_champion_leaves_once_its_seat_is_taken(client: httpx.AsyncClient, world: World) -> None:
    path = f"/champions/{world.champions['SLV'].id}/leave"
    leaving = {"left_on": "2026-12-01", "reason": "Letter of the Permanent Mission."}

    refused = await client.post(path, json=leaving, headers=world.headers("secretariat"))
    await hand_over(client, world)
    left = await client.post(path, json=leaving, headers=world.headers("secretariat"))

    assert refused.status_code == 409
    assert left.status_code == 200, left.text


async def test_the_reason_is_for_members_and_in_the_trail(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await hand_over(client, world)

    seats = (await client.get(f"/cochair-terms/{world.terms['current'].id}")).json()["seats"]
    entry = (await session.exec(select(AuditEntry).where(AuditEntry.action == "cochair_term.replace"))).one()

    assert {seat["reason"] for seat in seats} == {None}
    assert entry.reason == "Letter of the Permanent Mission."
    assert (entry.before["co_chair"], entry.after["co_chair"], entry.after["from"]) == ("SLV", "PRT", "2026-12-01")


@pytest.mark.parametrize(
    ("changes", "status", "pointer"),
    [
        ({"from": "2026-06-23"}, 422, "/from"),
        ({"from": "2026-12-23"}, 422, "/from"),
        ({"leaving": "KEN"}, 422, "/leaving"),
        ({"leaving": "FRA"}, 422, "/leaving"),
        ({"joining": "SLV"}, 422, "/joining"),
        ({"joining": "FRA"}, 422, "/joining"),
        ({"joining": "MAR"}, 409, "/joining"),
        ({"joining": "GMB"}, 409, "/joining"),
        ({"reason": ""}, 422, "/reason"),
        ({"from": "soon"}, 422, "/from"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    changes: dict[str, str],
    status: int,
    pointer: str,
) -> None:
    await make_champion(session, "GMB", left_on=date(2026, 12, 10))

    answer = await hand_over(client, world, **changes)

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_only_the_secretariat_replaces(client: httpx.AsyncClient, world: World) -> None:
    answers = {who: (await hand_over(client, world, who=who)).status_code for who in ("nobody", "ken", "mar", "slv")}

    assert answers == {"nobody": 401, "ken": 403, "mar": 403, "slv": 403}


async def test_a_seat_that_changes_hands_twice_is_undone_step_by_step(client: httpx.AsyncClient, world: World) -> None:
    path, headers = f"/cochair-terms/{world.terms['current'].id}", world.headers("secretariat")
    await hand_over(client, world)
    await hand_over(client, world, leaving="PRT", joining="KEN", **{"from": "2026-12-10"})

    once = await client.post(f"{path}/undo-replacement", headers=headers)
    twice = await client.post(f"{path}/undo-replacement", json={"reason": "It stays."}, headers=headers)
    thrice = await client.post(f"{path}/undo-replacement", headers=headers)

    def sat(answer: httpx.Response) -> list[str]:
        return [f"{seat['champion']['iso3']} {seat['ends_on']}" for seat in answer.json()["seats"]]

    assert sat(once) == ["MAR 2026-12-23", "SLV 2026-12-01", "PRT 2026-12-23"]
    assert sat(twice) == ["MAR 2026-12-23", "SLV 2026-12-23"]
    assert thrice.status_code == 409


async def test_an_earlier_handover_ends_where_a_later_one_begins(client: httpx.AsyncClient, world: World) -> None:
    await hand_over(client, world, **{"from": "2026-12-10"})

    answer = await hand_over(client, world, joining="KEN")

    assert [f"{seat['champion']['iso3']} {seat['starts_on']}" for seat in answer.json()["seats"][1:]] == [
        "SLV 2026-06-23",
        "KEN 2026-12-01",
        "PRT 2026-12-10",
    ]


async def test_the_days_of_a_term_move_around_a_replacement_and_not_over_it(
    client: httpx.AsyncClient, world: World
) -> None:
    await hand_over(client, world)
    path, headers = f"/cochair-terms/{world.terms['current'].id}", world.headers("secretariat") | {"If-Match": "*"}

    shorter = await client.patch(
        path, json={"ends_on": "2026-12-15", "length_reason": "Until the Forum."}, headers=headers
    )
    over_it = await client.patch(
        path, json={"ends_on": "2026-11-30", "length_reason": "Until the Forum."}, headers=headers
    )
    other_pair = await client.patch(path, json={"champions": ["KEN", "PRT"]}, headers=headers)
    same_pair = await client.patch(path, json={"champions": ["MAR", "SLV"]}, headers=headers)

    assert [seat["ends_on"] for seat in shorter.json()["seats"]] == ["2026-12-15", "2026-12-01", "2026-12-15"]
    assert over_it.status_code == 409
    assert other_pair.json()["errors"][0]["pointer"] == "/champions"
    assert same_pair.status_code == 200


async def test_two_champions_change_seats(client: httpx.AsyncClient, world: World) -> None:
    path = f"/cochair-terms/{world.terms['incoming'].id}"

    answer = await client.patch(
        path, json={"champions": ["LUX", "BGD"]}, headers=world.headers("secretariat") | {"If-Match": '"1"'}
    )

    assert [champion["iso3"] for champion in answer.json()["champions"]] == ["LUX", "BGD"]


async def test_no_champion_holds_both_seats_whatever_is_written(session: AsyncSession, world: World) -> None:
    """The constraint carries it, whoever writes."""
    term = await make_term(session, world.champions["KEN"], world.champions["SLV"], starts_on=date(2027, 7, 1))
    session.add(
        CoChairSeat(
            term_id=term.id,
            number=2,
            champion_id=world.champions["KEN"].id,
            starts_on=date(2027, 8, 1),
            ends_on=date(2027, 9, 1),
        )
    )

    with pytest.raises(Exception, match=r"cochairs_are_two|cochair_seat_holds_one"):
        await session.flush()
