"""What the processes ask for, who leads there and which practices are brought, all invented."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import Practice
from api.processes.models import ProcessDeadline, ProcessLead, ProcessPractice
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, day_if
from api.seeding.files import read


async def add(session: AsyncSession, cast: Cast, *, published: list[Practice]) -> None:
    """Add deadlines, leads and practices to the processes that lie ahead."""
    for entry in read("demonstration", "processes")["processes"]:
        process_id = cast.processes[entry["key"]]
        session.add_all(_lead(process_id, told, cast) for told in entry["leads"])
        session.add_all(_deadline(process_id, told) for told in entry["deadlines"])
        session.add_all(
            ProcessPractice(process_id=process_id, practice_id=published[place].id) for place in entry["practices"]
        )
    await session.flush()


def _lead(process_id: UUID, told: dict[str, Any], cast: Cast) -> ProcessLead:
    person = cast.focal_point(told["champion"]) if told["by_name"] else None
    return ProcessLead(
        process_id=process_id,
        champion_id=cast.champions[told["champion"]],
        person_id=person.id if person else None,
        task=told["task"],
    )


def _deadline(process_id: UUID, told: dict[str, Any]) -> ProcessDeadline:
    zone, on = told.get("time_zone", "UTC"), day(told["in_days"])
    return ProcessDeadline(
        process_id=process_id,
        title=told["title"],
        due_on=None if "hour" in told else on,
        due_at=_at(on, told["hour"], zone) if "hour" in told else None,
        time_zone=zone,
        text=told["text"],
        link=told.get("link", ""),
        is_internal=told.get("is_internal", False),
        met_on=day_if(told.get("met_in_days")),
        is_demonstration=True,
    )


def _at(on: date, hour: str, zone: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(hour), ZoneInfo(zone))
