"""The public activities as a calendar that anybody may follow."""

from datetime import timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities import queries as activities
from api.activities.models import Activity, ActivityStatus
from api.activities.schemas import ActivityQuery
from api.calendars.activities import FIELDS, entry
from api.calendars.entries import Method, calendar
from api.calendars.schemas import ActivityCalendarQuery
from api.champions.models import Champion
from api.platform import clock, language
from api.platform.database import columns
from api.platform.wording import words

_REACHES_BACK = timedelta(days=366)
_TAKES_PLACE = (ActivityStatus.PLANNED, ActivityStatus.CONFIRMED, ActivityStatus.HELD, ActivityStatus.REPORTED)


async def activity_calendar(session: AsyncSession, query: ActivityCalendarQuery, home: str) -> str:
    """Public activities of the last year and to come; what is postponed or cancelled leaves the calendars that follow."""
    asked = ActivityQuery(**query.model_dump())
    shown = (
        columns(*(getattr(Activity, field) for field in FIELDS))
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
    entries = [entry(row, home) for row in await session.exec(shown)]
    return calendar(entries, method=Method.PUBLISH, name=name)
