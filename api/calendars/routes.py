"""Calendars: of one meeting, and a private feed for each person."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.calendars import activity_queries, queries, service
from api.calendars.schemas import ActivityCalendarQuery, CalendarFeedAddress, CalendarFeedBody, CalendarResponse
from api.meetings.routes import MeetingId, MeetingRead
from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.unit_of_work import UnitOfWorkRoute, room_router

ProfileRead = Annotated[Caller, requires(Permission.PROFILE_READ)]

router = room_router("", tag="Calendars")
feed_router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute)


@router.get(
    "/meetings/{meeting_id}/calendar.ics",
    operation_id="getMeetingCalendar",
    summary="Put a meeting into one's calendar",
    response_class=CalendarResponse,
)
async def get_meeting_calendar(
    caller: MeetingRead, session: SessionDep, meeting_id: MeetingId, home: Home
) -> CalendarResponse:
    """An iCalendar object (RFC 5545) with the meeting's entry; the same entry as in the invitation."""
    return CalendarResponse(await queries.meeting_calendar(session, caller, meeting_id, home))


@router.get("/me/calendar-feed", operation_id="getCalendarFeed", summary="See whether one has a calendar feed")
async def get_calendar_feed(caller: ProfileRead, session: SessionDep) -> CalendarFeedBody:
    """When its address was made. The address itself is told once, when it is made."""
    return await queries.get_feed(session, caller)


@router.post(
    "/me/calendar-feed",
    operation_id="makeCalendarFeed",
    summary="Make or renew one's calendar feed",
    status_code=status.HTTP_201_CREATED,
)
async def make_calendar_feed(caller: ProfileRead, session: SessionDep, home: Home) -> CalendarFeedAddress:
    """A private address that calendar programs follow; the one before stops working."""
    return await service.make_feed(session, caller, home)


@router.delete(
    "/me/calendar-feed",
    operation_id="revokeCalendarFeed",
    summary="Stop one's calendar feed",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def revoke_calendar_feed(caller: ProfileRead, session: SessionDep) -> None:
    """Whoever has the address reads nothing any more."""
    await service.revoke_feed(session, caller)


@feed_router.get("/calendars/activities.ics")
async def get_activities(
    session: SessionDep, home: Home, query: Annotated[ActivityCalendarQuery, Query()]
) -> CalendarResponse:
    """Public activities, for everybody alike: filtered as the list is."""
    text = await activity_queries.activity_calendar(session, query, home)
    return CalendarResponse(text, headers={"Cache-Control": "public, max-age=900"})


@feed_router.get("/calendars/{secret}.ics")
async def get_feed(
    session: SessionDep,
    secret: Annotated[str, Path(max_length=100)],
    home: Home,
) -> CalendarResponse:
    """The calendar of whoever holds the secret, as that person may see it now. No cache may share it."""
    text = await queries.feed_of(session, secret, home)
    return CalendarResponse(text, headers={"Cache-Control": "private, no-cache"})
