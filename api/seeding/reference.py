"""The Initiative's real data, each record with its source and how sure it is."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityChampion, ActivityProcess, ActivityStatus, Part, Stakeholder
from api.champions.models import Champion
from api.cochairs.models import CoChairTerm
from api.mechanism.models import NetworkTool, ToolKind
from api.meetings.models import Meeting, MeetingStatus
from api.minutes.models import MinutesPhrase
from api.platform.language import Language
from api.platform.records import Confidence, DatePrecision
from api.processes.models import Process, ProcessKind
from api.seeding.cast import Cast
from api.seeding.files import read
from api.seeding.terms import add_term
from api.vocabularies.catalogue import countries
from api.vocabularies.models import ActivityKind, Commission, Format

_PUBLIC_SOURCES = "Public sources on the Initiative's activities."
_READ = "A public source was read."
_RECALLED = "Recalled, and to be confirmed by the secretariat."
_FIRST_TERM = (date(2023, 7, 1), date(2024, 1, 1))
_FIRST_PAIR = "The first co-chairs after the first IMRF. Their first and last day are not public: to be confirmed."


async def seed(session: AsyncSession) -> Cast:
    """Add champions, the first co-chair term, processes, past meetings, activities and the minutes' phrases; returns their keys."""
    of_champions = read("reference", "champions")
    champions = [_champion(entry) for entry in of_champions["champions"]]
    processes = [_process(entry) for entry in read("reference", "processes")["processes"]]
    session.add_all([*champions, *processes])
    await session.flush()
    cast = Cast(
        champions={champion.iso3: champion.id for champion in champions},
        processes={process.key: process.id for process in processes},
    )
    done = read("reference", "activities")
    for entry in of_champions["co_chair_terms"]:
        await add_term(session, cast, entry["champions"], _term())
    session.add_all(_meeting(entry) for entry in done["meetings"])
    session.add_all(
        MinutesPhrase(language=Language(language), text=text)
        for language, texts in read("reference", "phrases").items()
        for text in texts
    )
    session.add_all(_tool(entry) for entry in read("reference", "tools")["tools"])
    for entry in done["activities"]:
        await _add_activity(session, entry, cast)
    await session.flush()
    return cast


def _champion(entry: dict[str, Any]) -> Champion:
    state = countries()[entry["iso3"]]
    joined_on, precision = _day(entry["joined"])
    return Champion(
        iso3=entry["iso3"],
        region_m49=state["region_m49"],
        subregion_m49=state["subregion_m49"],
        commissions=entry["commissions"],
        review_region=Commission(entry["review_region"]),
        joined_on=joined_on,
        joined_precision=precision,
        source=entry["basis"],
        confidence=Confidence.READ,
    )


def _process(entry: dict[str, Any]) -> Process:
    confidence = Confidence(entry["confidence"])
    return Process(
        key=entry["key"],
        kind=ProcessKind(entry["kind"]),
        title=entry["title"],
        about=entry.get("about", ""),
        commission=Commission(entry["commission"]) if entry.get("commission") else None,
        round=entry.get("round"),
        starts_on=date.fromisoformat(entry["starts"]),
        ends_on=date.fromisoformat(entry["ends"]),
        place=entry.get("place") or "",
        outcome=entry.get("outcome", ""),
        confidence=confidence,
        source=_READ if confidence is Confidence.READ else _RECALLED,
    )


def _tool(entry: dict[str, Any]) -> NetworkTool:
    return NetworkTool(
        title=entry["title"],
        kind=ToolKind(entry["kind"]),
        summary=entry["summary"],
        objectives=entry["objectives"],
        link="https://migrationnetwork.un.org/",
        confidence=Confidence.RECALLED,
        source=_RECALLED,
    )


def _term() -> CoChairTerm:
    starts_on, ends_on = _FIRST_TERM
    return CoChairTerm(
        starts_on=starts_on,
        ends_on=ends_on,
        note=_FIRST_PAIR,
        source="In office at the informal cross-regional dialogue of November 2023 in Accra; the days are to be confirmed.",
        confidence=Confidence.RECALLED,
    )


def _meeting(entry: dict[str, Any]) -> Meeting:
    day, precision = _day(entry["date"])
    assert day is not None
    return Meeting(
        title=entry["title"],
        starts_at=datetime.combine(day, time(12), UTC),
        date_precision=precision,
        status=MeetingStatus.CLOSED,
        summary=_sentences(entry["note"]),
        is_summary_public=True,
        is_shared_with_observers=True,
        participants_count=entry.get("participants"),
        champions_present_count=entry.get("champions_present"),
        source="Public sources on the Initiative's meetings. Hour, duration and place are not documented there.",
        confidence=Confidence.READ,
    )


async def _add_activity(session: AsyncSession, entry: dict[str, Any], cast: Cast) -> None:
    leads = entry.get("leads", [])
    starts = entry.get("starts", entry.get("date"))
    activity = Activity(
        kind=ActivityKind(entry["kind"]),
        title=entry["title"],
        partners=", ".join(entry.get("stakeholders", [])),
        champion_id=cast.champion(leads[0] if leads else None),
        status=ActivityStatus.HELD,
        starts_on=date.fromisoformat(starts) if starts else None,
        ends_on=date.fromisoformat(entry.get("ends", starts)) if starts else None,
        format=Format(entry["format"]),
        place=entry.get("place", ""),
        audience=entry.get("audience", ""),
        languages=entry.get("languages", []),
        stakeholders=[Stakeholder.UN_ENTITIES] if "stakeholders" in entry else [],
        objectives=entry.get("objectives", []),
        source=_PUBLIC_SOURCES,
        confidence=Confidence.READ,
    )
    session.add(activity)
    await session.flush()
    parts = dict.fromkeys(entry.get("participants", []), Part.PARTICIPANT) | dict.fromkeys(leads, Part.CO_LEAD)
    session.add_all(
        ActivityChampion(activity_id=activity.id, champion_id=cast.champions[iso3], part=part)
        for iso3, part in parts.items()
        if cast.champions[iso3] != activity.champion_id
    )
    if "process" in entry:
        session.add(ActivityProcess(activity_id=activity.id, process_id=cast.processes[entry["process"]]))


def _day(written: str | None) -> tuple[date | None, DatePrecision]:
    """``2020-07`` is the first of July 2020, known by its month."""
    if written is None:
        return None, DatePrecision.DAY
    if written.count("-") == 1:
        return date.fromisoformat(f"{written}-01"), DatePrecision.MONTH
    return date.fromisoformat(written), DatePrecision.DAY


def _sentences(note: str) -> str:
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in note.split("; "))
