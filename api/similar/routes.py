"""Similar and related records over HTTP."""

from typing import Annotated

from fastapi import Depends, Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.rates import AtMost
from api.platform.unit_of_work import room_router
from api.similar import queries
from api.similar.schemas import SimilarQuery, SimilarRecords

SimilarRead = Annotated[Caller, requires(Permission.SIMILAR_READ)]

A_MINUTE = 120
"""How often one person, or one address, may ask a minute: twice as often as a form does whose writer never rests."""

router = room_router("/similar", tag="Finding")


@router.get(
    "",
    operation_id="listSimilar",
    summary="Find what resembles a text",
    dependencies=[Depends(AtMost(A_MINUTE, seconds=60))],
)
async def list_similar(
    caller: SimilarRead, session: SessionDep, query: Annotated[SimilarQuery, Query()]
) -> SimilarRecords:
    """Practices or activities that resemble what is being written, with reasons, so that nothing is done twice.

    Compared are the most telling words of the text, the objectives, the region and, of activities, the dates.
    """
    return await queries.find_similar(session, caller, query)
