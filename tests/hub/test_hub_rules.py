"""Properties of what is decided: waits, the circuit, which words count, what differs."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.hub import rules
from api.hub.models import AttemptOutcome as Outcome
from api.hub.models import FindingKind, HubStatus
from api.hub.rules import Circuit

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
FIRST = timedelta(seconds=10)
MOMENTS = st.integers(-(10**6), 10**6).map(lambda seconds: NOW + timedelta(seconds=seconds))
TROUBLE = st.sampled_from([Outcome.FAILED, Outcome.UNREACHABLE, Outcome.UNREADABLE, Outcome.NOT_LET_IN])


@given(st.integers(1, 1000), st.floats(0, 1))
def test_waits_grow_to_six_hours_and_never_vanish(attempt: int, chance: float) -> None:
    wait = rules.backoff(attempt, FIRST, chance=chance)

    assert FIRST / 2 <= wait <= rules.LONGEST_WAIT
    assert rules.backoff(attempt + 1, FIRST, chance=chance) >= wait


@given(st.floats(0, 1))
def test_twelve_attempts_last_for_half_a_day_or_a_day(chance: float) -> None:
    waits = [rules.backoff(attempt, FIRST, chance=chance) for attempt in range(1, 12)]

    assert timedelta(hours=12) < sum(waits, timedelta()) < timedelta(hours=30)


@given(
    st.text(max_size=40) | st.integers(-5, 10**12).map(str) | MOMENTS.map(lambda at: format_datetime(at, usegmt=True))
)
def test_what_the_hub_asks_us_to_wait_is_bounded_whatever_it_writes(header: str) -> None:
    asked = rules.retry_after(header, NOW)

    assert asked is None or timedelta(0) <= asked <= rules.LONGEST_RETRY_AFTER


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Tue, 24 Nov 2026 09:02:00 GMT", 120),
        ("Tue, 24 Nov 2026 08:00:00 GMT", 0),
        ("soon", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: int | None) -> None:
    asked = rules.retry_after(header, NOW)

    assert asked == (None if seconds is None else timedelta(seconds=seconds))


@given(st.lists(st.tuples(st.sampled_from(Outcome), st.integers(0, 3600)), max_size=40), st.integers(1, 32))
def test_no_course_of_events_lets_more_through_or_closes_for_good(events: list[tuple[Outcome, int]], most: int) -> None:
    circuit, now = Circuit(), NOW
    for outcome, seconds in events:
        now += timedelta(seconds=seconds)
        circuit = circuit.after(outcome, now, FIRST, None)
        assert 0 <= circuit.may_carry(now, most) <= most
        assert circuit.may_carry(now + rules.LONGEST_PAUSE, most) >= 1

    assert (
        circuit.after(Outcome.TAKEN, now + rules.LONGEST_PAUSE, FIRST, None).may_carry(now + rules.LONGEST_PAUSE, most)
        == most
    )


@given(st.lists(TROUBLE, min_size=5, max_size=30))
def test_failures_in_a_row_trip_the_circuit_and_one_probe_follows_the_pause(failures: list[Outcome]) -> None:
    circuit, now = Circuit(), NOW
    for failure in failures:
        now = max(now, circuit.paused_until or now)
        circuit = circuit.after(failure, now, FIRST, None)

    assert circuit.paused_until is not None
    assert circuit.may_carry(now, 8) == 0
    assert circuit.may_carry(circuit.paused_until, 8) == 1
    assert circuit.after(Outcome.TAKEN, circuit.paused_until, FIRST, None) == Circuit()


def test_to_be_asked_to_wait_is_a_pause_and_no_failure() -> None:
    paused = Circuit().after(Outcome.BUSY, NOW, FIRST, timedelta(seconds=30))

    assert paused.may_carry(NOW + timedelta(seconds=29), 4) == 0
    assert paused.may_carry(NOW + timedelta(seconds=30), 4) == 4
    assert paused.after(Outcome.TAKEN, NOW, FIRST, None) == paused


@given(
    st.permutations(
        [(HubStatus.ACCEPTED, 0), (HubStatus.REFUSED, 1), (HubStatus.ACCEPTED, 2), (HubStatus.PUBLISHED, 3)]
    )
)
def test_the_last_word_stands_in_whatever_order_the_messages_come(messages: list[tuple[HubStatus, int]]) -> None:
    known: tuple[HubStatus | None, datetime | None] = (None, None)
    for said, minute in [*messages, *messages]:
        at = NOW + timedelta(minutes=minute)
        if rules.counts(said, at, *known):
            known = said, at

    assert known[0] is HubStatus.PUBLISHED


@pytest.mark.parametrize(
    ("ours", "theirs", "fields", "kind"),
    [
        (2, 2, [], None),
        (None, None, [], None),
        (2, None, [], FindingKind.MISSING),
        (2, 1, ["title"], FindingKind.OLDER),
        (2, 2, ["title"], FindingKind.DIFFERING),
        (2, 3, [], FindingKind.DIFFERING),
        (None, 1, [], FindingKind.EXTRA),
    ],
)
def test_what_differs(ours: int | None, theirs: int | None, fields: list[str], kind: FindingKind | None) -> None:
    assert rules.finding(ours, theirs, fields) is kind
