"""The rotation planner: whatever the Initiative looks like, its promises hold or its reasons say why not."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.cochairs.models import Availability
from api.cochairs.rotation_reasons import SERVES_AGAIN, Reason, RotationReasonCode, reasons_for
from api.cochairs.rotation_rules import (
    Candidate,
    NoPair,
    Pair,
    Pin,
    Question,
    alternatives,
    free_terms,
    pair_of,
    propose,
)
from api.cochairs.rules import Period, is_usual, semester_of

COMMISSIONS = ("ECA", "ECE", "ECLAC", "ESCAP", "ESCWA")
START = date(2027, 7, 1)
CODES = [f"{first}{second}X" for first in "ABCDE" for second in "ABCDE"]

examples = settings(max_examples=50, deadline=None)

semesters = st.sampled_from([semester_of(term) for term in free_terms(START, 8, [])])
answers = st.dictionaries(semesters, st.sampled_from(Availability), max_size=3)
past_days = st.sampled_from([date(2024, 1, 1), date(2025, 7, 1), date(2027, 7, 1)])


@st.composite
def fields(draw: st.DrawFn) -> list[Candidate]:
    """From two to twelve champions, of any commissions, who have served or not and say what they like."""
    codes = CODES[: draw(st.integers(2, 12))]
    return [
        Candidate(
            code,
            draw(st.sampled_from(COMMISSIONS)),
            last_served=draw(st.none() | past_days),
            left_on=draw(st.none() | st.none() | st.dates(START, date(2031, 1, 1))),
            answers=draw(answers),
        )
        for code in codes
    ]


@st.composite
def questions(draw: st.DrawFn) -> Question:
    candidates = draw(fields())
    pairs = list(combinations([candidate.iso3 for candidate in candidates], 2))
    history = draw(st.lists(st.sampled_from(pairs), max_size=4))
    return Question(
        candidates,
        free_terms(START, draw(st.integers(1, 6)), []),
        paired_before=dict.fromkeys(history, date(2024, 1, 1)),
        forbidden=frozenset(draw(st.lists(st.sampled_from(pairs), max_size=3))),
    )


def planned(question: Question) -> list[tuple[Period, Pair, list[Reason]]]:
    """Each term with its pair and the reasons; nothing where some term cannot be filled."""
    try:
        plan = propose(question)
    except NoPair as nobody:
        assert nobody.term is not None
        assert not possible(question, nobody.term)
        return []
    return list(zip(question.terms, plan, reasons_for(question, plan), strict=True))


def possible(question: Question, term: Period) -> list[Pair]:
    """Every pair that could serve in ``term``."""
    able = sorted(candidate.iso3 for candidate in question.candidates if candidate.can_serve(term))
    return [pair for pair in combinations(able, 2) if pair not in {pair_of(*no) for no in question.forbidden}]


def commission_of(question: Question, code: str) -> str:
    return next(candidate.commission for candidate in question.candidates if candidate.iso3 == code)


def differs(question: Question, pair: Pair) -> bool:
    return commission_of(question, pair[0]) != commission_of(question, pair[1])


@given(questions())
@examples
def test_every_champion_serves_once_before_any_serves_twice_unless_the_reasons_say_why(question: Question) -> None:
    served: set[str] = set()
    for term, pair, reasons in planned(question):
        waiting = {c.iso3 for c in question.candidates if c.can_serve(term)} - served - set(pair)
        for code in served & set(pair):
            said = {reason.code for reason in reasons if code in reason.champions}
            assert said & (SERVES_AGAIN if waiting else {RotationReasonCode.NEW_ROUND})
        served |= set(pair)


@settings(deadline=None)
@given(st.integers(2, 12), st.integers(0, 12), st.randoms(use_true_random=False))
def test_nobody_serves_twice_where_everybody_can_and_no_commission_has_more_than_half(
    half: int, turn: int, random: Random
) -> None:
    commissions = [COMMISSIONS[(place + turn) % 5] for place in range(2 * half)]
    random.shuffle(commissions)
    candidates = [Candidate(code, commission) for code, commission in zip(CODES, commissions, strict=False)]
    most = max(map(commissions.count, commissions))
    terms = free_terms(START, half, [])

    plan = propose(Question(candidates, terms))

    if most <= half:
        assert len({code for pair in plan for code in pair}) == 2 * half


@given(questions())
@examples
def test_a_pair_is_two_who_can_serve_and_are_not_forbidden_together(question: Question) -> None:
    for term, pair, _ in planned(question):
        assert pair in possible(question, term)
        assert pair[0] != pair[1]


@given(questions())
@examples
def test_commissions_differ_wherever_they_can(question: Question) -> None:
    for term, pair, reasons in planned(question):
        could = any(differs(question, other) for other in possible(question, term))
        assert differs(question, pair) == could
        said = {reason.code for reason in reasons}
        assert (RotationReasonCode.COMMISSIONS_DIFFER in said) == could


@given(questions())
@examples
def test_no_pair_serves_again_while_another_can(question: Question) -> None:
    paired = set(question.paired_before)
    for term, pair, reasons in planned(question):
        if pair in paired:
            assert RotationReasonCode.PAIRED_BEFORE in {reason.code for reason in reasons}
            others = set(possible(question, term)) - paired
            assert not any(differs(question, other) for other in others)
            assert not others or differs(question, pair)
        paired.add(pair)


@given(questions(), st.randoms(use_true_random=False))
@examples
def test_the_answer_does_not_depend_on_the_order_of_what_is_asked(question: Question, random: Random) -> None:
    shuffled = list(question.candidates)
    random.shuffle(shuffled)
    history = list(question.paired_before.items())
    random.shuffle(history)
    asked_otherwise = Question(
        shuffled, question.terms, dict(history), forbidden=[pair[::-1] for pair in question.forbidden]
    )

    assert planned(question) == planned(asked_otherwise)


@given(fields(), st.data())
@examples
def test_what_is_pinned_appears_and_what_is_forbidden_does_not(
    candidates: list[Candidate], data: st.DataObject
) -> None:
    pairs = list(combinations([candidate.iso3 for candidate in candidates], 2))
    terms = free_terms(START, data.draw(st.integers(2, 6)), [])
    pinned = data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=2, unique=True))
    forbidden = data.draw(st.lists(st.sampled_from(pairs), max_size=4).map(lambda drawn: set(drawn) - set(pinned)))
    fixed = data.draw(st.sampled_from([None, terms[-1].starts_on]))
    pins = [Pin(pinned[0], fixed), *(Pin(pair) for pair in pinned[1:])]
    question = Question(candidates, terms, pinned=pins, forbidden=forbidden)

    try:
        plan = propose(question)
    except NoPair:
        return

    assert set(pinned) <= set(plan)
    assert not forbidden & set(plan)
    assert fixed is None or plan[-1] == pinned[0]


@given(questions())
@examples
def test_alternatives_differ_from_the_plan_and_from_each_other(question: Question) -> None:
    if planned(question):
        plan = propose(question)
        others = alternatives(question, plan, 2)
        firsts = [plan[0], *(other[0] for other in others)]
        assert len(set(firsts)) == len(firsts)


def field(**commissions: str) -> list[Candidate]:
    return [Candidate(code, commission) for code, commission in commissions.items()]


def said(question: Question, plan: Sequence[Pair]) -> list[set[RotationReasonCode]]:
    return [{reason.code for reason in reasons} for reasons in reasons_for(question, plan)]


def test_the_longest_since_last_served_comes_first_and_never_is_longest() -> None:
    candidates = [
        Candidate("BGD", "ESCAP", date(2027, 7, 1)),
        Candidate("LUX", "ECE", date(2027, 7, 1)),
        Candidate("MAR", "ESCWA", date(2024, 1, 1)),
        Candidate("SEN", "ECA"),
        Candidate("PER", "ECLAC"),
        Candidate("TUR", "ECE", date(2023, 1, 1)),
    ]

    plan = propose(Question(candidates, free_terms(START, 3, [])))

    assert plan == [("PER", "SEN"), ("MAR", "TUR"), ("BGD", "LUX")]


def test_the_matching_looks_ahead_where_a_greedy_choice_would_be_stuck() -> None:
    """Taking the two longest waiting first would leave two of one commission."""
    candidates = [
        Candidate("AAA", "ECE"),
        Candidate("BBB", "ESCAP"),
        Candidate("CCC", "ECA", date(2024, 1, 1)),
        Candidate("DDD", "ECA", date(2025, 1, 1)),
    ]

    plan = propose(Question(candidates, free_terms(START, 2, [])))

    assert sorted(plan) == [("AAA", "CCC"), ("BBB", "DDD")]


def test_a_volunteer_has_its_semester_and_who_opts_out_another() -> None:
    second = free_terms(START, 2, [])[1]
    wishes = {"AAA": Availability.NOT_AVAILABLE, "EEE": Availability.VOLUNTEERS}
    candidates = [
        Candidate(code, commission, answers={semester_of(second): wishes[code]} if code in wishes else {})
        for code, commission in zip(["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"], [*COMMISSIONS, "ECA"], strict=True)
    ]

    question = Question(candidates, [Period(START, second.starts_on), second])
    plan = propose(question)

    assert "EEE" in plan[1]
    assert "AAA" not in plan[1]
    assert RotationReasonCode.VOLUNTEERS in said(question, plan)[1]


def test_two_volunteers_for_different_semesters_are_not_put_together() -> None:
    first, second = free_terms(START, 2, [])
    candidates = [
        Candidate("AAA", "ECA", answers={semester_of(first): Availability.VOLUNTEERS}),
        Candidate("BBB", "ECE", answers={semester_of(second): Availability.VOLUNTEERS}),
        *field(CCC="ECLAC", DDD="ESCAP"),
    ]

    plan = propose(Question(candidates, [first, second]))

    assert "AAA" in plan[0]
    assert "BBB" in plan[1]


def test_a_volunteer_is_not_put_together_with_who_would_rather_not_serve_then() -> None:
    first, second = free_terms(START, 2, [])
    candidates = [
        Candidate("AAA", "ECA", answers={semester_of(first): Availability.VOLUNTEERS}),
        Candidate("BBB", "ECE", answers={semester_of(first): Availability.IF_NEEDED}),
        *field(CCC="ECLAC", DDD="ESCAP"),
    ]

    plan = propose(Question(candidates, [first, second]))

    assert "AAA" in plan[0]
    assert "BBB" in plan[1]


def test_a_volunteer_does_not_pass_who_waits_longer() -> None:
    wish = {START: Availability.VOLUNTEERS}
    candidates = [*field(AAA="ECA", BBB="ECE"), Candidate("CCC", "ESCAP", date(2026, 7, 1), answers=wish)]

    assert propose(Question(candidates, free_terms(START, 1, []))) == [("AAA", "BBB")]


def test_who_would_rather_not_serves_where_nobody_else_can() -> None:
    rather_not = {START: Availability.IF_NEEDED}
    reluctant = [Candidate("AAA", "ECA", answers=rather_not), Candidate("BBB", "ECE", answers=rather_not)]
    terms = free_terms(START, 1, [])

    alone, among_others = (Question(who, terms) for who in (reluctant, [*reluctant, *field(CCC="ECA", DDD="ECE")]))

    assert propose(alone) == [("AAA", "BBB")]
    assert RotationReasonCode.IF_NEEDED in said(alone, propose(alone))[0]
    assert propose(among_others) == [("CCC", "DDD")]
    assert RotationReasonCode.OTHERS_NOT_AVAILABLE in said(among_others, propose(among_others))[0]


def test_one_of_another_commission_serves_again_and_the_reasons_say_so() -> None:
    question = Question(field(AAA="ECA", BBB="ECA", CCC="ECA", DDD="ECE"), free_terms(START, 3, []))

    plan = propose(question)

    assert all("DDD" in pair for pair in plan)
    assert len(set(plan)) == 3
    assert RotationReasonCode.SERVES_AGAIN_FOR_COMMISSION in said(question, plan)[1]


def test_two_champions_serve_again_and_again() -> None:
    question = Question(field(AAA="ECA", BBB="ECA"), free_terms(START, 2, []))

    plan = propose(question)

    assert plan == [("AAA", "BBB")] * 2
    assert said(question, plan)[1] >= {
        RotationReasonCode.PAIRED_BEFORE,
        RotationReasonCode.SAME_COMMISSION,
        RotationReasonCode.NEW_ROUND,
    }


def test_a_term_that_only_one_can_take_is_named() -> None:
    out = {START: Availability.NOT_AVAILABLE}

    with pytest.raises(NoPair) as nobody:
        propose(Question([*field(AAA="ECA"), Candidate("BBB", "ECE", answers=out)], free_terms(START, 1, [])))

    assert nobody.value.term == Period(START, date(2028, 1, 1))


def test_a_pin_that_cannot_be_seated_is_named() -> None:
    candidates = [*field(AAA="ECA", CCC="ECE"), Candidate("BBB", "ECE", left_on=date(2027, 9, 1))]

    with pytest.raises(NoPair) as nobody:
        propose(Question(candidates, free_terms(START, 1, []), pinned=[Pin(("AAA", "BBB"))]))

    assert nobody.value.pin == 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 8), st.lists(st.integers(0, 2000), max_size=5))
def test_terms_are_put_where_none_is(starts_on: date, count: int, places: list[int]) -> None:
    taken = [
        Period(day := date.fromordinal(starts_on.toordinal() + place), date.fromordinal(day.toordinal() + 90))
        for place in places
    ]

    found = free_terms(starts_on, count, taken)

    assert len(found) == count
    assert all(is_usual(term) and term.starts_on >= starts_on for term in found)
    every = [*found, *taken]
    assert not any(
        one.starts_on < other.ends_on and other.starts_on < one.ends_on
        for one, other in combinations(every, 2)
        if one in found
    )


def test_a_pair_is_the_same_however_it_is_named() -> None:
    assert pair_of("SLV", "MAR") == pair_of("MAR", "SLV") == ("MAR", "SLV")
