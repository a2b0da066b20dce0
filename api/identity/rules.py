"""How signing in is kept safe, and what may be done with an account."""

from datetime import datetime, timedelta
from enum import StrEnum

from api.platform.transitions import Party, Transition, verbs_for

GUESSES_A_QUARTER_HOUR = 8
"""Wrong passwords for one account, or from one address for one account, before the next must wait."""
GUESSES_FROM_ONE_ADDRESS = 60
"""Wrong passwords from one address, whatever the account: a delegation may share one."""
RESETS_A_QUARTER_HOUR = 3
"""Links to a new password that are mailed to one account: nobody's mailbox can be flooded."""
GUESS_WINDOW = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=14)
RESET_LASTS = timedelta(hours=4)
LEAST_PASSWORD = 12
"""Characters; length is what counts (NIST SP 800-63B, 3.1.1)."""


def must_wait(failures: int, *, limit: int) -> bool:
    """Whether so many failures in the window close the door for now."""
    return failures >= limit


def is_replayed(used_at: datetime | None, revoked_at: datetime | None) -> bool:
    """Whether a refresh token was used before, or its family closed: somebody has stolen a copy."""
    return used_at is not None or revoked_at is not None


class AccountState(StrEnum):
    """Whether an account is in use. Follows from ``ended_at``."""

    ACTIVE = "active"
    ENDED = "ended"


TRANSITIONS: tuple[Transition[AccountState], ...] = (
    Transition(
        verb="end",
        sources=frozenset({AccountState.ACTIVE}),
        target=AccountState.ENDED,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="End a person's account at once",
    ),
    Transition(
        verb="reinstate",
        sources=frozenset({AccountState.ENDED}),
        target=AccountState.ACTIVE,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Open an ended account again",
    ),
)

OPEN_TO_LEADS = frozenset({"name", "is_lead", "duty_station", "job_title", "phone", "language", "time_zone"})
"""What a lead focal point may change of its own people. An address decides who can sign in: that is the secretariat's."""


def actions(state: AccountState, parties: frozenset[Party], *, has_password: bool, is_self: bool) -> list[str]:
    """What somebody who is ``parties`` to a person's champion may do with the account now."""
    if not parties & {Party.OWNER, Party.SECRETARIAT}:
        return []
    verbs = ["change"]
    if state is AccountState.ACTIVE and not has_password:
        verbs.append("invitation")
    if state is AccountState.ACTIVE and has_password and Party.SECRETARIAT in parties:
        verbs.append("password-reset")
    return verbs + [verb for verb in verbs_for(TRANSITIONS, state, parties) if not (is_self and verb == "end")]
