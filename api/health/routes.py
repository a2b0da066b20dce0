"""Health and metrics, for whoever watches over the service."""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.hub.queries import get_hub
from api.hub.schemas import CircuitState
from api.platform import clock, metrics
from api.platform.configured import SettingsDep
from api.platform.database import SessionDep, columns
from api.platform.jobs import worker_was_seen_since
from api.platform.problems import Unavailable
from api.platform.unit_of_work import UnitOfWorkRoute

router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute)


class Health(BaseModel):
    """Whether the service can do its work."""

    status: str = Field(description="Always `ok`; a problem otherwise.", examples=["ok"])


@router.get("/health/live")
async def live() -> Health:
    """The process answers."""
    return Health(status="ok")


@router.get("/health/ready")
async def ready(session: SessionDep) -> Health:
    """The database answers, and some worker works through the queue."""
    await session.exec(columns(1))
    if not await worker_was_seen_since(session):
        raise Unavailable(
            "No worker has given a sign of life for a minute: mail and deadlines wait. Start `champions worker`."
        )
    return Health(status="ok")


class HubHealth(BaseModel):
    """How the deliveries to the Migration Network Hub stand. Whatever it says, the service does its work."""

    is_configured: bool = Field(description="Whether a Hub is connected.", examples=[True])
    circuit: CircuitState = Field(description="`open` while nothing is sent, since it failed.", examples=["closed"])
    waiting: int = Field(description="Deliveries that wait.", examples=[0])
    given_up: int = Field(description="Dead letters.", examples=[0])
    oldest_waits_seconds: int = Field(description="For how long the oldest has waited.", examples=[0])


@router.get("/health/hub")
async def hub_health(session: SessionDep, settings: SettingsDep) -> HubHealth:
    """Whether what is published gets through to the Hub."""
    hub = await get_hub(session, settings)
    return HubHealth(
        is_configured=hub.is_configured,
        circuit=hub.circuit.state,
        waiting=hub.counts.queued,
        given_up=hub.counts.given_up,
        oldest_waits_seconds=_age(hub.waiting_since),
    )


def _age(since: datetime | None) -> int:
    return round((clock.now() - since).total_seconds()) if since else 0


@router.get("/metrics")
async def exposition(session: SessionDep, settings: SettingsDep) -> Response:
    """Prometheus metrics of this process, and of the deliveries to the Hub."""
    hub = await get_hub(session, settings)
    metrics.hub_waiting.set(hub.counts.queued)
    metrics.hub_given_up.set(hub.counts.given_up)
    metrics.hub_oldest_seconds.set(_age(hub.waiting_since))
    metrics.hub_circuit_open.set(hub.circuit.state is CircuitState.OPEN)
    return metrics.exposition()
