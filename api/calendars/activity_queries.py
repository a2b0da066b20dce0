"""The public activities as a calendar that anybody may follow."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities import queries as activities
from api.activities import rules
from api.activities.models import Activity, ActivityStatus
from api.activities.schemas import ActivityQuery
from api.calendars.entries import Days, Entry, EntryStatus, Method, calendar
from api.calendars.schemas import ActivityCalendarQuery
from api.champions.models import Champion
from api.platform import clock, language
from api.platform.database import columns
from api.platform.wording import words

_REACHES_BACK = timedelta(days=366)
_LASTS = timedelta(hours=1)
"""How long something takes of which only the beginning is known."""
_FIELDS = (
    "id", "title", "status", "starts_on", "ends_on", "starts_time", "ends_time", "time_zone", "place", "link",
    "description", "updated_at",
)  # fmt: skip
_TAKES_PLACE = (ActivityStatus.PLANNED, ActivityStatus.CONFIRMED, ActivityStatus.HELD, ActivityStatus.REPORTED)


async def activity_calendar(session: AsyncSession, query: ActivityCalendarQuery, home: str) -> str:
    """Public activities of the last year and to come; what is postponed or cancelled leaves the calendars that follow."""
    asked = ActivityQuery(**query.model_dump())
    shown = (
        columns(*(getattr(Activity, field) for field in _FIELDS))
        .outerjoin(Champion, col(Champion.id) == col(Activity.champion_id))
        .where(
            activities.visible(ANYBODY),
            col(Activity.status).in_(_TAKES_PLACE),
            col(Activity.starts_on) >= clock.today() - _REACHES_BACK,
            *activities.asked_for(asked),
        )
        .order_by(col(Activity.starts_on), col(Activity.id))
    )
    name = words("calendars", language.current())["activities"]
    entries = [_entry(row, f"{home}/activities/{row.id}") for row in await session.exec(shown)]
    return calendar(entries, method=Method.PUBLISH, name=name)


def _entry(row: Row[Any], page: str) -> Entry | Days:
    last = row.ends_on or row.starts_on
    starts_at = rules.instant(row.starts_on, row.starts_time, row.time_zone)
    if starts_at is None:
        return Days(
            uid=f"activity-{row.id}@champion-countries",
            title=row.title,
            first=row.starts_on,
            last=last,
            changed_at=row.updated_at,
            description=row.description,
            place=row.place,
            page=page,
        )
    return Entry(
        uid=f"activity-{row.id}@champion-countries",
        title=row.title,
        starts_at=starts_at,
        ends_at=rules.instant(last, row.ends_time, row.time_zone) or starts_at + _LASTS,
        changed_at=row.updated_at,
        zone=row.time_zone,
        status=EntryStatus.TENTATIVE if row.status is ActivityStatus.PLANNED else EntryStatus.CONFIRMED,
        description=row.description,
        place=row.place,
        page=page,
    )
