"""A practice's way to the public, and what the Hub's form asks for before it may be published."""

from collections.abc import Mapping
from typing import Any

from api.platform.transitions import Party, Transition
from api.practices.models import PracticeStatus as S

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="submit",
        sources=frozenset({S.DRAFT, S.CHANGES_REQUESTED}),
        target=S.SUBMITTED,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Submit a practice for review",
    ),
    Transition(
        verb="retract",
        sources=frozenset({S.SUBMITTED}),
        target=S.DRAFT,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Take a submission back to go on writing",
    ),
    Transition(
        verb="start-review",
        sources=frozenset({S.SUBMITTED}),
        target=S.UNDER_REVIEW,
        by=frozenset({Party.SECRETARIAT}),
        summary="Take a submission up for review",
    ),
    Transition(
        verb="request-changes",
        sources=frozenset({S.SUBMITTED, S.UNDER_REVIEW, S.ACCEPTED}),
        target=S.CHANGES_REQUESTED,
        by=frozenset({Party.SECRETARIAT}),
        summary="Ask the champion for changes",
        needs_reason=True,
    ),
    Transition(
        verb="accept",
        sources=frozenset({S.UNDER_REVIEW}),
        shortcuts=frozenset({S.SUBMITTED, S.CHANGES_REQUESTED}),
        target=S.ACCEPTED,
        by=frozenset({Party.SECRETARIAT}),
        summary="Accept a practice",
    ),
    Transition(
        verb="publish",
        sources=frozenset({S.ACCEPTED}),
        shortcuts=frozenset({S.DRAFT, S.SUBMITTED, S.UNDER_REVIEW, S.CHANGES_REQUESTED, S.WITHDRAWN}),
        target=S.PUBLISHED,
        by=frozenset({Party.SECRETARIAT}),
        summary="Publish a practice",
    ),
    Transition(
        verb="withdraw",
        sources=frozenset({S.PUBLISHED}),
        target=S.WITHDRAWN,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Withdraw a published practice",
        needs_reason=True,
    ),
)

EDITABLE_BY_OWNER = frozenset({S.DRAFT, S.CHANGES_REQUESTED})
EDITABLE_BY_SECRETARIAT = EDITABLE_BY_OWNER | {S.SUBMITTED, S.UNDER_REVIEW, S.ACCEPTED}
DELETABLE = frozenset({S.DRAFT, S.CHANGES_REQUESTED, S.SUBMITTED})
REVISABLE = frozenset({S.PUBLISHED, S.WITHDRAWN})
WRITERS = frozenset({Party.OWNER, Party.SECRETARIAT})

REQUIRED_TO_SUBMIT = (
    "objectives_primary",
    "guiding_principles",
    "starts_on",
    "type_of_practice",
    "geographic_scope",
    "main_implementing_organization",
    "implementing_focal_point",
    "summary",
    "benefit_and_impact",
    "key_lessons",
)
"""What the Migration Network Hub asks of every practice."""

SUMMARY_WORDS = 300

TEXTS = (
    "title",
    "summary",
    "cross_cutting_themes",
    "main_implementing_organization",
    "partners",
    "organizations_involved",
    "benefit_and_impact",
    "key_lessons",
    "recommendations",
    "innovation",
)
"""The fields that are published as they are written, in the form's order."""


def actions(
    status: S, parties: frozenset[Party], *, is_revision: bool, never_published: bool, has_open_revision: bool
) -> list[str]:
    """What somebody who is ``parties`` to a practice in ``status`` may do now, beside the transitions."""
    if parties.isdisjoint(WRITERS):
        return []
    verbs = []
    if status in (EDITABLE_BY_SECRETARIAT if Party.SECRETARIAT in parties else EDITABLE_BY_OWNER):
        verbs.append("change")
    if status in DELETABLE and never_published:
        verbs.append("delete")
    if status in REVISABLE and not is_revision and not has_open_revision:
        verbs.append("revise")
    return verbs


def still_missing(content: Mapping[str, Any]) -> list[str]:
    """The fields that the Hub asks for and ``content`` lacks, in the form's order."""
    return [field for field in REQUIRED_TO_SUBMIT if not content[field]]


def words(summary: str) -> int:
    """How many words ``summary`` has; the Hub takes at most 300."""
    return len(summary.split())
