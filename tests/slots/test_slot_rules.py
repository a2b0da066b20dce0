"""Times that are fair to all, whatever the zones, the clocks' changes and the order they are named in."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from api.slots import places, rules
from api.slots.rules import Hour, Meeting, Place

ZONES = ("America/New_York", "Europe/Zurich", "Africa/Nairobi", "Asia/Kathmandu", "Pacific/Chatham", "UTC")
NO_DAYS_OFF: frozenset[int] = frozenset()
some_zones = st.lists(st.sampled_from(ZONES), min_size=1, max_size=4, unique=True)
instants = st.integers(0, 48 * 700).map(
    lambda number: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=30) * number
)
durations = st.integers(5, 1440).map(lambda minutes: timedelta(minutes=minutes))


def slots(zones: list[str], first: datetime, duration: timedelta, *, days: int = 1) -> list[rules.Slot]:
    last = first + timedelta(days=days)
    return rules.slots([Place(zone) for zone in zones], first=first, last=last, duration=duration, weighed={})


@settings(max_examples=40)
@given(some_zones, instants, durations)
def test_no_slot_begins_at_a_time_that_the_clocks_skip(zones: list[str], first: datetime, duration: timedelta) -> None:
    for slot in slots(zones, first, duration):
        for zone in zones:
            local = slot.starts_at.astimezone(Place(zone).clock)
            assert local.astimezone(UTC) == slot.starts_at


@settings(max_examples=40)
@given(some_zones, instants, durations)
def test_a_longer_inconvenience_never_ranks_better(zones: list[str], first: datetime, duration: timedelta) -> None:
    longer = slots(zones, first, duration + timedelta(minutes=30))

    for short, long in zip(slots(zones, first, duration), longer, strict=True):
        assert short.rank <= long.rank


@settings(max_examples=40)
@given(some_zones, instants, durations)
def test_the_order_in_which_zones_are_named_does_not_matter(
    zones: list[str], first: datetime, duration: timedelta
) -> None:
    assert slots(zones, first, duration) == slots(zones[::-1], first, duration)


@settings(max_examples=40)
@given(some_zones, instants, durations)
def test_a_time_alone_is_as_fair_as_among_all_of_its_day(zones: list[str], at: datetime, duration: timedelta) -> None:
    alone = rules.slot_of(at, [rules.local_time(Place(zone), at, duration) for zone in sorted(zones)])

    assert alone == slots(zones, at, duration)[0]


@given(st.integers(-11, 12), st.integers(-11, 12), instants)
def test_people_who_live_further_east_have_the_same_earlier(one: int, other: int, at: datetime) -> None:
    """``Etc/GMT-3`` is three hours before UTC; only the clock differs between such places."""

    def points(offset: int) -> tuple[Hour, int]:
        zone = f"Etc/GMT{-offset:+d}" if offset else "Etc/GMT"
        return rules.half_hour(Place(zone, weekend=NO_DAYS_OFF), at - timedelta(hours=offset))

    assert points(one) == points(other)


@settings(max_examples=30)
@given(some_zones, instants, durations)
def test_windows_are_what_they_say(zones: list[str], first: datetime, duration: timedelta) -> None:
    """The quick way over a whole quarter finds what looking at each place and slot by itself finds."""
    for slot in slots(zones, first, duration)[::7]:
        told = [rules.local_time(Place(zone), slot.starts_at, duration) for zone in zones]
        assert slot.worst == max(one.worst for one in told)
        assert slot.total == sum(one.total for one in told)


def test_daylight_saving_moves_the_fair_hour() -> None:
    winter = rules.half_hour(Place("America/New_York"), datetime(2027, 3, 12, 13, tzinfo=UTC))
    summer = rules.half_hour(Place("America/New_York"), datetime(2027, 3, 15, 13, tzinfo=UTC))

    assert (winter, summer) == ((Hour.EDGE, 1), (Hour.WORKING, 0))


def test_the_week_ends_where_people_are() -> None:
    years = range(2027, 2028)
    cairo, rabat = places.place("Africa/Cairo", years), places.place("Africa/Casablanca", years)
    friday, sunday = datetime(2027, 3, 5, 10, tzinfo=UTC), datetime(2027, 3, 14, 10, tzinfo=UTC)

    assert rules.half_hour(cairo, friday) == (Hour.DAY_OFF, 8)
    assert rules.half_hour(rabat, friday)[0] is Hour.WORKING
    assert rules.half_hour(cairo, sunday)[0] is Hour.WORKING
    assert rules.half_hour(rabat, sunday) == (Hour.DAY_OFF, 8)


def test_holidays_are_those_of_the_place_and_of_the_united_nations() -> None:
    years = range(2026, 2028)
    thanksgiving = date(2026, 11, 26)

    assert rules.is_day_off(places.place("America/New_York", years), thanksgiving)
    assert not rules.is_day_off(places.place("Africa/Nairobi", years), thanksgiving)
    assert {date(2026, 3, 20), date(2026, 4, 3), date(2026, 12, 25)} <= places.united_nations_holidays(2026)


def test_who_had_the_bad_hour_last_time_gets_relief() -> None:
    new_york, delhi = Place("America/New_York", NO_DAYS_OFF), Place("Asia/Kolkata", NO_DAYS_OFF)
    night_there = Meeting(datetime(2026, 9, 1, 20, tzinfo=UTC), timedelta(minutes=90))  # 1:30 in Delhi

    weighed = rules.weights([new_york, delhi], [night_there])

    assert weighed == {"America/New_York": 1.05, "Asia/Kolkata": 1.5}
    window = {"first": datetime(2026, 12, 1, tzinfo=UTC), "last": datetime(2026, 12, 1, 23, 30, tzinfo=UTC)}

    def best(weights: dict[str, float]) -> int:
        found = rules.slots([new_york, delhi], duration=timedelta(minutes=60), weighed=weights, **window)
        slot = rules.fairest(found, most=1)[0]
        return rules.local_time(delhi, slot.starts_at, timedelta(minutes=60)).worst

    assert best(weighed) <= best({})


def test_each_day_is_proposed_once_the_fairest_first() -> None:
    found = rules.fairest(
        slots(["Europe/Zurich"], datetime(2026, 12, 4, tzinfo=UTC), timedelta(hours=1), days=5), most=9
    )

    assert [slot.starts_at.weekday() for slot in found][:3] == [4, 0, 1]
    assert [slot.rank for slot in found] == sorted(slot.rank for slot in found)
