"""Health, metrics and what this installation is."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform import metrics
from api.platform.database import SessionDep, columns
from api.platform.jobs import worker_was_seen_since
from api.platform.language import Language
from api.platform.problems import Unavailable
from api.platform.unit_of_work import UnitOfWorkRoute, room_router

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]

router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute)
about_router = room_router("/about", tag="About")


class Health(BaseModel):
    """Whether the service can do its work."""

    status: str = Field(description="Always `ok`; a problem otherwise.", examples=["ok"])


class About(BaseModel):
    """What this installation is."""

    name: str = Field(description="The product.", examples=["Champions"])
    version: str = Field(description="Its version.", examples=["0.1.0"])
    is_demonstration: bool = Field(description="Whether invented records and accounts are here.", examples=[False])
    sends_mail: bool = Field(description="Whether links are mailed; shown on the screen otherwise.", examples=[True])
    languages: list[Language] = Field(
        description="The languages of the answers.", examples=[["ar", "zh", "en", "fr", "ru", "es"]]
    )


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


@about_router.get("", operation_id="getAbout", summary="What this installation is")
async def get_about(request: Request, _: SessionUse) -> About:
    """Name, version, and whether it is a demonstration."""
    settings = request.app.state.settings
    return About(
        name=request.app.title,
        version=request.app.version,
        is_demonstration=settings.demo,
        sends_mail=settings.smtp_url is not None,
        languages=list(Language),
    )
