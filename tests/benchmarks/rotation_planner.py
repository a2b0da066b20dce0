"""How long the rotation planner takes for 60 champions and 10 terms ahead: ``python -m tests.benchmarks.rotation_planner``.

Issue 4 asks for an answer in under a second. One worst case beside it: everybody opts out of something.
"""

import statistics
import time
from random import Random

from api.cochairs.models import Availability
from api.cochairs.rotation_reasons import reasons_for
from api.cochairs.rotation_rules import Candidate, Question, alternatives, free_terms, propose
from api.cochairs.rules import semester_of
from api.vocabularies.catalogue import countries
from tests.cochairs.test_rotation_rules import COMMISSIONS, START

CHAMPIONS, TERMS, ROUNDS = 60, 10, 5


def question(*, opting_out: float) -> Question:
    """Sixty champions, each of whom opts out of a term with the chance ``opting_out``."""
    random, terms = Random(4), free_terms(START, TERMS, [])
    candidates = [
        Candidate(
            iso3,
            random.choice(COMMISSIONS),
            answers={semester_of(term): Availability.NOT_AVAILABLE for term in terms if random.random() < opting_out},
        )
        for iso3 in sorted(countries())[:CHAMPIONS]
    ]
    return Question(candidates, terms)


def measured(asked: Question, others: int) -> float:
    """The median of a few runs, in milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        plan = propose(asked)
        for each in [plan, *alternatives(asked, plan, others)]:
            reasons_for(asked, each)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    for name, opting_out, others in (
        ("a proposal", 0.0, 0),
        ("with two alternatives", 0.0, 2),
        ("a third opt out of each term", 0.33, 0),
        ("nine of ten opt out of each term", 0.9, 0),
    ):
        took = measured(question(opting_out=opting_out), others)
        print(f"{CHAMPIONS} champions, {TERMS} terms, {name}: {took:.0f} ms")  # noqa: T201
