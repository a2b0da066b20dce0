"""``python -m api`` is ``champions``."""

from api.cli import app

app()
