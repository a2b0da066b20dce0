"""Fair times to meet, for New York, Geneva and the capitals alike."""

from typing import Annotated

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.slots import queries
from api.slots.schemas import SlotsFound, SlotsWanted

MeetingsPrepare = Annotated[Caller, requires(Permission.MEETINGS_PREPARE)]

router = room_router("/meetings/slots", tag="Times to meet")


@router.post("", operation_id="findMeetingSlots", summary="Find a time that is fair to all")
async def find_meeting_slots(_: MeetingsPrepare, session: SessionDep, body: SlotsWanted) -> SlotsFound:
    """Each half hour of a meeting has points in each place, by what the clocks there show.

    0 from 9:00 to 17:00 · 1 from 8:00 and 17:00 · 2 from 7:00 and 18:00 · 4 from 6:00 and 20:00 · 7 from 5:00 and
    22:00 · 10 from midnight to 5:00 · at least 8 on a weekend or a holiday there. Slots are ranked by the worst that any
    place has, then by what all have together. A place where the last meetings fell into bad hours counts for more.
    """
    return await queries.find_slots(session, body)
