"""The finder over HTTP: ranked with reasons, set aside until something is new, written to, and followed up once."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.collaboration.mails import ask_what_came_of_it
from api.notifications.models import Mail
from api.platform import clock
from api.practices.models import PracticeStatus
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.collaboration import make_contact, make_need
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

LETTER = {"other": "SLV", "subject": "Legal identity: may we learn from you?", "text": "Could we talk?\nNext week?"}


@pytest.fixture
async def work(session: AsyncSession, world: World) -> World:
    """Kenya seeks something for 4; El Salvador has a practice for it; Portugal is open for partners on 3."""
    champions = world.champions
    champions["KEN"].objectives = [3, 4]
    session.add_all(champions.values())
    await make_need(session, champions["KEN"])
    await make_practice(session, champions["SLV"], status=PracticeStatus.PUBLISHED, objectives_primary=[4])
    await make_activity(session, champions["PRT"], objectives=[3], is_open_for_partners=True)
    return world


async def suggested(client: httpx.AsyncClient, world: World, who: str = "ken", champion: str = "KEN") -> Any:
    answer = await client.get(f"/collaboration/suggestions?champion={champion}", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_suggestions_are_ranked_and_each_says_why(client: httpx.AsyncClient, work: World) -> None:
    told = await suggested(client, work)

    assert [item["champion"]["iso3"] for item in told["items"]] == ["SLV", "PRT"]
    first, second = told["items"]
    assert [(reason["kind"], reason["basis"], reason["objective"]) for reason in first["reasons"]] == [
        ("learn_from", "need", 4)
    ]
    assert first["reasons"][0]["own"]["kind"] == "need"
    assert first["reasons"][0]["theirs"]["title"] == "Pre-departure information in district offices"
    assert first["actions"] == ["contact", "dismiss"]
    assert [reason["kind"] for reason in second["reasons"]] == ["open_invitation"]
    assert (first["score"], second["score"]) == (6, 4)


async def test_the_number_of_statements_does_not_grow(
    client: httpx.AsyncClient, work: World, session: AsyncSession, statements: list[str]
) -> None:
    await suggested(client, work)
    sent = len(statements)
    for champion in work.champions.values():
        await make_activity(session, champion, participants=(), objectives=[4])
        await make_need(session, champion, 9)
    statements.clear()

    await suggested(client, work)

    assert len(statements) == sent


async def test_another_member_reads_them_without_what_is_the_champions_own(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    await client.post("/collaboration/dismissals", json={"other": "SLV"}, headers=work.headers("ken"))
    await make_contact(session, work.champions["KEN"], work.champions["PRT"])

    told = await suggested(client, work, "mar")

    assert [item["champion"]["iso3"] for item in told["items"]] == ["SLV", "PRT"]
    assert told["dismissed"] == []
    assert [(item["contact"], item["actions"]) for item in told["items"]] == [(None, []), (None, [])]


@pytest.mark.parametrize(("who", "query"), [("ken", "?champion=USA"), ("ken", "?champion=XXX"), ("secretariat", "")])
async def test_it_is_for_a_champion(client: httpx.AsyncClient, world: World, who: str, query: str) -> None:
    answer = await client.get(f"/collaboration/suggestions{query}", headers=world.headers(who))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "champion"


async def test_what_is_set_aside_comes_back_only_with_something_new(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    headers = work.headers("ken")
    body = {"other": "SLV", "reason": "We talk already."}
    dismissed = await client.post("/collaboration/dismissals", json=body, headers=headers)
    aside = await suggested(client, work)
    await make_practice(session, work.champions["SLV"], status=PracticeStatus.PUBLISHED, objectives_primary=[3])
    back = await suggested(client, work)

    assert dismissed.status_code == 201, dismissed.text
    assert [item["champion"]["iso3"] for item in aside["items"]] == ["PRT"]
    assert [(item["champion"]["iso3"], item["reason"]) for item in aside["dismissed"]] == [("SLV", "We talk already.")]
    [returned] = [item for item in back["items"] if item["champion"]["iso3"] == "SLV"]
    assert [(reason["objective"], reason["is_new"]) for reason in returned["reasons"]] == [(4, False), (3, True)]


async def test_a_suggestion_set_aside_is_taken_up_again(client: httpx.AsyncClient, work: World) -> None:
    headers = work.headers("ken")
    await client.post("/collaboration/dismissals", json={"other": "SLV"}, headers=headers)
    [aside] = (await suggested(client, work))["dismissed"]

    undone = await client.delete(f"/collaboration/dismissals/{aside['id']}", headers=headers)

    assert undone.status_code == 204
    assert [item["champion"]["iso3"] for item in (await suggested(client, work))["items"]] == ["SLV", "PRT"]


async def test_what_is_not_suggested_is_not_set_aside(client: httpx.AsyncClient, work: World) -> None:
    answer = await client.post("/collaboration/dismissals", json={"other": "BGD"}, headers=work.headers("ken"))

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/other")


async def test_a_letter_goes_to_the_others_people_with_a_copy_to_the_secretariat(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    written = await client.post("/collaboration/contacts", json=LETTER, headers=work.headers("ken"))

    assert written.status_code == 201, written.text
    mails = (await session.exec(select(Mail).order_by(col(Mail.address)))).all()
    assert [(mail.address, mail.subject) for mail in mails] == [
        ("officer@example.org", f"Copy: Kenya to El Salvador: {LETTER['subject']}"),
        ("slv@example.org", f"Kenya writes to you: {LETTER['subject']}"),
    ]
    told = mails[1].letter["paragraphs"]
    assert told[1:3] == ["Could we talk?", "Next week?"]
    assert told[3] == "Please answer Focal point of KEN directly: ken@example.org"
    [entry] = (await session.exec(select(AuditEntry).where(AuditEntry.action == "collaboration.contacted"))).all()
    assert entry.after["text"] == LETTER["text"]
    [first, _] = (await suggested(client, work))["items"]
    assert (first["contact"]["id"], first["actions"]) == (written.json()["id"], ["dismiss"])


@pytest.mark.parametrize("other", ["KEN", "USA", "LUX"])
async def test_one_writes_to_another_champion_that_has_people(
    client: httpx.AsyncClient, work: World, session: AsyncSession, other: str
) -> None:
    work.people["lux"].ended_at = NOW
    session.add(work.people["lux"])
    await session.commit()

    answer = await client.post("/collaboration/contacts", json=LETTER | {"other": other}, headers=work.headers("ken"))

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/other")
    assert (await session.exec(select(Mail))).all() == []


async def test_who_has_written_says_first_what_came_of_it(client: httpx.AsyncClient, work: World) -> None:
    headers = work.headers("ken")
    first = await client.post("/collaboration/contacts", json=LETTER, headers=headers)
    again = await client.post("/collaboration/contacts", json=LETTER, headers=headers)
    path = f"/collaboration/contacts/{first.json()['id']}/follow-up"
    told = await client.post(path, json={"outcome": "nothing"}, headers=headers)
    later = await client.post("/collaboration/contacts", json=LETTER, headers=headers)

    assert (again.status_code, again.json()["errors"][0]["pointer"]) == (409, "/other")
    assert told.status_code == 200, told.text
    assert later.status_code == 201


async def test_a_letter_is_seen_by_the_two_and_by_the_secretariat(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    written = await make_contact(session, work.champions["KEN"], work.champions["SLV"])

    answers = {
        who: await client.get(f"/collaboration/contacts/{written.id}", headers=work.headers(who))
        for who in ("ken", "slv", "prt", "secretariat")
    }

    assert [answer.status_code for answer in answers.values()] == [200, 200, 404, 200]
    assert [answers[who].json()["actions"] for who in ("ken", "slv")] == [["follow-up"], []]
    told = await client.post(
        f"/collaboration/contacts/{written.id}/follow-up", json={"outcome": "nothing"}, headers=work.headers("slv")
    )
    assert told.status_code == 403


async def test_it_came_to_an_activity_which_stays_named_when_it_is_deleted(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    headers = work.headers("ken")
    written = await make_contact(session, work.champions["KEN"], work.champions["SLV"])
    activity = await make_activity(session, work.champions["KEN"], title="Webinar on legal identity")
    path = f"/collaboration/contacts/{written.id}/follow-up"

    without = await client.post(path, json={"outcome": "activity"}, headers=headers)
    talking = await client.post(path, json={"outcome": "talking"}, headers=headers)
    came = await client.post(path, json={"outcome": "activity", "activity_id": str(activity.id)}, headers=headers)
    after = await client.post(path, json={"outcome": "nothing"}, headers=headers)

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/activity_id")
    assert talking.json()["actions"] == ["follow-up"]
    assert (came.status_code, came.json()["activity_title"]) == (200, "Webinar on legal identity")
    assert came.json()["actions"] == []
    assert after.status_code == 409


async def test_after_a_month_the_writer_is_asked_once_and_only_where_nothing_was_told(
    work: World, session: AsyncSession
) -> None:
    champions = work.champions
    await make_contact(session, champions["KEN"], champions["SLV"])
    await make_contact(session, champions["KEN"], champions["PRT"], outcome="talking", answered_at=NOW)
    await make_contact(session, champions["KEN"], champions["BGD"], written_at=NOW)

    for _ in range(2):
        await ask_what_came_of_it(session)
        await session.commit()

    [mail] = (await session.exec(select(Mail))).all()
    assert (mail.address, mail.subject) == ("ken@example.org", "What came of your letter to El Salvador?")
    clock.set_to(NOW + timedelta(days=31))
    await ask_what_came_of_it(session)
    await session.commit()
    assert len((await session.exec(select(Mail))).all()) == 2


async def test_a_need_is_said_read_by_members_and_taken_back(client: httpx.AsyncClient, work: World) -> None:
    body = {"kind": "offers", "objective": 4, "sentence": "Two weeks with our registrars."}
    said = await client.post("/collaboration/needs", json=body, headers=work.headers("slv"))
    twice = await client.post("/collaboration/needs", json=body, headers=work.headers("slv"))
    listed = await client.get("/collaboration/needs?objective=4&kind=offers", headers=work.headers("prt"))
    others = await client.delete(f"/collaboration/needs/{said.json()['id']}", headers=work.headers("prt"))
    reasons = (await suggested(client, work))["items"][0]["reasons"]
    own = await client.delete(f"/collaboration/needs/{said.json()['id']}", headers=work.headers("slv"))

    assert said.status_code == 201, said.text
    assert (twice.status_code, twice.json()["errors"][0]["pointer"]) == (409, "/sentence")
    assert [(need["sentence"], need["actions"]) for need in listed.json()["items"]] == [(body["sentence"], [])]
    assert reasons[0]["theirs"]["title"] == body["sentence"]
    assert (others.status_code, own.status_code) == (403, 204)
