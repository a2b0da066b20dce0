"""Pledges over HTTP: drafting, making, who sees what, who confirms, and counting them."""

from datetime import date
from io import BytesIO
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.records import Visibility
from api.pledges.models import PledgeActivity, PledgeKind, PledgeMode, PledgeStatus, PledgeVoice
from tests.factories.activities import make_activity, make_process
from tests.factories.pledges import DESCRIPTION, make_common_pledge, make_pledge, make_report
from tests.factories.world import World

pytestmark = pytest.mark.anyio

WHOLE = {"title": "Licensed recruitment", "description": DESCRIPTION, "kind": "process_oriented", "objectives": [6]}


async def titles(client: httpx.AsyncClient, world: World, who: str, **filters: Any) -> list[str]:
    answer = await client.get("/pledges", params=filters, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


async def change(client: httpx.AsyncClient, world: World, who: str, pledge_id: object, **fields: Any) -> httpx.Response:
    return await client.patch(f"/pledges/{pledge_id}", json=fields, headers=world.headers(who) | {"If-Match": "*"})


async def test_a_title_makes_a_draft_that_says_what_is_missing(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.post("/pledges", json={"title": "Licensed recruitment"}, headers=world.headers("ken"))

    pledge = answer.json()
    assert (answer.status_code, pledge["status"], pledge["champion"]["iso3"]) == (201, "draft", "KEN"), answer.text
    assert pledge["missing"] == ["description", "kind"]
    assert pledge["actions"] == ["change", "delete", "make"]


async def test_an_unfinished_pledge_is_not_made_and_says_why_beside_the_fields(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_pledge(
        session, world.champions["KEN"], status=PledgeStatus.DRAFT, description="Too short.", mode=PledgeMode.COMMON
    )

    answer = await client.post(f"/pledges/{draft.id}/make", headers=world.headers("ken"))

    assert answer.status_code == 409
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/description", "/states"]


async def test_a_made_pledge_is_public_from_that_day(client: httpx.AsyncClient, world: World) -> None:
    draft = (await client.post("/pledges", json=WHOLE, headers=world.headers("ken"))).json()
    before = await client.get(f"/pledges/{draft['id']}")

    made = await client.post(f"/pledges/{draft['id']}/make", headers=world.headers("ken"))

    assert before.status_code == 404
    assert (made.json()["status"], made.json()["made_on"]) == ("made", "2026-11-24"), made.text
    assert await titles(client, world, "nobody") == ["Licensed recruitment"]


async def test_each_sees_what_is_theirs_to_see(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    await make_pledge(session, kenya, title="Public")
    await make_pledge(session, kenya, title="For members", visibility=Visibility.MEMBERS)
    await make_pledge(session, kenya, title="Private", visibility=Visibility.PRIVATE)
    await make_common_pledge(session, kenya, portugal, title="A draft with Portugal", status=PledgeStatus.DRAFT)

    seen = {who: set(await titles(client, world, who)) for who in ("nobody", "mar", "prt", "ken", "secretariat")}

    assert seen["nobody"] == {"Public"}
    assert seen["mar"] == {"Public", "For members"}
    assert seen["prt"] == {"Public", "For members", "A draft with Portugal"}
    assert seen["ken"] == seen["secretariat"] == seen["prt"] | {"Private"}


async def test_a_named_champion_confirms_with_one_voice(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_common_pledge(session, world.champions["KEN"], world.champions["PRT"], world.champions["MAR"])

    def say(verb: str, who: str, **body: str) -> Any:
        return client.post(f"/pledges/{pledge.id}/{verb}", json=body, headers=world.headers(who))

    confirmed = await say("confirm", "prt")
    again = await say("confirm", "prt")
    on_behalf = await say("decline", "secretariat", champion="MAR")
    not_named = await say("confirm", "lux")

    assert "decline" in confirmed.json()["actions"]
    assert "confirm" not in confirmed.json()["actions"]
    assert (again.status_code, not_named.status_code) == (409, 403)
    assert [(state["iso3"], state["voice"], state["is_on_behalf"]) for state in on_behalf.json()["states"]] == [
        ("MAR", "declined", True),
        ("PRT", "confirmed", False),
    ]


async def test_what_was_agreed_to_does_not_change_behind_anybodys_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_common_pledge(
        session, world.champions["KEN"], world.champions["PRT"], voice=PledgeVoice.CONFIRMED
    )

    kept = await change(client, world, "ken", pledge.id, network_number="2026-117")
    asked_again = await change(client, world, "ken", pledge.id, due_on="2030-01-01")

    assert [state["voice"] for state in kept.json()["states"]] == ["confirmed"]
    assert [state["voice"] for state in asked_again.json()["states"]] == [None]


@pytest.mark.parametrize(
    ("said", "status", "pointer"),
    [
        ({"kind": "financial", "amount": 5_000}, 409, "/currency"),
        ({"amount": 5_000, "currency": "EUR"}, 409, "/amount"),
        ({"matches_title": "Another"}, 409, "/mode"),
        ({"states": ["PRT"]}, 422, "/states"),
        ({"mode": "common", "states": ["PRT", "KEN"]}, 422, "/states/1"),
        ({"made_on": "2027-01-01"}, 422, "/made_on"),
        ({"processes": ["NONE"]}, 422, "/processes/0"),
        ({"mode": "matching", "matches_id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a31"}, 422, "/matches_id"),
        ({"description": "x" * 3001}, 422, "/description"),
    ],
)
async def test_bad_input_is_told_beside_its_field(
    client: httpx.AsyncClient, world: World, said: dict[str, Any], status: int, pointer: str
) -> None:
    answer = await client.post("/pledges", json=WHOLE | said, headers=world.headers("ken"))

    assert answer.status_code == status, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_matching_pledge_names_what_it_answers_and_is_named_there(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    first = await make_pledge(session, world.champions["KEN"], title="Pathways")
    body = WHOLE | {"mode": "matching", "matches_id": str(first.id)}

    answer = (await client.post("/pledges", json=body, headers=world.headers("prt"))).json()
    await client.post(f"/pledges/{answer['id']}/make", headers=world.headers("prt"))
    seen = (await client.get(f"/pledges/{first.id}")).json()

    assert answer["matches"]["title"] == "Pathways"
    assert [ref["champion"]["iso3"] for ref in seen["answered_by"]] == ["PRT"]


async def test_pledges_are_found_by_every_filter_in_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    forum = await make_process(session, "IMRF-2026")
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    ours = await make_common_pledge(
        session, kenya, portugal, voice=PledgeVoice.CONFIRMED, title="Ours", objectives=[8], process=forum
    )
    activity = await make_activity(session, kenya)
    session.add(PledgeActivity(pledge_id=ours.id, activity_id=activity.id))
    await session.commit()
    await make_pledge(session, portugal, title="Old", made_on=date(2024, 5, 6), kind=PledgeKind.POLICY_ORIENTED)

    for filters, found in (
        ({"objective": 8}, ["Ours"]),
        ({"champion": "PRT"}, ["Ours", "Old"]),
        ({"region": "002"}, ["Ours"]),
        ({"process": "IMRF-2026"}, ["Ours"]),
        ({"activity": str(activity.id)}, ["Ours"]),
        ({"kind": "policy_oriented"}, ["Old"]),
        ({"mode": "common"}, ["Ours"]),
        ({"year": 2024}, ["Old"]),
        ({"is_report_due": True}, ["Old"]),
        ({"is_report_due": False}, ["Ours"]),
        ({"q": "recruited agencies"}, ["Ours", "Old"]),
    ):
        assert await titles(client, world, "nobody", **filters) == found, filters
    statements.clear()
    await titles(client, world, "nobody", objective=8, region="002", q="worker")
    assert len(statements) == 1


async def test_the_dashboard_counts_what_the_caller_may_see_in_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    financial = {"kind": PledgeKind.FINANCIAL, "amount": 500, "currency": "EUR"}
    await make_pledge(session, kenya, objectives=[6, 8], **financial)
    await make_pledge(session, portugal, objectives=[8], status=PledgeStatus.FULFILLED, **financial)
    await make_pledge(session, portugal, made_on=date(2024, 5, 6), visibility=Visibility.PRIVATE)
    await make_pledge(session, kenya, status=PledgeStatus.DRAFT)

    statements.clear()
    board = (await client.get("/pledges/dashboard")).json()
    counted = len(statements)
    of_officer = (await client.get("/pledges/dashboard", headers=world.headers("secretariat"))).json()
    of_europe = (await client.get("/pledges/dashboard", params={"region": "150"})).json()
    of_none = (await client.get("/pledges/dashboard", params={"champion": "LUX"})).json()

    assert counted == 1
    assert (board["total"]["total"], board["total"]["made"], board["total"]["fulfilled"]) == (2, 1, 1)
    assert [(bar["key"], bar["total"]) for bar in board["by_objective"]] == [("6", 1), ("8", 2)]
    assert {bar["key"]: bar["total"] for bar in board["by_region"]} == {"002": 1, "150": 1}
    assert board["amounts"] == [{"currency": "EUR", "pledges": 2, "amount": 1000}]
    assert [(bar["key"], bar["total"]) for bar in of_officer["by_year"]] == [("2024", 1), ("2026", 2)]
    assert of_officer["report_due"] == 1
    assert of_europe["total"]["total"] == 1
    assert (of_none["total"]["total"], of_none["by_objective"]) == (0, [])


async def test_pledges_leave_as_a_spreadsheet_whose_text_does_not_act(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"], title="=1+1")
    await make_report(session, pledge)

    answer = await client.get("/pledges/export", params={"objective": 6}, headers={"Accept-Language": "fr"})

    header, row = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert header[:3] == ("Pays champion", "Engagement", "Numéro")
    assert (row[0], row[1], row[3], row[5]) == ("Kenya", "'=1+1", "Axé sur les procédures", "Pris")


async def test_a_pledge_has_one_file_that_is_replaced_and_taken_away(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    pledge = await make_pledge(session, world.champions["KEN"])
    path, headers = f"/pledges/{pledge.id}/file", world.headers("ken") | {"If-Match": "*"}

    first = await client.put(path, files={"file": ("Pledge.rtf", rb"{\rtf1 Licensed.}")}, headers=headers)
    picture = await client.put(path, files={"file": ("Pledge.png", b"\x89PNG\r\n\x1a\n" + bytes(64))}, headers=headers)
    second = await client.put(path, files={"file": ("../Second.txt", b"Licensed.")}, headers=headers)
    download = await client.get(path)
    removed = await client.delete(path, headers=headers)
    nothing = await client.get(path)

    assert (first.json()["file"]["file_name"], picture.status_code) == ("Pledge.rtf", 422), first.text
    assert (second.json()["file"]["file_name"], download.content) == ("Second.txt", b"Licensed.")
    assert download.headers["content-disposition"].startswith("attachment")
    assert (removed.json()["file"], nothing.status_code) == (None, 404)
