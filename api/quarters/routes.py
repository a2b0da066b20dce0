"""Whether every quarter has its technical meeting."""

from typing import Annotated

from fastapi import Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.quarters import queries
from api.quarters.schemas import QuarterList, QuartersQuery

QuartersRead = Annotated[Caller, requires(Permission.QUARTERS_READ)]

router = room_router("/meetings/quarters", tag="Meetings")


@router.get("", operation_id="listMeetingQuarters", summary="See which quarters have no technical meeting")
async def list_meeting_quarters(
    _: QuartersRead, session: SessionDep, query: Annotated[QuartersQuery, Query()]
) -> QuarterList:
    """The technical meetings of each quarter, and a day for one where there is none.

    The day is a Tuesday, Wednesday or Thursday, as near to the middle of the quarter as may be: two weeks ahead or more,
    no holiday of the United Nations, no day of a process (of one that lasts a month at most: a longer one is a season),
    and four weeks or more from every other meeting.
    """
    return await queries.list_quarters(session, query)
