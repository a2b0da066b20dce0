"""The demonstration's joint programmes, calls and advocacy, and what champions say of the Network's tools."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.mechanism.models import (
    FundAdvocacy,
    FundCall,
    JointProgramme,
    NetworkTool,
    ProgrammeChampion,
    ProgrammePart,
    ProgrammeStage,
    ToolPart,
    ToolSupport,
)
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, day_if
from api.seeding.files import read


async def add(session: AsyncSession, cast: Cast) -> None:
    """Add programmes with the champions that fund, host or propose them, calls, advocacy and support of tools."""
    told = read("demonstration", "mechanism")
    for entry in told["programmes"]:
        programme = _programme(entry, cast)
        session.add(programme)
        await session.flush()
        session.add_all(
            ProgrammeChampion(programme_id=programme.id, champion_id=cast.champions[iso3], part=part)
            for part in ProgrammePart
            for iso3 in entry[part]
        )
    session.add_all(_call(entry) for entry in told["calls"])
    session.add_all(_advocacy(entry, cast) for entry in told["advocacy"])
    tools = (await session.exec(select(NetworkTool.id).order_by(col(NetworkTool.id)))).all()
    session.add_all(
        ToolSupport(
            tool_id=tools[entry["tool"]],
            champion_id=cast.champions[entry["champion"]],
            part=ToolPart(entry["part"]),
            since_on=day(entry["in_days"]),
            feedback=entry["feedback"],
            is_demonstration=True,
        )
        for entry in told["supports"]
    )
    await session.flush()


def _programme(entry: dict[str, Any], cast: Cast) -> JointProgramme:
    return JointProgramme(
        **{name: entry[name] for name in ("title", "summary", "countries", "objectives", "amount_usd")},
        champion_id=cast.champions[entry["champion"]],
        stage=ProgrammeStage(entry["stage"]),
        starts_on=day_if(entry["starts_in_days"]),
        ends_on=day_if(entry["ends_in_days"]),
        is_demonstration=True,
    )


def _call(entry: dict[str, Any]) -> FundCall:
    zone, on = entry.get("time_zone", "UTC"), day(entry["in_days"])
    return FundCall(
        title=entry["title"],
        text=entry["text"],
        closes_on=None if "hour" in entry else on,
        closes_at=datetime.combine(on, time.fromisoformat(entry["hour"]), ZoneInfo(zone)) if "hour" in entry else None,
        time_zone=zone,
        is_demonstration=True,
    )


def _advocacy(entry: dict[str, Any], cast: Cast) -> FundAdvocacy:
    return FundAdvocacy(
        title=entry["title"],
        text=entry["text"],
        done_on=day(entry["in_days"]),
        champion_id=cast.champions[entry["champion"]],
        is_demonstration=True,
    )
