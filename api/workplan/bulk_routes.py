"""Many items of a workplan at once over HTTP."""

from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.workplan import bulk_service
from api.workplan.bulk_schemas import BulkChangeBody, BulkChanged
from api.workplan.routes import WorkplanId, WorkplanWrite

router = room_router("/workplans/{workplan_id}/items", tag="Workplan items")


@router.post("/bulk", operation_id="changeWorkplanItems", summary="Change many workplan items at once")
async def change_workplan_items(
    caller: WorkplanWrite, session: SessionDep, workplan_id: WorkplanId, body: BulkChangeBody
) -> BulkChanged:
    """All are changed, or none: a 412 lists those that somebody changed since, a 422 each fault by item and field."""
    return await bulk_service.change_many(session, caller, workplan_id, body)
