"""The demonstration's accounts: a secretariat officer, an observer, and each champion's lead focal point."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity import passwords
from api.identity.models import DutyStation, Person, Standing
from api.platform.language import Language
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment
from api.seeding.files import read

DOMAIN = "demo.example"


async def add(session: AsyncSession, cast: Cast, *, password: str) -> None:
    """Add everybody, with one password, hashed once."""
    told = read("demonstration", "people")
    shared = {"password_hash": await passwords.hashed(password)}
    for entry in told["focal_points"]:
        cast.people[entry["champion"].lower()] = _focal_point(entry, cast, shared)
    for standing in (Standing.SECRETARIAT, Standing.OBSERVER):
        cast.people[standing] = _person(standing, told[standing], standing=standing, **shared)
    session.add_all(cast.people.values())
    await session.flush()


def _focal_point(entry: dict[str, Any], cast: Cast, shared: dict[str, Any]) -> Person:
    return _person(
        entry["champion"].lower(),
        entry,
        standing=Standing.FOCAL_POINT,
        champion_id=cast.champions[entry["champion"]],
        is_lead=True,
        duty_station=DutyStation(entry["duty_station"]),
        language=Language(entry["language"]),
        **shared,
    )


def _person(account: str, entry: dict[str, Any], **more: Any) -> Person:
    return Person(
        email=f"{account}@{DOMAIN}",
        name=entry["name"],
        job_title=entry["job_title"],
        time_zone=entry["time_zone"],
        created_at=moment(-300),
        last_seen_at=moment(-6, hour=16),
        is_demonstration=True,
        **more,
    )
