"""What is told of the Migration Network Hub."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.hub.models import (
    AttemptOutcome,
    DeliveryKind,
    DeliveryState,
    FindingKind,
    HubStatus,
    ReconciliationState,
)
from api.hub.rules import HubStanding
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, RecordBody, RequestBody
from api.platform.texts import Reason, SearchText, WebAddress

_PRACTICE = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"


class DeliveryQuery(ListQuery):
    """Filters of the list of deliveries, newest first."""

    state: list[DeliveryState] = Field(default_factory=list, max_length=5, description="Any of these states.")
    hub_status: list[HubStatus] = Field(
        default_factory=list, max_length=4, description="Of which the Hub said any of these."
    )
    practice_id: UUID | None = Field(default=None, description="Of this practice.", examples=[_PRACTICE])
    q: SearchText | None = Field(default=None, description="Words of the title.", examples=["departure"])


class Skipping(RequestBody):
    """Why a delivery is not to be made."""

    reason: Reason = Field(description="Why, for the log.", examples=["The Hub has it from an earlier import."])


class DeliverySummary(Actions, RecordBody):
    """One version of a practice on its way to the Hub, or the news of its withdrawal."""

    practice_id: UUID = Field(description="Key of the practice, here and at the Hub.", examples=[_PRACTICE])
    title: str = Field(description="The practice's title.", examples=["Pre-departure information in district offices"])
    champion: ChampionRef = Field(description="Whose practice it is.")
    kind: DeliveryKind = Field(description="What the Hub is told.", examples=["publication"])
    version: int = Field(description="Number of the version.", examples=[2])
    sequence: int = Field(description="Counts all deliveries; the Hub takes none after a higher.", examples=[117])
    state: DeliveryState = Field(description="How far it has come on our side.", examples=["delivered"])
    is_on_its_way: bool = Field(description="Whether it is being sent at this moment.", examples=[False])
    due_at: datetime | None = Field(
        description="When it is tried next, or the Hub asked next, in UTC.", examples=["2026-11-24T09:35:00Z"]
    )
    attempts: int = Field(description="How often it failed since it was queued.", examples=[1])
    last_words: str = Field(description="What came of the last attempt, in the Hub's own words.", examples=[""])
    delivered_at: datetime | None = Field(description="When the Hub took it.", examples=["2026-11-24T09:30:02Z"])
    hub_status: HubStatus | None = Field(description="What the Hub made of it.", examples=["published"])
    hub_said_at: datetime | None = Field(description="When the Hub said so.", examples=["2026-11-25T10:00:00Z"])
    hub_words: str = Field(description="The Hub's own words to it.", examples=[""])
    hub_link: str = Field(description="Where the Hub shows it.", examples=["https://migrationnetwork.un.org/node/7"])
    skip_reason: str = Field(description="Why it was skipped.", examples=[""])


class AttemptBody(BaseModel):
    """One attempt to deliver."""

    number: int = Field(description="Counts from 1.", examples=[1])
    at: datetime = Field(description="When it ended, in UTC.", examples=["2026-11-24T09:30:02Z"])
    milliseconds: int = Field(description="How long it took.", examples=[180])
    outcome: AttemptOutcome = Field(description="What came of it.", examples=["failed"])
    http_status: int | None = Field(description="The Hub's HTTP status; null without an answer.", examples=[502])
    words: str = Field(description="The Hub's own words, or what went wrong.", examples=["Bad gateway"])


class DeliveryBody(DeliverySummary):
    """A delivery with its attempts."""

    attempts_made: list[AttemptBody] = Field(description="The last hundred attempts, newest first.")


class CircuitState(StrEnum):
    """Whether anything is sent to the Hub."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class CircuitBody(BaseModel):
    """The circuit breaker: after several failures in a row nothing is sent for a while, then one as a probe."""

    state: CircuitState = Field(
        description="`open`: nothing is sent; `half_open`: one as a probe.", examples=["closed"]
    )
    failures: int = Field(description="Failures in a row.", examples=[0])
    paused_until: datetime | None = Field(description="Until when nothing is sent.", examples=["2026-11-24T09:35:00Z"])
    words: str = Field(description="What went wrong last.", examples=[""])


class DeliveryCounts(BaseModel):
    """How many deliveries stand where."""

    queued: int = Field(description="Wait to be sent.", examples=[3])
    given_up: int = Field(description="Dead letters: somebody has to look at them.", examples=[0])
    unanswered: int = Field(description="Taken by the Hub, its word is awaited.", examples=[2])
    published: int = Field(description="Practices of which the Hub shows a version.", examples=[41])
    refused: int = Field(description="Deliveries that the Hub refused.", examples=[1])


class HubBody(BaseModel):
    """How this installation is connected with the Hub, and how things stand."""

    is_configured: bool = Field(description="Whether a Hub is connected at all.", examples=[True])
    address: str | None = Field(description="Its address.", examples=["https://migrationnetwork.un.org"])
    client_id: str | None = Field(description="What we call ourselves there.", examples=["champions"])
    hears_messages: bool = Field(
        description="Whether its signed messages are taken; else it is asked.", examples=[True]
    )
    at_once: int = Field(description="Most deliveries at once.", examples=[4])
    most_attempts: int = Field(description="Attempts before a delivery is given up.", examples=[10])
    circuit: CircuitBody = Field(description="Whether anything is sent now.")
    counts: DeliveryCounts = Field(description="How many deliveries stand where.")
    waiting_since: datetime | None = Field(
        description="Since when the oldest waits; null where none waits.", examples=["2026-11-24T09:30:00Z"]
    )
    retryable: int = Field(
        description="Dead letters that a retry of all would queue: those that no later delivery has overtaken.",
        examples=[0],
    )


