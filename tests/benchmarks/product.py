"""The product's own list, with authentication, visibility, paging, entity tags, logs and metrics on."""

import os
from pathlib import Path

from api.main import create_app
from api.platform import logging
from api.settings import Settings

logging.configure(level="WARNING", log_format="json")
app = create_app(
    Settings(
        _env_file=None,
        database_url=os.environ["BENCH_DATABASE_URL"],
        secret_key=os.environ["BENCH_SECRET_KEY"],
        frontend_dir=Path("nowhere"),
        run_worker=False,
    )
)
