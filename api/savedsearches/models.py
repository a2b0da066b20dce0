"""Searches for practices that people keep, and how often they are written to about them."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class LetterFrequency(StrEnum):
    """How often a person is told what a saved search has found."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class SavedSearch(Record, table=True):
    """Filters of the list of practices, under a name of one's own. Nobody else sees it.

    ``filters`` holds those that are set, in one order, so that the same search is the same value. Letters have told of
    what was published until ``told_until``: it moves in the transaction that writes the letter, and only forwards.
    """

    __tablename__ = "saved_searches"
    __table_args__ = (Index("saved_searches_once", "person_id", text("md5(filters::text)"), unique=True),)

    person_id: UUID = Field(foreign_key="people.id", ondelete="CASCADE")
    name: str = Field(max_length=200)
    filters: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    frequency: LetterFrequency = Field(sa_type=choice(LetterFrequency))
    told_until: datetime = Field(default_factory=clock.now)
    looked_at: datetime = Field(default_factory=clock.now)


constraint_explanations.add("saved_searches_once", "You have saved this search already.", pointer="/filters")
