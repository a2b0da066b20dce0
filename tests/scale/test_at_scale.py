"""What twenty years leave behind costs no more statements than a week: every list and page of the rhythm."""

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.storage import Storage
from tests.access.operations import Operation, all_operations, asked
from tests.access.walk import Records
from tests.conftest import RolledBackDatabase
from tests.factories.world import World
from tests.scale import twenty_years

pytestmark = pytest.mark.anyio

READ_BY_INDEX = (
    ("action_items", "/action-items"),
    ("action_items", "/action-items?owner=KEN"),
    ("action_items", "/action-items?is_mine=true"),
    ("action_items", "/action-items?status=open"),
    ("action_items", "/action-items?is_overdue=true"),
    ("action_items", "/action-items?is_date_asked=true"),
    ("action_items", "/action-items?due_after=2026-12-01&due_before=2026-12-05"),
    ("action_items", "/action-items?meeting_id={meeting}"),
    ("action_items", "/action-items?decision_id={decision}"),
    ("action_items", "/action-items?sort=-updated_at"),
    ("action_item_updates", "/action-items/{action item}/updates"),
    ("decisions", "/decisions?workplan_item_id={workplan item}"),
    ("decisions", "/meetings/{circulated meeting}/decisions"),
    ("agenda_items", "/meetings/{meeting}/agenda-proposals"),
    ("attendances", "/meetings/{meeting}/attendance"),
    ("consultation_answers", "/consultations/{consultation}/answers"),
)
"""Table and request: what is found there by an index, however much there is."""

MOST = 12
"""More statements than this and a page asks too many questions, however fixed their number is."""

ROOMS = (
    "meetings", "decisions", "minutes", "minutes-phrases", "action-items", "workplans", "workplan-items", "consultations",
    "cochair-terms", "cochair-availabilities", "quarters", "champions", "processes", "overview", "me", "audit-entries",
)  # fmt: skip
"""Where the rhythm of meetings and workplans leaves its rows."""

NOT_LISTS = frozenset({"followMeeting", "downloadDocumentFile", "getMeetingPack", "getMeetingCalendar"})
"""Streams and files."""


def is_of_the_rhythm(operation: Operation) -> bool:
    """Whether it reads a list or a page of one of the rooms."""
    room = operation.path.removeprefix("/api/v1/").split("/")[0]
    return not operation.is_write and room in ROOMS and operation.id not in NOT_LISTS


async def counted(
    client: httpx.AsyncClient, operations: list[Operation], records: Records, statements: list[str]
) -> dict[str, int]:
    """Operation → the statements that its answer takes."""
    taken = {}
    for operation in operations:
        statements.clear()
        answer = await asked(client, operation, records, "secretariat")
        assert answer.status_code == 200, (operation.id, answer.text)
        taken[operation.id] = len(statements)
    return taken


async def test_every_list_and_page_takes_as_many_statements_after_twenty_years(
    app: FastAPI,
    client: httpx.AsyncClient,
    session: AsyncSession,
    world: World,
    database: RolledBackDatabase,
    statements: list[str],
) -> None:
    storage: Storage = app.state.storage
    records = await Records.make(session, world, storage)
    operations = [one for one in all_operations(app) if is_of_the_rhythm(one)]
    small = await counted(client, operations, records, statements)

    await twenty_years.add(database.connection)
    big = await counted(client, operations, records, statements)

    assert {name: (small[name], number) for name, number in big.items() if number != small[name]} == {}
    assert {name: number for name, number in big.items() if number > MOST} == {}
    assert len(big) > 40


async def whole_reads(connection: AsyncConnection, table: str) -> int:
    """How often this transaction has read ``table`` from one end to the other."""
    found = text("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = :table")
    return int((await connection.execute(found, {"table": table})).scalar_one())


async def test_what_is_filtered_is_found_by_an_index_after_twenty_years(
    app: FastAPI, client: httpx.AsyncClient, session: AsyncSession, world: World, database: RolledBackDatabase
) -> None:
    records = await Records.make(session, world, app.state.storage)
    await twenty_years.add(database.connection)
    read_whole = []

    for table, address in READ_BY_INDEX:
        before = await whole_reads(database.connection, table)
        answer = await client.get(address.format_map(records.keys), headers=world.headers("ken"))
        assert answer.status_code == 200, (address, answer.text)
        if await whole_reads(database.connection, table) > before:
            read_whole.append(address)

    assert read_whole == []
