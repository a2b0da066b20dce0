"""Invitations and password resets: one link, one use, a limited time."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.identity import rules
from api.identity.models import LinkPurpose, OneTimeLink
from api.platform import clock
from tests.conftest import NOW
from tests.factories.people import PASSWORD, give_password, make_link, make_person
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ANOTHER = "nine hills and one lighthouse"


async def redeemed(client: httpx.AsyncClient, token: str, password: str = ANOTHER) -> httpx.Response:
    return await client.post(f"/auth/one-time-links/{token}/redeem", json={"password": password})


async def signed_in(client: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await client.post("/auth/token", data={"username": email, "password": password})


async def test_whoever_is_invited_chooses_a_password_and_signs_in(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    person = await make_person(session, champion=world.champions["KEN"])
    token = await make_link(session, person)

    link = (await client.get(f"/auth/one-time-links/{token}")).json()
    answer = await redeemed(client, token)

    assert (link["purpose"], link["email"], link["champion"]["iso3"]) == ("invitation", person.email, "KEN")
    assert answer.status_code == 204
    assert (await signed_in(client, person.email, ANOTHER)).status_code == 200
    entry = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "person.password-set"))).one()
    assert (entry.person_id, entry.after) == (person.id, {})


async def test_a_link_works_once(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    token = await make_link(session, await make_person(session))

    first = await redeemed(client, token)
    second = await redeemed(client, token, "a thief's own password")

    assert (first.status_code, second.status_code) == (204, 404)
    assert (await client.get(f"/auth/one-time-links/{token}")).status_code == 404


@pytest.mark.parametrize(
    ("purpose", "lasts"),
    [(LinkPurpose.INVITATION, timedelta(days=14)), (LinkPurpose.PASSWORD_RESET, timedelta(hours=4))],
)
async def test_a_link_expires(
    client: httpx.AsyncClient, session: AsyncSession, world: World, purpose: LinkPurpose, lasts: timedelta
) -> None:
    token = await make_link(session, await make_person(session), purpose)

    clock.set_to(NOW + lasts - timedelta(seconds=1))
    in_time = await client.get(f"/auth/one-time-links/{token}")
    clock.set_to(NOW + lasts)
    too_late = await redeemed(client, token)

    assert (in_time.status_code, too_late.status_code) == (200, 404)


async def test_a_short_password_leaves_the_link_unused(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    token = await make_link(session, await make_person(session))

    short = await redeemed(client, token, "elevensigns")

    assert short.json()["errors"][0]["pointer"] == "/password"
    assert (await redeemed(client, token)).status_code == 204


async def test_a_guessed_or_malformed_link_is_refused(client: httpx.AsyncClient, world: World) -> None:
    assert (await redeemed(client, "x" * 43)).status_code == 404
    assert (await redeemed(client, "short")).status_code == 422


async def test_a_reset_ends_every_session_and_the_old_password(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    person = await make_person(session, password=PASSWORD)
    await signed_in(client, person.email, PASSWORD)
    token = await make_link(session, person, LinkPurpose.PASSWORD_RESET)

    await redeemed(client, token)

    assert (await client.post("/auth/refresh")).status_code == 401
    assert (await signed_in(client, person.email, PASSWORD)).status_code == 401
    assert (await signed_in(client, person.email, ANOTHER)).status_code == 200


async def test_only_the_hash_of_a_link_is_kept(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    token = await make_link(session, await make_person(session))

    kept = (await session.exec(select(OneTimeLink))).one()

    assert token not in repr(kept.model_dump())


async def test_asking_for_a_new_password_tells_nobody_who_has_an_account(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    await give_password(session, world.people["ken"])

    known = await client.post("/auth/password-reset-requests", json={"email": "KEN@example.org"})
    unknown = await client.post("/auth/password-reset-requests", json={"email": "nobody@example.org"})

    assert (known.status_code, known.content) == (202, b"null")
    assert (unknown.status_code, unknown.content) == (202, b"null")
    links = (await session.exec(select(OneTimeLink))).all()
    assert [link.person_id for link in links] == [world.person_id("ken")]


async def test_nobodys_mailbox_is_flooded_with_reset_links(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    async def link() -> str:
        await client.post("/auth/password-reset-requests", json={"email": "ken@example.org"})
        session.expire_all()
        return (await session.exec(select(OneTimeLink))).one().token_hash

    hashes = [await link() for _ in range(rules.RESETS_A_QUARTER_HOUR + 2)]
    clock.set_to(NOW + rules.GUESS_WINDOW)
    later = await link()

    assert len(set(hashes)) == rules.RESETS_A_QUARTER_HOUR
    assert later not in hashes
