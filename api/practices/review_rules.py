"""The review of a practice: who speaks in it as what, who may say what when, and how a step ends a round."""

from api.practices.models import PracticeStatus as S
from api.practices.models import ReviewVoice as V

IN_REVIEW = frozenset({S.SUBMITTED, S.UNDER_REVIEW, S.CHANGES_REQUESTED, S.ACCEPTED})
"""From its submission to its publication: what may be commented on."""
ADVISERS = frozenset({V.REVIEWER, V.SECRETARIAT})
"""Those who comment. A champion answers: it does not review itself."""
WRITERS = frozenset({V.AUTHOR, V.SECRETARIAT})
"""Those who end a discussion; a reviewer advises."""

DECISIONS = frozenset({S.CHANGES_REQUESTED, S.ACCEPTED, S.PUBLISHED})
"""Where a round's decision leads."""
ENDS = frozenset({S.SUBMITTED, S.DRAFT, S.PUBLISHED})
"""Where a step freezes the round that was open: the next one begins, or none does."""


def voice_of(*, is_secretariat: bool, is_owner: bool, is_reviewer: bool, status: S) -> V | None:
    """As what somebody speaks in a review; ``None`` where it is not for them. A draft has no reviewers."""
    if is_secretariat:
        return V.SECRETARIAT
    if is_owner:
        return V.AUTHOR
    return V.REVIEWER if is_reviewer and status is not S.DRAFT else None


def actions(voice: V, status: S) -> list[str]:
    """What ``voice`` may do with a review now. Following it is open to all who may read it."""
    verbs = []
    if voice in ADVISERS and status in IN_REVIEW:
        verbs.append("comment")
    if voice is V.SECRETARIAT and status in IN_REVIEW:
        verbs.append("assign")
    return verbs


def comment_actions(
    voice: V, status: S, *, is_in_open_round: bool, is_resolved: bool, is_own: bool, is_answered: bool
) -> list[str]:
    """What ``voice`` may do with a comment now: nothing once its round is frozen."""
    if not is_in_open_round or status not in IN_REVIEW:
        return []
    if is_resolved:
        return ["reopen"] if voice in WRITERS else []
    verbs = ["answer"]
    if voice in WRITERS:
        verbs.append("resolve")
    if is_own and not is_answered:
        verbs.append("delete")
    return verbs
