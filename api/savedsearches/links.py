"""Addresses in letters: the list of practices as a search asks it, and the signed link that stops the letters."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from api.platform.secret_key import secret_key
from api.practices.schemas import PracticeFilters
from api.settings import get_settings

STOP = "/stop-letters"


def practices_path(filters: PracticeFilters) -> str:
    """The app's list of practices with ``filters``: values as JSON, words as they are where they are no JSON."""
    chosen = filters.model_dump(mode="json", exclude_defaults=True)
    asked = urlencode({name: _said(value) for name, value in chosen.items()})
    return f"/practices?{asked}" if asked else "/practices"


def stop_path(person_id: UUID) -> str:
    """Where a person stops their letters without signing in. Opening it does nothing: programs that scan mails open every link."""
    return f"{STOP}/{_signer().dumps(person_id.hex)}"


def read(token: str) -> UUID | None:
    """The person whose letters ``token`` stops; nobody where it was not signed here."""
    try:
        return UUID(_signer().loads(token))
    except (BadSignature, ValueError, TypeError, AttributeError):
        return None


def _said(value: Any) -> str:
    return value if isinstance(value, str) and not _is_json(value) else json.dumps(value, ensure_ascii=False)


def _is_json(words: str) -> bool:
    try:
        json.loads(words)
    except ValueError:
        return False
    return True


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(secret_key(get_settings()), salt="letters about saved searches")
