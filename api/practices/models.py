"""Good practices: what works, reviewed by the secretariat and published for everyone to use and cite."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Computed, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, SMALLINT
from sqlmodel import Field, SQLModel, UTCDateTime

from api.platform import clock
from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import FileFields, Provenance, Record, Visibility, choice, numbers_column
from api.platform.search import searched


class PracticeStatus(StrEnum):
    """Where a practice stands on its way to the public."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    CHANGES_REQUESTED = "changes_requested"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class PracticeType(StrEnum):
    """The types of the Migration Network Hub's form."""

    PROGRAMME_OR_PROJECT = "programme_or_project"
    POLICY_OR_LEGISLATION = "policy_or_legislation"
    PARTNERSHIP_OR_INITIATIVE = "partnership_or_initiative"
    CAMPAIGN = "campaign"
    TOOL_OR_SERVICE = "tool_or_service"
    EVENT = "event"


class GeographicScope(StrEnum):
    """The scopes of the Migration Network Hub's form."""

    GLOBAL = "global"
    REGIONAL = "regional"
    SUBREGIONAL = "subregional"
    NATIONAL = "national"
    LOCAL = "local"


class Licence(StrEnum):
    """What others may do with a practice, by the SPDX identifier of the licence."""

    CC_BY = "CC-BY-4.0"
    CC_BY_SA = "CC-BY-SA-4.0"
    CC_BY_NC = "CC-BY-NC-4.0"
    CC0 = "CC0-1.0"


class PracticeField(StrEnum):
    """The fields of the form, in its order: what a comment may be on."""

    TITLE = "title"
    SUMMARY = "summary"
    TYPE_OF_PRACTICE = "type_of_practice"
    LANGUAGE = "language"
    OBJECTIVES_PRIMARY = "objectives_primary"
    OBJECTIVES_SECONDARY = "objectives_secondary"
    GUIDING_PRINCIPLES = "guiding_principles"
    SDGS = "sdgs"
    CROSS_CUTTING_THEMES = "cross_cutting_themes"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    GEOGRAPHIC_SCOPE = "geographic_scope"
    COUNTRIES = "countries"
    REGIONS = "regions"
    MAIN_IMPLEMENTING_ORGANIZATION = "main_implementing_organization"
    IMPLEMENTING_FOCAL_POINT = "implementing_focal_point"
    PARTNERS = "partners"
    ORGANIZATIONS_INVOLVED = "organizations_involved"
    BENEFIT_AND_IMPACT = "benefit_and_impact"
    KEY_LESSONS = "key_lessons"
    RECOMMENDATIONS = "recommendations"
    INNOVATION = "innovation"
    ADDITIONAL_RESOURCES = "additional_resources"
    FILES = "files"
    LICENCE = "licence"
    VISIBILITY = "visibility"


class ReviewVoice(StrEnum):
    """As what a person speaks in a practice's review."""

    AUTHOR = "author"
    """Of the champion whose practice it is."""
    REVIEWER = "reviewer"
    """Assigned by the secretariat to advise; neither edits nor decides."""
    SECRETARIAT = "secretariat"


class CommentKind(StrEnum):
    """What a comment wants."""

    CHANGE = "change"
    ADVICE = "advice"


class PracticeContent(SQLModel):
    """What the Hub's form asks for; all but the title may be missing in a draft."""

    title: str = Field(max_length=200)
    summary: str = Field(default="", max_length=10_000)
    type_of_practice: PracticeType | None = Field(default=None, sa_type=choice(PracticeType))
    geographic_scope: GeographicScope | None = Field(default=None, sa_type=choice(GeographicScope))
    starts_on: date | None = None
    ends_on: date | None = None
    main_implementing_organization: str = Field(default="", max_length=300)
    implementing_focal_point: str = Field(default="", max_length=300)
    partners: str = Field(default="", max_length=10_000)
    organizations_involved: str = Field(default="", max_length=10_000)
    benefit_and_impact: str = Field(default="", max_length=10_000)
    key_lessons: str = Field(default="", max_length=10_000)
    recommendations: str = Field(default="", max_length=10_000)
    innovation: str = Field(default="", max_length=10_000)
    cross_cutting_themes: str = Field(default="", max_length=10_000)
    language: Language = Field(default=Language.ENGLISH, sa_type=choice(Language))
    licence: Licence = Field(
        default=Licence.CC_BY, sa_type=choice(Licence), sa_column_kwargs={"server_default": Licence.CC_BY.value}
    )


