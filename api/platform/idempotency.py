"""``Idempotency-Key``: a POST that is sent twice, since the line broke, happens once.

The key is claimed in the transaction of the write it protects, so a second attempt waits for the first and then gets
its answer; if the first was rolled back, the second runs.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, LargeBinary, delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import Request
from starlette.responses import Response

from api.platform import clock, forms
from api.platform.problems import Conflict, InvalidInput

_KEPT_HEADERS = ("location", "content-type", "etag")


class IdempotencyRecord(SQLModel, table=True):
    """A key that somebody has used, and the answer they got. Kept for a day."""

    __tablename__ = "idempotency_records"

    caller_id: UUID = Field(primary_key=True)
    key: str = Field(primary_key=True, max_length=200)
    fingerprint: str = Field(max_length=64)
    status: int | None = None
    headers: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    body: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    created_at: datetime = Field(default_factory=clock.now, index=True)


class Replayed(Exception):
    """The request was answered before: give that answer again."""

    def __init__(self, response: Response) -> None:
        super().__init__("replayed")
        self.response = response


@dataclass(frozen=True, slots=True)
class Claim:
    """A key claimed for the request under way."""

    caller_id: UUID
    key: str


async def claim(session: AsyncSession, request: Request, caller_id: UUID) -> Claim | None:
    """Claim the request's key for ``caller_id``; ``None`` without one.

    Raises ``Replayed`` with the first answer, or ``Conflict`` where the key was used for another request.
    """
    key = request.headers.get("idempotency-key")
    if key is None or request.method != "POST":
        return None
    if not 1 <= len(key) <= 200 or not key.isascii() or not key.isprintable():
        raise InvalidInput.parameter("Idempotency-Key", "Use 1 to 200 visible ASCII characters, a UUID for example.")
    fingerprint = await _fingerprint(session, request)
    claimed = await session.exec(
        insert(IdempotencyRecord)
        .values(caller_id=caller_id, key=key, fingerprint=fingerprint, headers={}, created_at=clock.now())
        .on_conflict_do_nothing()
        .returning(col(IdempotencyRecord.key))
    )
    if claimed.first() is not None:
        return Claim(caller_id, key)
    used = (
        await session.exec(
            select(IdempotencyRecord).where(
                col(IdempotencyRecord.caller_id) == caller_id, col(IdempotencyRecord.key) == key
            )
        )
    ).one()
    if used.fingerprint != fingerprint:
        raise Conflict("This Idempotency-Key was used for another request. Send a new key with a new request.")
    if used.status is None:
        raise Conflict("The first attempt with this Idempotency-Key has no answer to repeat. Send a new key.")
    raise Replayed(Response(used.body, status_code=used.status, headers=used.headers | {"Idempotent-Replayed": "true"}))


async def _fingerprint(session: AsyncSession, request: Request) -> str:
    """What was asked. A form with a file may take minutes to arrive: no connection waits for it meanwhile."""
    asked = hashlib.sha256(f"{request.method} {request.url.path}\n".encode())
    if forms.is_form_with_files(request):
        await session.rollback()
        asked.update((await forms.fingerprint(request)).digest())
    else:
        asked.update(await request.body())
    return asked.hexdigest()


def keep_no_answer(request: Request) -> None:
    """Do not keep the answer under way, since it holds a secret: whoever sends the key again gets a ``Conflict``."""
    request.state.idempotency_claim = None


async def remember(session: AsyncSession, claimed: Claim, response: Response) -> None:
    """Keep ``response`` for whoever sends the claimed key again."""
    headers = {name: value for name, value in response.headers.items() if name in _KEPT_HEADERS}
    await session.exec(
        update(IdempotencyRecord)
        .where(col(IdempotencyRecord.caller_id) == claimed.caller_id, col(IdempotencyRecord.key) == claimed.key)
        .values(status=response.status_code, headers=headers, body=bytes(response.body))
    )


async def forget_before(session: AsyncSession, moment: datetime) -> Any:
    """Delete the keys used before ``moment``."""
    return await session.exec(delete(IdempotencyRecord).where(col(IdempotencyRecord.created_at) < moment))
