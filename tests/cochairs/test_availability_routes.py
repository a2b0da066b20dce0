"""What champions say of coming semesters: one voice, seen by those who plan the rotation."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.cochairs.models import Availability
from api.platform import clock
from tests.factories.cochairs import make_availability
from tests.factories.world import World

pytestmark = pytest.mark.anyio

WISH = {"semester_starts_on": "2027-07-01", "answer": "volunteers", "note": "Gladly with Portugal."}


async def say(client: httpx.AsyncClient, world: World, who: str = "ken", **changes: Any) -> httpx.Response:
    return await client.post("/cochair-availabilities", json=WISH | changes, headers=world.headers(who))


async def seen_by(client: httpx.AsyncClient, world: World, who: str, **filters: Any) -> list[tuple[str, str]]:
    answer = await client.get("/cochair-availabilities", params=filters, headers=world.headers(who))
    return [(said["champion"]["iso3"], said["answer"]) for said in answer.json()["items"]]


async def test_a_champion_volunteers_and_a_colleague_changes_its_mind(client: httpx.AsyncClient, world: World) -> None:
    first = await say(client, world, "mar")
    second = await say(client, world, "mar_colleague", answer="not_available", note="")

    assert first.status_code == second.status_code == 201, first.text
    assert second.json()["id"] == first.json()["id"]
    assert (second.json()["given_by"], second.json()["answer"]) == ("Colleague of MAR", "not_available")
    assert (second.json()["semester_ends_on"], second.json()["actions"]) == ("2028-01-01", ["change", "delete"])
    assert await seen_by(client, world, "mar") == [("MAR", "not_available")]


async def test_those_who_plan_see_all_and_others_their_own(client: httpx.AsyncClient, world: World) -> None:
    await say(client, world, "ken")
    await say(client, world, "prt", answer="if_needed")

    everybody = [("KEN", "volunteers"), ("PRT", "if_needed")]
    assert {who: await seen_by(client, world, who) for who in ("secretariat", "mar", "bgd", "ken", "slv")} == {
        "secretariat": everybody,
        "mar": everybody,
        "bgd": everybody,
        "ken": [("KEN", "volunteers")],
        "slv": everybody,
    }
    assert await seen_by(client, world, "secretariat", champion="PRT") == [("PRT", "if_needed")]
    assert await seen_by(client, world, "secretariat", semester_starts_on="2028-01-01") == []


async def test_the_secretariat_speaks_on_behalf_and_it_is_recorded_as_such(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    answer = await say(client, world, "secretariat", champion="KEN")
    nobodys = await say(client, world, "secretariat")
    foreign = await say(client, world, "ken", champion="PRT")

    entry = (await session.exec(select(AuditEntry).where(AuditEntry.action == "cochair_availability.said"))).one()
    assert (answer.status_code, answer.json()["is_on_behalf"]) == (201, True)
    assert entry.on_behalf_of_id == world.champions["KEN"].id
    assert (nobodys.status_code, foreign.status_code) == (422, 403)


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"semester_starts_on": "2027-06-23"}, "/semester_starts_on"),
        ({"semester_starts_on": "2026-01-01"}, "/semester_starts_on"),
        ({"semester_starts_on": "never"}, "/semester_starts_on"),
        ({"answer": "maybe"}, "/answer"),
        ({"note": "x" * 301}, "/note"),
        ({"champion": "FRA"}, "/champion"),
        ({"wish": "A"}, "/wish"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient, world: World, changes: dict[str, str], pointer: str
) -> None:
    answer = await say(client, world, "ken", **changes)

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_an_answer_is_taken_back_by_its_own_people_before_the_semester_is_over(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    path = f"/cochair-availabilities/{(await say(client, world, 'ken')).json()['id']}"
    over = await make_availability(
        session, world.champions["KEN"], Availability.VOLUNTEERS, semester_starts_on=date(2026, 1, 1)
    )

    async def delete(who: str, where: str = path, tag: str = '"1"') -> int:
        answer = await client.delete(where, headers=world.headers(who) | {"If-Match": tag})
        return answer.status_code

    assert await delete("prt") == 404
    assert await delete("mar") == 403
    assert await delete("ken", tag='"9"') == 412
    assert await delete("ken", where=f"/cochair-availabilities/{over.id}") == 409
    assert await delete("ken") == 204
    assert await seen_by(client, world, "ken") == []
    assert await seen_by(client, world, "ken", is_over="true") == [("KEN", "volunteers")]


async def test_what_was_said_leaves_the_list_when_its_semester_is_over(client: httpx.AsyncClient, world: World) -> None:
    await say(client, world, "ken")

    clock.set_to(datetime(2028, 1, 1, tzinfo=UTC))

    assert await seen_by(client, world, "secretariat") == []


async def test_the_list_is_one_statement_beside_the_caller(
    client: httpx.AsyncClient, world: World, statements: list[str]
) -> None:
    await say(client, world, "ken")
    statements.clear()

    await seen_by(client, world, "secretariat")

    assert len(statements) == 2
