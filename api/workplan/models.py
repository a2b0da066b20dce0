"""The workplan: a light plan for a period, its items and their progress."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Date,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, choice, numbers_column
from api.platform.search import searched
from api.vocabularies.models import ScopeOfWork


class WorkplanStatus(StrEnum):
    """Where a workplan stands."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    CLOSED = "closed"


class WorkplanItemStatus(StrEnum):
    """Where an item stands. Overdue is never stored: it follows from the due date."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    DELAYED = "delayed"
    DONE = "done"
    DROPPED = "dropped"


class Workplan(Record, Provenance, table=True):
    """The plan for one period, both days inclusive."""

    __tablename__ = "workplans"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="workplan_ends_after_it_starts"),
        Index("workplans_starts_on", "starts_on", "id"),
    )

    title: str = Field(max_length=200)
    introduction: str = Field(default="", max_length=10_000)
    starts_on: date
    ends_on: date
    status: WorkplanStatus = Field(default=WorkplanStatus.DRAFT, sa_type=choice(WorkplanStatus), index=True)
    adopted_on: date | None = None
    status_reason: str = Field(default="", max_length=1000)
    is_shared_with_observers: bool = False


class WorkplanAdoption(SQLModel, table=True):
    """At which meeting a workplan was adopted, and by which decision, where that is recorded.

    Beside the workplan rather than in it: decisions take up workplan items, so the tables would refer in a circle.
    """

    __tablename__ = "workplan_adoptions"

    workplan_id: UUID = Field(foreign_key="workplans.id", primary_key=True, ondelete="CASCADE")
    meeting_id: UUID = Field(foreign_key="meetings.id", ondelete="CASCADE", index=True)
    decision_id: UUID | None = Field(default=None, foreign_key="decisions.id", ondelete="SET NULL", index=True)


class WorkplanItem(Record, Provenance, table=True):
    """A piece of work in one of the note's four areas. Without a lead it belongs to the co-chairs."""

    __tablename__ = "workplan_items"
    __table_args__ = (
        CheckConstraint("due_on >= starts_on", name="workplan_item_is_due_after_it_starts"),
        CheckConstraint("status <> 'dropped' OR dropped_reason <> ''", name="workplan_item_is_dropped_with_a_reason"),
        CheckConstraint("percentage BETWEEN 0 AND 100", name="workplan_item_percentage_is_of_a_hundred"),
        UniqueConstraint("rolled_over_from_id", name="workplan_item_is_rolled_over_once"),
        UniqueConstraint("id", "workplan_id", name="workplan_item_of_its_workplan"),
        ForeignKeyConstraint(
            ["rolled_over_from_id"], ["workplan_items.id"], name="workplan_item_keeps_where_it_comes_from"
        ),
        Index("workplan_items_workplan_due", "workplan_id", "sorted_on", "id"),
        Index("workplan_items_workplan_title", "workplan_id", "title", "id"),
        Index("workplan_items_objectives", "objectives", postgresql_using="gin"),
        Index("workplan_items_search", "search", postgresql_using="gin"),
    )

    workplan_id: UUID = Field(foreign_key="workplans.id", ondelete="CASCADE")
    title: str = Field(max_length=200)
    description: str = Field(default="", max_length=10_000)
    expected_result: str = Field(default="", max_length=2000, sa_column_kwargs={"server_default": ""})
    scope_of_work: ScopeOfWork = Field(sa_type=choice(ScopeOfWork))
    lead_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    starts_on: date | None = None
    due_on: date | None = None
    sorted_on: date | None = Field(
        default=None,
        sa_column=Column(Date, Computed("coalesce(due_on, DATE '9999-12-31')", persisted=True), nullable=False),
    )
    status: WorkplanItemStatus = Field(default=WorkplanItemStatus.NOT_STARTED, sa_type=choice(WorkplanItemStatus))
    dropped_reason: str = Field(default="", max_length=10_000, sa_column_kwargs={"server_default": ""})
    percentage: int | None = Field(default=None, sa_type=SmallInteger)
    rolled_over_from_id: UUID | None = None
    search: str | None = Field(default=None, sa_column=searched({"A": "title", "D": "description"}))


