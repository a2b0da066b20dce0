"""Finds fair times to meet: the places and the meetings that were held come from the record, the rest is ``rules``."""

from datetime import UTC, date, datetime, time, timedelta

import anyio.to_thread
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import InvalidInput
from api.platform.records import DatePrecision
from api.slots import places, rules
from api.slots.schemas import LocalTimeBody, PlaceBody, SlotBody, SlotsFound, SlotsWanted
from api.vocabularies.catalogue import capitals

_HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_CIRCULATED, MeetingStatus.CLOSED)
_REMEMBERED = 4


async def find_slots(session: AsyncSession, wanted: SlotsWanted) -> SlotsFound:
    """The fairest time of each day that was asked for, from now on."""
    _check_window(wanted)
    where = await capitals_of_today(session)
    held = await last_meetings(session)
    zones = wanted.zones or usual_zones(where)
    named = [places.describe(zone, where) for zone in zones]
    found, there, weighed = await anyio.to_thread.run_sync(_computed, wanted, zones, held, clock.now())
    duration = timedelta(minutes=wanted.duration_minutes)
    return SlotsFound(
        places=[
            PlaceBody(
                zone=place.zone,
                name=told.name,
                champions=list(told.champions),
                last_points=rules.hour_points(place, held[0]) if held else None,
                weight=round(weighed[place.zone], 4),
            )
            for place, told in zip(there, named, strict=True)
        ],
        items=[_slot(slot, there, duration, weighed) for slot in found],
    )


def _check_window(wanted: SlotsWanted) -> None:
    if wanted.to < wanted.from_on:
        raise InvalidInput.at("/to", "The last day comes before the first.", code="before_from")
    if wanted.to - wanted.from_on > rules.LONGEST_WINDOW:
        raise InvalidInput.at("/to", f"Ask for at most {rules.LONGEST_WINDOW.days} days at once.", code="too_long")
    if wanted.to < clock.today():
        raise InvalidInput.at("/to", "These days have passed.", code="past")
    if wanted.to.year > _LAST_YEAR:
        raise InvalidInput.at("/to", f"Holidays are known until {_LAST_YEAR}.", code="too_far")


_LAST_YEAR = 2100


def _computed(
    wanted: SlotsWanted, zones: list[str], held: list[rules.Meeting], now: datetime
) -> tuple[list[rules.Slot], list[rules.Place], dict[str, float]]:
    """In a thread, since it may take a good part of a second for a quarter and all capitals."""
    years = range(wanted.from_on.year, wanted.to.year + 2)
    there = [places.place(zone, years) for zone in zones]
    weighed = rules.weights(there, held)
    found = rules.slots(
        there,
        first=max(_midnight(wanted.from_on), now),
        last=_midnight(wanted.to) + timedelta(days=1) - rules.STEP,
        duration=timedelta(minutes=wanted.duration_minutes),
        weighed=weighed,
    )
    return rules.fairest(found, most=wanted.limit), there, weighed


def _slot(slot: rules.Slot, there: list[rules.Place], duration: timedelta, weighed: dict[str, float]) -> SlotBody:
    day = rules.whole_day(slot.starts_at.date())
    return SlotBody(
        starts_at=slot.starts_at,
        worst=round(slot.worst, 2),
        total=round(slot.total, 2),
        places=[
            LocalTimeBody(
                starts_at_local=told.starts_at,
                kind=told.kind,
                points=told.worst,
                by_hour=[rules.local_time(place, hour, duration).worst for hour in day],
            )
            for place in there
            for told in [rules.local_time(place, slot.starts_at, duration, weighed[place.zone])]
        ],
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def usual_zones(where: dict[str, str]) -> list[str]:
    """The zones of New York, Geneva and the capitals ``where``, each once."""
    return list(dict.fromkeys([*places.DUTY_STATIONS, *where.values()]))


async def capitals_of_today(session: AsyncSession) -> dict[str, str]:
    """The zone of the capital of each champion of today, by code."""
    today = clock.today()
    rows = await session.exec(
        columns(Champion.iso3)
        .where((col(Champion.left_on).is_(None)) | (col(Champion.left_on) > today))
        .order_by(Champion.iso3)
    )
    return {iso3: capitals()[iso3]["time_zone"] for iso3 in rows}


async def last_meetings(session: AsyncSession) -> list[rules.Meeting]:
    """The last meetings of which the hour is known, the last first."""
    rows = await session.exec(
        columns(Meeting.starts_at, Meeting.duration_minutes)
        .where(
            col(Meeting.status).in_(_HELD),
            col(Meeting.date_precision) == DatePrecision.DAY,
            col(Meeting.source).is_(None),
            col(Meeting.starts_at) < clock.now(),
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id))
        .limit(_REMEMBERED)
    )
    return [rules.Meeting(row.starts_at, timedelta(minutes=row.duration_minutes)) for row in rows]
