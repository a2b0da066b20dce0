"""Who co-chairs next: pairs for the coming terms by maximum-weight matching, and what speaks for each.

What is held, the stronger first: who is not available does not serve; two different regional commissions; no pair
again; nobody a second time while somebody waits for the first; the longest since last served first, volunteers before
others who wait as long. Each is given up only where nothing else is left, and the reasons say so. The same question
has the same answer in whatever order it is asked.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

import networkx as nx

from api.cochairs.models import Availability
from api.cochairs.rules import Period, semester_of, usual_end

Pair = tuple[str, str]
"""Codes of two champions, in the order of the alphabet."""


def pair_of(one: str, other: str) -> Pair:
    """The pair of two champions, however they are named."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A champion as the planner sees it; ``last_served`` is the day on which its last term ended or will end."""

    iso3: str
    commission: str
    last_served: date | None = None
    joined_on: date | None = None
    left_on: date | None = None
    answers: Mapping[date, Availability] = field(default_factory=dict)

    def says_of(self, term: Period) -> Availability | None:
        """What it says of the semester of ``term``."""
        return self.answers.get(semester_of(term))

    def can_serve(self, term: Period) -> bool:
        """Whether it is a champion for the whole of ``term`` and has not opted out of its semester."""
        is_champion = (self.joined_on or date.min) <= term.starts_on and term.ends_on <= (self.left_on or date.max)
        return is_champion and self.says_of(term) is not Availability.NOT_AVAILABLE


@dataclass(frozen=True, slots=True)
class Pin:
    """A pair that must serve: in the term that starts on ``starts_on``, or in whichever suits best."""

    pair: Pair
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: pairs for ``terms``, and what is given."""

    candidates: Sequence[Candidate]
    terms: Sequence[Period]
    paired_before: Mapping[Pair, date] = field(default_factory=dict)
    """Pairs that have served together, with the last day on which one began."""
    pinned: Sequence[Pin] = ()
    forbidden: Collection[Pair] = ()


class NoPair(Exception):
    """``term`` cannot be filled; ``pin`` is the place of the pinned pair that cannot be seated, where it is one."""

    def __init__(self, term: Period | None, *, pin: int | None = None) -> None:
        super().__init__(term, pin)
        self.term = term
        self.pin = pin


def free_terms(starts_on: date, count: int, taken: Iterable[Period]) -> list[Period]:
    """The next ``count`` periods of six months from ``starts_on`` that no term covers a part of."""
    others = sorted(taken, key=lambda term: term.starts_on)
    found: list[Period] = []
    while len(found) < count:
        term = Period(starts_on, usual_end(starts_on))
        in_the_way = next((o for o in others if o.starts_on < term.ends_on and o.ends_on > term.starts_on), None)
        if in_the_way:
            starts_on = in_the_way.ends_on
        else:
            found.append(term)
            starts_on = term.ends_on
    return found


def propose(question: Question) -> list[Pair]:
    """A pair for each of the question's terms, in their order; ``NoPair`` where none is left for one."""
    planner = _Planner(question)
    planner.seat_pins()
    while planner.open:
        planner.seat_next()
    return [planner.plan[term] for term in question.terms]


