"""What waits, what is new, and where the Initiative stands."""

from typing import Annotated

from fastapi import Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.home import due_queries, news_queries, overview_queries
from api.home.schemas import DueList, NewsList, NewsQuery, OverviewBody
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

ProfileRead = Annotated[Caller, requires(Permission.PROFILE_READ)]
OverviewRead = Annotated[Caller, requires(Permission.OVERVIEW_READ)]

router = room_router("", tag="Home")


@router.get("/me/due", operation_id="getMyDue", summary="What is due for me now")
async def get_my_due(caller: ProfileRead, session: SessionDep) -> DueList:
    """What waits for the caller in the roles of this moment, the most urgent first."""
    return await due_queries.get_due(session, caller)


@router.get("/me/news", operation_id="getMyNews", summary="What others did since I was last here")
async def get_my_news(caller: ProfileRead, session: SessionDep, query: Annotated[NewsQuery, Query()]) -> NewsList:
    """The latest of what others did, as far as the caller may see it. `markSeen` ends what counts as new."""
    return await news_queries.get_news(session, caller, since=query.since)


@router.get("/overview", operation_id="getOverview", summary="Where the Initiative stands")
async def get_overview(caller: OverviewRead, session: SessionDep) -> OverviewBody:
    """Co-chairs, next meeting, figures and what was published lately; for members also the workplan at a glance."""
    return await overview_queries.get_overview(session, caller)
