"""When what was published is told of, and what makes two searches the same."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from api.savedsearches.models import LetterFrequency
from api.savedsearches.rules import SETTLES_IN, canonical, last_round

ZONES = st.sampled_from(["UTC", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Kiritimati"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
TOLD = st.sampled_from([LetterFrequency.DAILY, LetterFrequency.WEEKLY])


@given(TOLD, ZONES, MOMENTS)
def test_a_round_is_the_last_morning_of_the_person_that_has_settled(
    frequency: LetterFrequency, zone: str, now: datetime
) -> None:
    until = last_round(frequency, ZoneInfo(zone), now)

    there = until.astimezone(ZoneInfo(zone))
    longest = timedelta(days=7 if frequency is LetterFrequency.WEEKLY else 1, hours=1)
    assert (there.hour, there.minute) == (6, 0)
    assert frequency is LetterFrequency.DAILY or there.weekday() == 0
    assert until + SETTLES_IN <= now < until + SETTLES_IN + longest


@given(TOLD, ZONES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_rounds_never_go_back(frequency: LetterFrequency, zone: str, now: datetime, later: timedelta) -> None:
    there = ZoneInfo(zone)

    assert last_round(frequency, there, now) <= last_round(frequency, there, now + later)


@given(st.lists(st.integers(1, 23)), st.lists(st.sampled_from(["142", "002", "019"])))
def test_order_and_repetition_make_no_other_search(objectives: list[int], regions: list[str]) -> None:
    one = canonical({"objective": objectives, "region": regions, "q": None, "sdg": []})
    other = canonical({"region": regions[::-1] * 2, "objective": objectives[::-1] * 2})

    assert list(one.items()) == list(other.items())
    assert canonical(one) == one
