"""What an agenda could hold, and why: drafted from the record, for the co-chairs to choose from."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from api.meetings.drafting_words import titles
from api.meetings.models import AgendaItemOrigin as Origin


class Why(StrEnum):
    """Why something is suggested; its parameters are those of ``Reason``."""

    OPENS_THE_MEETING = "opens_the_meeting"
    ADOPTS_THE_AGENDA = "adopts_the_agenda"
    NOT_REACHED = "not_reached"
    NOT_MARKED = "not_marked"
    """Nobody noted whether the last meeting came to it."""
    MEETING_CANCELLED = "meeting_cancelled"
    """The meeting on whose agenda it was, or for which it was proposed, was never held."""
    ACTION_ITEMS_DUE = "action_items_due"
    WORKPLAN_ITEMS_DUE = "workplan_items_due"
    SUPPORTED = "supported"
    PROPOSED = "proposed"
    PROPOSED_BY_CHAIRS = "proposed_by_chairs"
    ENDS_THE_MEETING = "ends_the_meeting"
    SETS_THE_NEXT_MEETING = "sets_the_next_meeting"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested; ``count`` are due by the day of the meeting, ``late_count`` of them already late."""

    code: Why
    champions: tuple[str, ...] = ()
    count: int = 0
    late_count: int = 0
    meeting_title: str = ""
    meeting_starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that could go on the agenda. ``item_id``: the proposal, or the item of the earlier meeting."""

    key: str
    origin: Origin
    minutes: int
    reason: Reason
    title: str = ""
    item_id: UUID | None = None

    @property
    def is_recommended(self) -> bool:
        """Whether it belongs on the agenda as far as the record tells."""
        return self.reason.code is not Why.NOT_MARKED


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """A proposal that waits for the co-chairs. ``proposed_by`` is empty where they wrote it themselves."""

    id: UUID
    title: str
    minutes: int
    proposed_by: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOver:
    """An item that the last meeting did not reach (``is_reached`` false), or of which nobody said (null), or that a
    cancelled meeting leaves behind.
    """

    id: UUID
    title: str
    minutes: int
    is_reached: bool | None
    meeting_title: str
    meeting_starts_at: datetime
    is_meeting_cancelled: bool = False

    @property
    def why(self) -> Why:
        """Why it goes on."""
        if self.is_meeting_cancelled:
            return Why.MEETING_CANCELLED
        return Why.NOT_REACHED if self.is_reached is False else Why.NOT_MARKED


@dataclass(frozen=True, slots=True)
class Due:
    """How many of a kind are due by the day of the meeting, and how many of these are late already."""

    count: int = 0
    late_count: int = 0


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What a draft is made from. ``origins`` and ``titles`` (in every language) are of what is on the agenda."""

    origins: Collection[Origin] = ()
    titles: Collection[str] = ()
    proposals: Sequence[OpenProposal] = ()
    left_over: Sequence[LeftOver] = ()
    action_items: Due = Due()
    workplan_items: Due = Due()


_STANDING_MINUTES = 5
_MINUTES_EACH = 2
_SHORTEST_REVIEW, _LONGEST_REVIEW = 10, 30


def draft(record: OnRecord) -> list[Suggestion]:
    """All that could go on the agenda and is not there yet, in the order of an agenda."""
    said = {title.strip().casefold() for title in record.titles}
    own = [
        suggestion
        for suggestion in _of_every_meeting(record)
        if suggestion.origin not in record.origins
        and said.isdisjoint(title.casefold() for title in titles(suggestion.origin).values())
    ]
    before = [one for one in own if one.origin in (Origin.OPENING, Origin.ADOPTION_OF_THE_AGENDA)]
    after = [one for one in own if one.origin in (Origin.ANY_OTHER_BUSINESS, Origin.NEXT_MEETING)]
    due = [one for one in own if one not in before and one not in after]
    return [*before, *_left_over(record.left_over), *due, *_proposed(record.proposals), *after]


def minutes_over(suggestions: Iterable[Suggestion], *, accepted: int, duration: int) -> int:
    """By how many minutes the agenda would pass the meeting's duration; 0 where all of it fits."""
    return max(0, accepted + sum(suggestion.minutes for suggestion in suggestions) - duration)


def _of_every_meeting(record: OnRecord) -> Iterator[Suggestion]:
    for origin, why in (
        (Origin.OPENING, Why.OPENS_THE_MEETING),
        (Origin.ADOPTION_OF_THE_AGENDA, Why.ADOPTS_THE_AGENDA),
        (Origin.ANY_OTHER_BUSINESS, Why.ENDS_THE_MEETING),
        (Origin.NEXT_MEETING, Why.SETS_THE_NEXT_MEETING),
    ):
        yield Suggestion(origin.value, origin, _STANDING_MINUTES, Reason(why))
    for origin, why, due in (
        (Origin.ACTION_ITEMS, Why.ACTION_ITEMS_DUE, record.action_items),
        (Origin.WORKPLAN_ITEM, Why.WORKPLAN_ITEMS_DUE, record.workplan_items),
    ):
        if due.count:
            minutes = min(max(_SHORTEST_REVIEW, _MINUTES_EACH * due.count), _LONGEST_REVIEW)
            reason = Reason(why, count=due.count, late_count=due.late_count)
            yield Suggestion(origin.value, origin, minutes, reason)


def _left_over(items: Sequence[LeftOver]) -> list[Suggestion]:
    return [
        Suggestion(
            key=f"{Origin.CARRIED_OVER}:{item.id}",
            origin=Origin.CARRIED_OVER,
            minutes=item.minutes,
            reason=Reason(item.why, meeting_title=item.meeting_title, meeting_starts_at=item.meeting_starts_at),
            title=item.title,
            item_id=item.id,
        )
        for item in items
    ]


def _proposed(proposals: Sequence[OpenProposal]) -> list[Suggestion]:
    """Those that matter to most champions first, then the oldest."""
    return [
        Suggestion(
            key=f"{Origin.PROPOSAL}:{proposal.id}",
            origin=Origin.PROPOSAL,
            minutes=proposal.minutes,
            reason=_reason_of(proposal),
            title=proposal.title,
            item_id=proposal.id,
        )
        for proposal in sorted(proposals, key=lambda one: (-len(one.supporters), one.id))
    ]


def _reason_of(proposal: OpenProposal) -> Reason:
    if proposal.supporters:
        return Reason(Why.SUPPORTED, champions=proposal.supporters)
    if proposal.proposed_by:
        return Reason(Why.PROPOSED, champions=proposal.proposed_by)
    return Reason(Why.PROPOSED_BY_CHAIRS)
