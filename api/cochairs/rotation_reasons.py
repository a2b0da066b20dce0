"""What speaks for each pair of a plan, and what had to be given up: codes with what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from api.cochairs.models import Availability
from api.cochairs.rotation_rules import Candidate, Pair, Question, pair_of
from api.cochairs.rules import Period

AT_MOST_NAMED = 5
"""Of those who were passed over, so many are named."""


class RotationReasonCode(StrEnum):
    """What a reason says; its parameters are ``champions``, ``commissions`` and ``since``."""

    PINNED = "pinned"
    NEVER_SERVED = "never_served"
    NOT_SERVED_SINCE = "not_served_since"
    NEW_ROUND = "new_round"
    """All others who can have served as often: the rotation begins again."""
    SERVES_AGAIN_PINNED = "serves_again_pinned"
    SERVES_AGAIN_FOR_COMMISSION = "serves_again_for_commission"
    """Others wait, and are all of the other co-chair's commission."""
    SERVES_AGAIN_FOR_OTHER_PAIR = "serves_again_for_other_pair"
    """Others wait, and would make a pair that is forbidden, has served together or cannot be otherwise."""
    COMMISSIONS_DIFFER = "commissions_differ"
    SAME_COMMISSION = "same_commission"
    NOT_PAIRED_BEFORE = "not_paired_before"
    PAIRED_BEFORE = "paired_before"
    VOLUNTEERS = "volunteers"
    IF_NEEDED = "if_needed"
    OTHERS_NOT_AVAILABLE = "others_not_available"
    """They wait longer, and cannot or would rather not serve in this semester."""


SERVES_AGAIN = frozenset(
    {
        RotationReasonCode.SERVES_AGAIN_PINNED,
        RotationReasonCode.SERVES_AGAIN_FOR_COMMISSION,
        RotationReasonCode.SERVES_AGAIN_FOR_OTHER_PAIR,
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a pair, or that had to be given up."""

    code: RotationReasonCode
    champions: tuple[str, ...] = ()
    commissions: tuple[str, ...] = ()
    since: date | None = None

    @property
    def names_processes(self) -> bool:
        """Whether it is told with the processes in the days of the term."""
        return self.code is RotationReasonCode.VOLUNTEERS


def reasons_for(question: Question, plan: Sequence[Pair]) -> list[list[Reason]]:
    """The reasons of each pair of ``plan``, told in the order of the terms."""
    told, before = [], _Record(question)
    for term, pair in zip(question.terms, plan, strict=True):
        told.append(before.reasons(term, pair))
        before.add(term, pair)
    return told


class _Record:
    """What is on record before a term: the past, and the earlier terms of the plan."""

    def __init__(self, question: Question) -> None:
        self.by_code = {candidate.iso3: candidate for candidate in question.candidates}
        self.pinned = {pin.pair for pin in question.pinned}
        self.forbidden = {pair_of(*pair) for pair in question.forbidden}
        self.paired = dict(question.paired_before)
        self.last_served = {code: candidate.last_served for code, candidate in self.by_code.items()}
        self.served: set[str] = set()

    def add(self, term: Period, pair: Pair) -> None:
        self.paired[pair] = term.starts_on
        self.served |= set(pair)
        self.last_served |= dict.fromkeys(pair, term.ends_on)

    def reasons(self, term: Period, pair: Pair) -> list[Reason]:
        one, other = (self.by_code[code] for code in pair)
        return [
            *([Reason(RotationReasonCode.PINNED)] if pair in self.pinned else []),
            *self.turn(term, one, other),
            *self.turn(term, other, one),
            self.commissions(one, other),
            self.history(pair),
            *self.wishes(term, pair, Availability.VOLUNTEERS, RotationReasonCode.VOLUNTEERS),
            *self.wishes(term, pair, Availability.IF_NEEDED, RotationReasonCode.IF_NEEDED),
            *self.passed_over(term, pair),
        ]

    def turn(self, term: Period, champion: Candidate, partner: Candidate) -> list[Reason]:
        """How long ``champion`` waits; of one that serves again in this plan, why."""
        code, since = champion.iso3, self.last_served[champion.iso3]
        if code in self.served:
            return [Reason(self.why_again(term, champion, partner), (code,), since=since)]
        if since is None:
            return [Reason(RotationReasonCode.NEVER_SERVED, (code,))]
        return [Reason(RotationReasonCode.NOT_SERVED_SINCE, (code,), since=since)]

    def why_again(self, term: Period, champion: Candidate, partner: Candidate) -> RotationReasonCode:
        waiting = [
            candidate
            for candidate in self.by_code.values()
            if candidate.iso3 not in self.served and candidate is not partner and candidate.can_serve(term)
        ]
        if not waiting:
            return RotationReasonCode.NEW_ROUND
        if pair_of(champion.iso3, partner.iso3) in self.pinned:
            return RotationReasonCode.SERVES_AGAIN_PINNED
        if all(candidate.commission == partner.commission for candidate in waiting):
            return RotationReasonCode.SERVES_AGAIN_FOR_COMMISSION
        return RotationReasonCode.SERVES_AGAIN_FOR_OTHER_PAIR

    def commissions(self, one: Candidate, other: Candidate) -> Reason:
        if one.commission == other.commission:
            return Reason(RotationReasonCode.SAME_COMMISSION, commissions=(one.commission,))
        return Reason(RotationReasonCode.COMMISSIONS_DIFFER, commissions=(one.commission, other.commission))

    def history(self, pair: Pair) -> Reason:
        if pair in self.paired:
            return Reason(RotationReasonCode.PAIRED_BEFORE, pair, since=self.paired[pair])
        return Reason(RotationReasonCode.NOT_PAIRED_BEFORE)

    def wishes(self, term: Period, pair: Pair, answer: Availability, code: RotationReasonCode) -> list[Reason]:
        who = tuple(iso3 for iso3 in pair if self.by_code[iso3].says_of(term) is answer)
        return [Reason(code, who)] if who else []

    def passed_over(self, term: Period, pair: Pair) -> list[Reason]:
        """Those who wait longer than one of the pair, and said that this semester does not suit them."""
        latest = max(self.last_served[code] or date.min for code in pair)
        unwilling = (Availability.NOT_AVAILABLE, Availability.IF_NEEDED)
        who = [
            code
            for code, candidate in sorted(self.by_code.items())
            if code not in pair
            and code not in self.served
            and candidate.says_of(term) in unwilling
            and (self.last_served[code] or date.min) <= latest
        ]
        return [Reason(RotationReasonCode.OTHERS_NOT_AVAILABLE, tuple(who[:AT_MOST_NAMED]))] if who else []
