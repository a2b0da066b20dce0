"""The latest entries of the demonstration's audit trail."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.identity.models import Person
from api.meetings.models import Meeting, MeetingStatus
from api.pledges.models import Pledge, PledgeStatus
from api.practices.models import Practice, PracticeStatus
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import moment
from api.workplan.models import WorkplanItem, WorkplanItemUpdate

_REACHES_BACK = 60
_OPENED_IN_DAYS = -3


async def add(
    session: AsyncSession,
    cast: Cast,
    *,
    published: list[Practice],
    made: list[Pledge],
    items: list[tuple[WorkplanItem, WorkplanItemUpdate]],
    meetings: list[Meeting],
) -> None:
    """Add an entry for each publication, each pledge, each progress update and each opened agenda of the last two months."""
    since = moment(-_REACHES_BACK)
    entries = [_publication(practice, cast) for practice in published]
    entries += [_pledge(pledge, cast) for pledge in made]
    entries += [_progress(item, update, cast) for item, update in items]
    entries += [_opening(meeting, cast) for meeting in meetings if meeting.status is MeetingStatus.AGENDA_OPEN]
    latest = [entry for entry in entries if entry.at >= since]
    latest.sort(key=lambda entry: entry.at)
    session.add_all(latest)
    await session.flush()


def _publication(practice: Practice, cast: Cast) -> AuditEntry:
    assert practice.published_at is not None
    return _entry(
        cast.people["secretariat"],
        practice.published_at,
        "practice.publish",
        practice,
        before={"status": PracticeStatus.ACCEPTED.value},
        after={"status": PracticeStatus.PUBLISHED.value, "version": 1},
        on_behalf_of_id=practice.champion_id,
    )


def _pledge(pledge: Pledge, cast: Cast) -> AuditEntry:
    assert pledge.made_on is not None
    champion = next(iso3 for iso3, key in cast.champions.items() if key == pledge.champion_id)
    at = datetime.combine(pledge.made_on, time(10), UTC)
    before, after = {"status": PledgeStatus.DRAFT.value}, {"status": PledgeStatus.MADE.value}
    return _entry(cast.focal_point(champion), at, "pledge.make", pledge, before=before, after=after)


def _progress(item: WorkplanItem, update: WorkplanItemUpdate, cast: Cast) -> AuditEntry:
    person = next(person for person in cast.people.values() if person.id == update.person_id)
    after = {"text": update.text} | ({"status": update.status.value} if update.status else {})
    return _entry(person, update.reported_at, "workplan_item.reported", item, before={}, after=after)


def _opening(meeting: Meeting, cast: Cast) -> AuditEntry:
    chair = cast.focal_point(cast.seated_on(moment(0).date())[0])
    before, after = {"status": MeetingStatus.PLANNED.value}, {"status": MeetingStatus.AGENDA_OPEN.value}
    return _entry(chair, moment(_OPENED_IN_DAYS), "meeting.open-agenda", meeting, before=before, after=after)


def _entry(
    person: Person, at: datetime, action: str, subject: Practice | Pledge | WorkplanItem | Meeting, **more: Any
) -> AuditEntry:
    return AuditEntry(
        at=at + timedelta(seconds=2),
        person_id=person.id,
        person_name=person.name,
        action=action,
        record_type=str(subject.__tablename__),
        record_id=subject.id,
        record_title=subject.title,
        **more,
    )
