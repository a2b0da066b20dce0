"""People and their one-time links."""

import secrets
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.identity import passwords, service
from api.identity.models import LinkPurpose, Person, RefreshToken, Standing
from api.identity.queries import token_hash
from api.platform import clock

PASSWORD = "four seas and one harbour"


async def make_person(
    session: AsyncSession,
    name: str = "Amina Diallo",
    *,
    champion: Champion | None = None,
    standing: Standing | None = None,
    password: str | None = None,
    ended_at: datetime | None = None,
    **fields: Any,
) -> Person:
    """Somebody with an account: a focal point where a champion is named, otherwise an observer."""
    person = Person(
        name=name,
        email=fields.pop("email", f"{name.lower().replace(' ', '.')}@example.org"),
        standing=standing or (Standing.FOCAL_POINT if champion else Standing.OBSERVER),
        champion_id=champion.id if champion else None,
        password_hash=await passwords.hashed(password) if password else None,
        ended_at=ended_at,
        **fields,
    )
    session.add(person)
    await session.commit()
    return person


async def give_password(session: AsyncSession, person: Person, password: str = PASSWORD) -> None:
    """Let ``person`` sign in with ``password``."""
    person.password_hash = await passwords.hashed(password)
    session.add(person)
    await session.commit()


async def make_link(session: AsyncSession, person: Person, purpose: LinkPurpose = LinkPurpose.INVITATION) -> str:
    """The secret of a one-time link of ``person``."""
    value = await service.make_link(session, person, purpose)
    await session.commit()
    return value


async def make_session(session: AsyncSession, person: Person) -> str:
    """The refresh token of an open session of ``person``."""
    value = secrets.token_urlsafe(32)
    expires_at = clock.now() + timedelta(days=30)
    session.add(
        RefreshToken(token_hash=token_hash(value), family_id=uuid4(), person_id=person.id, expires_at=expires_at)
    )
    await session.commit()
    return value