class _Planner:
    """Fills the terms round by round: in a round, each who waits serves once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.by_code = {candidate.iso3: candidate for candidate in question.candidates}
        self.forbidden = {pair_of(*pair) for pair in question.forbidden}
        self.plan: dict[Period, Pair] = {}
        self.last_served = {code: candidate.last_served or date.min for code, candidate in self.by_code.items()}
        self.times = dict.fromkeys(self.by_code, 0)

    @property
    def open(self) -> list[Period]:
        return [term for term in self.question.terms if term not in self.plan]

    def seat(self, term: Period, pair: Pair) -> None:
        self.plan[term] = pair
        for code in pair:
            self.last_served[code] = max(self.last_served[code], term.ends_on)
            self.times[code] += 1

    def seat_pins(self) -> None:
        """Pins of a term first; then each of the others in the term that suits it best."""
        for place, pin in enumerate(self.question.pinned):
            if pin.starts_on is None:
                continue
            term = next((term for term in self.open if term.starts_on == pin.starts_on), None)
            if term is None or not self.can_serve(pin.pair, term):
                raise NoPair(term, pin=place)
            self.seat(term, pin.pair)
        anywhere = [(place, pin.pair) for place, pin in enumerate(self.question.pinned) if pin.starts_on is None]
        seated = self.assign([pair for _, pair in anywhere], self.open)
        for place, pair in anywhere:
            if pair not in seated.values():
                raise NoPair(None, pin=place)
        for term, pair in seated.items():
            self.seat(term, pair)

    def seat_next(self) -> None:
        """Seat a round of pairs in the earliest open terms; a term that they cannot fill takes whoever can."""
        pairs = self.pairs_of_round()
        terms = self.open[: max(len(pairs), 1)]
        seated = self.assign(pairs, terms)
        unfilled = next((term for term in terms if term not in seated), None)
        if unfilled:
            self.seat(unfilled, self.best_pair(unfilled))
            return
        for term, pair in seated.items():
            self.seat(term, pair)

    def pairs_of_round(self) -> list[Pair]:
        """Pairs of those who have served least in this plan, with each other or, where that cannot be, with others."""
        able = [code for code in self.in_turn() if any(self.by_code[code].can_serve(term) for term in self.open)]
        least = min((self.times[code] for code in able), default=0)
        waiting = [code for code in able if self.times[code] == least]
        pairs = self.match(waiting)
        if not pairs:
            pairs = [pair for pair in self.match(able) if not set(waiting).isdisjoint(pair)]
        turn = {code: place for place, code in enumerate(self.in_turn())}
        return sorted(pairs, key=lambda pair: (min(map(turn.__getitem__, pair)), max(map(turn.__getitem__, pair))))

    def in_turn(self) -> list[str]:
        """All candidates, the longest waiting first; of those who wait as long, volunteers first."""
        return sorted(
            self.by_code, key=lambda code: (self.last_served[code], not self.volunteers(code), *self.age(code))
        )

    def volunteers(self, code: str) -> bool:
        return any(self.by_code[code].says_of(term) is Availability.VOLUNTEERS for term in self.open)

    def age(self, code: str) -> tuple[date, str]:
        return self.by_code[code].joined_on or date.min, code

    def match(self, codes: list[str]) -> list[Pair]:
        """As many pairs as can be of ``codes``, in their turn: those near each other in it, the first of them nearest."""
        count = len(codes)
        graph = nx.Graph()
        graph.add_nodes_from(range(count))
        for one, other in combinations(range(count), 2):
            pair = pair_of(codes[one], codes[other])
            if self.is_good(pair) and any(self.can_serve(pair, term) for term in self.open):
                waits = (count - one) + (count - other)
                apart = (other - one) * (count - one) + self.wishes_lost(pair) * count**2
                graph.add_edge(one, other, weight=waits * 4 * count**2 - apart)
        matched = nx.max_weight_matching(graph, maxcardinality=True)
        return [pair_of(codes[one], codes[other]) for one, other in matched]

    def assign(self, pairs: list[Pair], terms: list[Period]) -> dict[Period, Pair]:
        """Terms and pairs by maximum weight: as many as can be, wishes for the semester, then each pair in its turn."""
        graph = nx.Graph()
        size = len(pairs) * len(terms)
        eager = self.longest_waiting(2 * len(terms))
        for place, pair in enumerate(pairs):
            for number, term in enumerate(terms):
                if self.can_serve(pair, term):
                    turn = (len(pairs) - place) * (len(terms) - number)
                    wishes = sum(self.wish(code, term, eager) for code in pair)
                    graph.add_edge(place, len(pairs) + number, weight=(6 + wishes) * size + turn)
        matched = sorted(map(sorted, nx.max_weight_matching(graph, maxcardinality=True)), key=lambda edge: edge[1])
        return {terms[number - len(pairs)]: pairs[place] for place, number in matched}

    def wishes_lost(self, pair: Pair) -> int:
        """How many of a pair cannot have a semester that they volunteer for, because of the other."""
        says = {term: [self.by_code[code].says_of(term) for code in pair] for term in self.open}
        wished = sum(any(said[seat] is Availability.VOLUNTEERS for said in says.values()) for seat in (0, 1))
        had = [
            said.count(Availability.VOLUNTEERS)
            for term, said in says.items()
            if Availability.IF_NEEDED not in said and self.can_serve(pair, term)
        ]
        return wished - max(had, default=0)

    def longest_waiting(self, count: int) -> set[str]:
        """Whoever waits at least as long as the ``count``-th in turn: their wish moves nobody back who waits longer."""
        in_turn = self.in_turn()
        last = self.last_served[in_turn[min(count, len(in_turn)) - 1]] if in_turn else date.min
        return {code for code in in_turn if self.last_served[code] <= last}

    def wish(self, code: str, term: Period, eager: set[str]) -> int:
        says = self.by_code[code].says_of(term)
        if says is Availability.IF_NEEDED:
            return -2
        return int(says is Availability.VOLUNTEERS and code in eager)

    def best_pair(self, term: Period) -> Pair:
        """The best that is left for one term, whatever must be given up for it."""
        turn = {code: place for place, code in enumerate(self.in_turn())}
        able = sorted(code for code in self.by_code if self.by_code[code].can_serve(term))
        left = [pair for pair in combinations(able, 2) if pair not in self.forbidden]
        if not left:
            raise NoPair(term)

        def given_up(pair: Pair) -> tuple[object, ...]:
            times, turns = [self.times[code] for code in pair], [turn[code] for code in pair]
            return self.is_of_one_commission(pair), self.is_repeated(pair), sum(times), max(turns), sum(turns)

        return min(left, key=given_up)

    def can_serve(self, pair: Pair, term: Period) -> bool:
        return pair not in self.forbidden and all(self.by_code[code].can_serve(term) for code in pair)

    def is_good(self, pair: Pair) -> bool:
        return not (self.is_of_one_commission(pair) or self.is_repeated(pair) or pair in self.forbidden)

    def is_of_one_commission(self, pair: Pair) -> bool:
        return self.by_code[pair[0]].commission == self.by_code[pair[1]].commission

    def is_repeated(self, pair: Pair) -> bool:
        return pair in self.question.paired_before or pair in self.plan.values()


def alternatives(question: Question, plan: Sequence[Pair], count: int) -> list[list[Pair]]:
    """Up to ``count`` other plans: each without the first pair of those before it that is not pinned."""
    pinned = {pin.pair for pin in question.pinned}
    forbidden = {pair_of(*pair) for pair in question.forbidden}
    found: list[list[Pair]] = []
    latest = plan
    while len(found) < count:
        first = next((pair for pair in latest if pair not in pinned), None)
        if first is None:
            break
        forbidden |= {first}
        try:
            latest = propose(
                Question(question.candidates, question.terms, question.paired_before, question.pinned, forbidden)
            )
        except NoPair:
            break
        found.append(list(latest))
    return found
