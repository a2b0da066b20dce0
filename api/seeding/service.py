"""Puts the reference data, and for a demonstration the demonstration data, into an empty database."""

from sqlalchemy import func
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.identity import mails
from api.identity import service as identity
from api.identity.models import LinkPurpose, Person, Standing
from api.platform.storage import Storage
from api.seeding import demonstration, reference
from api.settings import Settings

_LOCK = 7_310_412
"""Two processes may start at once on an empty database: the second waits, and finds it seeded."""


async def seed(session: AsyncSession, storage: Storage, *, demonstration_password: str | None) -> bool:
    """Seed a database that has no champion yet; returns whether demonstration accounts were made.

    ``None`` as the password: reference data only.
    """
    await session.exec(select(func.pg_advisory_xact_lock(_LOCK)))
    if (await session.exec(select(Champion.id).limit(1))).first() is not None:
        return False
    cast = await reference.seed(session)
    if demonstration_password is None:
        return False
    await demonstration.seed(session, cast, storage, password=demonstration_password)
    return True


async def create_administrator(session: AsyncSession, settings: Settings, *, email: str, name: str) -> str:
    """A secretariat account and the address of the one-time link to choose its password."""
    person = Person(email=email.strip().lower(), name=name, standing=Standing.SECRETARIAT)
    session.add(person)
    await session.flush()
    value = await identity.make_link(session, person, LinkPurpose.INVITATION)
    return mails.link_address(settings.public_url, LinkPurpose.INVITATION, value)
