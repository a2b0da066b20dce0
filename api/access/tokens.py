"""Access tokens: short-lived JWTs, one algorithm, issuer and audience checked, the product's clock."""

from datetime import timedelta
from functools import lru_cache
from uuid import UUID

from jose import JWTError, jwt

from api.platform import clock
from api.platform.problems import Unauthenticated

_ALGORITHM = "HS256"
_ISSUER = "champions"
_AUDIENCE = "champions-api"
_CHECKS = {"verify_exp": False, "verify_iat": False, "require_sub": True, "require_aud": True, "require_iss": True}
"""``require_exp`` would verify it by the wall clock; a token without it is refused below, by ours."""


def issue(person_id: UUID, *, secret: str, minutes: int) -> str:
    """A token that names ``person_id`` for ``minutes``. It carries no rights: those are looked up each time."""
    now = clock.now()
    claims = {
        "sub": str(person_id),
        "iss": _ISSUER,
        "aud": _AUDIENCE,
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(minutes=minutes)).timestamp()),
    }
    return str(jwt.encode(claims, secret, algorithm=_ALGORITHM))


def person_in(token: str, *, secret: str) -> UUID:
    """The person that ``token`` names; ``Unauthenticated`` when it is forged, malformed or expired."""
    try:
        person_id, expires = _claims(token, secret)
    except (JWTError, ValueError, KeyError, TypeError) as error:
        raise Unauthenticated("This access token is not one of ours. Sign in again.") from error
    if expires <= clock.now().timestamp():
        raise Unauthenticated("This access token has expired. Refresh it, or sign in again.")
    return person_id


@lru_cache(maxsize=4096)
def _claims(token: str, secret: str) -> tuple[UUID, float]:
    """Whom ``token`` names and until when; kept, since a signature that was good stays good and comes with each request."""
    claims = jwt.decode(token, secret, algorithms=[_ALGORITHM], audience=_AUDIENCE, issuer=_ISSUER, options=_CHECKS)
    return UUID(claims["sub"]), float(claims["exp"])
