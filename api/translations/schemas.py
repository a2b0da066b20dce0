"""Translations as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.platform.language import Language
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Line, Paragraphs, ShortText
from api.translations.models import Maker, TranslationState

_EXAMPLE: dict[str, Any] = {
    "title": "Informer avant le départ dans les bureaux de district",
    "summary": "Des agents locaux formés donnent aux travailleurs en partance des faits vérifiés.",
}

TranslatedTitle = Line[Annotated[str, StringConstraints(max_length=200)]]
"""A title that may wait until the translation is checked."""


class TranslationFields(RequestBody):
    """The texts of a practice in the other language; each may wait."""

    title: TranslatedTitle = Field(default="", description="The title.")
    summary: Paragraphs = Field(default="", description="What it is and does.")
    main_implementing_organization: ShortText = Field(default="", description="Who carries it out.")
    benefit_and_impact: Paragraphs = Field(default="", description="What it changed, for whom, and how that is known.")
    key_lessons: Paragraphs = Field(default="", description="What others should know before they begin.")
    recommendations: Paragraphs = Field(default="", description="How another State or body could replicate it.")
    innovation: Paragraphs = Field(default="", description="What is new about it.")
    partners: Paragraphs = Field(default="", description="Partners.")
    organizations_involved: Paragraphs = Field(default="", description="Other organizations involved.")
    cross_cutting_themes: Paragraphs = Field(default="", description="Themes across the objectives.")
    made_by: Maker = Field(
        default=Maker.PERSON,
        description="Who rendered it. What a machine wrote is marked as such until a person has checked it.",
    )


class TranslationCreate(TranslationFields):
    """A new translation: its language is enough."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"language": "fr"} | _EXAMPLE]})

    language: Language = Field(description="The language it is in; another than the original's.", examples=["fr"])


class TranslationChange(ChangeBody, TranslationFields):
    """Changes to a translation; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})


class TranslationSummary(Actions):
    """A practice in one of the languages other than the original's."""

    language: Language = Field(description="The language.", examples=["fr"])
    state: TranslationState = Field(description="What a reader may expect of it.", examples=["checked"])
    title: str = Field(description="Its title there; empty where it has none yet.", examples=[_EXAMPLE["title"]])
    changed: list[str] = Field(
        description="Texts of the original that have changed since it was rendered.", examples=[["summary"]]
    )
    untranslated: list[str] = Field(description="Texts of the original that it lacks.", examples=[["recommendations"]])
    checked_at: datetime | None = Field(
        description="When a person last checked it, in UTC.", examples=["2026-06-01T10:00:00Z"]
    )
    checked_by_name: str | None = Field(
        description="Who; null for all but the practice's champion and the secretariat.", examples=["Amina Diallo"]
    )


class TranslationList(BaseModel):
    """A practice in the other five languages."""

    items: list[TranslationSummary] = Field(description="One for each language, in the order of their codes.")


class RenderedText(BaseModel):
    """A text of the original that has changed since it was rendered."""

    name: str = Field(description="Which.", examples=["summary"])
    before: str = Field(description="As it was when the translation was begun or last checked.")


class TranslationBody(TranslationSummary, RecordBody):
    """A translation with its texts."""

    practice_id: UUID = Field(description="The practice.")
    made_by: Maker = Field(description="Who rendered it.", examples=["person"])
    summary: str = Field(description="What it is and does.", examples=[_EXAMPLE["summary"]])
    main_implementing_organization: str = Field(description="Who carries it out.")
    benefit_and_impact: str = Field(description="What it changed, for whom, and how that is known.")
    key_lessons: str = Field(description="What others should know before they begin.")
    recommendations: str = Field(description="How another State or body could replicate it.")
    innovation: str = Field(description="What is new about it.")
    partners: str = Field(description="Partners.")
    organizations_involved: str = Field(description="Other organizations involved.")
    cross_cutting_themes: str = Field(description="Themes across the objectives.")
    rendered: list[RenderedText] = Field(description="The original's texts that have changed, as they were.")
