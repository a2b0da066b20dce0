"""The settings of the running app, for routes that follow them."""

from typing import Annotated

from fastapi import Depends, Request

from api.settings import Settings


async def settings_of(request: Request) -> Settings:
    """The settings of the running app."""
    settings: Settings = request.app.state.settings
    return settings


SettingsDep = Annotated[Settings, Depends(settings_of)]


async def home(request: Request) -> str:
    """The address that people use, without a slash at its end."""
    address: str = request.app.state.settings.public_url
    return address.rstrip("/")


Home = Annotated[str, Depends(home)]