FURTHER_TEXTS = (
    "benefit_and_impact", "key_lessons", "recommendations", "innovation", "cross_cutting_themes", "partners",
    "organizations_involved", "main_implementing_organization",
)  # fmt: skip
"""What is searched and shown of a practice after its title and its summary."""


def searched_texts() -> Column[Any]:
    """The vector of a practice's texts in the language of the row, of the original and of a translation alike."""
    return searched({"A": "title", "B": "summary", "D": " || ' ' || ".join(FURTHER_TEXTS)}, language="language")


_DATESTAMP = "date_trunc('second', greatest(published_at, withdrawn_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"


class Practice(Record, Provenance, PracticeContent, table=True):
    """A champion's practice.

    A published practice is changed through a revision: a practice of its own that ``revises_id`` names, reviewed like
    any other; publishing it puts its content on the practice it revises as the next version, and removes it.
    ``withdrawal_reason`` is for the public; what is for the parties is the ``review_note``.
    ``datestamp`` is when what others may read of it last changed, to the second: published, a new version, withdrawn.
    """

    __tablename__ = "practices"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="practice_ends_after_it_starts"),
        CheckConstraint(
            "(published_at IS NOT NULL) = (status IN ('published', 'withdrawn') AND version > 0)",
            name="published_practices_say_when",
        ),
        CheckConstraint("(withdrawn_at IS NOT NULL) = (status = 'withdrawn')", name="withdrawn_practices_say_when"),
        CheckConstraint(
            "withdrawal_reason = '' OR status = 'withdrawn'", name="only_withdrawn_practices_say_why_they_were"
        ),
        Index("practices_listed_at", "listed_at", "id"),
        Index("practices_datestamp", "datestamp", "id"),
        Index("practices_updated_at", "updated_at", "id"),
        Index("practices_title", "title", "id"),
        Index("practices_status", "status", "updated_at"),
        Index("practices_champion", "champion_id", "updated_at"),
        Index("practices_objectives", "objectives", postgresql_using="gin"),
        Index("practices_search", "search", postgresql_using="gin"),
        Index("practices_one_open_revision", "revises_id", unique=True),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    status: PracticeStatus = Field(default=PracticeStatus.DRAFT, sa_type=choice(PracticeStatus))
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    objectives_primary: list[int] = Field(default_factory=list, sa_column=numbers_column())
    objectives_secondary: list[int] = Field(default_factory=list, sa_column=numbers_column())
    objectives: list[int] | None = Field(
        default=None,
        sa_column=Column(
            ARRAY(SMALLINT), Computed("objectives_primary || objectives_secondary", persisted=True), nullable=False
        ),
    )
    guiding_principles: list[int] = Field(default_factory=list, sa_column=numbers_column())
    sdgs: list[int] = Field(default_factory=list, sa_column=numbers_column())
    countries: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    regions: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    additional_resources: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(500)), nullable=False, server_default="{}")
    )
    known_acronyms: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(20)), nullable=False, server_default="{}")
    )
    revises_id: UUID | None = Field(default=None, foreign_key="practices.id", ondelete="CASCADE")
    version: int = 0
    review_note: str = Field(default="", max_length=10_000)
    withdrawal_reason: str = Field(default="", max_length=1000, sa_column_kwargs={"server_default": ""})
    submitted_at: datetime | None = None
    published_at: datetime | None = None
    withdrawn_at: datetime | None = None
    datestamp: datetime | None = Field(
        default=None, sa_column=Column(UTCDateTime(), Computed(_DATESTAMP, persisted=True))
    )
    listed_at: datetime | None = Field(
        default=None,
        sa_column=Column(UTCDateTime(), Computed("coalesce(published_at, created_at)", persisted=True), nullable=False),
    )
    search: str | None = Field(default=None, sa_column=searched_texts())


class PracticeVersion(SQLModel, table=True):
    """A practice as it was published, for whom it was published. Never changed, so that a citation keeps its meaning."""

    __tablename__ = "practice_versions"

    practice_id: UUID = Field(foreign_key="practices.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    published_at: datetime
    title: str = Field(max_length=200)
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    content: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))


class PracticeFile(Record, FileFields, table=True):
    """A file beside a practice's ``version``; 0: beside what is still being written. It keeps its ``id`` from version to
    version, and what was published is never changed."""

    __tablename__ = "practice_files"
    __table_args__ = (
        CheckConstraint("size > 0", name="practice_file_is_not_empty"),
        CheckConstraint("title <> ''", name="practice_files_say_what_they_are"),
    )

    practice_id: UUID = Field(foreign_key="practices.id", primary_key=True, ondelete="CASCADE")
    version: int = Field(primary_key=True)
    title: str = Field(max_length=200)
    position: int = Field(sa_type=SmallInteger)


