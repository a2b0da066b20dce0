"""Health and metrics, for whoever watches over the service."""

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.platform import metrics
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


@router.get("/metrics")
async def exposition() -> Response:
    """Prometheus metrics of this process."""
    return metrics.exposition()
