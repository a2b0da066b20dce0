"""A harvester."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.harvest.official import checked

Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
async def web(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who reads what is beside the API."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
def ask(web: httpx.AsyncClient) -> Ask:
    """Ask the repository and get the answer's root, valid by the official schemas."""

    async def asked(query: str) -> Any:
        answer = await web.get(f"/oai?{query}")
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/xml; charset=utf-8"
        return checked(answer.content)

    return asked
