"""How fair given times are: for whoever has times of their own to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import anyio.to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from api.slots import places, queries, rules


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place from which people would join, by its zone and as it is called in the language of the request."""

    zone: str
    name: str


@dataclass(frozen=True, slots=True)
class WeighedTimes:
    """Times, how fair each is, and what it is in each of ``places``, in their order."""

    places: list[NamedPlace]
    slots: dict[datetime, rules.Slot]
    local_times: dict[datetime, list[rules.LocalTime]]


async def weigh(session: AsyncSession, starts: Sequence[datetime], duration: timedelta) -> WeighedTimes:
    """Meetings of ``duration`` from each of ``starts``, for New York, Geneva and the capitals of today's champions."""
    where = await queries.capitals_of_today(session)
    held = await queries.last_meetings(session)
    zones = queries.usual_zones(where)
    named = [NamedPlace(zone, places.describe(zone, where).name) for zone in zones]
    local_times = await anyio.to_thread.run_sync(_computed, zones, held, starts, duration)
    slots = {at: rules.slot_of(at, there) for at, there in local_times.items()}
    return WeighedTimes(named, slots, local_times)


def _computed(
    zones: Sequence[str], held: Sequence[rules.Meeting], starts: Sequence[datetime], duration: timedelta
) -> dict[datetime, list[rules.LocalTime]]:
    """In a thread, since the holidays of all countries are worked out the first time that a year is asked for."""
    years = sorted({year for at in starts for year in (at.year, at.year + 1)})
    there = [places.place(zone, years) for zone in zones]
    weighed = rules.weights(there, held)
    return {at: [rules.local_time(place, at, duration, weighed[place.zone]) for place in there] for at in starts}
