"""The demonstration's activities, of all eight kinds."""

from datetime import time
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import (
    Activity,
    ActivityChampion,
    ActivityProcess,
    ActivityStatus,
    Part,
    PartnerRequest,
    Stakeholder,
)
from api.cochairs.models import CoChairTerm
from api.platform.records import Visibility
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, day_if, moment
from api.seeding.demonstration.registrations import desk, registrations
from api.seeding.files import read
from api.vocabularies.models import ActivityKind, Format


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add the activities with everybody's part and the processes they are linked to."""
    entries = read("demonstration", "activities")["activities"]
    term_id = await _present_term(session)
    activities = [_activity(entry, place, cast, term_id) for place, entry in enumerate(entries)]
    session.add_all(activities)
    await session.flush()
    for activity, entry in zip(activities, entries, strict=True):
        session.add_all(_links(activity, entry, cast))
        session.add_all(_partner_request(activity, asked, cast) for asked in entry.get("asked_by", []))
        if opened := entry.get("registration"):
            session.add(desk(activity, opened))
            await session.flush()
            session.add_all(registrations(activity, opened, cast))
    await session.flush()


def _activity(entry: dict[str, Any], place: int, cast: Cast, term_id: UUID | None) -> Activity:
    announced = moment(min(entry["ends_in_days"] or 0, 0) - 1 - 5 * (place % 12), hour=11)
    return Activity(
        kind=ActivityKind(entry["kind"]),
        title=entry["title"],
        description=entry["description"],
        champion_id=cast.champions[entry["champion"]],
        status=ActivityStatus(entry["status"]),
        visibility=Visibility(entry["visibility"]),
        is_open_for_partners=entry["is_open_for_partners"],
        starts_on=day_if(entry["starts_in_days"]),
        ends_on=day_if(entry["ends_in_days"]),
        **_hours(entry.get("hours")),
        particulars=entry.get("particulars", {}),
        other_organisers=entry.get("other_organisers", []),
        other_states=entry.get("other_states", []),
        links=entry.get("links", []),
        term_id=term_id if entry.get("coordinated") else None,
        format=Format(entry["format"]) if entry["format"] else None,
        place=entry["place"] or "",
        languages=entry["languages"],
        stakeholders=[Stakeholder(name) for name in entry["stakeholders"]],
        objectives=entry["objectives"],
        sdgs=entry["sdgs"],
        outcome=entry["outcome"] or "",
        lessons_learned=entry["lessons_learned"] or "",
        created_at=announced,
        updated_at=announced,
        is_demonstration=True,
    )


def _links(activity: Activity, entry: dict[str, Any], cast: Cast) -> list[ActivityChampion | ActivityProcess]:
    parts = dict.fromkeys(entry["participants"], Part.PARTICIPANT) | dict.fromkeys(
        entry["co_organisers"], Part.CO_ORGANISER
    )
    return [
        *(
            ActivityChampion(activity_id=activity.id, champion_id=cast.champions[iso3], part=part)
            for iso3, part in parts.items()
            if iso3 != entry["champion"]
        ),
        *(ActivityProcess(activity_id=activity.id, process_id=cast.processes[key]) for key in entry["processes"]),
    ]


def _partner_request(activity: Activity, asked: dict[str, Any], cast: Cast) -> PartnerRequest:
    person = cast.focal_point(asked["champion"])
    asked_at = moment(-asked["days_ago"], hour=14)
    return PartnerRequest(
        activity_id=activity.id,
        champion_id=cast.champions[asked["champion"]],
        part=Part(asked["part"]),
        message=asked["message"],
        person_id=person.id,
        person_name=person.name,
        asked_at=asked_at,
        created_at=asked_at,
        updated_at=asked_at,
    )


async def _present_term(session: AsyncSession) -> UUID | None:
    today = day(0)
    now = select(CoChairTerm.id).where(col(CoChairTerm.starts_on) <= today, col(CoChairTerm.ends_on) > today)
    return (await session.exec(now)).first()


def _hours(entry: list[str] | None) -> dict[str, Any]:
    if entry is None:
        return {}
    starts, ends, zone = entry
    return {"starts_time": time.fromisoformat(starts), "ends_time": time.fromisoformat(ends), "time_zone": zone}
