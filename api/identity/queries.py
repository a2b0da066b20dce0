"""Reads of people and of the signed-in person."""

import hashlib

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import permissions_of
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.identity.models import OneTimeLink, Person
from api.identity.schemas import Me, MeBody, OneTimeLinkBody, SeatedTermBody
from api.platform import clock
from api.platform.problems import NotFound


async def get_me(session: AsyncSession, caller: Caller) -> MeBody:
    """Who the caller is, and what they may do now."""
    person = (await session.exec(select(Person).where(col(Person.id) == caller.person_id))).one()
    return MeBody(
        person=Me.model_construct(**person.model_dump(include=set(Me.model_fields))),
        champion=ChampionRef.of(caller.champion_id, caller.iso3) if caller.champion_id and caller.iso3 else None,
        roles=sorted(caller.roles),
        permissions=sorted(permissions_of(caller.roles)),
        co_chair_term=SeatedTermBody(id=caller.term.id, starts_on=caller.term.starts_on, ends_on=caller.term.ends_on)
        if caller.term
        else None,
        last_seen_at=person.last_seen_at,
    )


async def get_link(session: AsyncSession, value: str) -> OneTimeLinkBody:
    """What a one-time link is for; ``NotFound`` where it was used or has expired."""
    link, person = await open_link(session, value)
    iso3 = (
        (await session.exec(select(Champion.iso3).where(col(Champion.id) == person.champion_id))).first()
        if person.champion_id
        else None
    )
    return OneTimeLinkBody(
        purpose=link.purpose,
        name=person.name,
        email=person.email,
        champion=ChampionRef.of(person.champion_id, iso3) if person.champion_id and iso3 else None,
        expires_at=link.expires_at,
    )


def token_hash(value: str) -> str:
    """What is kept of a random token: a fast hash is enough for 256 bits of chance."""
    return hashlib.sha256(value.encode()).hexdigest()


async def open_link(session: AsyncSession, value: str, *, lock: bool = False) -> tuple[OneTimeLink, Person]:
    """The link and its person; ``NotFound`` where it is unknown, used or expired."""
    statement = (
        select(OneTimeLink, Person)
        .join(Person, col(Person.id) == col(OneTimeLink.person_id))
        .where(
            col(OneTimeLink.token_hash) == token_hash(value),
            col(OneTimeLink.used_at).is_(None),
            col(OneTimeLink.expires_at) > clock.now(),
        )
    )
    found = (await session.exec(statement.with_for_update(of=OneTimeLink) if lock else statement)).first()
    if found is None or has_ended(found[1]):
        raise NotFound("This link was used or has expired. Ask for a new one.")
    return found[0], found[1]


def has_ended(person: Person) -> bool:
    """Whether the account has ended."""
    return person.ended_at is not None and person.ended_at <= clock.now()
