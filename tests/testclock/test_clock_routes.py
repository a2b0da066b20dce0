"""The test clock: there where it is asked for in a demonstration, and nowhere else."""

import httpx
import pytest

from api.main import create_app
from api.platform import clock
from api.settings import Settings
from tests.conftest import RolledBackDatabase
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NEW_YEAR = {"now": "2027-01-01T00:00:00Z"}


async def test_the_clock_stops_where_it_is_set_and_runs_again(client: httpx.AsyncClient, world: World) -> None:
    stopped = await client.put("/test/clock", json=NEW_YEAR)
    at_new_year = clock.now().isoformat()
    released = await client.put("/test/clock", json={"now": None})

    assert stopped.json() == NEW_YEAR
    assert at_new_year == "2027-01-01T00:00:00+00:00"
    assert released.status_code == 200
    assert clock.now().isoformat() != at_new_year


async def test_the_next_term_begins_when_the_clock_says_so(client: httpx.AsyncClient, world: World) -> None:
    await client.put("/test/clock", json={"now": "2026-12-23T00:00:00Z"})

    roles = [(await client.get("/me", headers=world.headers(who))).json()["roles"] for who in ("mar", "bgd")]

    assert ["co_chair" in held for held in roles] == [False, True]


@pytest.mark.parametrize("body", [{"now": "tomorrow"}, {"now": "2027-01-01T00:00:00"}, {}, {"then": None}])
async def test_a_time_without_zone_or_sense_is_refused(
    client: httpx.AsyncClient, world: World, body: dict[str, str]
) -> None:
    assert (await client.put("/test/clock", json=body)).status_code == 422


@pytest.mark.parametrize("missing", [{"demo": False}, {"test_clock": False}])
async def test_without_demonstration_mode_and_the_option_there_is_no_such_route(
    settings: Settings, database: RolledBackDatabase, missing: dict[str, bool]
) -> None:
    app = create_app(settings.model_copy(update=missing), database=database)
    transport = httpx.ASGITransport(app=app)

    async with httpx.AsyncClient(transport=transport, base_url="http://test/api/v1") as client:
        answer = await client.put("/test/clock", json=NEW_YEAR)

    assert answer.status_code in {404, 405}
    assert clock.now().isoformat() != "2027-01-01T00:00:00+00:00"


def test_the_clock_is_no_part_of_the_contract(settings: Settings) -> None:
    assert not [path for path in create_app(settings).openapi()["paths"] if "clock" in path]
