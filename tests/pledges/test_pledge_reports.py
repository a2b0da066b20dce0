"""What follows a pledge: reports, where they bring it, and who is asked when nothing is heard."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.notifications.models import Mail
from api.platform import clock
from api.pledges.mails import ask_for_reports
from api.pledges.models import Pledge, PledgeStatus
from tests.factories.pledges import make_pledge, make_report
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def report(client: httpx.AsyncClient, world: World, who: str, pledge: Pledge, **body: Any) -> httpx.Response:
    told = {"text": "The register is open."} | body
    return await client.post(f"/pledges/{pledge.id}/reports", json=told, headers=world.headers(who))


async def test_a_report_brings_its_pledge_further(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"])

    begun = await report(client, world, "ken", pledge, figures="41 agencies", moves_to="in_progress")
    done = await report(client, world, "secretariat", pledge, moves_to="fulfilled")

    seen = (await client.get(f"/pledges/{pledge.id}")).json()
    listed = (await client.get(f"/pledges/{pledge.id}/reports")).json()["items"]
    assert (begun.status_code, done.status_code) == (201, 201), begun.text
    assert (seen["status"], seen["reports_count"], seen["last_reported_on"]) == ("fulfilled", 2, "2026-11-24")
    assert [(item["moves_to"], item["is_on_behalf"], item["person_name"]) for item in listed] == [
        ("fulfilled", True, None),
        ("in_progress", False, None),
    ]
    entries = await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "pledge.reported"))
    assert [entry.on_behalf_of_id for entry in entries.all()] == [None, world.champions["KEN"].id]


async def test_the_text_of_a_report_is_the_reason_that_everybody_reads(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"])

    await report(client, world, "ken", pledge, text="The law changed.", moves_to="discontinued")

    seen = (await client.get(f"/pledges/{pledge.id}")).json()
    assert (seen["status"], seen["status_reason"]) == ("discontinued", "The law changed.")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"moves_to": "draft"}, "/moves_to"),
        ({"moves_to": "made"}, "/moves_to"),
        ({"reported_on": "2026-12-01"}, "/reported_on"),
        ({"reported_on": "2026-01-01"}, "/reported_on"),
        ({"links": ["javascript:alert(1)"]}, "/links/0"),
        ({"text": "  "}, "/text"),
    ],
)
async def test_a_report_that_cannot_be_says_why(
    client: httpx.AsyncClient, world: World, session: AsyncSession, body: dict[str, Any], pointer: str
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"])

    answer = await report(client, world, "ken", pledge, **body)

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_report_is_corrected_by_those_who_write_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"], status=PledgeStatus.IN_PROGRESS)
    told = await make_report(session, pledge)
    path = f"/pledges/{pledge.id}/reports/{told.id}"

    blind = await client.patch(path, json={"figures": "42"}, headers=world.headers("ken"))
    mended = await client.patch(path, json={"figures": "42"}, headers=world.headers("ken") | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"figures": "43"}, headers=world.headers("ken") | {"If-Match": '"1"'})
    others = await client.patch(path, json={"figures": "44"}, headers=world.headers("prt") | {"If-Match": "*"})

    assert (blind.status_code, stale.status_code, others.status_code) == (428, 412, 403)
    assert (mended.json()["figures"], mended.json()["text"]) == ("42", "The register is open.")


async def test_after_a_silent_year_the_champions_people_are_asked_once(world: World, session: AsyncSession) -> None:
    kenya = world.champions["KEN"]
    silent = await make_pledge(session, kenya, made_on=date(2025, 11, 24))
    heard_of = await make_pledge(session, kenya, made_on=date(2025, 1, 1))
    await make_report(session, heard_of)
    await make_pledge(session, kenya, made_on=date(2024, 1, 1), status=PledgeStatus.FULFILLED)

    for moment in (datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)):
        clock.set_to(moment)
        await ask_for_reports(session)

    [mail] = (await session.exec(select(Mail))).all()
    assert (mail.about_id, mail.person_id) == (silent.id, world.people["ken"].id)
    assert mail.subject.startswith("How is your pledge coming along?")


async def test_skipping_steps_asks_for_the_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"])
    path = f"/pledges/{pledge.id}/fulfil"

    bare = await client.post(path, headers=world.headers("ken"))
    told = await client.post(path, json={"reason": "It was done at once."}, headers=world.headers("ken"))

    assert (bare.status_code, told.json()["status"]) == (422, "fulfilled")


async def test_a_state_that_is_named_is_written_to_and_again_when_the_pledge_becomes_another(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    body = {"title": "Search and rescue", "mode": "common", "states": ["PRT", "NOR"]}
    headers = world.headers("ken")
    path = f"/pledges/{(await client.post('/pledges', json=body, headers=headers)).json()['id']}"
    await client.post(f"{path}/confirm", headers=world.headers("prt"))

    for change in ({"network_number": "2026-117"}, {"due_on": "2030-01-01"}):
        await client.patch(path, json=change, headers=headers | {"If-Match": "*"})

    mails = (await session.exec(select(Mail))).all()
    assert [mail.person_id for mail in mails] == [world.people["prt"].id] * 2
    assert "Kenya names your State in this pledge, as it stands now." in mails[0].letter["paragraphs"]
