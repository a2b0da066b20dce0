"""Joint statements over HTTP: drafted together, commented paragraph by paragraph, signed in the order of the protocol."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx
import pytest
from docx import Document
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.records import Visibility
from tests.conftest import NOW
from tests.factories.processes import make_process
from tests.factories.statements import TEXT, make_remark, make_silence, make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio

PAST = {"opened_at": NOW - timedelta(days=9), "until_at": NOW - timedelta(days=2)}
ANY = {"If-Match": "*"}


async def test_a_title_makes_a_draft_and_whoever_begins_it_drafts_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_process(session, "imrf-2026")
    body = {"title": "For the forum", "process": "imrf-2026", "drafters": ["PRT"], "languages": ["en", "fr"]}

    begun = await client.post("/statements", json=body, headers=world.headers("ken"))
    written = await client.post(
        f"/statements/{begun.json()['id']}/versions", json={"text": TEXT}, headers=world.headers("prt")
    )

    assert begun.status_code == 201, begun.text
    assert [champion["iso3"] for champion in begun.json()["drafters"]] == ["KEN", "PRT"]
    assert (begun.json()["status"], begun.json()["process"]) == ("drafting", "imrf-2026")
    assert begun.json()["actions"] == ["change", "write", "delete", "remark"]
    assert written.status_code == 201, written.text
    assert (written.json()["number"], len(written.json()["paragraphs"])) == (1, 2)


@pytest.mark.parametrize(("field", "value"), [("process", "none"), ("drafters", ["USA"]), ("visibility", "secret")])
async def test_what_is_not_known_is_named(client: httpx.AsyncClient, world: World, field: str, value: Any) -> None:
    answer = await client.post("/statements", json={"title": "A", field: value}, headers=world.headers("ken"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"].startswith(f"/{field}")


async def test_others_neither_write_nor_see_what_is_private(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    shared = await make_statement(session, world.champions["KEN"])
    private = await make_statement(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    headers = world.headers("prt")

    listed = await client.get("/statements", headers=headers)
    read = await client.get(f"/statements/{private.id}", headers=headers)
    written = await client.post(f"/statements/{shared.id}/versions", json={"text": "Another."}, headers=headers)

    assert [statement["id"] for statement in listed.json()["items"]] == [str(shared.id)]
    assert (read.status_code, written.status_code) == (404, 403)


async def test_the_public_reads_what_was_adopted_and_nothing_before(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    adopted = await make_statement(session, visibility=Visibility.PUBLIC, texts=2)
    await make_silence(session, adopted, **PAST)
    await make_statement(session, visibility=Visibility.PUBLIC)
    await make_silence(session, await make_statement(session, visibility=Visibility.PUBLIC))

    listed = await client.get("/statements")
    read = await client.get(f"/statements/{adopted.id}")
    drafts = await client.get(f"/statements/{adopted.id}/versions/2")

    assert [statement["id"] for statement in listed.json()["items"]] == [str(adopted.id)]
    assert [version["number"] for version in read.json()["versions"]] == [1]
    assert read.json()["actions"] == []
    assert drafts.status_code == 404


async def test_versions_are_compared_word_by_word(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["KEN"])
    revised = {"text": TEXT.replace("safe and", "safe, orderly and"), "note": "With orderly"}
    await client.post(f"/statements/{statement.id}/versions", json=revised, headers=world.headers("ken"))

    told = await client.get(f"/statements/{statement.id}/versions/2/diff?against=1", headers=world.headers("prt"))

    assert [piece["kind"] for piece in told.json()["paragraphs"][1]] == ["same", "added", "same"]
    assert told.json()["paragraphs"][1][1]["text"] == ", orderly"


async def test_a_translation_names_its_original_in_another_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["KEN"], visibility=Visibility.PUBLIC)
    path, headers = f"/statements/{statement.id}/versions", world.headers("ken")

    unknown = await client.post(path, json={"text": "A", "language": "fr", "translates": 9}, headers=headers)
    same = await client.post(path, json={"text": "A", "language": "en", "translates": 1}, headers=headers)
    french = await client.post(path, json={"text": "Nous", "language": "fr", "translates": 1}, headers=headers)
    await make_silence(session, statement, **PAST)
    public = await client.get(f"/statements/{statement.id}")

    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/translates")
    assert (same.status_code, same.json()["errors"][0]["pointer"]) == (422, "/language")
    assert french.status_code == 201
    assert [(each["number"], each["language"]) for each in public.json()["versions"]] == [(2, "fr"), (1, "en")]


async def test_remarks_are_made_on_a_paragraph_and_answered_once(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["KEN"])
    path = f"/statements/{statement.id}/remarks"
    amendment = {"version": 1, "paragraph": 2, "kind": "amendment", "proposed": "We call for pathways."}

    beyond = await client.post(path, json=amendment | {"paragraph": 3}, headers=world.headers("prt"))
    unchanged = await client.post(
        path, json=amendment | {"proposed": TEXT.split("\n\n")[1]}, headers=world.headers("prt")
    )
    made = await client.post(path, json=amendment, headers=world.headers("prt"))
    by_its_maker = await client.post(f"{path}/{made.json()['id']}/accept", headers=world.headers("prt"))
    unexplained = await client.post(f"{path}/{made.json()['id']}/decline", headers=world.headers("ken"))
    accepted = await client.post(f"{path}/{made.json()['id']}/accept", headers=world.headers("ken"))
    again = await client.post(f"{path}/{made.json()['id']}/withdraw", headers=world.headers("prt"))

    assert (beyond.status_code, beyond.json()["errors"][0]["pointer"]) == (422, "/paragraph")
    assert (unchanged.status_code, unchanged.json()["errors"][0]["pointer"]) == (422, "/proposed")
    assert made.status_code == 201, made.text
    assert made.json()["quoted"] == TEXT.split("\n\n")[1]
    assert by_its_maker.status_code == 403
    assert (unexplained.status_code, unexplained.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert (accepted.json()["status"], accepted.json()["answered_by"]) == ("accepted", world.people["ken"].name)
    assert again.status_code == 409


async def test_names_stand_in_the_order_of_the_protocol_in_each_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await make_silence(session, statement, **PAST)
    path = f"/statements/{statement.id}/sign-ons"

    own = await client.post(path, json={}, headers=world.headers("ken"))
    twice = await client.post(path, json={}, headers=world.headers("ken"))
    for_another = await client.post(path, json={"state": "PRT"}, headers=world.headers("ken"))
    await client.post(path, json={"state": "DEU"}, headers=world.headers("mar"))
    await client.post(path, json={"name": "African Union"}, headers=world.headers("mar"))
    english = await client.get(path, headers=world.headers("prt"))
    german_in_french = await client.get(path, headers=world.headers("prt") | {"Accept-Language": "fr"})

    assert (own.status_code, twice.status_code, for_another.status_code) == (201, 409, 403)
    assert english.json()["on_behalf_of"] == "African Union, Germany, and Kenya"
    assert [each["name"] for each in german_in_french.json()["items"]] == ["African Union", "Allemagne", "Kenya"]


async def test_a_name_can_be_taken_back_and_given_again_until_sign_on_ends(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await make_silence(session, statement, **PAST)
    path = f"/statements/{statement.id}/sign-ons"
    signed = (await client.post(path, json={}, headers=world.headers("ken"))).json()["items"][0]
    until = {"until": (NOW + timedelta(hours=1)).isoformat()}

    by_another = await client.post(f"{path}/{signed['id']}/withdraw", headers=world.headers("prt"))
    taken_back = await client.post(f"{path}/{signed['id']}/withdraw", headers=world.headers("ken"))
    again = await client.post(path, json={}, headers=world.headers("ken"))
    await client.put(f"/statements/{statement.id}/sign-on-period", json=until, headers=world.headers("mar"))
    clock.set_to(NOW + timedelta(hours=1))
    too_late = await client.post(path, json={}, headers=world.headers("prt"))

    assert (by_another.status_code, taken_back.json()["items"]) == (403, [])
    assert again.status_code == 201
    assert (too_late.status_code, "Sign-on" in too_late.json()["detail"]) == (409, True)


async def test_a_meeting_adopts_with_the_reason_and_the_rostrum_gets_a_paper(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    headers = world.headers("mar")

    unexplained = await client.post(f"/statements/{statement.id}/adopt", json={"version": 1}, headers=headers)
    adopted = await client.post(
        f"/statements/{statement.id}/adopt", json={"version": 1, "reason": "At the meeting."}, headers=headers
    )
    await client.post(f"/statements/{statement.id}/sign-ons", json={}, headers=world.headers("ken"))
    paper = await client.get(f"/statements/{statement.id}/versions/1?format=docx", headers=headers)
    delivered = await client.post(
        f"/statements/{statement.id}/deliver", json={"delivered_on": "2026-11-24"}, headers=headers
    )
    ahead = await client.post(
        f"/statements/{statement.id}/deliver", json={"delivered_on": "2026-11-25"}, headers=headers
    )

    assert (unexplained.status_code, unexplained.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert (adopted.json()["status"], adopted.json()["adopted_version"]) == ("adopted", 1)
    words = [paragraph.text for paragraph in Document(BytesIO(paper.content)).paragraphs]
    assert "On behalf of Kenya" in words
    assert any("Adopted on 24 November 2026" in line for line in words)
    assert delivered.json()["status"] == "delivered"
    assert (ahead.status_code, ahead.json()["errors"][0]["pointer"]) == (422, "/delivered_on")


async def test_what_was_under_silence_is_withdrawn_not_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["KEN"])
    await make_silence(session, statement, recalled_at=NOW - timedelta(hours=1))
    never_under_silence = await make_statement(session, world.champions["KEN"])
    headers = world.headers("ken") | ANY

    kept = await client.delete(f"/statements/{statement.id}", headers=headers)
    gone = await client.delete(f"/statements/{never_under_silence.id}", headers=headers)
    withdrawn = await client.post(
        f"/statements/{statement.id}/withdraw", json={"reason": "Overtaken."}, headers=world.headers("mar")
    )

    assert (kept.status_code, gone.status_code) == (409, 204)
    assert (withdrawn.json()["status"], withdrawn.json()["actions"]) == ("withdrawn", [])


async def test_a_list_is_one_statement_however_long(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    for _ in range(3):
        drafted = await make_statement(session, world.champions["KEN"], world.champions["PRT"])
        await make_silence(session, drafted)
        await make_remark(session, drafted, world.champions["PRT"])
    headers = world.headers("ken")
    statements.clear()

    await client.get("/statements?status=under_silence&champion=KEN&q=joint&sort=title", headers=headers)

    assert len([sent for sent in statements if "FROM statements" in sent]) == 1
    asked = len(statements)
    await make_statement(session, world.champions["KEN"])
    statements.clear()
    await client.get("/statements?sort=title", headers=headers)
    assert len(statements) == asked
