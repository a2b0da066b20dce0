"""The demonstration's practices in every state, each with the review that led there."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.language import Language
from api.platform.records import Visibility
from api.platform.storage import Storage
from api.practices.models import GeographicScope, Practice, PracticeReviewStep, PracticeStatus, PracticeType
from api.practices.service import version_of
from api.seeding.cast import Cast
from api.seeding.demonstration import practice_files, practice_reviews
from api.seeding.demonstration.calendar import day_if, moment
from api.seeding.files import read

_WAS_PUBLIC_FOR = timedelta(days=190)
_AS_TOLD = (
    "title",
    "summary",
    "main_implementing_organization",
    "implementing_focal_point",
    "partners",
    "organizations_involved",
    "benefit_and_impact",
    "key_lessons",
    "recommendations",
    "innovation",
    "cross_cutting_themes",
    "objectives_primary",
    "objectives_secondary",
    "guiding_principles",
    "sdgs",
    "countries",
    "regions",
    "additional_resources",
)
_STEPS = {
    PracticeStatus.SUBMITTED: (None, 0),
    PracticeStatus.UNDER_REVIEW: (PracticeStatus.SUBMITTED, 6),
    PracticeStatus.CHANGES_REQUESTED: (PracticeStatus.UNDER_REVIEW, 8),
    PracticeStatus.ACCEPTED: (PracticeStatus.UNDER_REVIEW, 9),
    PracticeStatus.PUBLISHED: (PracticeStatus.ACCEPTED, 3),
    PracticeStatus.WITHDRAWN: (PracticeStatus.PUBLISHED, _WAS_PUBLIC_FOR.days),
}
"""The state before each state, and how many days a practice waited there."""


async def add(session: AsyncSession, cast: Cast, storage: Storage) -> list[Practice]:
    """Add the practices with their files, versions and reviews; returns the published ones."""
    entries = read("demonstration", "practices")["practices"]
    practices = [_practice(entry, place, cast) for place, entry in enumerate(entries)]
    session.add_all(practices)
    await session.flush()
    files = await practice_files.add(session, storage, cast, practices)
    for place, (practice, entry) in enumerate(zip(practices, entries, strict=True)):
        session.add_all(_review(practice, entry, cast))
        reached = _times(practice.status, entry, place)
        if PracticeStatus.SUBMITTED in reached:
            await practice_reviews.add(session, cast, practice, reached, place)
    session.add_all(version_of(practice, files.get(practice.id, ())) for practice in practices if practice.version)
    await session.flush()
    return [practice for practice in practices if practice.status is PracticeStatus.PUBLISHED]


def _practice(entry: dict[str, Any], place: int, cast: Cast) -> Practice:
    status = PracticeStatus(entry["status"])
    reached = _times(status, entry, place)
    arrived = reached.get(status, _since(entry, place))
    submitted_at = reached.get(PracticeStatus.SUBMITTED)
    return Practice(
        champion_id=cast.champions[entry["champion"]],
        status=status,
        visibility=Visibility(entry["visibility"]),
        type_of_practice=PracticeType(entry["type_of_practice"]) if entry["type_of_practice"] else None,
        geographic_scope=GeographicScope(entry["geographic_scope"]) if entry["geographic_scope"] else None,
        starts_on=day_if(entry["starts_in_days"]),
        ends_on=day_if(entry["ends_in_days"]),
        language=Language(entry["language"]),
        submitted_at=submitted_at,
        published_at=reached.get(PracticeStatus.PUBLISHED),
        withdrawn_at=reached.get(PracticeStatus.WITHDRAWN),
        version=1 if PracticeStatus.PUBLISHED in reached else 0,
        review_note=entry["review_note"] or "",
        withdrawal_reason=entry.get("withdrawal_reason", ""),
        created_at=(submitted_at or arrived) - timedelta(days=4, hours=3),
        updated_at=arrived,
        is_demonstration=True,
        **_told(entry),
    )


def _told(entry: dict[str, Any]) -> dict[str, Any]:
    """What is taken over as it is told; a text that is missing is empty."""
    return {field: "" if entry[field] is None else entry[field] for field in _AS_TOLD}


def _times(status: PracticeStatus, entry: dict[str, Any], place: int) -> dict[PracticeStatus, datetime]:
    """When the practice reached each state on its way, back from its present one."""
    at, reached = _since(entry, place), {}
    step = _STEPS.get(status)
    while step:
        reached[status] = at
        before, waited = step
        if before is None:
            break
        status, at = before, at - timedelta(days=waited, minutes=17)
        step = _STEPS[status]
    return reached


def _since(entry: dict[str, Any], place: int) -> datetime:
    return moment(entry["status_in_days"], hour=8 + place % 9, minute=(place * 7) % 60)


def _review(practice: Practice, entry: dict[str, Any], cast: Cast) -> list[PracticeReviewStep]:
    reached = sorted(
        _times(practice.status, entry, 0).items(), key=lambda one: (one[1], list(PracticeStatus).index(one[0]))
    )
    steps, before = [], PracticeStatus.DRAFT
    for status, at in reached:
        account = entry["champion"].lower() if status is PracticeStatus.SUBMITTED else "secretariat"
        steps.append(
            PracticeReviewStep(
                practice_id=practice.id,
                at=at,
                person_name=cast.people[account].name,
                from_status=before,
                to_status=status,
                note=practice.review_note if status is practice.status else "",
            )
        )
        before = status
    return steps
