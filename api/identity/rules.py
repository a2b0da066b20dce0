"""How signing in is kept safe: throttling, chains of refresh tokens, one-time links."""

from datetime import datetime, timedelta

GUESSES_A_QUARTER_HOUR = 8
"""Wrong passwords for one account, or from one address for one account, before the next must wait."""
GUESSES_FROM_ONE_ADDRESS = 60
"""Wrong passwords from one address, whatever the account: a delegation may share one."""
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
