"""Translations: a practice in another of the six languages, linked to the text that it renders."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice
from api.practices.models import searched_texts


class Maker(StrEnum):
    """Who rendered a text in the other language."""

    PERSON = "person"
    MACHINE = "machine"


class TranslationState(StrEnum):
    """What a reader may expect of a practice in a language; follows from the record and from the original."""

    MISSING = "missing"
    DRAFT = "draft"
    MACHINE = "machine"
    CHECKED = "checked"
    OLDER = "older"


class TranslatedTexts(SQLModel):
    """The texts of a practice that are words, and so are translated; all else is the same in every language."""

    title: str = Field(default="", max_length=200)
    summary: str = Field(default="", max_length=10_000)
    main_implementing_organization: str = Field(default="", max_length=300)
    benefit_and_impact: str = Field(default="", max_length=10_000)
    key_lessons: str = Field(default="", max_length=10_000)
    recommendations: str = Field(default="", max_length=10_000)
    innovation: str = Field(default="", max_length=10_000)
    partners: str = Field(default="", max_length=10_000)
    organizations_involved: str = Field(default="", max_length=10_000)
    cross_cutting_themes: str = Field(default="", max_length=10_000)


class PracticeTranslation(Record, TranslatedTexts, table=True):
    """A practice in ``language``.

    ``rendered`` holds the original's texts as they were when the translation was begun or last checked: where the
    original differs from them today, the translation is older than it.
    """

    __tablename__ = "practice_translations"
    __table_args__ = (
        UniqueConstraint("practice_id", "language", name="practice_translations_one_a_language"),
        CheckConstraint("(checked_at IS NULL) = (checked_by_name = '')", name="checked_translations_say_by_whom"),
        Index("practice_translations_search", "search", postgresql_using="gin"),
    )

    practice_id: UUID = Field(foreign_key="practices.id", ondelete="CASCADE")
    language: Language = Field(sa_type=choice(Language))
    made_by: Maker = Field(default=Maker.PERSON, sa_type=choice(Maker))
    rendered: dict[str, str] = Field(sa_column=Column(JSONB, nullable=False))
    checked_at: datetime | None = None
    checked_by_name: str = Field(default="", max_length=200)
    search: str | None = Field(default=None, sa_column=searched_texts())


constraint_explanations.add(
    "practice_translations_one_a_language",
    "This practice is being translated into that language already: go on with that translation.",
    pointer="/language",
)
