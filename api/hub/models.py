"""What goes to the Migration Network Hub: the outbox with its attempts, the circuit, what the Hub said, what it has."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Identity, Index, Integer, text
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class DeliveryKind(StrEnum):
    """What the Hub is told."""

    PUBLICATION = "publication"
    WITHDRAWAL = "withdrawal"


class DeliveryState(StrEnum):
    """How far a delivery has come on our side."""

    QUEUED = "queued"
    DELIVERED = "delivered"
    """The Hub has said that it took it."""
    SUPERSEDED = "superseded"
    """A later version of the practice took its place before it left."""
    GIVEN_UP = "given_up"
    """A dead letter: refused for good, or tried as often as is set. Somebody of the secretariat looks at it."""
    SKIPPED = "skipped"


class HubStatus(StrEnum):
    """What the Hub made of it."""

    ACCEPTED = "accepted"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class HubDelivery(Record, table=True):
    """One version of a practice on its way to the Hub, or the news of its withdrawal.

    ``due_at`` is when something is to be done: to send it, or once delivered to ask what became of it. ``leased_until``:
    somebody is at it; a worker that was killed lets it go by itself.
    """

    __tablename__ = "hub_deliveries"
    __table_args__ = (
        CheckConstraint("(state = 'delivered') = (delivered_at IS NOT NULL)", name="hub_deliveries_say_when"),
        CheckConstraint("(state = 'skipped') = (skip_reason <> '')", name="skipped_hub_deliveries_say_why"),
        CheckConstraint("(hub_status IS NULL) = (hub_said_at IS NULL)", name="the_hub_says_when"),
        CheckConstraint("state <> 'queued' OR due_at IS NOT NULL", name="queued_hub_deliveries_are_due"),
        CheckConstraint("leased_until IS NULL OR due_at IS NOT NULL", name="only_due_hub_deliveries_are_leased"),
        Index(
            "hub_deliveries_one_waits",
            "practice_id",
            unique=True,
            postgresql_where=text("state = 'queued' AND leased_until IS NULL"),
        ),
        Index(
            "hub_deliveries_one_on_its_way",
            "practice_id",
            unique=True,
            postgresql_where=text("leased_until IS NOT NULL"),
        ),
        Index("hub_deliveries_sequence", "sequence", unique=True),
        Index("hub_deliveries_due", "due_at", "sequence", postgresql_where=text("due_at IS NOT NULL")),
        Index("hub_deliveries_practice", "practice_id", "sequence"),
        Index("hub_deliveries_created", "created_at", "id"),
        Index("hub_deliveries_state", "state", "created_at", "id"),
        Index("hub_deliveries_hub_status", "hub_status", "created_at", "id"),
    )

    sequence: int = Field(default=None, sa_column=Column(Integer, Identity(always=True), nullable=False))
    """Counts all deliveries: of two about one practice, the higher is the later. The Hub refuses the lower after it."""
    practice_id: UUID = Field(foreign_key="practices.id", ondelete="CASCADE")
    kind: DeliveryKind = Field(sa_type=choice(DeliveryKind))
    version: int
    title: str = Field(max_length=200)
    state: DeliveryState = Field(default=DeliveryState.QUEUED, sa_type=choice(DeliveryState))
    due_at: datetime | None = Field(default_factory=clock.now)
    leased_until: datetime | None = None
    attempts: int = 0
    takes: int = 0
    """How often the Hub said that it took it: part of the Idempotency-Key, since it may have said so and not done it."""
    checks: int = 0
    delivered_at: datetime | None = None
    hub_status: HubStatus | None = Field(default=None, sa_type=choice(HubStatus))
    hub_said_at: datetime | None = None
    hub_words: str = Field(default="", max_length=2000)
    hub_link: str = Field(default="", max_length=500)
    skip_reason: str = Field(default="", max_length=1000)


class AttemptOutcome(StrEnum):
    """What came of one attempt."""

    TAKEN = "taken"
    REFUSED = "refused"
    """What was sent is not acceptable: to send it again would change nothing."""
    BUSY = "busy"
    NOT_LET_IN = "not_let_in"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"
    NOT_KEPT = "not_kept"
    """The Hub had said that it took it; asked again, it does not have it, or has something else."""


class HubAttempt(SQLModel, table=True):
    """One attempt to deliver, and what the Hub said to it."""

    __tablename__ = "hub_attempts"

    delivery_id: UUID = Field(foreign_key="hub_deliveries.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    at: datetime = Field(default_factory=clock.now)
    milliseconds: int
    outcome: AttemptOutcome = Field(sa_type=choice(AttemptOutcome))
    http_status: int | None = None
    words: str = Field(default="", max_length=2000)


class HubCircuit(SQLModel, table=True):
    """The circuit breaker, one row: after several failures in a row nothing is sent for a while, then one as a probe."""

    __tablename__ = "hub_circuit"
    __table_args__ = (CheckConstraint("id = 1", name="there_is_one_hub"),)

    id: int = Field(default=1, primary_key=True)
    failures: int = 0
    """In a row; since when nothing got through."""
    trips: int = 0
    paused_until: datetime | None = None
    words: str = Field(default="", max_length=2000)


class HubCallback(SQLModel, table=True):
    """A message of the Hub that was taken: its identifier is taken once."""

    __tablename__ = "hub_callbacks"

    webhook_id: str = Field(primary_key=True, max_length=200)
    received_at: datetime = Field(default_factory=clock.now, index=True)


class ReconciliationState(StrEnum):
    """How far a comparison with the Hub has come."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class HubReconciliation(Record, table=True):
    """A comparison of what the Hub has with what it should have."""

    __tablename__ = "hub_reconciliations"
    __table_args__ = (
        CheckConstraint("(state = 'running') = (finished_at IS NULL)", name="hub_reconciliations_say_when"),
        Index(
            "hub_reconciliations_one_runs",
            "state",
            unique=True,
            postgresql_where=text("state = 'running'"),
        ),
        Index("hub_reconciliations_created", "created_at"),
    )

    state: ReconciliationState = Field(default=ReconciliationState.RUNNING, sa_type=choice(ReconciliationState))
    finished_at: datetime | None = None
    expected: int = 0
    found: int = 0
    words: str = Field(default="", max_length=2000)


class FindingKind(StrEnum):
    """How the Hub differs."""

    MISSING = "missing"
    OLDER = "older"
    DIFFERING = "differing"
    EXTRA = "extra"
    """It shows what is withdrawn here, or what never came from here."""


class HubFinding(SQLModel, table=True):
    """One difference that a comparison found. ``practice_id`` is the Hub's key, which may be none of ours."""

    __tablename__ = "hub_findings"
    __table_args__ = (Index("hub_findings_title", "reconciliation_id", "title", "id"),)

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    reconciliation_id: UUID = Field(foreign_key="hub_reconciliations.id", ondelete="CASCADE")
    kind: FindingKind = Field(sa_type=choice(FindingKind))
    practice_id: UUID
    is_ours: bool = True
    title: str = Field(max_length=200)
    our_version: int | None = None
    hub_version: int | None = None
    fields: str = Field(default="", max_length=1000)
    """Names of the fields that differ."""
    delivery_id: UUID | None = Field(default=None, foreign_key="hub_deliveries.id", ondelete="SET NULL")
    """The delivery that is to mend it."""


constraint_explanations.add(
    "hub_reconciliations_one_runs", "A comparison with the Hub is under way already: wait for its result."
)
