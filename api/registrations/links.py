"""Signed links that confirm an address, and later give the place back, without an account."""

from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from api.platform.secret_key import secret_key
from api.settings import get_settings


def path(registration_id: UUID) -> str:
    """The page of the app behind the link. Opening it does nothing: programs that scan mails open every link."""
    return f"/registrations/{_signer().dumps(registration_id.hex)}"


def read(token: str) -> UUID | None:
    """The registration that ``token`` stands for; nothing where it was not signed here."""
    try:
        return UUID(_signer().loads(token))
    except (BadSignature, ValueError, TypeError, AttributeError):
        return None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(secret_key(get_settings()), salt="registration for an activity")
