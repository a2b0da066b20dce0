"""Sets the one clock, for browser tests that play a semester. Exists in demonstration mode only, and where it is asked for."""

from datetime import datetime
from typing import Annotated

from fastapi import Request
from pydantic import AwareDatetime, BaseModel, Field

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform import clock, sweeps
from api.platform.problems import Unavailable
from api.platform.schemas import RequestBody
from api.platform.unit_of_work import room_router

Anyone = Annotated[Caller, requires(Permission.SESSION_USE)]
"""Nobody needs to be signed in: a clock set far ahead ends every session, and must still go back."""

router = room_router("/test/clock", tag="Test clock")


class ClockToSet(RequestBody):
    """When it shall be."""

    now: AwareDatetime | None = Field(description="The instant to stop at; null: the real time again.")


class ClockBody(BaseModel):
    """When it is."""

    now: datetime = Field(description="The product's present, in UTC.")


@router.put("", include_in_schema=False)
async def set_clock(request: Request, _: Anyone, body: ClockToSet) -> ClockBody:
    """Stop the clock at an instant, or let it run again; what was to happen by then happens at once."""
    clock.set_to(body.now)
    failed = await sweeps.run_all(request.app.state.database)
    if failed:
        raise Unavailable(f"The clock is set, but not all that follows from it could be done: {', '.join(failed)}.")
    return ClockBody(now=clock.now())
