"""What the Hub has, compared with what it should have."""

from typing import Annotated

from fastapi import Body, Query, status

from api.hub import reconciliation_queries, service
from api.hub.routes import HubManage
from api.hub.schemas import DeliveredAgain, DeliveringAgain, FindingBody, FindingQuery, LastReconciliation
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

router = room_router("/hub/reconciliation", tag="Migration Network Hub")


@router.get("", operation_id="getHubReconciliation", summary="Read the last comparison with the Hub")
async def get_hub_reconciliation(_: HubManage, session: SessionDep) -> LastReconciliation:
    """How far it has come, and how many practices are missing there, older, other, or not to be there."""
    return await reconciliation_queries.last_reconciliation(session)


@router.post(
    "",
    operation_id="startHubReconciliation",
    summary="Compare with the Hub",
    status_code=status.HTTP_202_ACCEPTED,
)
async def start_hub_reconciliation(caller: HubManage, session: SessionDep, settings: SettingsDep) -> LastReconciliation:
    """Read the Hub's whole list in the background and keep what differs. One comparison at a time."""
    return await service.start_reconciliation(session, caller, settings)


@router.get("/findings", operation_id="listHubFindings", summary="List what differs at the Hub")
async def list_hub_findings(
    _: HubManage, session: SessionDep, query: Annotated[FindingQuery, Query()]
) -> Page[FindingBody]:
    """What the last comparison found, by title."""
    return await reconciliation_queries.list_findings(session, query)


@router.post("/deliver-again", operation_id="deliverToHubAgain", summary="Deliver to the Hub again")
async def deliver_to_hub_again(
    caller: HubManage,
    session: SessionDep,
    settings: SettingsDep,
    body: Annotated[DeliveringAgain, Body(default_factory=DeliveringAgain)],
) -> DeliveredAgain:
    """Queue deliveries for what the last comparison found, so that the Hub has what it should have."""
    return await service.deliver_again(session, caller, settings, body)
