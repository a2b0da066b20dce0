"""The demonstration's meetings with their agendas."""

from datetime import UTC, datetime, time, timedelta
from itertools import count
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import (
    AgendaItem,
    AgendaItemOrigin,
    AgendaItemStatus,
    AgendaItemSupport,
    Meeting,
    MeetingKind,
    MeetingStatus,
)
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment, working_day
from api.seeding.files import read
from api.vocabularies.models import Format

_ZONES = {"Geneva": "Europe/Zurich", "New York": "America/New_York"}
_OPENED_BEFORE = 40
"""Days before a meeting on which it was set up."""


async def add(session: AsyncSession, cast: Cast) -> list[Meeting]:
    """Add and return the meetings; what co-chairs lead on an agenda is led by the pair in office on the day."""
    entries = read("demonstration", "meetings")["meetings"]
    meetings = [_meeting(entry) for entry in entries]
    session.add_all(meetings)
    await session.flush()
    agendas = [_agenda(meeting, entry, cast) for meeting, entry in zip(meetings, entries, strict=True)]
    session.add_all(item for agenda in agendas for item in agenda)
    await session.flush()
    for agenda, entry in zip(agendas, entries, strict=True):
        await _connect(session, agenda, entry, [item for other in agendas for item in other], cast)
    return meetings


async def _connect(
    session: AsyncSession, agenda: list[AgendaItem], entry: dict[str, Any], everything: list[AgendaItem], cast: Cast
) -> None:
    """Say to whom the proposals of an agenda matter, which were merged, and what came from an earlier meeting."""
    by_title = {item.title: item for item in agenda}
    for item, told in zip(agenda, entry["agenda_items"], strict=True):
        for iso3 in told.get("supported_by", []):
            session.add(_support(item, iso3, cast))
        if whole := told.get("merged_into"):
            item.merged_into_id, item.status = by_title[whole].id, AgendaItemStatus.MERGED
            by_title[whole].co_proposed_by = [*by_title[whole].co_proposed_by, told["proposed_by"]]
        if told.get("carried_over"):
            item.origin = AgendaItemOrigin.CARRIED_OVER
            item.carried_from_id = next(
                other.id for other in everything if other.title == item.title and other.is_reached is False
            )
    await session.flush()


def _support(item: AgendaItem, iso3: str, cast: Cast) -> AgendaItemSupport:
    person = cast.focal_point(iso3)
    champion_id = cast.champions[iso3]
    return AgendaItemSupport(
        item_id=item.id,
        champion_id=champion_id,
        person_id=person.id,
        person_name=person.name,
        given_at=item.created_at + timedelta(days=1),
    )


def _meeting(entry: dict[str, Any]) -> Meeting:
    status = MeetingStatus(entry["status"])
    starts_at = datetime.combine(working_day(entry["in_days"]), time(entry["hour_utc"]), UTC)
    made_at = min(moment(entry["in_days"] - _OPENED_BEFORE), moment(-3))
    return Meeting(
        kind=MeetingKind(entry["kind"]),
        title=entry["title"],
        starts_at=starts_at,
        time_zone=_ZONES.get(entry["place"] or "", "America/New_York"),
        duration_minutes=entry["duration_minutes"],
        languages=entry["languages"],
        format=Format(entry["format"]),
        place=entry["place"] or "",
        status=status,
        agenda_closes_at=starts_at - timedelta(days=7),
        summary=entry["summary"] or "",
        is_summary_public=bool(entry["summary"]),
        is_shared_with_observers=status is not MeetingStatus.PLANNED,
        created_at=made_at,
        updated_at=made_at,
        is_demonstration=True,
    )


def _agenda(meeting: Meeting, entry: dict[str, Any], cast: Cast) -> list[AgendaItem]:
    places = count(1)
    return [_item(told, number, meeting, places, cast) for number, told in enumerate(entry["agenda_items"])]


def _item(told: dict[str, Any], number: int, meeting: Meeting, places: "count[int]", cast: Cast) -> AgendaItem:
    # a merged proposal names the other, which has no key before both are saved
    status = AgendaItemStatus.PROPOSED if told.get("merged_into") else AgendaItemStatus(told["status"])
    proposer = told["proposed_by"]
    made_at = (
        max(meeting.created_at, moment(-9 + number, hour=13)) if meeting.starts_at > moment(0) else meeting.created_at
    )
    return AgendaItem(
        meeting_id=meeting.id,
        title=told["title"],
        description=told["description"],
        minutes=told["minutes"],
        position=next(places) if status is AgendaItemStatus.ACCEPTED else None,
        status=status,
        decision_reason=told["decision_reason"] or "",
        proposed_by_id=cast.champion(proposer),
        proposed_by_person_id=cast.focal_point(proposer).id if proposer else None,
        leads=told["lead"] if proposer else cast.seated_on(meeting.starts_at.date()) or told["lead"],
        objectives=told["objectives"],
        translations=told.get("translations", {}),
        is_reached=told.get("is_reached"),
        created_at=made_at,
        updated_at=made_at,
    )
