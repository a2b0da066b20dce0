"""Invented records that make a demonstration look lived-in; each is marked, and each date is relative to today."""

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.storage import Storage
from api.seeding.cast import Cast
from api.seeding.demonstration import (
    activities,
    attendance,
    collaboration,
    consultations,
    datepolls,
    documents,
    handover,
    mechanism,
    meetings,
    minutes,
    objectives,
    people,
    pictures,
    pledges,
    practices,
    processes,
    reviews,
    savedsearches,
    statements,
    terms,
    trail,
    translations,
    workplan,
)


async def seed(session: AsyncSession, cast: Cast, storage: Storage, *, password: str) -> None:
    """Add people who sign in with ``password``, terms, a workplan, activities, pledges, practices, pictures, meetings with minutes and documents, their trail."""
    await people.add(session, cast, password=password)
    await objectives.add(session)
    await terms.add(session, cast)
    items = await workplan.add(session, cast)
    await activities.add(session, cast)
    made = await pledges.add(session, cast)
    published = await practices.add(session, cast, storage)
    translations.add(session, cast, published)
    await pictures.add(session, storage)
    await processes.add(session, cast, published=published)
    await mechanism.add(session, cast)
    held = await meetings.add(session, cast)
    await attendance.add(session, cast, held)
    await minutes.add(session, cast, held)
    await reviews.add(session, cast, held)
    await documents.add(session, storage, cast, held)
    await consultations.add(session, cast)
    await statements.add(session, cast)
    await datepolls.add(session, cast, held)
    await collaboration.add(session, cast)
    savedsearches.add(session, cast)
    await handover.add(session, cast)
    await trail.add(session, cast, published=published, made=made, items=items, meetings=held)
