"""Joint statements: their texts, what champions say to them, the silence procedure, and who signs on.

Discussion note, "Activities": joint statements. Texts, periods of silence and what was said in them are written once and
kept: the database itself refuses to change them.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, String, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import Record, Visibility, choice, numbers_column


class StatementStatus(StrEnum):
    """Where a statement stands. Never stored: it follows from what is recorded and from the clock."""

    DRAFTING = "drafting"
    UNDER_SILENCE = "under_silence"
    SILENCE_BROKEN = "silence_broken"
    ADOPTED = "adopted"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"


class SilenceState(StrEnum):
    """Where a period of silence stands. Never stored, either."""

    OPEN = "open"
    BROKEN = "broken"
    RECALLED = "recalled"
    ADOPTED = "adopted"


class SilenceAct(StrEnum):
    """What a champion may do while silence is kept; keeping it asks for nothing."""

    OBJECT = "object"
    ASK_FOR_TIME = "ask_for_time"
    JOIN = "join"


class RemarkKind(StrEnum):
    """What a champion says to a paragraph: a comment in words, or an amendment of its text."""

    COMMENT = "comment"
    AMENDMENT = "amendment"


class RemarkStatus(StrEnum):
    """What the drafters make of a remark."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Statement(Record, table=True):
    """A joint statement. Its drafters are champions; without one it is drafted by the co-chairs."""

    __tablename__ = "statements"
    __table_args__ = (
        CheckConstraint("(adopted_at IS NULL) = (adopted_number IS NULL)", name="adopted_statements_name_their_text"),
        CheckConstraint("withdrawn_at IS NULL OR delivered_on IS NULL", name="delivered_statements_stay"),
        Index("statements_updated_at", "updated_at", "id"),
        Index("statements_title", "title", "id"),
        Index("statements_objectives", "objectives", postgresql_using="gin"),
    )

    title: str = Field(max_length=200)
    purpose: str = Field(default="", max_length=10_000)
    process_id: UUID | None = Field(default=None, foreign_key="processes.id", ondelete="SET NULL", index=True)
    event: str = Field(default="", max_length=300)
    due_on: date | None = None
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    languages: list[Language] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(2)), nullable=False, server_default="{}")
    )
    visibility: Visibility = Field(default=Visibility.MEMBERS, sa_type=choice(Visibility))
    adopted_at: datetime | None = None
    adopted_number: int | None = None
    adoption_reason: str = Field(default="", max_length=1000)
    sign_on_until: datetime | None = None
    delivered_on: date | None = None
    delivered_by: str = Field(default="", max_length=300)
    recording: str = Field(default="", max_length=500)
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = Field(default="", max_length=1000)
    is_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class StatementDrafter(SQLModel, table=True):
    """A champion that drafts a statement."""

    __tablename__ = "statement_drafters"

    statement_id: UUID = Field(foreign_key="statements.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)


class StatementVersion(SQLModel, table=True):
    """A text of a statement, written once. ``translates`` is the number of the text that it renders in another language."""

    __tablename__ = "statement_versions"
    __table_args__ = (
        UniqueConstraint("statement_id", "number", name="statement_versions_are_numbered"),
        ForeignKeyConstraint(
            ["statement_id", "translates"],
            ["statement_versions.statement_id", "statement_versions.number"],
            name="statement_versions_translate_a_version",
        ),
        CheckConstraint("translates < number", name="statement_versions_translate_an_earlier_one"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": func.uuidv7()})
    statement_id: UUID = Field(foreign_key="statements.id", ondelete="CASCADE")
    number: int
    language: Language = Field(default=Language.ENGLISH, sa_type=choice(Language))
    text: str = Field(max_length=50_000)
    note: str = Field(default="", max_length=300)
    translates: int | None = None
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    written_at: datetime = Field(default_factory=clock.now)


class StatementRemark(Record, table=True):
    """A comment on a paragraph of a version, or an amendment of it. ``quoted`` is the paragraph as it stood."""

    __tablename__ = "statement_remarks"
    __table_args__ = (
        CheckConstraint("kind <> 'amendment' OR proposed <> quoted", name="amendments_change_the_paragraph"),
        CheckConstraint("kind <> 'comment' OR text <> ''", name="comments_have_words"),
        CheckConstraint("status <> 'declined' OR answer <> ''", name="declined_remarks_say_why"),
        Index("statement_remarks_version", "version_id", "paragraph", "id"),
        Index("statement_remarks_statement", "statement_id", "status"),
    )

    statement_id: UUID = Field(foreign_key="statements.id", ondelete="CASCADE")
    version_id: UUID = Field(foreign_key="statement_versions.id", ondelete="CASCADE")
    paragraph: int
    quoted: str = Field(max_length=50_000)
    kind: RemarkKind = Field(sa_type=choice(RemarkKind))
    text: str = Field(default="", max_length=10_000)
    proposed: str = Field(default="", max_length=10_000)
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    status: RemarkStatus = Field(default=RemarkStatus.OPEN, sa_type=choice(RemarkStatus))
    answer: str = Field(default="", max_length=1000)
    answered_by_name: str = Field(default="", max_length=200)


class SilenceRound(Record, table=True):
    """A period of silence on one version: adopted at ``until_at`` unless it was broken or recalled before."""

    __tablename__ = "silence_rounds"
    __table_args__ = (
        UniqueConstraint("statement_id", "number", name="silence_rounds_are_numbered"),
        CheckConstraint("until_at > opened_at", name="silence_ends_after_it_begins"),
        CheckConstraint("broken_at >= opened_at AND broken_at < until_at", name="silence_is_broken_in_time"),
        CheckConstraint("recalled_at >= opened_at AND recalled_at < until_at", name="silence_is_recalled_in_time"),
        CheckConstraint("broken_at IS NULL OR recalled_at IS NULL", name="silence_ends_once"),
        Index("silence_rounds_until_at", "until_at"),
    )

    statement_id: UUID = Field(foreign_key="statements.id")
    version_id: UUID = Field(foreign_key="statement_versions.id", index=True)
    number: int
    opened_at: datetime
    until_at: datetime
    opened_by_name: str = Field(max_length=200)
    broken_at: datetime | None = None
    recalled_at: datetime | None = None
    recall_reason: str = Field(default="", max_length=1000)


class SilenceEntry(SQLModel, table=True):
    """What a champion did in a period of silence. Kept for good."""

    __tablename__ = "silence_entries"
    __table_args__ = (
        CheckConstraint("act = 'join' OR reason <> ''", name="silence_is_broken_with_a_reason"),
        Index("silence_entries_round", "round_id", "champion_id", "id"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": func.uuidv7()})
    round_id: UUID = Field(foreign_key="silence_rounds.id")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    act: SilenceAct = Field(sa_type=choice(SilenceAct))
    reason: str = Field(default="", max_length=1000)
    given_at: datetime
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = False


class SignOn(SQLModel, table=True):
    """A State, or somebody else by ``name``, that joins an adopted statement. Withdrawn ones are kept."""

    __tablename__ = "statement_sign_ons"
    __table_args__ = (
        CheckConstraint("(iso3 IS NULL) <> (name = '')", name="sign_ons_are_of_a_state_or_by_name"),
        Index(
            "statement_sign_ons_once_a_state",
            "statement_id",
            "iso3",
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index(
            "statement_sign_ons_once_a_name",
            "statement_id",
            text("lower(name)"),
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL AND name <> ''"),
        ),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": func.uuidv7()})
    statement_id: UUID = Field(foreign_key="statements.id")
    iso3: str | None = Field(default=None, max_length=3)
    name: str = Field(default="", max_length=200)
    signed_at: datetime = Field(default_factory=clock.now)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = False
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = Field(default="", max_length=1000)


for _name, _told, _pointer in (
    ("silence_ends_after_it_begins", "Silence ends after it begins: give a later instant.", "/until"),
    ("statement_sign_ons_once_a_state", "This State has signed on already.", "/state"),
    ("statement_sign_ons_once_a_name", "This name has signed on already.", "/name"),
):
    constraint_explanations.add(_name, _told, pointer=_pointer)
