"""People over HTTP: who administers whose account, and how."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.identity.models import Standing
from tests.conftest import NOW
from tests.factories.people import make_link, make_person
from tests.factories.world import World

pytestmark = pytest.mark.anyio

AMINA = {"email": "Amina.Diallo@Example.org", "name": "Amina Diallo"}


async def invited(client: httpx.AsyncClient, headers: dict[str, str], **fields: Any) -> httpx.Response:
    return await client.post("/people", json=AMINA | fields, headers=headers)


async def test_the_secretariat_sees_everybody_and_a_lead_only_its_own_people(
    client: httpx.AsyncClient, world: World
) -> None:
    everybody = (await client.get("/people", headers=world.headers("secretariat"))).json()["items"]
    own = (await client.get("/people", headers=world.headers("mar"))).json()["items"]

    assert len(everybody) == len(world.people)
    assert [person["name"] for person in own] == ["Colleague of MAR", "Focal point of MAR"]


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("mar_colleague", 403)])
async def test_who_leads_nobody_reads_no_accounts(
    client: httpx.AsyncClient, world: World, who: str, status: int
) -> None:
    listed = await client.get("/people", headers=world.headers(who))
    read = await client.get(f"/people/{world.person_id('mar')}", headers=world.headers(who))

    assert (listed.status_code, read.status_code) == (status, status)


async def test_another_champions_person_is_not_found(client: httpx.AsyncClient, world: World) -> None:
    path = f"/people/{world.person_id('ken')}"

    read = await client.get(path, headers=world.headers("mar"))
    changed = await client.patch(path, json={"job_title": "A"}, headers=world.headers("mar") | {"If-Match": "*"})
    ended = await client.post(f"{path}/end", headers=world.headers("mar"))

    assert (read.status_code, changed.status_code, ended.status_code) == (404, 404, 404)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"standing": "observer"}, ["Observer"]),
        ({"champion": "MAR"}, ["Colleague of MAR", "Focal point of MAR"]),
        ({"q": "OFFICER@"}, ["Secretariat officer"]),
        ({"q": "of ken"}, ["Focal point of KEN"]),
        ({"q": "100%"}, []),
        ({"has_ended": "true"}, ["Gone"]),
        ({"standing": "focal_point", "champion": "KEN", "has_ended": "false"}, ["Focal point of KEN"]),
    ],
)
async def test_people_are_found_by_standing_champion_state_and_name(
    client: httpx.AsyncClient, world: World, session: AsyncSession, filters: dict[str, str], names: list[str]
) -> None:
    await make_person(session, "Gone", champion=world.champions["KEN"], ended_at=NOW)

    found = await client.get("/people", params=filters, headers=world.headers("secretariat"))

    assert [person["name"] for person in found.json()["items"]] == names


async def test_the_list_pages_in_the_order_asked_for(client: httpx.AsyncClient, world: World) -> None:
    headers, names, cursor = world.headers("secretariat"), [], None

    while cursor or not names:
        page = await client.get(
            "/people", params={"sort": "-name", "limit": 4} | ({"cursor": cursor} if cursor else {}), headers=headers
        )
        names += [person["name"] for person in page.json()["items"]]
        cursor = page.json()["next"]

    assert names == sorted((person.name for person in world.people.values()), reverse=True)


async def test_no_answer_holds_a_password(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    person = await make_person(session, champion=world.champions["MAR"], password="four seas and one harbour")
    headers = world.headers("secretariat")

    answers = [
        await client.get(f"/people/{person.id}", headers=headers),
        await client.get("/people", headers=headers),
        await client.patch(f"/people/{person.id}", json={"phone": "1"}, headers=headers | {"If-Match": "*"}),
        await client.post(f"/people/{person.id}/end", headers=headers),
    ]

    assert all(answer.status_code == 200 for answer in answers)
    assert not [answer.text for answer in answers if "password_hash" in answer.text or "argon2" in answer.text]
    entries = (await session.exec(select(AuditEntry).where(col(AuditEntry.record_id) == person.id))).all()
    assert entries
    assert not [entry for entry in entries if "argon2" in f"{entry.before}{entry.after}"]


async def test_an_invitation_makes_an_account_and_shows_its_link_once(client: httpx.AsyncClient, world: World) -> None:
    answer = await invited(client, world.headers("secretariat"), champion="KEN", duty_station="geneva", language="fr")

    assert answer.status_code == 201, answer.text
    person = answer.json()
    assert (person["email"], person["standing"]) == ("amina.diallo@example.org", "focal_point")
    assert person["champion"]["iso3"] == "KEN"
    assert person["has_signed_in"] is False
    assert person["is_mailed"] is False
    assert person["one_time_link"].startswith("http://127.0.0.1:8000/invitation/")
    assert "invitation" in person["actions"]
    read = (await client.get(f"/people/{person['id']}", headers=world.headers("secretariat"))).json()
    assert "one_time_link" not in read
    assert read["invitation_expires_at"] == person["link_expires_at"]
    token = person["one_time_link"].rsplit("/", 1)[1]
    assert (await client.get(f"/auth/one-time-links/{token}")).json()["name"] == "Amina Diallo"


async def test_the_answer_with_the_link_is_not_kept_for_a_repeated_request(
    client: httpx.AsyncClient, world: World
) -> None:
    headers = world.headers("secretariat") | {"Idempotency-Key": "the-same-twice"}

    first = await invited(client, headers, champion="KEN")
    again = await invited(client, headers, champion="KEN")

    assert (first.status_code, again.status_code) == (201, 409)
    assert "one_time_link" not in again.text


async def test_a_lead_focal_point_invites_for_its_own_champion(client: httpx.AsyncClient, world: World) -> None:
    own = await invited(client, world.headers("mar"))
    foreign = await invited(client, world.headers("mar"), email="b@example.org", champion="KEN")
    officer = await invited(client, world.headers("mar"), email="c@example.org", standing="secretariat")
    observer = await invited(client, world.headers("mar"), email="d@example.org", standing="observer")

    assert own.json()["champion"]["iso3"] == "MAR"
    assert [answer.status_code for answer in (foreign, officer, observer)] == [403, 403, 403]


async def test_a_focal_point_who_does_not_lead_invites_nobody(client: httpx.AsyncClient, world: World) -> None:
    assert (await invited(client, world.headers("mar_colleague"))).status_code == 403


@pytest.mark.parametrize(
    ("fields", "status", "pointer"),
    [
        ({}, 422, "/champion"),
        ({"champion": "ECU"}, 422, "/champion"),
        ({"champion": "XXX"}, 422, "/champion"),
        ({"standing": "observer", "champion": "KEN"}, 422, "/champion"),
        ({"standing": "observer", "is_lead": True}, 422, "/is_lead"),
        ({"champion": "KEN", "email": "nobody"}, 422, "/email"),
        ({"champion": "KEN", "email": "officer@example.org"}, 409, "/email"),
        ({"champion": "KEN", "name": ""}, 422, "/name"),
        ({"champion": "KEN", "time_zone": "Mars/Olympus"}, 422, "/time_zone"),
        ({"champion": "KEN", "job_title": "x" * 201}, 422, "/job_title"),
        ({"champion": "KEN", "password_hash": "x"}, 422, "/password_hash"),
    ],
)
async def test_an_invitation_that_cannot_be_says_which_field_to_mend(
    client: httpx.AsyncClient, world: World, fields: dict[str, Any], status: int, pointer: str
) -> None:
    answer = await invited(client, world.headers("secretariat"), **fields)

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_the_secretariat_changes_everything_and_a_lead_only_what_is_not_a_right(
    client: httpx.AsyncClient, world: World
) -> None:
    path = f"/people/{world.person_id('mar_colleague')}"

    by_lead = await client.patch(
        path, json={"is_lead": True, "job_title": "Counsellor"}, headers=world.headers("mar") | {"If-Match": '"1"'}
    )
    refused = [
        await client.patch(path, json=change, headers=world.headers("mar") | {"If-Match": "*"})
        for change in ({"email": "thief@example.org"}, {"standing": "observer"}, {"champion": "KEN"})
    ]
    moved = await client.patch(
        path,
        json={"champion": "KEN", "email": "new@example.org"},
        headers=world.headers("secretariat") | {"If-Match": "*"},
    )

    assert by_lead.status_code == 200, by_lead.text
    assert (by_lead.json()["is_lead"], by_lead.json()["job_title"]) == (True, "Counsellor")
    assert [answer.status_code for answer in refused] == [403, 403, 403]
    assert (moved.json()["champion"]["iso3"], moved.json()["email"]) == ("KEN", "new@example.org")


async def test_a_focal_point_who_becomes_an_observer_acts_for_no_champion(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/people/{world.person_id('mar')}", world.headers("secretariat") | {"If-Match": "*"}

    observer = await client.patch(path, json={"standing": "observer"}, headers=headers)
    champion_missing = await client.patch(path, json={"standing": "focal_point"}, headers=headers)

    assert (observer.json()["champion"], observer.json()["is_lead"]) == (None, False)
    assert champion_missing.json()["errors"][0]["pointer"] == "/champion"


async def test_a_change_without_if_match_or_with_a_stale_one_is_refused(
    client: httpx.AsyncClient, world: World
) -> None:
    path, headers = f"/people/{world.person_id('ken')}", world.headers("secretariat")

    without = await client.patch(path, json={"phone": "1"}, headers=headers)
    first = await client.patch(path, json={"phone": "1"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"phone": "2"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)


async def test_an_ended_person_is_refused_at_once(client: httpx.AsyncClient, world: World) -> None:
    path, token = f"/people/{world.person_id('mar_colleague')}", world.headers("mar_colleague")
    before = await client.get("/me", headers=token)

    ended = await client.post(f"{path}/end", json={"reason": "Left the mission."}, headers=world.headers("mar"))

    assert before.status_code == 200
    assert ended.json()["ended_at"] == "2026-11-24T09:00:00Z"
    assert "reinstate" in ended.json()["actions"]
    assert (await client.get("/me", headers=token)).status_code == 401
    reinstated = await client.post(f"{path}/reinstate", headers=world.headers("mar"))
    assert reinstated.json()["ended_at"] is None
    assert (await client.get("/me", headers=token)).status_code == 200


async def test_ending_an_account_stops_its_invitation(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    person = await make_person(session, champion=world.champions["MAR"])
    token = await make_link(session, person)

    await client.post(f"/people/{person.id}/end", headers=world.headers("mar"))
    await client.post(f"/people/{person.id}/reinstate", headers=world.headers("mar"))

    assert (await client.get(f"/auth/one-time-links/{token}")).status_code == 404


async def test_a_new_address_stops_the_links_sent_to_the_old_one(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    person = await make_person(session, champion=world.champions["MAR"])
    token = await make_link(session, person)

    await client.patch(
        f"/people/{person.id}",
        json={"email": "right@example.org"},
        headers=world.headers("secretariat") | {"If-Match": "*"},
    )

    assert (await client.get(f"/auth/one-time-links/{token}")).status_code == 404


async def test_an_account_ends_once(client: httpx.AsyncClient, world: World) -> None:
    path, headers = f"/people/{world.person_id('ken')}", world.headers("secretariat")

    not_ended = await client.post(f"{path}/reinstate", headers=headers)
    await client.post(f"{path}/end", headers=headers)
    again = await client.post(f"{path}/end", headers=headers)

    assert (not_ended.status_code, again.status_code) == (409, 409)


@pytest.mark.parametrize("who", ["secretariat", "mar"])
async def test_nobody_ends_their_own_account(client: httpx.AsyncClient, world: World, who: str) -> None:
    path, headers = f"/people/{world.person_id(who)}", world.headers(who)

    person = (await client.get(path, headers=headers)).json()
    answer = await client.post(f"{path}/end", headers=headers)

    assert "end" not in person["actions"]
    assert answer.status_code == 409


async def test_the_last_officer_stays_an_officer(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    """Two officers who end each other at the same instant: whoever comes second finds the other one gone."""
    second = await make_person(session, "Second officer", standing=Standing.SECRETARIAT)
    path, headers = f"/people/{world.person_id('secretariat')}", world.headers("secretariat")

    own_standing = await client.patch(path, json={"standing": "observer"}, headers=headers | {"If-Match": "*"})
    other = await client.post(f"/people/{second.id}/end", headers=headers)

    assert own_standing.status_code == 409
    assert other.status_code == 200


async def test_a_new_invitation_replaces_the_old_one(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    person = await make_person(session, champion=world.champions["MAR"])
    old = await make_link(session, person)

    answer = await client.post(f"/people/{person.id}/invitation", headers=world.headers("mar"))

    new = answer.json()["one_time_link"].rsplit("/", 1)[1]
    assert (await client.get(f"/auth/one-time-links/{old}")).status_code == 404
    assert (await client.get(f"/auth/one-time-links/{new}")).status_code == 200


async def test_who_has_a_password_gets_a_reset_instead_of_an_invitation_and_only_from_the_secretariat(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    person = await make_person(session, champion=world.champions["MAR"], password="four seas and one harbour")

    invitation = await client.post(f"/people/{person.id}/invitation", headers=world.headers("mar"))
    by_lead = await client.post(f"/people/{person.id}/password-reset", headers=world.headers("mar"))
    by_officer = await client.post(f"/people/{person.id}/password-reset", headers=world.headers("secretariat"))

    assert (invitation.status_code, by_lead.status_code, by_officer.status_code) == (409, 403, 200)
    assert "/reset-password/" in by_officer.json()["one_time_link"]


async def test_what_has_ended_gets_no_link(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    person = await make_person(session, champion=world.champions["MAR"], ended_at=NOW)

    answer = await client.post(f"/people/{person.id}/invitation", headers=world.headers("secretariat"))

    assert answer.status_code == 409


async def test_an_unknown_person_is_not_found(client: httpx.AsyncClient, world: World) -> None:
    assert (await client.get(f"/people/{uuid4()}", headers=world.headers("secretariat"))).status_code == 404


async def test_every_write_leaves_who_did_it_for_whom(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    path = f"/people/{world.person_id('mar_colleague')}"

    await client.post(f"{path}/end", json={"reason": "Left the mission."}, headers=world.headers("secretariat"))

    entry = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "person.end"))).one()
    assert entry.person_name == "Secretariat officer"
    assert entry.on_behalf_of_id == world.champions["MAR"].id
    assert entry.reason == "Left the mission."
    assert set(entry.after) == {"ended_at"}
