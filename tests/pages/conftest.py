"""The app's page as Vite builds it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from api.main import create_app
from api.settings import Settings
from tests.conftest import RolledBackDatabase

BUILT = """<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta name="description" content="The working platform of the GCM Champion countries Initiative" />
    <title>Champions</title>
    <script src="/before-paint.js"></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
"""


@pytest.fixture
async def browser(settings: Settings, database: RolledBackDatabase, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who opens addresses, without scripts."""
    (tmp_path / "index.html").write_text(BUILT, encoding="utf-8")
    app = create_app(settings.model_copy(update={"frontend_dir": tmp_path}), database=database)
    app.state.database = database
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers={"Accept": "text/html"}
    ) as browser:
        yield browser
