"""What was published for the Migration Network Hub, as the API gives it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.champions.schemas import ChampionRef
from api.platform.language import Language


class PublishedBy(BaseModel):
    """What a champion has published."""

    champion: ChampionRef = Field(description="The champion.")
    practices_count: int = Field(description="Its published practices.", examples=[3])
    brought_count: int = Field(description="Those of them that were brought to a process.", examples=[1])
    latest_at: datetime = Field(description="When the latest was published, in UTC.", examples=["2026-11-22T08:07:00Z"])


class PublishedIn(BaseModel):
    """How many were written in a language."""

    language: Language = Field(description="The language.", examples=["fr"])
    practices_count: int = Field(description="Practices published in it.", examples=[7])


class PublishedPractice(BaseModel):
    """A practice that was published lately."""

    id: UUID = Field(description="The practice's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    champion: ChampionRef = Field(description="Whose practice it is.")
    version: int = Field(description="Its version.", examples=[2])
    published_at: datetime = Field(description="When, in UTC.", examples=["2026-11-22T08:07:00Z"])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class HubOverview(BaseModel):
    """What was published, by whom, and what is known of its use. Views and downloads are not measured, and not shown."""

    practices_count: int = Field(description="Practices published.", examples=[30])
    revised_count: int = Field(description="Those of them published in more than one version.", examples=[4])
    brought_count: int = Field(description="Those of them that were brought to a process.", examples=[5])
    champions: list[PublishedBy] = Field(description="Who has published, the most first.")
    languages: list[PublishedIn] = Field(description="In which languages, the most first.")
    latest: list[PublishedPractice] = Field(description="The latest six.")