class WorkplanItemSupporter(SQLModel, table=True):
    """A champion that supports an item."""

    __tablename__ = "workplan_item_supporters"

    workplan_item_id: UUID = Field(foreign_key="workplan_items.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)


class WorkplanItemProcess(SQLModel, table=True):
    """A process that an item is linked to."""

    __tablename__ = "workplan_item_processes"

    workplan_item_id: UUID = Field(foreign_key="workplan_items.id", primary_key=True, ondelete="CASCADE")
    process_id: UUID = Field(foreign_key="processes.id", primary_key=True, index=True)


class WorkplanItemDependency(SQLModel, table=True):
    """An item that waits for another of the same workplan. Nothing waits for itself, by however long a way."""

    __tablename__ = "workplan_item_dependencies"
    __table_args__ = (
        CheckConstraint("workplan_item_id <> waits_for_id", name="workplan_item_does_not_wait_for_itself"),
        ForeignKeyConstraint(
            ["workplan_item_id", "workplan_id"],
            ["workplan_items.id", "workplan_items.workplan_id"],
            name="workplan_item_that_waits",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["waits_for_id", "workplan_id"],
            ["workplan_items.id", "workplan_items.workplan_id"],
            name="workplan_item_that_is_waited_for",
            ondelete="CASCADE",
        ),
    )

    workplan_item_id: UUID = Field(primary_key=True)
    waits_for_id: UUID = Field(primary_key=True, index=True)
    workplan_id: UUID = Field(index=True)


class WorkplanItemUpdate(Record, table=True):
    """A progress update: what was done, what comes next, and where the item stands since.

    ``meeting_id`` is the meeting at which it was told, where a review of the workplan was.
    """

    __tablename__ = "workplan_item_updates"
    __table_args__ = (Index("workplan_item_updates_item", "workplan_item_id", "reported_at"),)

    workplan_item_id: UUID = Field(foreign_key="workplan_items.id", ondelete="CASCADE")
    meeting_id: UUID | None = Field(default=None, foreign_key="meetings.id", ondelete="SET NULL", index=True)
    text: str = Field(max_length=10_000)
    what_next: str = Field(default="", max_length=10_000, sa_column_kwargs={"server_default": ""})
    evidence: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(500)), nullable=False, server_default="{}")
    )
    status: WorkplanItemStatus | None = Field(default=None, sa_type=choice(WorkplanItemStatus))
    percentage: int | None = Field(default=None, sa_type=SmallInteger)
    due_on: date | None = None
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    reported_at: datetime


class WorkplanReview(Record, table=True):
    """What stood when a meeting went through the workplan. Never changed.

    ``snapshot`` maps the key of each item to its fields, as ``review_rules.Snapshot`` has them.
    """

    __tablename__ = "workplan_reviews"
    __table_args__ = (
        UniqueConstraint("workplan_id", "meeting_id", name="workplan_is_reviewed_once_a_meeting"),
        ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="workplan_review_keeps_its_meeting"),
        Index("workplan_reviews_reviewed_at", "workplan_id", "reviewed_at", "id"),
    )

    workplan_id: UUID = Field(foreign_key="workplans.id", ondelete="CASCADE")
    meeting_id: UUID = Field(index=True)
    reviewed_at: datetime
    person_name: str = Field(max_length=200)
    items_count: int
    snapshot: dict[str, dict[str, Any]] = Field(sa_column=Column(JSONB, nullable=False))


constraint_explanations.add(
    "workplan_is_reviewed_once_a_meeting",
    "This meeting has its review of the workplan already: go on with that one.",
    pointer="/meeting_id",
)
constraint_explanations.add(
    "workplan_review_keeps_its_meeting", "This meeting went through a workplan: cancel it instead."
)
constraint_explanations.add(
    "workplan_ends_after_it_starts", "A workplan ends on its first day or later.", pointer="/ends_on"
)
constraint_explanations.add(
    "workplan_item_is_due_after_it_starts", "An item is due on its first day or later.", pointer="/due_on"
)
constraint_explanations.add(
    "workplan_item_is_dropped_with_a_reason", "Say why the item is dropped.", pointer="/dropped_reason"
)
constraint_explanations.add(
    "workplan_item_percentage_is_of_a_hundred", "Give a percentage from 0 to 100.", pointer="/percentage"
)
constraint_explanations.add(
    "workplan_item_is_rolled_over_once", "One of these items was carried over to another workplan already."
)
constraint_explanations.add(
    "workplan_item_keeps_where_it_comes_from",
    "This item was carried over to another workplan, which keeps its history. Drop it instead.",
)
constraint_explanations.add(
    "workplan_item_does_not_wait_for_itself", "An item does not wait for itself.", pointer="/waits_for"
)
constraint_explanations.add(
    "workplan_item_that_is_waited_for", "An item waits for items of its own workplan.", pointer="/waits_for"
)
