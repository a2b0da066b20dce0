"""Registration for activities."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.identity.models import Person
from api.platform import clock
from api.platform.language import Language
from api.registrations import told
from api.registrations.models import Registration, RegistrationDesk

CLOSES_AT = datetime(2026, 12, 10, 17, 0, tzinfo=UTC)


async def make_desk(session: AsyncSession, activity: Activity, **fields: Any) -> RegistrationDesk:
    """Registration for ``activity`` that is open."""
    values: dict[str, Any] = {"closes_at": CLOSES_AT, "told": told.kept(told.as_it_is(activity))} | fields
    desk = RegistrationDesk(id=activity.id, **values)
    session.add(desk)
    await session.commit()
    return desk


async def make_registration(
    session: AsyncSession, activity: Activity, number: int | None, person: Person | None = None, **fields: Any
) -> Registration:
    """Somebody who registered as the ``number``-th; without a number, whose address is not confirmed."""
    values = {
        "name": person.name if person else f"Guest {number}",
        "email": person.email if person else f"guest.{number}@example.org",
        "person_id": person.id if person else None,
        "language": Language.ENGLISH,
        "confirmed_at": clock.now() if number else None,
    } | fields
    registration = Registration(activity_id=activity.id, number=number, **values)
    session.add(registration)
    await session.commit()
    return registration
