"""The key that signs access tokens: set from outside, or made once and kept in the data folder."""

import os
import secrets
from pathlib import Path

from api.settings import Settings

LEAST_LENGTH = 32


def secret_key(settings: Settings) -> str:
    """The key of this installation. Made and kept (mode 600) where none is set."""
    if settings.secret_key:
        return settings.secret_key.get_secret_value()
    return _kept(settings.data_dir / "secret-key")


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")
