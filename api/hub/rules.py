"""When to try again, when to give up, when to leave the Hub in peace, and which of its words count."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from api.hub.models import AttemptOutcome as Outcome
from api.hub.models import DeliveryState as State
from api.hub.models import FindingKind, HubStatus

LONGEST_WAIT = timedelta(hours=6)
LONGEST_RETRY_AFTER = timedelta(days=1)
LONGEST_PAUSE = timedelta(minutes=10)
LONGEST_BETWEEN_CHECKS = timedelta(days=1)
FAILURES_THAT_TRIP = 5
MOST_WORDS = 2000
PAUSE_FACTOR = 6
"""A tripped circuit rests for six times the first wait of a delivery, then twice as long each time."""

RETRYABLE = frozenset({State.GIVEN_UP, State.SKIPPED})
SKIPPABLE = frozenset({State.QUEUED, State.GIVEN_UP})
FINAL = frozenset({HubStatus.PUBLISHED, HubStatus.REFUSED, HubStatus.WITHDRAWN})

_TROUBLE = frozenset({Outcome.FAILED, Outcome.UNREACHABLE, Outcome.UNREADABLE, Outcome.NOT_LET_IN})
"""What tells of the Hub rather than of the one delivery."""


def backoff(attempt: int, first: timedelta, *, chance: float, longest: timedelta = LONGEST_WAIT) -> timedelta:
    """How long to wait after the ``attempt``-th failure: three times as long each time, a half to the whole of it.

    ``chance`` (0 to 1) spreads what failed together, so that it does not all come back together.
    """
    whole = min(longest, first * 3.0 ** min(attempt - 1, 15))
    return whole * (0.5 + chance / 2)


def retry_after(header: str | None, now: datetime) -> timedelta | None:
    """What ``Retry-After`` asks for, in seconds or as an HTTP date; ``None`` where it cannot be read. At most a day."""
    if not header:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        asked = timedelta(seconds=min(int(header.strip()[:9]), LONGEST_RETRY_AFTER.total_seconds()))
    else:
        try:
            until = parsedate_to_datetime(header)
        except ValueError:
            return None
        asked = until.replace(tzinfo=until.tzinfo or UTC) - now
    return max(timedelta(0), min(asked, LONGEST_RETRY_AFTER))


def outcome_of(status: int, *, asks_to_wait: bool = False) -> Outcome:
    """What an answer with ``status`` means for the delivery; ``asks_to_wait``: it has a ``Retry-After``."""
    match status:
        case 200 | 201 | 202 | 204:
            return Outcome.TAKEN
        case 401 | 403:
            return Outcome.NOT_LET_IN
        case 429:
            return Outcome.BUSY
        case 503 if asks_to_wait:
            return Outcome.BUSY
        case 400 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422:
            return Outcome.REFUSED
        case _:
            return Outcome.FAILED


def is_last_attempt(outcome: Outcome, attempts: int, most: int) -> bool:
    """Whether nothing is left to try after ``attempts``: refused for good, or tried often enough."""
    return outcome is Outcome.REFUSED or attempts >= most


@dataclass(frozen=True, slots=True)
class Circuit:
    """Whether the Hub is left in peace: ``failures`` in a row, how often it was tripped since, until when."""

    failures: int = 0
    trips: int = 0
    paused_until: datetime | None = None

    def may_carry(self, now: datetime, most: int) -> int:
        """How many deliveries may be on their way at once: none in a pause, one as a probe after it, else ``most``."""
        if self.paused_until is not None and now < self.paused_until:
            return 0
        return 1 if self.trips else most

    def after(self, outcome: Outcome, now: datetime, first: timedelta, asked: timedelta | None) -> "Circuit":
        """The circuit after an attempt. ``asked``: what the Hub asked us to wait, which is no failure but a pause."""
        is_paused = self.paused_until is not None and now < self.paused_until
        if outcome not in _TROUBLE:
            if outcome is not Outcome.BUSY:
                return Circuit(0, 0, self.paused_until if is_paused and not self.trips else None)
            pause = asked if asked is not None else first * PAUSE_FACTOR
            until = now + pause
            return Circuit(self.failures, self.trips, max(until, self.paused_until) if self.paused_until else until)
        failures = self.failures + 1
        if not self.trips and failures < FAILURES_THAT_TRIP:
            return Circuit(failures, 0, self.paused_until)
        if is_paused and self.trips:
            return Circuit(failures, self.trips, self.paused_until)  # was on its way when the circuit was tripped
        pause = min(LONGEST_PAUSE, first * PAUSE_FACTOR * 2.0 ** min(self.trips, 15))
        return Circuit(failures, self.trips + 1, now + pause)


def next_check(checks: int, first: timedelta) -> timedelta:
    """How long to wait for the Hub's word before asking for it: twice as long each time, at most a day."""
    return min(LONGEST_BETWEEN_CHECKS, first * 2.0 ** min(checks, 15))


def words_kept(said: str) -> str:
    """What the Hub ``said``, as it is kept and shown: whatever it sent, visible characters and no more than are read."""
    return "".join(sign if sign.isprintable() else " " for sign in said[: 2 * MOST_WORDS]).strip()[:MOST_WORDS]


def counts(said: HubStatus, at: datetime, before: HubStatus | None, before_at: datetime | None) -> bool:
    """Whether the Hub's word ``said`` at ``at`` goes beyond what is known: messages may come late and out of order."""
    if before is None or before_at is None:
        return True
    if at == before_at:
        return said in FINAL and before not in FINAL
    return at > before_at and said is not before


def finding(our_version: int | None, hub_version: int | None, differing: list[str]) -> FindingKind | None:
    """How the Hub differs for one practice; ``None`` where it has what it should.

    ``our_version`` is what it should show, ``None`` for nothing; ``hub_version`` what it shows.
    """
    if our_version is None:
        return None if hub_version is None else FindingKind.EXTRA
    if hub_version is None:
        return FindingKind.MISSING
    if hub_version < our_version:
        return FindingKind.OLDER
    return FindingKind.DIFFERING if differing or hub_version > our_version else None


class HubStanding(StrEnum):
    """Where a practice stands with the Hub, for those whose practice it is."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    HELD_UP = "held_up"
    """Given up for now: the secretariat looks at it."""
    SKIPPED = "skipped"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_ON_OUR_SIDE = {
    State.QUEUED: HubStanding.WAITING,
    State.SUPERSEDED: HubStanding.WAITING,
    State.GIVEN_UP: HubStanding.HELD_UP,
    State.SKIPPED: HubStanding.SKIPPED,
    State.DELIVERED: HubStanding.DELIVERED,
}


def standing(state: State | None, hub_status: HubStatus | None) -> HubStanding:
    """Where a practice stands whose last delivery is in ``state`` and of which the Hub says ``hub_status``."""
    if state is None:
        return HubStanding.NOT_SENT
    if state is State.DELIVERED and hub_status is not None:
        return HubStanding(hub_status.value)
    return _ON_OUR_SIDE[state]


def actions(state: State, *, is_on_its_way: bool, is_last: bool) -> list[str]:
    """What the secretariat may do with a delivery; of a practice only with the last."""
    verbs = []
    if state in RETRYABLE and is_last:
        verbs.append("retry")
    if state in SKIPPABLE and not is_on_its_way:
        verbs.append("skip")
    return verbs
