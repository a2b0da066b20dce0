"""Counts of practices by facet, over HTTP."""

from typing import Annotated

from fastapi import Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.practices import facet_queries
from api.practices.facet_schemas import PracticeFacets
from api.practices.schemas import PracticeFilters

PracticeRead = Annotated[Caller, requires(Permission.PRACTICES_READ)]

router = room_router("/practices/facets", tag="Practices")


@router.get("", operation_id="countPracticeFacets", summary="Count practices by facet")
async def count_practice_facets(
    caller: PracticeRead, session: SessionDep, filters: Annotated[PracticeFilters, Query()]
) -> PracticeFacets:
    """How many practices of the list with the same filters have which objective, region, year and so on."""
    return await facet_queries.count_facets(session, caller, filters)
