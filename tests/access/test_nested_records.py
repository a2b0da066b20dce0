"""What is addressed below a record belongs to it: with another record before it, its key finds nothing, for whoever asks."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from tests.access.operations import Operation, all_operations, undone
from tests.access.walk import Records
from tests.conftest import RolledBackDatabase
from tests.factories.world import World

pytestmark = pytest.mark.anyio

OTHERS = {
    "activity_id": ("idea", "held activity"),
    "document_id": ("withdrawn document",),
    "item_id": ("another's proposal", "declined proposal"),
    "meeting_id": ("later meeting", "meeting with an agenda"),
    "pledge_id": ("pledge in progress",),
    "practice_id": ("brought practice",),
    "process_id": ("free process",),
    "statement_id": ("adopted statement", "statement"),
    "workplan_id": ("draft workplan",),
}
"""Parameter → records of the same kind to which what is addressed does not belong."""

REFUSED = {httpx.codes.NOT_FOUND, httpx.codes.CONFLICT}
"""Conflict: the other record would not allow it anyway, whatever is addressed below it."""

NOT_BELOW = {"linkProcessPractice"}
"""Brings two records together that know nothing of each other."""


def parameters_of(operation: Operation) -> list[str]:
    """The parameters of its path that are keys of records, in order."""
    return [part[1:-1] for part in operation.path.split("/") if part.startswith("{") and part.endswith("_id}")]


def elsewhere(operation: Operation, records: Records, name: str) -> dict[str, Any]:
    """A valid request but that ``name`` in its path is another record of the same kind."""
    request = operation.request(records)
    path = request["url"].split("/")
    place = operation.path.removeprefix("/api/v1").split("/").index(f"{{{name}}}")
    path[place] = next(key for each in OTHERS[name] if (key := records.keys[each]) != path[place])
    headers = request["headers"] | records.world.headers("secretariat")
    return request | {"url": "/".join(path), "headers": headers}


@pytest.fixture
async def records(session: AsyncSession, world: World, app: FastAPI) -> Records:
    return await Records.make(session, world, app.state.storage)


async def test_a_key_finds_nothing_below_a_record_that_it_does_not_belong_to(
    app: FastAPI, client: httpx.AsyncClient, database: RolledBackDatabase, records: Records
) -> None:
    below = [each for each in all_operations(app) if len(parameters_of(each)) > 1 and each.id not in NOT_BELOW]
    found = []
    for operation in below:
        for name in parameters_of(operation)[:-1]:
            async with undone(database.connection):
                answer = await client.request(**elsewhere(operation, records, name))
            if answer.status_code not in REFUSED:
                found.append(f"{operation.id}, another {name}: {answer.status_code} {answer.text[:150]}")
    assert found == []
    assert len(below) > 50
