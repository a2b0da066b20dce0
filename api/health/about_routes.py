"""What this installation is."""

from typing import Annotated

from fastapi import Request
from pydantic import BaseModel, Field

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.language import Language
from api.platform.unit_of_work import room_router

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]

router = room_router("/about", tag="About")


class About(BaseModel):
    """What this installation is."""

    name: str = Field(description="The product.", examples=["Champions"])
    version: str = Field(description="Its version.", examples=["0.1.0"])
    is_demonstration: bool = Field(description="Whether invented records and accounts are here.", examples=[False])
    sends_mail: bool = Field(description="Whether links are mailed; shown on the screen otherwise.", examples=[True])
    languages: list[Language] = Field(
        description="The languages of the answers.", examples=[["ar", "zh", "en", "fr", "ru", "es"]]
    )


@router.get("", operation_id="getAbout", summary="What this installation is")
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
