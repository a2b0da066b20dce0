"""Who could work with whom, and why: pure, and the same for the same record whatever order it is read in.

A suggestion is another champion with the reasons that speak for it. Each reason has a weight; of one kind the three
heaviest count, so that a long list of the same does not outweigh one good reason. See docs/decisions, "Suggestions are
added up, and say why".
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from api.collaboration.kinds import Basis, SuggestionReasonKind, SuggestionStanding, WorkKind

FOLLOWED_UP_AFTER = timedelta(days=30)
"""So long after a letter its writer is asked, once, what came of it."""
AT_THE_SAME_TIME = timedelta(days=31)
"""Two activities with at most this between them could be one."""
MOST_OF_A_KIND = 3

_COMPLEMENTARY = {Basis.NEED: 6, Basis.PLEDGE: 5, Basis.GAP: 3}
_OVERLAP = 5
_OF_THE_SAME_KIND = 1
_IN_THE_SAME_REGION = 1
_IN_SIMILAR_WORDS = 2
_OPEN_INVITATION = 4
_SAME_OBJECTIVE = 2
_SAME_PROCESS = 1
_SIMILAR = 0.3
"""The share of words that two titles have in common from which on they say much the same."""

_PLACE = {kind: place for place, kind in enumerate(SuggestionReasonKind)}


@dataclass(frozen=True, slots=True)
class Work:
    """A record that shows something."""

    kind: WorkKind
    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity that is not over: who leads it, who is in it, for what, when, and the stems of its title's words."""

    work: Work
    kind: str
    champions: frozenset[str]
    objectives: frozenset[int]
    starts_on: date | None
    ends_on: date | None
    stems: frozenset[str]
    is_open_for_partners: bool = False

    @property
    def last_day(self) -> date | None:
        """Its last day; its first where it has but one."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True, slots=True)
class Profile:
    """What a champion champions, has, plans, looks for and works towards. By objective, one record for each."""

    iso3: str
    region: str
    objectives: frozenset[int] = frozenset()
    practices: Mapping[int, Work] = field(default_factory=dict)
    pledges: Mapping[int, Work] = field(default_factory=dict)
    seeks: Mapping[int, Work] = field(default_factory=dict)
    offers: Mapping[int, Work] = field(default_factory=dict)
    led: tuple[Planned, ...] = ()
    processes: Mapping[UUID, Work] = field(default_factory=dict)

    def lacks(self, objective: int) -> tuple[Basis, Work | None] | None:
        """What shows that it lacks a practice for ``objective``, the weightiest; ``None`` where nothing does."""
        if objective in self.seeks:
            return Basis.NEED, self.seeks[objective]
        if objective in self.practices:
            return None
        if objective in self.pledges:
            return Basis.PLEDGE, self.pledges[objective]
        return (Basis.GAP, None) if objective in self.objectives else None

    def has(self, objective: int) -> Work | None:
        """What it has to give for ``objective``."""
        return self.offers.get(objective) or self.practices.get(objective)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two champions could work together: ``own`` and ``theirs`` are the records that show it."""

    kind: SuggestionReasonKind
    weight: int
    objective: int | None = None
    basis: Basis | None = None
    own: Work | None = None
    theirs: Work | None = None

    @property
    def key(self) -> str:
        """What makes it this reason and no other: where it is known, nothing is new."""
        shown_by = [str(work.id) if work else "" for work in (self.own, self.theirs)]
        return ":".join([self.kind, self.basis or "", str(self.objective or ""), *shown_by])


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A champion to work with, and why, the weightiest reason first."""

    iso3: str
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """What its reasons weigh together, at most three of a kind."""
        seen: Counter[SuggestionReasonKind] = Counter()
        total = 0
        for reason in self.reasons:
            seen[reason.kind] += 1
            total += reason.weight if seen[reason.kind] <= MOST_OF_A_KIND else 0
        return total

    def news(self, known: Iterable[str]) -> tuple[str, ...]:
        """The reasons, by key, that are not among those ``known``."""
        old = set(known)
        return tuple(reason.key for reason in self.reasons if reason.key not in old)


def suggest(own: Profile, others: Iterable[Profile]) -> list[Suggestion]:
    """Whom ``own`` could work with: by score, then by the number of kinds of reasons, then by code."""
    found = [_with(own, other) for other in others if other.iso3 != own.iso3]
    return sorted((suggestion for suggestion in found if suggestion.reasons), key=_rank)


def standing(*, champions: int, practices: int, activities: int, pledges: int) -> SuggestionStanding:
    """How far an objective has come."""
    if practices or activities or pledges:
        return SuggestionStanding.WORKED_ON
    return SuggestionStanding.CHAMPIONED if champions else SuggestionStanding.NOBODY


def depth(*, champions: int, practices: int, activities: int, pledges: int) -> int:
    """How much a champion or region does for an objective: 0 nothing, 1 champions it, 2 acts or has pledged, 3 has a practice."""
    if practices:
        return 3
    return 2 if activities or pledges else int(champions > 0)


def _rank(suggestion: Suggestion) -> tuple[int, int, str]:
    return -suggestion.score, -len({reason.kind for reason in suggestion.reasons}), suggestion.iso3


def _with(own: Profile, other: Profile) -> Suggestion:
    reasons = [
        *_overlaps(own, other),
        *_complements(own, other),
        *_invitations(own, other),
        *_same_objectives(own, other),
        *_same_processes(own, other),
    ]
    return Suggestion(other.iso3, tuple(sorted(reasons, key=_order)))


def _order(reason: Reason) -> tuple[int, int, int, str]:
    return -reason.weight, _PLACE[reason.kind], reason.objective or 0, reason.key


def _overlaps(own: Profile, other: Profile) -> Iterator[Reason]:
    """Activities of both for a common objective, at about the same time and of one kind or in similar words."""
    for ours in own.led:
        for theirs in other.led:
            shared = ours.objectives & theirs.objectives
            if not shared or other.iso3 in ours.champions or own.iso3 in theirs.champions:
                continue
            alike = _likeness(ours.stems, theirs.stems) >= _SIMILAR
            of_a_kind = ours.kind == theirs.kind
            if _are_near(ours, theirs) and (alike or of_a_kind):
                weight = _OVERLAP + _IN_SIMILAR_WORDS * alike + _OF_THE_SAME_KIND * of_a_kind
                weight += _IN_THE_SAME_REGION * (own.region == other.region)
                yield Reason(SuggestionReasonKind.OVERLAP, weight, min(shared), own=ours.work, theirs=theirs.work)


def _complements(own: Profile, other: Profile) -> Iterator[Reason]:
    """One has, for an objective, what the other lacks; in both directions."""
    for kind, giver, taker in (
        (SuggestionReasonKind.LEARN_FROM, other, own),
        (SuggestionReasonKind.SHARE_WITH, own, other),
    ):
        for objective in giver.practices.keys() | giver.offers.keys():
            lack, given = taker.lacks(objective), giver.has(objective)
            if lack and given:
                basis, shown_by = lack
                ours, theirs = (shown_by, given) if taker is own else (given, shown_by)
                yield Reason(kind, _COMPLEMENTARY[basis], objective, basis, ours, theirs)


def _invitations(own: Profile, other: Profile) -> Iterator[Reason]:
    """Activities that the other has opened for partners, for an objective that matters to one's own champion."""
    matters = own.objectives | own.seeks.keys() | own.pledges.keys()
    for activity in other.led:
        shared = activity.objectives & matters
        if activity.is_open_for_partners and shared and own.iso3 not in activity.champions:
            yield Reason(SuggestionReasonKind.OPEN_INVITATION, _OPEN_INVITATION, min(shared), theirs=activity.work)


def _same_objectives(own: Profile, other: Profile) -> Iterator[Reason]:
    if own.region != other.region:
        for objective in own.objectives & other.objectives:
            yield Reason(SuggestionReasonKind.SAME_OBJECTIVE, _SAME_OBJECTIVE, objective)


def _same_processes(own: Profile, other: Profile) -> Iterator[Reason]:
    for key in own.processes.keys() & other.processes.keys():
        yield Reason(SuggestionReasonKind.SAME_PROCESS, _SAME_PROCESS, theirs=own.processes[key])


def _are_near(ours: Planned, theirs: Planned) -> bool:
    """Whether at most a month lies between them; what has no day yet is near to nothing."""
    if not (ours.starts_on and ours.last_day and theirs.starts_on and theirs.last_day):
        return False
    apart = max(ours.starts_on, theirs.starts_on) - min(ours.last_day, theirs.last_day)
    return apart <= AT_THE_SAME_TIME


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of common stems (Jaccard); 0 where there are none at all."""
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
