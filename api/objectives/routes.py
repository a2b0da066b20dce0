"""The 23 objectives of the Compact, and the 2030 Agenda seen from them."""

from typing import Annotated

from fastapi import Path

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.objectives import queries
from api.objectives.schemas import GoalList, ObjectiveBody, ObjectiveList
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

ObjectivesRead = Annotated[Caller, requires(Permission.OBJECTIVES_READ)]

router = room_router("", tag="Objectives")


@router.get("/objectives", operation_id="listObjectives", summary="The 23 objectives, with what is done for them")
async def list_objectives(caller: ObjectivesRead, session: SessionDep) -> ObjectiveList:
    """Who champions each, and what the caller may see of what serves it, in numbers."""
    return await queries.list_objectives(session, caller)


@router.get("/objectives/{number}", operation_id="getObjective", summary="One objective, with all that is done for it")
async def get_objective(
    caller: ObjectivesRead,
    session: SessionDep,
    number: Annotated[int, Path(ge=1, le=23, description="Number of the objective.", examples=[3])],
) -> ObjectiveBody:
    """Its champions, statements, activities, pledges and practices, open invitations, and the SDG targets beside it."""
    return await queries.get_objective(session, caller, number)


@router.get("/sdgs", operation_id="listGoals", summary="List the goals with the objectives beside them")
async def list_goals(caller: ObjectivesRead, session: SessionDep) -> GoalList:
    """Which of their targets go with which objectives (an editorial reading), and how much of our work names each goal."""
    return await queries.list_goals(session, caller)
