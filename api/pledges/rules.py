"""A pledge's way from a draft to what became of it, and what the public form asks for before it is made."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from api.platform.transitions import Party, Transition, verbs_for
from api.pledges.models import PledgeMode, PledgeVoice
from api.pledges.models import PledgeStatus as S

WRITERS = frozenset({Party.OWNER, Party.SECRETARIAT})

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="make",
        sources=frozenset({S.DRAFT}),
        target=S.MADE,
        by=WRITERS,
        summary="Make a pledge",
    ),
    Transition(
        verb="begin",
        sources=frozenset({S.MADE}),
        target=S.IN_PROGRESS,
        by=WRITERS,
        summary="Say that work on a pledge has begun",
    ),
    Transition(
        verb="fulfil",
        sources=frozenset({S.IN_PROGRESS, S.PARTLY_FULFILLED}),
        shortcuts=frozenset({S.MADE}),
        target=S.FULFILLED,
        by=WRITERS,
        summary="Say that a pledge is fulfilled",
    ),
    Transition(
        verb="fulfil-partly",
        sources=frozenset({S.IN_PROGRESS}),
        shortcuts=frozenset({S.MADE}),
        target=S.PARTLY_FULFILLED,
        by=WRITERS,
        summary="Say that a pledge is fulfilled in part",
    ),
    Transition(
        verb="discontinue",
        sources=frozenset({S.MADE, S.IN_PROGRESS}),
        target=S.DISCONTINUED,
        by=WRITERS,
        summary="Discontinue a pledge",
        needs_reason=True,
    ),
    Transition(
        verb="resume",
        sources=frozenset({S.FULFILLED, S.PARTLY_FULFILLED, S.DISCONTINUED}),
        target=S.IN_PROGRESS,
        by=WRITERS,
        summary="Take a pledge up again",
        needs_reason=True,
    ),
)

OPEN = frozenset({S.MADE, S.IN_PROGRESS})
"""States in which something is still to be done, and reported."""
CHANGEABLE = OPEN | {S.DRAFT, S.PARTLY_FULFILLED}
REPORTABLE = frozenset(S) - {S.DRAFT, S.DISCONTINUED}

DESCRIPTION = (300, 3000)
"""How many characters the public form asks for."""

ASKED_OF_STATES = frozenset({"title", "description", "kind", "amount", "currency", "due_on"})
"""What a State agrees to when it confirms a pledge: where one of these changes, it is asked again."""

WITH_OTHERS = frozenset({PledgeMode.COMMON, PledgeMode.IN_PARTNERSHIP})
"""Modes in which the State that records a pledge names the others."""

SPOKEN = {"confirm": PledgeVoice.CONFIRMED, "decline": PledgeVoice.DECLINED}
"""What a State that is named in a pledge says, by the verb."""


def still_missing(pledge: Mapping[str, Any]) -> list[str]:
    """The fields of ``pledge`` that the public form asks for and that are not there yet, or too short.

    ``states`` and ``partners`` count as one: a common pledge names States, a partnership names somebody.
    """
    shortest, longest = DESCRIPTION
    missing = []
    if not shortest <= len(pledge["description"]) <= longest:
        missing.append("description")
    if pledge["kind"] is None:
        missing.append("kind")
    if pledge["mode"] is PledgeMode.COMMON and not pledge["states"]:
        missing.append("states")
    if pledge["mode"] is PledgeMode.IN_PARTNERSHIP and not (pledge["partners"] or pledge["states"]):
        missing.append("partners")
    if pledge["mode"] is PledgeMode.MATCHING and not (pledge["matches_id"] or pledge["matches_title"]):
        missing.append("matches_title")
    return missing


def actions(status: S, parties: Collection[Party]) -> list[str]:
    """What somebody who is ``parties`` to a pledge in ``status`` may do now."""
    if WRITERS.isdisjoint(parties):
        return []
    own = ["change"] if status in CHANGEABLE else []
    own += ["delete"] if status is S.DRAFT else []
    own += ["report"] if status in REPORTABLE else []
    return own + verbs_for(TRANSITIONS, status, parties)


def speaking(voices: Collection[PledgeVoice | None]) -> list[str]:
    """What those who speak for the States of these ``voices`` may still say of a pledge that names them."""
    return [verb for verb, voice in SPOKEN.items() if any(said is not voice for said in voices)]


def step_to(target: S, status: S) -> Transition[S] | None:
    """The step by which a report brings a pledge from ``status`` to ``target``."""
    return next((step for step in TRANSITIONS if step.target is target and step.starts_from(status)), None)


def a_year_before(day: date) -> date:
    """A pledge on which nothing was reported since then waits for a report."""
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if day.month == 2 else day.replace(year=day.year - 1)
