"""Action items: what somebody agreed to do, at a meeting or between two, and what became of it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Computed, Date, Index
from sqlmodel import Field

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, choice
from api.platform.search import searched


class ActionItemStatus(StrEnum):
    """Where an action item stands. Overdue is never stored: it follows from the due date."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ActionItem(Record, Provenance, table=True):
    """Something to do. Its owner is a champion, or the secretariat where ``owner_id`` is null."""

    __tablename__ = "action_items"
    __table_args__ = (
        CheckConstraint("status <> 'dropped' OR status_reason <> ''", name="dropped_action_items_say_why"),
        CheckConstraint("(status = 'open') = (closed_at IS NULL)", name="closed_action_items_say_when"),
        CheckConstraint("asked_due_on IS NULL OR status = 'open'", name="only_open_action_items_ask_for_a_date"),
        Index("action_items_due", "sorted_on", "id"),
        Index("action_items_status", "status", "sorted_on", "id"),
        Index("action_items_owner", "owner_id", "sorted_on", "id"),
        Index("action_items_asking", "sorted_on", "id", postgresql_where="asked_due_on IS NOT NULL"),
        Index("action_items_updated_at", "updated_at", "id"),
        Index("action_items_search", "search", postgresql_using="gin"),
    )

    title: str = Field(max_length=300)
    description: str = Field(default="", max_length=10_000)
    owner_id: UUID | None = Field(default=None, foreign_key="champions.id")
    due_on: date | None = None
    sorted_on: date | None = Field(
        default=None,
        sa_column=Column(Date, Computed("coalesce(due_on, DATE '9999-12-31')", persisted=True), nullable=False),
    )
    asked_due_on: date | None = None
    """The new due date that its owner asks for, until the co-chairs have answered."""
    status: ActionItemStatus = Field(default=ActionItemStatus.OPEN, sa_type=choice(ActionItemStatus))
    status_reason: str = Field(default="", max_length=1000)
    closed_at: datetime | None = None
    meeting_id: UUID | None = Field(default=None, foreign_key="meetings.id", index=True)
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL", index=True)
    decision_id: UUID | None = Field(default=None, foreign_key="decisions.id", ondelete="SET NULL", index=True)
    search: str | None = Field(default=None, sa_column=searched({"A": "title", "D": "description"}))


class ActionItemUpdate(Record, table=True):
    """What was reported on an action item, or came of it: another state, another date.

    ``text`` is empty where nothing was said beside it.
    """

    __tablename__ = "action_item_updates"
    __table_args__ = (Index("action_item_updates_item", "action_item_id", "reported_at"),)

    action_item_id: UUID = Field(foreign_key="action_items.id", ondelete="CASCADE")
    text: str = Field(max_length=10_000)
    status: ActionItemStatus | None = Field(default=None, sa_type=choice(ActionItemStatus))
    asked_due_on: date | None = None
    due_on: date | None = None
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    reported_at: datetime = Field(default_factory=clock.now)


constraint_explanations.add(
    "action_items_meeting_id_fkey", "There are action items of this meeting: cancel it instead."
)