class PracticeReviewStep(SQLModel, table=True):
    """One step of a practice's review: who took it, from where to where, and what they wrote."""

    __tablename__ = "practice_review_steps"
    __table_args__ = (Index("practice_review_steps_practice", "practice_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    practice_id: UUID = Field(foreign_key="practices.id", ondelete="CASCADE")
    at: datetime
    person_name: str = Field(max_length=200)
    from_status: PracticeStatus = Field(sa_type=choice(PracticeStatus))
    to_status: PracticeStatus = Field(sa_type=choice(PracticeStatus))
    note: str = Field(default="", max_length=10_000)


class PracticeRound(SQLModel, table=True):
    """One submission and what was said to it. ``content`` is what was submitted.

    Frozen once ``closed_at`` is set: when the next round opens, when the practice is published or taken back.
    """

    __tablename__ = "practice_rounds"
    __table_args__ = (
        UniqueConstraint("practice_id", "number", name="practice_rounds_are_numbered"),
        CheckConstraint("answered_at >= opened_at", name="rounds_are_answered_after_they_open"),
        CheckConstraint("(decided_at IS NULL) = (outcome IS NULL)", name="decisions_say_when"),
        CheckConstraint("decided_at >= answered_at", name="a_decision_is_an_answer"),
        Index("practice_rounds_one_open", "practice_id", unique=True, postgresql_where=text("closed_at IS NULL")),
        Index("practice_rounds_opened_at", "opened_at"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    practice_id: UUID = Field(foreign_key="practices.id", ondelete="CASCADE")
    number: int
    opened_at: datetime
    content: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    answered_at: datetime | None = None
    decided_at: datetime | None = None
    outcome: PracticeStatus | None = Field(default=None, sa_type=choice(PracticeStatus))
    closed_at: datetime | None = None


class PracticeComment(Record, table=True):
    """What the secretariat or a reviewer says to a field of what was submitted, or to all of it.

    ``told_at`` is when those who follow the review were written to about it, several at a time.
    """

    __tablename__ = "practice_comments"
    __table_args__ = (
        Index("practice_comments_round", "round_id", "id"),
        Index("practice_comments_untold", "created_at", postgresql_where=text("told_at IS NULL")),
    )

    round_id: UUID = Field(foreign_key="practice_rounds.id", ondelete="CASCADE")
    field: PracticeField | None = Field(default=None, sa_type=choice(PracticeField))
    kind: CommentKind = Field(sa_type=choice(CommentKind))
    text: str = Field(max_length=10_000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    voice: ReviewVoice = Field(sa_type=choice(ReviewVoice))
    resolved_at: datetime | None = None
    resolved_by_name: str = Field(default="", max_length=200)
    told_at: datetime | None = None


class PracticeCommentAnswer(SQLModel, table=True):
    """An answer in the thread of a comment. Never changed."""

    __tablename__ = "practice_comment_answers"
    __table_args__ = (Index("practice_comment_answers_comment", "comment_id", "id"),)

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    comment_id: UUID = Field(foreign_key="practice_comments.id", ondelete="CASCADE")
    text: str = Field(max_length=10_000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    voice: ReviewVoice = Field(sa_type=choice(ReviewVoice))
    at: datetime = Field(default_factory=clock.now)


class PracticeReviewer(SQLModel, table=True):
    """Somebody whom the secretariat has asked to advise on a practice."""

    __tablename__ = "practice_reviewers"

    practice_id: UUID = Field(foreign_key="practices.id", primary_key=True, ondelete="CASCADE")
    person_id: UUID = Field(foreign_key="people.id", primary_key=True, ondelete="CASCADE", index=True)
    assigned_at: datetime = Field(default_factory=clock.now)
    assigned_by_name: str = Field(max_length=200)


class PracticeFollower(SQLModel, table=True):
    """Somebody who is written to about a review, whatever their part in it."""

    __tablename__ = "practice_followers"

    practice_id: UUID = Field(foreign_key="practices.id", primary_key=True, ondelete="CASCADE")
    person_id: UUID = Field(foreign_key="people.id", primary_key=True, ondelete="CASCADE", index=True)
    since: datetime = Field(default_factory=clock.now)


constraint_explanations.add(
    "practice_ends_after_it_starts", "A practice ends on its first day or later.", pointer="/ends_on"
)
constraint_explanations.add(
    "practices_one_open_revision", "A revision of this practice is open already: go on with that one."
)
