"""What a time on a wall clock means, on the nights when clocks change and on all others."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.platform.local_time import instant_of
from api.platform.problems import InvalidInput

ZONES = [
    "America/New_York",
    "Europe/Zurich",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
]
BEGINNING = datetime.fromisoformat("2011-01-01")


@given(
    st.integers(0, 24 * 365 * 24 * 60).map(lambda minutes: BEGINNING + timedelta(minutes=minutes)),
    st.sampled_from(ZONES),
)
def test_a_time_is_read_as_the_clocks_show_it_or_refused_with_a_way_out(local: datetime, zone: str) -> None:
    try:
        instant = instant_of(local, zone, pointer="/starts_at")
    except InvalidInput as refused:
        times = [word.strip(".") for word in refused.errors[0].detail.split() if "T" in word and ":" in word]
        ways_out = [instant_of(datetime.fromisoformat(time), zone, pointer="/starts_at") for time in times]
        assert len(set(ways_out)) == 2
    else:
        assert instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local


def test_a_time_with_its_offset_is_that_instant_whatever_the_zone() -> None:
    moment = datetime.fromisoformat("2026-03-29T02:30:00+01:00")

    assert instant_of(moment, "Europe/Zurich", pointer="/starts_at") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "zone", "code", "ways_out"),
    [
        ("2026-03-29T02:30", "Europe/Zurich", "skipped_local_time", ("2026-03-29T01:30", "2026-03-29T03:30")),
        ("2011-12-30T12:00", "Pacific/Apia", "skipped_local_time", ("2011-12-29T12:00", "2011-12-31T12:00")),
        ("2026-11-01T01:30", "America/New_York", "doubled_local_time", ("T01:30-04:00", "T01:30-05:00")),
    ],
)
def test_what_clocks_skip_or_show_twice_is_refused_beside_its_field(
    local: str, zone: str, code: str, ways_out: tuple[str, str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        instant_of(datetime.fromisoformat(local), zone, pointer="/deadline_at")

    error = refused.value.errors[0]
    assert (error.pointer, error.code) == ("/deadline_at", code)
    assert all(way in error.detail for way in ways_out)


def test_neighbouring_minutes_of_a_change_are_read() -> None:
    before, after = (
        instant_of(datetime.fromisoformat(f"2026-03-29T{time}"), "Europe/Zurich", pointer="/starts_at")
        for time in ("01:59", "03:00")
    )

    assert after - before == timedelta(minutes=1)


def test_a_time_without_offset_and_zone_is_nobodys() -> None:
    with pytest.raises(InvalidInput, match="whose clocks"):
        instant_of(datetime.fromisoformat("2026-12-15T09:00"), None, pointer="/starts_at")
