"""The signed-in person: who they are, and what they change about themselves."""

from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_nobody_is_asked_to_sign_in(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get("/me")).status_code == 401


async def test_a_co_chairs_delegate_reads_their_term_and_rights(client: httpx.AsyncClient, world: World) -> None:
    me = (await client.get("/me", headers=world.headers("mar"))).json()

    assert me["roles"] == ["co_chair", "focal_point", "lead_focal_point"]
    assert me["co_chair_term"]["ends_on"] == "2026-12-23"
    assert me["champion"]["iso3"] == "MAR"
    assert "meetings:write" in me["permissions"]
    assert "practices:review" not in me["permissions"]


async def test_the_champion_is_named_in_the_readers_language(client: httpx.AsyncClient, world: World) -> None:
    me = await client.get("/me", headers=world.headers("mar") | {"Accept-Language": "fr"})

    assert me.json()["champion"]["name"] == "Maroc"


async def test_one_changes_ones_own_details_and_the_change_is_kept_in_the_trail(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    change = {"language": "ar", "time_zone": "Africa/Casablanca", "job_title": "Counsellor", "phone": "+212 5"}

    answer = await client.patch("/me", json=change, headers=world.headers("mar"))

    assert answer.status_code == 200, answer.text
    person = answer.json()["person"]
    assert {field: person[field] for field in change} == change
    entry = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "person.changed"))).one()
    assert entry.before["language"] == "en"
    assert entry.after["language"] == "ar"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"standing": "secretariat"}, "/standing"),
        ({"email": "a@example.org"}, "/email"),
        ({"is_lead": True}, "/is_lead"),
        ({"time_zone": "Mars/Olympus"}, "/time_zone"),
        ({"language": "xx"}, "/language"),
        ({"name": " "}, "/name"),
        ({"job_title": "x" * 201}, "/job_title"),
        ({"phone": "1\n2"}, "/phone"),
    ],
)
async def test_nobody_gives_themselves_rights_or_nonsense(
    client: httpx.AsyncClient, world: World, change: dict[str, Any], pointer: str
) -> None:
    answer = await client.patch("/me", json=change, headers=world.headers("mar"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_visit_is_noted_without_counting_as_a_change(client: httpx.AsyncClient, world: World) -> None:
    await client.post("/me/seen", headers=world.headers("ken"))

    person = (await client.get(f"/people/{world.person_id('ken')}", headers=world.headers("secretariat"))).json()

    assert person["last_seen_at"] == "2026-11-24T09:00:00Z"
    assert person["revision"] == 1
