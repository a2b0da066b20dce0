"""What every answer says to the browser, and what the log does not say to whoever reads it."""

import json
import re
from pathlib import Path

import httpx
import pytest
import structlog
from fastapi import FastAPI

from api.main import create_app
from api.platform import logging
from api.platform.middleware import CONTENT_SECURITY_POLICY, SAFE_HEADERS
from api.settings import Settings
from tests.conftest import RolledBackDatabase
from tests.factories.world import World

pytestmark = pytest.mark.anyio

FRONTEND = Path(__file__).parents[2] / "frontend"


def _browser(app: FastAPI, address: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=address, headers={"Accept": "text/html"})


@pytest.fixture
def app_with_pages(settings_with_pages: Settings, database: RolledBackDatabase) -> FastAPI:
    """The app with the page that the build starts from."""
    app = create_app(settings_with_pages, database=database)
    app.state.database = database
    return app


@pytest.mark.parametrize("path", ["/practices", "/people", "/nothing"])
async def test_every_answer_keeps_browsers_from_guessing_and_framing(
    client: httpx.AsyncClient, world: World, path: str
) -> None:
    answer = await client.get(path)

    assert {name: answer.headers[name] for name in SAFE_HEADERS} == SAFE_HEADERS


async def test_a_page_runs_only_scripts_of_its_own(app_with_pages: FastAPI) -> None:
    async with _browser(app_with_pages, "http://test") as browser:
        page = await browser.get("/workplan")

    policy = dict(part.strip().split(" ", 1) for part in CONTENT_SECURITY_POLICY.split(";"))
    assert page.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert policy["default-src"] == "'self'"
    assert "script-src" not in policy
    assert page.headers["cache-control"] == "no-cache"


async def test_https_is_remembered_where_the_product_is_served_over_it(app_with_pages: FastAPI) -> None:
    async with _browser(app_with_pages, "https://test") as secure, _browser(app_with_pages, "http://test") as plain:
        over_https, over_http = await secure.get("/"), await plain.get("/")

    assert over_https.headers["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in over_http.headers


def test_the_page_needs_no_inline_script() -> None:
    """The content security policy forbids them; one would simply not run."""
    page = (FRONTEND / "index.html").read_text(encoding="utf-8")

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page) == []
    assert re.findall(r"\son\w+=", page) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/api/v1/auth/one-time-links/S3cret/redeem", "/api/v1/auth/one-time-links/…/redeem"),
        ("/invitation/S3cret", "/invitation/…"),
        ("/reset-password/S3cret", "/reset-password/…"),
        ("/api/v1/people/0197f5c2/invitation", "/api/v1/people/0197f5c2/invitation"),
    ],
)
async def test_no_one_time_link_is_written_into_the_log(
    capsys: pytest.CaptureFixture[str], path: str, kept: str
) -> None:
    logging.configure(level="INFO", log_format="json")
    try:
        structlog.get_logger("test").info("request", path=path)
        line = json.loads(capsys.readouterr().err.splitlines()[-1])
    finally:
        logging.configure(level="ERROR", log_format="console")

    assert line["path"] == kept
