"""Writes of private calendar feeds."""

import secrets

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.calendars.models import CalendarFeed
from api.calendars.schemas import CalendarFeedAddress
from api.identity.models import Person
from api.identity.queries import token_hash
from api.platform import clock


async def make_feed(session: AsyncSession, caller: Caller, home: str) -> CalendarFeedAddress:
    """A new address for the caller's calendar; the one before stops working."""
    person = await _stopped(session, caller)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed(person_id=person.id, token_hash=token_hash(secret), made_at=clock.now())
    session.add(feed)
    await audit.record(session, caller, "person.calendar-feed-made", person, title=person.name)
    return CalendarFeedAddress(address=f"{home}/calendars/{secret}.ics", made_at=feed.made_at)


async def revoke_feed(session: AsyncSession, caller: Caller) -> None:
    """Stop the caller's calendar feed."""
    person = await _stopped(session, caller)
    await audit.record(session, caller, "person.calendar-feed-revoked", person, title=person.name)


async def _stopped(session: AsyncSession, caller: Caller) -> Person:
    """The caller, locked, and without a feed: two who renew it at once do so one after the other."""
    person = (await session.exec(select(Person).where(col(Person.id) == caller.person_id).with_for_update())).one()
    await session.exec(delete(CalendarFeed).where(col(CalendarFeed.person_id) == person.id))
    return person