class PracticeAtHub(BaseModel):
    """Where a practice stands with the Hub, for its champion and the secretariat."""

    standing: HubStanding = Field(description="Where its last version stands.", examples=["published"])
    is_configured: bool = Field(description="Whether a Hub is connected at all.", examples=[True])
    version: int | None = Field(description="The version that this is about.", examples=[2])
    since: datetime | None = Field(description="Since when.", examples=["2026-11-25T10:00:00Z"])
    words: str = Field(description="The Hub's own words, or why it was skipped.", examples=[""])
    shown_version: int | None = Field(description="The version that the Hub shows.", examples=[2])
    link: str = Field(description="Where the Hub shows it.", examples=["https://migrationnetwork.un.org/node/7"])
    delivery_id: UUID | None = Field(description="The delivery, for the secretariat.", examples=[_PRACTICE])


class SaidOfPractice(BaseModel):
    """What a message of the Hub is about."""

    id: UUID = Field(description="Key of the practice.", examples=[_PRACTICE])
    sequence: int = Field(ge=0, le=2_147_483_647, description="`field_sequence` of what it speaks of.", examples=[117])
    words: Annotated[str, StringConstraints(max_length=2000)] = Field(
        default="", description="A moderator's words.", examples=["Spell out the acronyms."]
    )
    url: WebAddress | None = Field(
        default=None, description="Where the Hub shows it.", examples=["https://migrationnetwork.un.org/node/7"]
    )


class HubMessage(BaseModel):
    """A message of the Hub, in the envelope of Standard Webhooks."""

    type: Literal["practice.accepted", "practice.published", "practice.refused", "practice.withdrawn"] = Field(
        description="What happened.", examples=["practice.published"]
    )
    timestamp: AwareDatetime = Field(description="When it happened.", examples=["2026-11-25T10:00:00Z"])
    data: SaidOfPractice = Field(description="To which practice.")


class HubMessageTaken(BaseModel):
    """What became of a message."""

    is_news: bool = Field(description="Whether it said more than was known.", examples=[True])


class FindingQuery(ListQuery):
    """Filters of the last comparison's findings."""

    kind: FindingKind | None = Field(default=None, description="Of this kind.", examples=["missing"])


class FindingBody(BaseModel):
    """One difference between what the Hub has and what it should have."""

    id: UUID = Field(description="Its key.", examples=[_PRACTICE])
    kind: FindingKind = Field(description="How the Hub differs.", examples=["older"])
    practice_id: UUID = Field(description="Key at the Hub, and here where it is ours.", examples=[_PRACTICE])
    is_ours: bool = Field(description="Whether there is such a practice here.", examples=[True])
    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    our_version: int | None = Field(description="What the Hub should have; null for nothing.", examples=[2])
    hub_version: int | None = Field(description="What the Hub has; null for nothing.", examples=[1])
    fields: str = Field(description="Names of the fields that differ.", examples=["title, field_summary"])
    delivery_id: UUID | None = Field(description="The delivery that mends it.", examples=[_PRACTICE])


class FindingCounts(BaseModel):
    """How many differences of each kind."""

    missing: int = Field(description="The Hub has nothing.", examples=[2])
    older: int = Field(description="The Hub has an older version.", examples=[1])
    differing: int = Field(description="The Hub has something else.", examples=[0])
    extra: int = Field(description="The Hub shows what it should not.", examples=[0])
    mendable: int = Field(description="Those that a new delivery mends and for which none is made yet.", examples=[3])


class ReconciliationBody(RecordBody):
    """A comparison of what the Hub has with what it should have."""

    state: ReconciliationState = Field(description="How far it has come.", examples=["done"])
    finished_at: datetime | None = Field(description="When it ended, in UTC.", examples=["2026-11-24T09:31:00Z"])
    expected: int = Field(description="How many practices the Hub should have.", examples=[43])
    found: int = Field(description="How many it listed.", examples=[41])
    words: str = Field(description="Why it failed, in the Hub's own words.", examples=[""])
    counts: FindingCounts = Field(description="What differs.")


class LastReconciliation(BaseModel):
    """The last comparison, where there was one."""

    last: ReconciliationBody | None = Field(description="The last comparison; null before the first.")


class RetriedDeadLetters(BaseModel):
    """What waits to be sent again."""

    queued: int = Field(description="How many dead letters were queued.", examples=[3])


class DeliveringAgain(RequestBody):
    """Which findings are to be mended."""

    finding_ids: list[UUID] = Field(
        default_factory=list, max_length=100, description="These; all that can be, where none is named."
    )


class DeliveredAgain(BaseModel):
    """What is on its way again."""

    deliveries: int = Field(description="How many deliveries were queued.", examples=[3])
