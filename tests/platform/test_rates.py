"""Who asks without end is asked to wait; others are not."""

import httpx
import pytest
from fastapi import Depends, FastAPI

from api.platform import error_handlers
from api.platform.rates import AtMost

pytestmark = pytest.mark.anyio


@pytest.fixture
def asked_often() -> FastAPI:
    """An app whose one route may be asked three times an hour."""
    app = FastAPI()
    error_handlers.install(app)
    app.get("/", dependencies=[Depends(AtMost(3, seconds=3600))])(lambda: "answer")
    return app


async def test_each_caller_is_counted_by_themselves(asked_often: FastAPI) -> None:
    transport = httpx.ASGITransport(app=asked_often)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answers = [await client.get("/") for _ in range(4)]
        another = await client.get("/", headers={"Authorization": "Bearer another"})

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 1100 < int(answers[-1].headers["Retry-After"]) <= 1200
    assert another.status_code == 200
