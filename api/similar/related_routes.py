"""Practices related to a practice, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Path

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.similar import queries
from api.similar.schemas import SimilarRecords

PracticeRead = Annotated[Caller, requires(Permission.PRACTICES_READ)]

MOST = 4

router = room_router("/practices/{practice_id}/related", tag="Finding")


@router.get("", operation_id="listRelatedPractices", summary="List related practices")
async def list_related_practices(
    caller: PracticeRead, session: SessionDep, practice_id: Annotated[UUID, Path(description="Key of the practice.")]
) -> SimilarRecords:
    """The practices most like the one in what they tell, the objectives they serve and their region; four at most."""
    return await queries.find_related(session, caller, practice_id, most=MOST)
