"""What surrounds every request: an id to quote, and headers that keep browsers safe."""

import httpx
import pytest

from api.platform import middleware
from api.platform.middleware import SAFE_HEADERS

pytestmark = pytest.mark.anyio


async def test_a_request_id_is_given_back(client: httpx.AsyncClient) -> None:
    answer = await client.get("/practices", headers={"X-Request-ID": "from-the-proxy.1"})

    assert answer.headers["x-request-id"] == "from-the-proxy.1"


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "with space in it", "new\u00e9line", "<script>alert</script>"]
)
async def test_what_is_no_request_id_is_replaced(client: httpx.AsyncClient, given: str) -> None:
    answer = await client.get("/practices", headers={"X-Request-ID": given.encode("latin-1")})

    assert answer.headers["x-request-id"] != given
    assert len(answer.headers["x-request-id"]) == 32


async def test_a_problem_quotes_the_request_id(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nowhere", headers={"X-Request-ID": "0197f5c2"})

    assert answer.json()["request_id"] == "0197f5c2"


@pytest.mark.parametrize("path", ["/practices", "/nowhere"])
async def test_every_answer_has_the_safe_headers(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    assert SAFE_HEADERS.items() <= {name.title(): value for name, value in answer.headers.items()}.items() | {
        (name, answer.headers[name]) for name in SAFE_HEADERS
    }


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/answer-links/{}",
        "/api/v1/auth/one-time-links/{}/redeem",
        "/calendars/{}.ics",
        "/reset-password/{}",
        "/answer/{}",
    ],
)
def test_what_lets_its_holder_in_is_not_in_the_log(path: str) -> None:
    assert "secret" not in middleware._without_secrets(path.format("secret"))
