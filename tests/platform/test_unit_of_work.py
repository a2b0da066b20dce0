"""What a request costs before its handler runs, and that a prepared statement stays in its session's transaction."""

from collections.abc import Iterator
from inspect import iscoroutinefunction
from typing import Any

import httpx
import pytest
from fastapi.dependencies.models import Dependant
from sqlalchemy import text

from api.main import create_app
from api.platform.database import Database, driver_connection
from api.platform.openapi import operations
from api.settings import Settings

pytestmark = pytest.mark.anyio


def _calls(dependant: Dependant) -> Iterator[Any]:
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from _calls(dependency)


def _is_awaited(call: Any) -> bool:
    return iscoroutinefunction(call) or iscoroutinefunction(type(call).__call__)


def test_no_dependency_waits_for_a_thread() -> None:
    """FastAPI runs a plain function in a thread, which costs more than most of them do."""
    routes = [route for _, _, route in operations(create_app(Settings(_env_file=None)))]

    calls = {call for route in routes for call in _calls(route.dependant)}

    assert calls
    assert {call for call in calls if not _is_awaited(call)} == set()


async def test_a_room_is_not_asked_for_another_rooms_address(client: httpx.AsyncClient) -> None:
    beside = await client.get("/practicesque")
    below = await client.get("/meetings/nowhere/nothing")

    assert (beside.status_code, below.status_code) == (404, 404)


async def test_the_drivers_connection_follows_the_session_into_its_next_transaction(
    committed_database: Database,
) -> None:
    count = "SELECT count(*) FROM kept"
    async with committed_database.session() as session:
        await (await driver_connection(session)).execute("CREATE TABLE kept (number int)")
        await session.commit()

        await (await driver_connection(session)).execute("INSERT INTO kept VALUES (1)")
        inside = await (await session.connection()).execute(text(count))
        await session.rollback()
        remaining = await (await (await driver_connection(session)).execute(count)).fetchone()

    assert inside.scalar_one() == 1
    assert remaining == (0,)
