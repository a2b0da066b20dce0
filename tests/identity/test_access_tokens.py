"""Access tokens: ours, unexpired, and nothing else."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from jose import jwt

from api.access import tokens
from api.platform import clock
from tests.conftest import NOW
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def status_with(client: httpx.AsyncClient, token: str) -> int:
    answer = await client.get("/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200 or answer.headers["www-authenticate"] == "Bearer"
    return answer.status_code


@pytest.fixture
def claims(world: World) -> dict[str, Any]:
    """What an honest token of KEN's focal point says."""
    issued = int(NOW.timestamp())
    return {
        "sub": str(world.person_id("ken")),
        "iss": "champions",
        "aud": "champions-api",
        "iat": issued,
        "exp": issued + 900,
    }


def signed(claims: dict[str, Any], secret: str, algorithm: str = "HS256") -> str:
    return str(jwt.encode(claims, secret, algorithm=algorithm))


async def test_an_honest_token_is_taken(client: httpx.AsyncClient, world: World, claims: dict[str, Any]) -> None:
    assert await status_with(client, signed(claims, world.secret)) == 200


async def test_a_token_expires_by_the_products_clock(client: httpx.AsyncClient, world: World) -> None:
    token = tokens.issue(world.person_id("ken"), secret=world.secret, minutes=15)

    clock.set_to(NOW + timedelta(minutes=15, seconds=-1))
    in_time = await status_with(client, token)
    clock.set_to(NOW + timedelta(minutes=15))

    assert (in_time, await status_with(client, token)) == (200, 401)


async def test_a_token_signed_with_another_key_is_refused(client: httpx.AsyncClient, claims: dict[str, Any]) -> None:
    assert await status_with(client, signed(claims, "another key of more than 32 characters")) == 401


async def test_a_token_that_is_not_signed_is_refused(client: httpx.AsyncClient, claims: dict[str, Any]) -> None:
    """``alg: none`` (RFC 8725, 3.1)."""
    payload = signed(claims, "any").split(".")[1]
    header = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"

    assert [await status_with(client, f"{header}.{payload}.{end}") for end in ("", "x")] == [401, 401]


async def test_a_token_signed_with_another_algorithm_is_refused(
    client: httpx.AsyncClient, world: World, claims: dict[str, Any]
) -> None:
    assert await status_with(client, signed(claims, world.secret, "HS512")) == 401


@pytest.mark.parametrize(
    "change",
    [
        {"aud": "another-api"},
        {"iss": "somebody-else"},
        {"sub": "not-a-key"},
        {"sub": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"},
        {"exp": "soon"},
        {"exp": None},
    ],
)
async def test_a_token_for_somebody_or_something_else_is_refused(
    client: httpx.AsyncClient, world: World, claims: dict[str, Any], change: dict[str, Any]
) -> None:
    assert await status_with(client, signed(claims | change, world.secret)) == 401


@pytest.mark.parametrize("missing", ["sub", "aud", "iss", "exp"])
async def test_a_token_that_leaves_something_out_is_refused(
    client: httpx.AsyncClient, world: World, claims: dict[str, Any], missing: str
) -> None:
    assert await status_with(client, signed({k: v for k, v in claims.items() if k != missing}, world.secret)) == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic a2VuOmtlbg==", "Bearer a.b.c", "Bearer é"])
async def test_an_authorization_that_is_no_token_is_refused_even_where_anyone_may_read(
    client: httpx.AsyncClient, world: World, header: str
) -> None:
    answer = await client.get("/practices", headers={"Authorization": header.encode()})

    assert answer.status_code == 401


async def test_no_token_is_written_into_a_log_or_a_link(app: FastAPI, client: httpx.AsyncClient, world: World) -> None:
    """Tokens travel in the header only: one in the address is no sign-in."""
    token = world.headers("ken")["Authorization"].removeprefix("Bearer ")

    answer = await client.get("/me", params={"access_token": token})

    assert answer.status_code == 401
