"""Signing in and out, and how guessing and stolen copies are kept off."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity import passwords, rules
from api.platform import clock
from tests.conftest import NOW
from tests.factories.people import PASSWORD, give_password, make_person
from tests.factories.world import World

pytestmark = pytest.mark.anyio

COOKIE = "champions_refresh"
SIGN_IN_AGAIN = "/auth/refresh"


@pytest.fixture
async def ken(session: AsyncSession, world: World) -> str:
    """The address of somebody who can sign in with ``PASSWORD``."""
    await give_password(session, world.people["ken"])
    return world.people["ken"].email


async def signed_in(client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> httpx.Response:
    return await client.post("/auth/token", data={"username": email, "password": password})


async def refreshed_with(client: httpx.AsyncClient, cookie: str) -> httpx.Response:
    client.cookies.clear()
    return await client.post(SIGN_IN_AGAIN, headers={"Cookie": f"{COOKIE}={cookie}"})


async def test_the_right_password_opens_a_session(client: httpx.AsyncClient, ken: str) -> None:
    answer = await signed_in(client, ken)

    assert answer.status_code == 200, answer.text
    token = answer.json()
    assert (token["token_type"], token["expires_in"]) == ("bearer", 900)
    assert answer.headers["cache-control"] == "no-store"
    me = await client.get("/me", headers={"Authorization": f"Bearer {token['access_token']}"})
    assert me.json()["person"]["email"] == ken


async def test_an_address_is_the_same_in_any_case(client: httpx.AsyncClient, ken: str) -> None:
    assert (await signed_in(client, f" {ken.upper()} ")).status_code == 200


async def test_the_refresh_cookie_is_out_of_reach_of_scripts_and_other_sites(
    client: httpx.AsyncClient, ken: str
) -> None:
    answer = await signed_in(client, ken)

    name_and_value, *attributes = answer.headers["set-cookie"].split("; ")
    assert name_and_value.startswith(f"{COOKIE}=")
    assert {attribute.lower() for attribute in attributes} == {
        "httponly",
        "samesite=strict",
        "path=/api/v1/auth",
        f"max-age={30 * 24 * 3600}",
    }


async def test_the_cookie_is_secure_where_the_product_is_served_over_https(
    client: httpx.AsyncClient, app: FastAPI, ken: str
) -> None:
    app.state.settings = app.state.settings.model_copy(update={"public_url": "https://champions.example"})

    answer = await signed_in(client, ken)

    assert "Secure" in answer.headers["set-cookie"].split("; ")


async def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(client: httpx.AsyncClient, ken: str) -> None:
    wrong = await signed_in(client, ken, "a wrong password")
    unknown = await signed_in(client, "nobody@example.org")
    without_password = await signed_in(client, "officer@example.org")

    bodies = [answer.json() | {"request_id": ""} for answer in (wrong, unknown, without_password)]
    assert wrong.status_code == 401
    assert bodies == [bodies[0]] * 3
    assert "set-cookie" not in wrong.headers


async def test_after_eight_wrong_guesses_the_next_waits_a_quarter_of_an_hour(
    client: httpx.AsyncClient, ken: str
) -> None:
    guesses = [await signed_in(client, ken, f"guess {number}") for number in range(rules.GUESSES_A_QUARTER_HOUR)]
    shut_out = await signed_in(client, ken)
    clock.set_to(NOW + rules.GUESS_WINDOW)
    let_in = await signed_in(client, ken)

    assert {answer.status_code for answer in guesses} == {401}
    assert (shut_out.status_code, shut_out.headers["retry-after"]) == (429, "900")
    assert let_in.status_code == 200


async def test_guesses_at_an_account_that_is_not_there_are_slowed_down_alike(
    client: httpx.AsyncClient, ken: str
) -> None:
    for number in range(rules.GUESSES_A_QUARTER_HOUR):
        await signed_in(client, "nobody@example.org", f"guess {number}")

    assert (await signed_in(client, "nobody@example.org")).status_code == 429
    assert (await signed_in(client, ken)).status_code == 200


async def test_the_right_password_forgets_the_wrong_guesses(client: httpx.AsyncClient, ken: str) -> None:
    for _ in range(2):
        for number in range(rules.GUESSES_A_QUARTER_HOUR - 1):
            await signed_in(client, ken, f"guess {number}")
        assert (await signed_in(client, ken)).status_code == 200


async def test_guessing_many_accounts_from_one_address_is_slowed_down(
    client: httpx.AsyncClient, ken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "GUESSES_FROM_ONE_ADDRESS", 3)

    for number in range(3):
        await signed_in(client, f"guess{number}@example.org")

    assert (await signed_in(client, ken)).status_code == 429


async def test_the_longest_address_is_a_wrong_guess_and_no_error(client: httpx.AsyncClient, world: World) -> None:
    assert (await signed_in(client, "a" * 254)).status_code == 401
    assert (await signed_in(client, "a" * 255)).status_code == 422
    assert (await signed_in(client, "a\x00b")).status_code == 422


async def test_the_same_letters_typed_on_another_keyboard_are_the_same_password() -> None:
    composed, decomposed = "l’été à Genève", "l’e\u0301te\u0301 a\u0300 Gene\u0300ve"

    assert await passwords.is_right(decomposed, await passwords.hashed(composed))


async def test_each_refresh_exchanges_the_cookie_for_the_next(client: httpx.AsyncClient, ken: str) -> None:
    await signed_in(client, ken)
    first = client.cookies[COOKIE]

    answer = await client.post(SIGN_IN_AGAIN)

    assert answer.status_code == 200
    assert client.cookies[COOKIE] != first
    assert (await client.post(SIGN_IN_AGAIN)).status_code == 200


async def test_using_an_old_refresh_token_closes_the_whole_session(client: httpx.AsyncClient, ken: str) -> None:
    await signed_in(client, ken)
    stolen = client.cookies[COOKIE]
    await client.post(SIGN_IN_AGAIN)
    current = client.cookies[COOKIE]

    replayed = await refreshed_with(client, stolen)
    honest = await refreshed_with(client, current)

    assert (replayed.status_code, honest.status_code) == (401, 401)


async def test_closing_one_session_leaves_the_others_of_that_person_open(client: httpx.AsyncClient, ken: str) -> None:
    await signed_in(client, ken)
    on_the_phone = client.cookies[COOKIE]
    client.cookies.clear()
    await signed_in(client, ken)

    signed_out = await client.post("/auth/logout")

    assert signed_out.status_code == 204
    assert (await refreshed_with(client, on_the_phone)).status_code == 200


async def test_signing_out_closes_the_session_and_forgets_the_cookie(client: httpx.AsyncClient, ken: str) -> None:
    await signed_in(client, ken)
    kept = client.cookies[COOKIE]

    answer = await client.post("/auth/logout")

    assert 'champions_refresh=""' in answer.headers["set-cookie"]
    assert (await refreshed_with(client, kept)).status_code == 401


async def test_refreshing_without_a_cookie_or_with_an_unknown_one_is_refused(
    client: httpx.AsyncClient, world: World
) -> None:
    assert (await client.post(SIGN_IN_AGAIN)).status_code == 401
    assert (await refreshed_with(client, "x" * 43)).status_code == 401
    assert (await client.post("/auth/logout")).status_code == 204


async def test_a_session_that_is_not_used_for_thirty_days_has_expired(client: httpx.AsyncClient, ken: str) -> None:
    await signed_in(client, ken)
    cookie = client.cookies[COOKIE]

    clock.set_to(NOW + timedelta(days=30))

    assert (await refreshed_with(client, cookie)).status_code == 401


async def test_an_ended_person_neither_signs_in_nor_goes_on(
    client: httpx.AsyncClient, session: AsyncSession, world: World, ken: str
) -> None:
    await signed_in(client, ken)
    cookie = client.cookies[COOKIE]

    await client.post(f"/people/{world.person_id('ken')}/end", headers=world.headers("secretariat"))

    assert (await refreshed_with(client, cookie)).status_code == 401
    assert (await signed_in(client, ken)).status_code == 401


async def test_the_people_of_a_champion_that_left_are_refused_from_that_day(
    client: httpx.AsyncClient, session: AsyncSession, world: World, ken: str
) -> None:
    await signed_in(client, ken)
    cookie = client.cookies[COOKIE]
    champion = world.champions["KEN"]
    champion.left_on = NOW.date() + timedelta(days=1)
    session.add(champion)
    await session.commit()

    the_day_before = await client.get("/me", headers=world.headers("ken"))
    clock.set_to(NOW + timedelta(days=1))

    assert the_day_before.status_code == 200
    assert (await client.get("/me", headers=world.headers("ken"))).status_code == 401
    assert (await refreshed_with(client, cookie)).status_code == 401
    assert (await signed_in(client, ken)).status_code == 401


async def test_an_account_that_ends_tomorrow_works_today(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    person = await make_person(session, password=PASSWORD, ended_at=NOW + timedelta(days=1))

    assert (await signed_in(client, person.email)).status_code == 200
