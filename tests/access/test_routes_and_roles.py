"""Every route meets every role, with real requests; the expectations are data, in ``expectations.txt``."""

from dataclasses import dataclass

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.permissions import HOLDERS, Permission, Role
from tests.access.expected import COLUMNS, EXPECTED, UNAUDITED, WHO
from tests.access.operations import Operation, all_operations, asked, audit_entries, undone
from tests.access.walk import Records
from tests.conftest import RolledBackDatabase
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Outcome:
    """What one caller got from one operation."""

    operation: Operation
    column: str
    answer: httpx.Response
    new_audit_entries: int

    @property
    def cell(self) -> str:
        """The outcome in the table's words."""
        return "ok" if self.answer.is_success else str(self.answer.status_code)

    def __str__(self) -> str:
        said = "" if self.answer.is_success else f": {self.answer.text[:300]}"
        return f"{self.operation.id} as {self.column} gets {self.cell}{said}"


@pytest.fixture
async def records(session: AsyncSession, world: World, app: FastAPI) -> Records:
    return await Records.make(session, world, app.state.storage)


async def outcomes(
    app: FastAPI, client: httpx.AsyncClient, database: RolledBackDatabase, records: Records
) -> list[Outcome]:
    """What everybody gets from every operation of the table; each request is undone before the next."""
    found = []
    for operation in all_operations(app):
        for column in COLUMNS if operation.id in EXPECTED else ():
            async with undone(database.connection):
                before = await audit_entries(database.connection)
                answer = await asked(client, operation, records, WHO[column])
                found.append(Outcome(operation, column, answer, await audit_entries(database.connection) - before))
    return found


async def test_every_role_gets_from_every_route_what_the_table_says(
    app: FastAPI, client: httpx.AsyncClient, database: RolledBackDatabase, records: Records
) -> None:
    all_outcomes = await outcomes(app, client, database, records)

    surprises = [str(found) for found in all_outcomes if found.cell != EXPECTED[found.operation.id][found.column]]
    assert surprises == []
    written = [found for found in all_outcomes if found.operation.is_write and found.operation.id not in UNAUDITED]
    untold = [
        f"{found.operation.id} as {found.column} leaves no audit entry"
        for found in written
        if found.answer.is_success and not found.new_audit_entries
    ]
    assert untold == []
    told = [
        f"{found} and leaves an audit entry"
        for found in written
        if not found.answer.is_success and found.new_audit_entries
    ]
    assert told == []


async def test_the_table_names_every_operation_and_nothing_else(app: FastAPI) -> None:
    offered = {operation.id for operation in all_operations(app)}

    assert sorted(offered - EXPECTED.keys()) == [], "These operations are not in tests/access/expectations.txt."
    assert sorted(EXPECTED.keys() - offered) == [], "These operations are gone: take them out of the table."
    assert offered >= UNAUDITED


async def test_no_route_hides_from_the_walk(app: FastAPI) -> None:
    """A walk that sees half of the routes would pass; the document is the other witness."""
    document = app.openapi()
    described = [
        operation["operationId"]
        for methods in document["paths"].values()
        for method, operation in methods.items()
        if method in {"get", "post", "put", "patch", "delete", "head", "options"}
    ]

    assert sorted(operation.id for operation in all_operations(app)) == sorted(described)


async def test_every_operation_states_who_may_call_it_as_the_table_of_permissions_says(app: FastAPI) -> None:
    for methods in app.openapi()["paths"].values():
        for operation in methods.values():
            access = operation["x-access"]
            holders = HOLDERS[Permission(access["permission"])]
            assert access["roles"] == [role for role in Role if role in holders], operation["operationId"]


async def test_what_a_role_does_not_hold_is_refused_before_anything_is_looked_up(app: FastAPI) -> None:
    """Who lacks the permission learns nothing about which records there are: 401 and 403, never 404."""
    for methods in app.openapi()["paths"].values():
        for operation in methods.values():
            roles, row = set(operation["x-access"]["roles"]), EXPECTED[operation["operationId"]]
            if Role.PUBLIC not in roles:
                assert row["nobody"] == "401", operation["operationId"]
            if Role.OBSERVER not in roles:
                assert row["observer"] in {"401", "403"}, operation["operationId"]
            if roles == {Role.SECRETARIAT}:
                assert {row[column] for column in COLUMNS[1:-1]} == {"403"}, operation["operationId"]
