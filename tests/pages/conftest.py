"""Somebody who opens the app's addresses."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.main import create_app
from api.settings import Settings
from tests.conftest import RolledBackDatabase


@pytest.fixture
async def browser(settings_with_pages: Settings, database: RolledBackDatabase) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who opens addresses, without scripts."""
    app = create_app(settings_with_pages, database=database)
    app.state.database = database
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers={"Accept": "text/html"}
    ) as browser:
        yield browser
