"""The Migration Network Hub: what is delivered there, and what became of it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.hub import queries, service
from api.hub.schemas import (
    DeliveryBody,
    DeliveryQuery,
    DeliverySummary,
    HubBody,
    PracticeAtHub,
    RetriedDeadLetters,
    Skipping,
)
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

HubManage = Annotated[Caller, requires(Permission.HUB_MANAGE)]
PracticeWrite = Annotated[Caller, requires(Permission.PRACTICES_WRITE)]
DeliveryId = Annotated[UUID, Path(description="Key of the delivery.")]

router = room_router("/hub", tag="Migration Network Hub")


async def delivery_to_move(
    delivery_id: DeliveryId, _: HubManage, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The delivery, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, delivery_id, expected_revision)


DeliveryToMove = Annotated[service.Subject, Depends(delivery_to_move)]


@router.get("", operation_id="getHub", summary="See how the Hub is connected")
async def get_hub(_: HubManage, session: SessionDep, settings: SettingsDep) -> HubBody:
    """Whether a Hub is connected, whether it answers, and how many deliveries stand where."""
    return await queries.get_hub(session, settings)


@router.get("/deliveries", operation_id="listHubDeliveries", summary="List deliveries to the Hub")
async def list_hub_deliveries(
    _: HubManage, session: SessionDep, query: Annotated[DeliveryQuery, Query()]
) -> Page[DeliverySummary]:
    """Newest first. `given_up` are the dead letters."""
    return await queries.list_deliveries(session, query)


@router.post("/deliveries/retry", operation_id="retryHubDeadLetters", summary="Try all dead letters again")
async def retry_hub_dead_letters(caller: HubManage, session: SessionDep) -> RetriedDeadLetters:
    """Queue each delivery that was given up, where no later one of its practice has taken its place. Each is audited."""
    return await service.retry_all(session, caller)


@router.get("/deliveries/{delivery_id}", operation_id="getHubDelivery", summary="Read a delivery to the Hub")
async def get_hub_delivery(_: HubManage, session: SessionDep, delivery_id: DeliveryId) -> DeliveryBody:
    """A delivery with its attempts and the Hub's own words."""
    return await queries.get_delivery(session, delivery_id)


@router.post("/deliveries/{delivery_id}/retry", operation_id="retryHubDelivery", summary="Try a delivery again")
async def retry_hub_delivery(caller: HubManage, session: SessionDep, delivery: DeliveryToMove) -> DeliveryBody:
    """Queue a delivery that was given up or skipped, with all its attempts before it."""
    return await service.retry(session, caller, delivery)


@router.post("/deliveries/{delivery_id}/skip", operation_id="skipHubDelivery", summary="Skip a delivery")
async def skip_hub_delivery(
    caller: HubManage, session: SessionDep, delivery: DeliveryToMove, body: Skipping
) -> DeliveryBody:
    """Do without a delivery that waits or was given up. The reason is kept."""
    return await service.skip(session, caller, delivery, body.reason)


@router.get(
    "/practices/{practice_id}", operation_id="getPracticeAtHub", summary="See where a practice stands with the Hub"
)
async def get_practice_at_hub(
    caller: PracticeWrite,
    session: SessionDep,
    settings: SettingsDep,
    practice_id: Annotated[UUID, Path(description="Key of the practice.")],
) -> PracticeAtHub:
    """For its champion and the secretariat: waiting, delivered, published with the link, refused with the Hub's words."""
    return await queries.practice_at_hub(session, caller, practice_id, settings)
