"""What the Hub has, compared with what it should have: page by page, and mended."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.hub import document
from api.hub.jobs import forget
from api.hub.models import HubReconciliation, ReconciliationState
from api.hub.reconciling import compare
from api.main import create_app
from api.platform import clock
from api.practices.models import PracticeStatus
from tests.conftest import NOW, RolledBackDatabase
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.hub.conftest import Hub

pytestmark = pytest.mark.anyio


@pytest.fixture
async def app(hub: Hub, database: RolledBackDatabase) -> FastAPI:
    app = create_app(hub.settings, database=database)
    app.state.database = database
    assert hub.settings.secret_key is not None
    app.state.secret_key = hub.settings.secret_key.get_secret_value()
    return app


async def test_what_is_missing_older_other_or_too_much_is_found_and_mended(
    hub: Hub, session: AsyncSession, database: RolledBackDatabase, client: httpx.AsyncClient, world: World
) -> None:
    officer, morocco = world.headers("secretariat"), world.champions["MAR"]
    for title in ("Fine", "Older", "Other", "Missing", "Withdrawn"):
        practice = await make_practice(session, morocco, status=PracticeStatus.ACCEPTED, title=title)
        await client.post(f"/practices/{practice.id}/publish", headers=officer)
    await make_practice(session, morocco, status=PracticeStatus.PUBLISHED, title="Members' own", visibility="members")
    await hub.carry()
    nodes = {node["attributes"]["title"]: node for node in hub.stand_in.kept.nodes.values()}
    nodes["Older"]["attributes"]["field_version"] = 0
    nodes["Other"]["attributes"]["field_key_lessons"] = {"value": "Rewritten there.", "format": "plain_text"}
    del hub.stand_in.kept.nodes[nodes["Missing"]["id"]]
    gone = nodes["Withdrawn"]["id"]
    await client.post(f"/practices/{gone}/withdraw", json={"reason": "Out of date."}, headers=officer)
    await hub.carry()
    nodes["Withdrawn"]["attributes"]["moderation_state"] = "published"
    stranger = document.term_id("country", "a practice of somebody else")
    hub.stand_in.kept.nodes[stranger] = {
        "type": document.NODE,
        "id": stranger,
        "attributes": {"title": "Not ours", "moderation_state": "published", "field_version": 1},
    }

    started = await client.post("/hub/reconciliation", headers=officer)
    twice = await client.post("/hub/reconciliation", headers=officer)
    await compare(database, hub.settings)
    found = (await client.get("/hub/reconciliation/findings", headers=officer)).json()["items"]
    last = (await client.get("/hub/reconciliation", headers=officer)).json()["last"]
    again = (await client.post("/hub/reconciliation/deliver-again", headers=officer)).json()
    await hub.carry()
    await client.post("/hub/reconciliation", headers=officer)
    await compare(database, hub.settings)
    rest = (await client.get("/hub/reconciliation/findings", headers=officer)).json()["items"]

    assert started.status_code == httpx.codes.ACCEPTED
    assert twice.status_code == httpx.codes.CONFLICT
    assert [(each["title"], each["kind"]) for each in found] == [
        ("Missing", "missing"),
        ("Not ours", "extra"),
        ("Older", "older"),
        ("Other", "differing"),
        ("Withdrawn", "extra"),
    ]
    assert found[3]["fields"] == "field_key_lessons"
    assert (last["state"], last["expected"], last["found"], last["counts"]["mendable"]) == ("done", 4, 5, 4)
    assert again == {"deliveries": 4}
    assert [each["title"] for each in rest] == ["Not ours"]


async def test_it_reads_page_by_page(
    hub: Hub,
    session: AsyncSession,
    database: RolledBackDatabase,
    client: httpx.AsyncClient,
    world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("api.hub.client.LISTED_AT_ONCE", 2)
    officer = world.headers("secretariat")
    for _ in range(5):
        practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.ACCEPTED)
        await client.post(f"/practices/{practice.id}/publish", headers=officer)
    await hub.carry()

    await client.post("/hub/reconciliation", headers=officer)
    await compare(database, hub.settings)

    last = (await client.get("/hub/reconciliation", headers=officer)).json()["last"]
    assert (last["expected"], last["found"], last["counts"]["mendable"]) == (5, 5, 0)


async def test_a_hub_that_does_not_answer_ends_it_with_its_words(
    hub: Hub, database: RolledBackDatabase, client: httpx.AsyncClient, world: World
) -> None:
    hub.stand_in.client_secret = "another"
    officer = world.headers("secretariat")
    await client.post("/hub/reconciliation", headers=officer)
    await compare(database, hub.settings)

    last = (await client.get("/hub/reconciliation", headers=officer)).json()["last"]
    assert (last["state"], last["words"]) == (
        "failed",
        "The Hub did not let us sign in: Client authentication failed.",
    )


async def test_one_whose_worker_was_killed_is_closed(session: AsyncSession) -> None:
    session.add(HubReconciliation(updated_at=NOW - timedelta(minutes=11)))
    await session.commit()
    clock.set_to(NOW)
    await forget(session)

    closed = (await session.exec(select(HubReconciliation).execution_options(populate_existing=True))).one()
    assert closed.state is ReconciliationState.FAILED
