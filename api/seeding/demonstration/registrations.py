"""Who registered for the demonstration's activities: people of champions and invented guests."""

from collections.abc import Iterator
from typing import Any

from api.activities.models import Activity
from api.platform.language import Language
from api.registrations import told
from api.registrations.models import Registration, RegistrationDesk
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment


def desk(activity: Activity, entry: dict[str, Any]) -> RegistrationDesk:
    """Registration for ``activity`` that is open."""
    return RegistrationDesk(
        id=activity.id,
        closes_at=moment(entry["closes_in_days"], hour=17),
        capacity=entry["capacity"],
        is_public=entry["is_public"],
        told=told.kept(told.as_it_is(activity)),
    )


def registrations(activity: Activity, entry: dict[str, Any], cast: Cast) -> Iterator[Registration]:
    """First the people of champions, then the guests, a day after one another."""
    people = [cast.focal_point(iso3) for iso3 in entry["champions"]]
    who: list[dict[str, Any]] = [
        {"person_id": one.id, "name": one.name, "email": one.email, "language": one.language} for one in people
    ]
    who += [
        {
            "name": name,
            "organisation": organisation,
            "email": f"guest.{place}@demo.example",
            "language": Language.ENGLISH,
        }
        for place, (name, organisation) in enumerate(entry["guests"], start=1)
    ]
    for number, one in enumerate(who, start=1):
        yield Registration(
            activity_id=activity.id, number=number, confirmed_at=moment(number - len(who) - 1, hour=9), **one
        )
