"""Whatever goes wrong is a problem that says what, and how to mend it."""

import httpx
import pytest
from fastapi import FastAPI

from api.main import create_app
from api.platform.problems import Problem, constraint_explanations
from api.settings import Settings
from tests.factories.world import World

pytestmark = pytest.mark.anyio


def _is_problem(answer: httpx.Response, status: int, slug: str) -> None:
    body = answer.json()
    assert answer.status_code == body["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert body["type"] == f"urn:champions:problem:{slug}"
    assert body["detail"].endswith((".", "errors."))
    assert body["request_id"] == answer.headers["x-request-id"]


async def test_an_unknown_path_is_not_found(client: httpx.AsyncClient) -> None:
    _is_problem(await client.get("/nowhere"), 404, "not-found")


@pytest.mark.parametrize("path", ["/nowhere", "/practices/x/y/z", "/"])
async def test_an_unknown_path_of_the_api_is_not_the_single_page_app(settings_with_pages: Settings, path: str) -> None:
    app = create_app(settings_with_pages)
    transport = httpx.ASGITransport(app=app)

    async with httpx.AsyncClient(transport=transport, base_url="http://test") as browser:
        page = await browser.get("/practices/some-id", headers={"Accept": "text/html"})
        unknown = await browser.get(f"/api/v1{path}", headers={"Accept": "text/html"})

    assert page.status_code == 200
    assert "Champions" in page.text
    _is_problem(unknown, 404, "not-found")


async def test_a_method_that_a_path_does_not_take_is_refused_with_those_it_takes(client: httpx.AsyncClient) -> None:
    refused = await client.put("/practices", json={})

    _is_problem(refused, 405, "method-not-allowed")
    assert refused.headers["allow"]


@pytest.mark.parametrize("body", [b"{", b'{"title": }', b"\xff\xfe", b'{"title": "a"'])
async def test_malformed_json_is_a_bad_request(client: httpx.AsyncClient, world: World, body: bytes) -> None:
    headers = world.headers("ken") | {"Content-Type": "application/json"}

    _is_problem(await client.post("/practices", content=body, headers=headers), 400, "bad-request")


@pytest.mark.parametrize("body", [b"[]", b"7", b'"text"', b"null"])
async def test_json_that_is_no_object_is_invalid(client: httpx.AsyncClient, world: World, body: bytes) -> None:
    headers = world.headers("ken") | {"Content-Type": "application/json"}

    _is_problem(await client.post("/practices", content=body, headers=headers), 422, "invalid-input")


async def test_a_body_of_10_megabytes_is_too_large(client: httpx.AsyncClient, world: World) -> None:
    refused = await client.post(
        "/practices", json={"title": "A", "summary": "x" * 10_000_000}, headers=world.headers("ken")
    )

    _is_problem(refused, 413, "payload-too-large")


async def test_a_body_that_never_ends_is_cut_off(client: httpx.AsyncClient, world: World) -> None:
    async def endless() -> object:
        for _ in range(100):
            yield b" " * 100_000

    refused = await client.post(
        "/practices", content=endless(), headers=world.headers("ken") | {"Content-Type": "application/json"}
    )

    _is_problem(refused, 413, "payload-too-large")


async def test_a_key_that_is_no_key_is_named(client: httpx.AsyncClient) -> None:
    refused = await client.get("/practices/seven")

    _is_problem(refused, 422, "invalid-input")
    assert refused.json()["errors"][0]["parameter"] == "practice_id"


async def test_without_a_token_one_is_told_to_sign_in(client: httpx.AsyncClient) -> None:
    refused = await client.post("/practices", json={"title": "A"})

    _is_problem(refused, 401, "unauthenticated")
    assert refused.headers["www-authenticate"] == "Bearer"


async def test_our_own_fault_says_nothing_of_what_broke(app: FastAPI, client: httpx.AsyncClient) -> None:
    @app.get("/api/v1/broken")
    async def broken() -> None:
        raise RuntimeError("the password is swordfish")

    answer = await client.get("/broken")

    assert answer.status_code == 500
    assert "swordfish" not in answer.text
    assert answer.json()["type"] == "urn:champions:problem:broken"


def test_a_constraint_without_words_of_its_own_still_has_a_sentence() -> None:
    problem = constraint_explanations.problem_for("nobody_knows_me")

    assert problem.status == 409
    assert "Read the record again" in problem.detail


def test_each_kind_of_problem_has_a_type_of_its_own() -> None:
    kinds = [Problem, *Problem.__subclasses__()]

    assert len({kind.slug for kind in kinds if kind.__module__.startswith("api.platform")}) == len(
        {(kind.slug, kind.status) for kind in kinds if kind.__module__.startswith("api.platform")}
    )
