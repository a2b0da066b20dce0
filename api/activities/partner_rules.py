"""How a champion becomes a partner of an activity. Pure."""

from api.activities.models import ActivityStatus, PartnerStatus
from api.activities.models import PartnerStatus as P
from api.activities.rules import WRITERS
from api.platform.transitions import Party, Transition, verbs_for

ANSWERS: tuple[Transition[P], ...] = (
    Transition(
        verb="accept",
        sources=frozenset({P.ASKED}),
        target=P.ACCEPTED,
        by=WRITERS,
        summary="Accept a partner",
    ),
    Transition(
        verb="decline",
        sources=frozenset({P.ASKED}),
        target=P.DECLINED,
        by=WRITERS,
        summary="Decline a partner",
        needs_reason=True,
    ),
)
"""For those who lead the activity."""

WITHDRAWAL: Transition[P] = Transition(
    verb="withdraw",
    sources=frozenset({P.ASKED, P.ACCEPTED}),
    target=P.WITHDRAWN,
    by=WRITERS,
    summary="Withdraw from an activity",
)
"""For those who asked."""

_TAKES_PARTNERS = frozenset(
    {ActivityStatus.IDEA, ActivityStatus.PLANNED, ActivityStatus.CONFIRMED, ActivityStatus.POSTPONED}
)


def takes_partners(status: ActivityStatus, *, is_open_for_partners: bool, is_over: bool) -> bool:
    """Whether others may ask to join an activity."""
    return is_open_for_partners and status in _TAKES_PARTNERS and not is_over


def actions(status: PartnerStatus, *, to_activity: frozenset[Party], to_request: frozenset[Party]) -> list[str]:
    """What somebody may do with a request to join, who is a party to the activity, to the request, or to neither."""
    return verbs_for(ANSWERS, status, to_activity) + verbs_for((WITHDRAWAL,), status, to_request)
