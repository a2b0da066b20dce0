"""The silence procedure over HTTP: what nobody objects to in time is adopted to the second, and what anybody does is not."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx
import psycopg
import pytest
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from api.platform.language import Language
from api.statements.mails import remind_the_silent, tell_of_adoption
from tests.conftest import NOW
from tests.factories.statements import make_silence, make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio

UNTIL = NOW + timedelta(hours=72)


async def ask(client: httpx.AsyncClient, world: World, path: str, who: str = "ken") -> dict[str, Any]:
    answer = await client.get(path, headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def say(
    client: httpx.AsyncClient, world: World, key: Any, verb: str, who: str = "ken", **body: Any
) -> httpx.Response:
    return await client.post(f"/statements/{key}/silence{verb}", json=body, headers=world.headers(who))


async def test_unbroken_silence_adopts_at_its_end_and_not_a_second_before(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)

    opened = await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat())
    clock.set_to(UNTIL - timedelta(seconds=1))
    before = await ask(client, world, f"/statements/{statement.id}")
    clock.set_to(UNTIL)
    at_the_end = await ask(client, world, f"/statements/{statement.id}")
    silence = await ask(client, world, f"/statements/{statement.id}/silence")
    late = await say(client, world, statement.id, "/object", reason="Too late.")

    assert (opened.status_code, opened.json()["state"]) == (201, "open"), opened.text
    assert before["status"] == "under_silence"
    assert (at_the_end["status"], at_the_end["adopted_version"]) == ("adopted", 1)
    assert at_the_end["adopted_at"] == "2026-11-27T09:00:00Z"
    assert silence["state"] == "adopted"
    assert len(silence["rounds"][0]["silent"]) == len(world.champions)
    assert late.status_code == 409
    assert "ended unbroken" in late.json()["detail"]


async def test_the_first_objection_breaks_the_silence_for_good_and_all_are_told(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, texts=2)
    await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat())
    await say(client, world, statement.id, "/join", "prt")
    clock.set_to(UNTIL - timedelta(seconds=1))

    broken = await say(client, world, statement.id, "/object", reason="Paragraph 2 goes too far.")
    second = await say(client, world, statement.id, "/object", "prt", reason="So we think.")
    clock.set_to(UNTIL + timedelta(days=30))
    later = await ask(client, world, f"/statements/{statement.id}")
    await tell_of_adoption(session)
    revised = await say(
        client, world, statement.id, "", "secretariat", version=2, until=(clock.now() + timedelta(hours=80)).isoformat()
    )

    assert (broken.status_code, broken.json()["state"], broken.json()["own"]) == (200, "broken", "object")
    assert [entry["act"] for entry in broken.json()["rounds"][0]["entries"]] == ["join", "object"]
    assert second.status_code == 409
    assert later["status"] == "silence_broken"
    assert later["adopted_at"] is None
    assert [(each["number"], each["state"]) for each in revised.json()["rounds"]] == [(2, "open"), (1, "broken")]
    told = await letters(session, LetterKind.SILENCE_BROKEN)
    assert {mail.address for mail in told} >= {"mar@example.org", "ken@example.org", "prt@example.org"}
    assert "Paragraph 2 goes too far." in told[0].letter["paragraphs"]
    assert await letters(session, LetterKind.STATEMENT_ADOPTED) == []


async def test_more_time_opens_a_longer_period_on_the_same_text(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat())
    longer = UNTIL + timedelta(days=2)

    asked = await say(client, world, statement.id, "/ask-for-time", reason="Our capital needs two days.")
    not_later = await say(client, world, statement.id, "/give-time", "mar", until=UNTIL.isoformat(), reason="Asked.")
    unexplained = await say(client, world, statement.id, "/give-time", "mar", until=longer.isoformat())
    given = await say(client, world, statement.id, "/give-time", "mar", until=longer.isoformat(), reason="Asked for.")
    clock.set_to(UNTIL)

    assert asked.json()["state"] == "open"
    assert {mail.address for mail in await letters(session, LetterKind.SILENCE_TIME_ASKED)} >= {"mar@example.org"}
    assert (not_later.status_code, not_later.json()["errors"][0]["pointer"]) == (422, "/until")
    assert (unexplained.status_code, unexplained.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert [(each["version"], each["state"]) for each in given.json()["rounds"]] == [(1, "open"), (1, "recalled")]
    assert (await ask(client, world, f"/statements/{statement.id}"))["status"] == "under_silence"


async def test_under_silence_neither_text_nor_options_change(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session, world.champions["MAR"])
    await make_silence(session, statement)
    headers = world.headers("mar") | {"If-Match": "*"}

    refused = [
        await client.post(f"/statements/{statement.id}/versions", json={"text": "Another."}, headers=headers),
        await client.patch(f"/statements/{statement.id}", json={"title": "Another"}, headers=headers),
        await client.delete(f"/statements/{statement.id}", headers=headers),
        await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat()),
        await client.post(f"/statements/{statement.id}/adopt", json={"version": 1, "reason": "Now."}, headers=headers),
    ]

    assert {answer.status_code for answer in refused} == {409}
    assert all("under silence" in answer.json()["detail"] for answer in refused)


@pytest.mark.parametrize(
    "write",
    [
        "UPDATE silence_rounds SET until_at = until_at + interval '1 day'",
        "UPDATE silence_rounds SET broken_at = NULL",
        "UPDATE silence_entries SET act = 'join'",
        "UPDATE statement_versions SET text = 'Another.'",
    ],
)
async def test_the_database_itself_keeps_what_was_said_and_sealed(
    client: httpx.AsyncClient, world: World, session: AsyncSession, write: str
) -> None:
    statement = await make_statement(session)
    await make_silence(session, statement)
    await say(client, world, statement.id, "/object", reason="Paragraph 2 goes too far.")

    with pytest.raises(IntegrityError) as refused:
        await session.exec(text(write))  # type: ignore[call-overload]

    assert isinstance(refused.value.orig, psycopg.errors.IntegrityError)
    assert "written once and kept" in str(refused.value.orig)


async def test_recalled_silence_adopts_nothing(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    statement = await make_statement(session)
    await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat())

    recalled = await say(client, world, statement.id, "/recall", "slv", reason="A paragraph is missing.")
    clock.set_to(UNTIL + timedelta(days=1))

    assert recalled.json()["rounds"][0]["recall_reason"] == "A paragraph is missing."
    assert (await ask(client, world, f"/statements/{statement.id}"))["status"] == "drafting"
    assert await letters(session, LetterKind.SILENCE_RECALLED)


async def test_silence_lasts_the_least_time_and_closed_offices_are_pointed_out(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    clock.set_to(NOW.replace(month=12, day=23))

    refused = await say(client, world, statement.id, "", "secretariat", version=1, until="2026-12-26T08:59:59Z")
    looked_at = await client.get(
        f"/statements/{statement.id}/silence/check",
        params={"until": "2026-12-26T09:00:00Z"},
        headers=world.headers("secretariat"),
    )

    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/until")
    assert refused.json()["errors"][0]["detail"] == "Silence is kept for at least 72 hours: give a later end."
    assert (looked_at.json()["hours"], looked_at.json()["is_long_enough"]) == (72.0, True)
    assert {"day": "2026-12-25", "kind": "holiday"} in looked_at.json()["warnings"]
    assert {"day": "2026-12-26", "kind": "weekend"} in looked_at.json()["warnings"]


async def test_letters_open_remind_the_silent_and_tell_of_adoption_once_each(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["ken"].language = Language.FRENCH
    session.add(world.people["ken"])
    statement = await make_statement(session)
    await say(client, world, statement.id, "", "mar", version=1, until=UNTIL.isoformat())
    await say(client, world, statement.id, "/join", "ken")

    clock.set_to(UNTIL - timedelta(hours=24))
    for _ in range(2):
        await remind_the_silent(session)
    clock.set_to(UNTIL)
    for _ in range(2):
        await tell_of_adoption(session)

    opened = {mail.address: mail for mail in await letters(session, LetterKind.SILENCE_OPENED)}
    assert opened["ken@example.org"].subject.startswith("Procédure d’accord tacite jusqu’au vendredi 27 novembre 2026")
    reminded = [mail.address for mail in await letters(session, LetterKind.SILENCE_REMINDER)]
    assert "ken@example.org" not in reminded
    assert len(reminded) == len(set(reminded)) == len(opened) - 1
    assert len(await letters(session, LetterKind.STATEMENT_ADOPTED)) == len(opened)


async def test_the_secretariat_objects_on_behalf_and_it_is_recorded_as_such(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await make_silence(session, statement)

    unnamed = await say(client, world, statement.id, "/object", "secretariat", reason="By note verbale.")
    another = await say(client, world, statement.id, "/object", reason="For them.", champion="PRT")
    given = await say(client, world, statement.id, "/object", "secretariat", reason="By note verbale.", champion="PRT")

    assert (unnamed.status_code, another.status_code, given.status_code) == (422, 403, 200)
    entry = given.json()["rounds"][0]["entries"][0]
    assert (entry["champion"]["iso3"], entry["is_on_behalf"]) == ("PRT", True)
    noted = await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "statement.silence_object"))
    assert noted.one().on_behalf_of_id == world.champions["PRT"].id


async def test_the_certificate_tells_each_round_to_the_second(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statement = await make_statement(session)
    await make_silence(session, statement)
    await say(client, world, statement.id, "/object", reason="Paragraph 2 goes too far.")

    answer = await client.get(f"/statements/{statement.id}/silence/certificate", headers=world.headers("ken"))

    assert answer.headers["content-type"] == "application/pdf"
    read = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())
    assert "Round 1" in read
    assert "2026-11-24 09:00:00" in read
    assert "Paragraph 2 goes too far." in read


async def letters(session: AsyncSession, kind: LetterKind) -> list[Mail]:
    return list((await session.exec(select(Mail).where(col(Mail.kind) == kind).order_by(col(Mail.address)))).all())
