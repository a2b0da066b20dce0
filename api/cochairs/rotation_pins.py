"""What is pinned and forbidden: checked before the planner is asked, and told where it cannot be had."""

from collections.abc import Collection, Iterator

from api.cochairs.rotation_rules import NoPair, Pair, Pin, Question, pair_of
from api.cochairs.rotation_schemas import ProposalRequest
from api.cochairs.rules import Period
from api.platform.problems import Conflict, FieldProblem, InvalidInput
from api.vocabularies.catalogue import country_name

_Named = tuple[str, list[str]]
"""A pointer, and the pair that stands there."""


def check_pairs(request: ProposalRequest, *, known: Collection[str]) -> None:
    """Raise ``InvalidInput`` with every pair that names no champion, contradicts another or is one too many."""
    errors = [*_unknown(request, known), *_contradicting(request)]
    if not errors and len(request.kept) + len(request.pinned) > request.terms:
        detail = (
            f"These are more pairs than the {request.terms} terms asked for: ask for more terms, or let go of a pair."
        )
        errors = [FieldProblem(pointer="/pinned" if request.pinned else "/kept", code="too_many", detail=detail)]
    if errors:
        raise InvalidInput(errors[0].detail, errors=errors)


def _wanted(request: ProposalRequest) -> list[_Named]:
    kept = [(f"/kept/{place}/champions", kept.champions) for place, kept in enumerate(request.kept)]
    return kept + [(f"/pinned/{place}", pair) for place, pair in enumerate(request.pinned)]


def _unknown(request: ProposalRequest, known: Collection[str]) -> Iterator[FieldProblem]:
    forbidden = [(f"/forbidden/{place}", pair) for place, pair in enumerate(request.forbidden)]
    for pointer, pair in [*_wanted(request), *forbidden]:
        for place, iso3 in enumerate(pair):
            if iso3 not in known:
                detail = f"{iso3} is not a champion. Name one of the Initiative's champions."
                yield FieldProblem(pointer=f"{pointer}/{place}", code="not_a_champion", detail=detail)


def _contradicting(request: ProposalRequest) -> Iterator[FieldProblem]:
    forbidden = {pair_of(*pair) for pair in request.forbidden}
    seen: set[Pair] = set()
    for pointer, named in _wanted(request):
        pair = pair_of(*named)
        if pair in forbidden:
            detail = f"{_names(pair)} are asked for and forbidden at once. Choose one of the two."
            yield FieldProblem(pointer=pointer, code="pinned_and_forbidden", detail=detail)
        if pair in seen:
            detail = f"{_names(pair)} are asked for twice. Once is enough."
            yield FieldProblem(pointer=pointer, code="pinned_twice", detail=detail)
        seen.add(pair)
    days = [kept.starts_on for kept in request.kept]
    for place, day in enumerate(days):
        if day in days[:place]:
            detail = "Two pairs are to be kept in this term. Keep one of them."
            yield FieldProblem(pointer=f"/kept/{place}/starts_on", code="term_taken", detail=detail)


def pins_of(request: ProposalRequest, terms: list[Period]) -> list[Pin]:
    """The pins, those of a certain term first, in the order of ``_wanted``."""
    starts = {term.starts_on for term in terms}
    for place, kept in enumerate(request.kept):
        if kept.starts_on not in starts:
            days = ", ".join(str(day) for day in sorted(starts))
            raise InvalidInput.at(
                f"/kept/{place}/starts_on",
                f"No proposed term starts on this day. They start on {days}.",
                code="no_term",
            )
    kept_pins = [Pin(pair_of(*kept.champions), kept.starts_on) for kept in request.kept]
    return kept_pins + [Pin(pair_of(*pair)) for pair in request.pinned]


def problem_for(nobody: NoPair, request: ProposalRequest, question: Question) -> Conflict:
    """What to tell where a pin cannot be seated, or a term has no pair left."""
    if nobody.pin is not None:
        pointer, pair = _wanted(request)[nobody.pin]
        detail = (
            f"{_names(pair_of(*pair))} cannot serve together in the terms asked for: "
            "one of them is not available then, or is no champion for all of the term."
        )
        return Conflict(detail, errors=[FieldProblem(pointer=pointer, code="cannot_serve", detail=detail)])
    assert nobody.term is not None
    able = [candidate.iso3 for candidate in question.candidates if candidate.can_serve(nobody.term)]
    left = "nobody" if not able else _names(tuple(sorted(able)[:5]))
    detail = (
        f"No pair is left for the term from {nobody.term.starts_on}: {left} can serve then. "
        "Ask champions that opted out, allow a pair, or ask for fewer terms."
    )
    return Conflict(detail, errors=[FieldProblem(pointer="/terms", code="nobody_left", detail=detail)])


def _names(codes: tuple[str, ...]) -> str:
    names = [country_name(code) for code in codes]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
