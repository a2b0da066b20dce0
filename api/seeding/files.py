"""Reads the seeds from their files."""

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def read(folder: str, name: str) -> Any:
    """What is in ``folder``/``name``.json."""
    return json.loads((_HERE / folder / f"{name}.json").read_text(encoding="utf-8"))
