"""Calendar entries, read back by a parser that is not the one which wrote them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from api.calendars.entries import Attendee, Days, Entry, EntryStatus, Method, calendar
from tests.conftest import NOW

ZONES = [
    "Europe/Zurich",
    "America/New_York",
    "Africa/Casablanca",
    "America/Santiago",
    "Asia/Dhaka",
    "Africa/Cairo",
    "UTC",
]


def entry(starts_at: datetime, zone: str = "Europe/Zurich", **fields: object) -> Entry:
    told = {"uid": "1@champions.example", "title": "Quarterly technical meeting", "changed_at": NOW} | fields
    return Entry(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90), zone=zone, **told)  # type: ignore[arg-type]


def read(text: str) -> vobject.base.Component:
    """As a program would that meets the zone for the first time: vobject keeps the first definition of each for ever."""
    for zone in ZONES[:-1]:
        vars(vobject.icalendar)["__tzidMap"].pop(zone, None)
    found = vobject.readOne(text)
    found.validate(raiseException=True)
    return found


def is_shown_twice(moment: datetime, zone: str) -> bool:
    there = moment.astimezone(ZoneInfo(zone))
    return there.replace(fold=1).utcoffset() != there.replace(fold=0).utcoffset()


UNTIL = datetime(2029, 12, 1, tzinfo=UTC)
"""Later that month Morocco puts its clocks back for the second time in a year, which the other parser cannot tell."""


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=25, deadline=None)
@given(starts_at=st.integers(1, 4 * 365 * 24 - 31 * 24).map(lambda hours: UNTIL - timedelta(hours=hours)))
def test_another_parser_reads_the_same_instant_whatever_the_season(zone: str, starts_at: datetime) -> None:
    if is_shown_twice(starts_at, zone) or is_shown_twice(starts_at + timedelta(minutes=90), zone):
        return  # a local time cannot tell which of the two it is

    event = read(calendar([entry(starts_at, zone)], method=Method.PUBLISH)).vevent

    assert event.dtstart.value.astimezone(UTC) == starts_at
    assert event.dtend.value.astimezone(UTC) == starts_at + timedelta(minutes=90)


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2027-03-27", 1), ("2027-03-28", 2), ("2027-10-30", 2), ("2027-10-31", 1)],
)
def test_the_definition_of_the_zone_tells_the_change_to_the_day(day: str, offset: int) -> None:
    noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)

    event = read(calendar([entry(noon)], method=Method.PUBLISH)).vevent

    assert event.dtstart.value.utcoffset() == timedelta(hours=offset)


def test_an_invitation_tells_who_asks_whom_where_and_how_to_join() -> None:
    told = entry(
        datetime(2026, 12, 10, 14, tzinfo=UTC),
        sequence=3,
        place="Palais des Nations; salle XXIV, Genève",
        link="https://meet.example.org/1?a=b",
        description="Agenda:\n1. Missing migrants",
        page="https://champions.example/meetings/1",
        organizer=("Champion countries Initiative", "champions@example.org"),
        attendee=Attendee('أمينة; Diallo, "A"', "amina@example.org"),
    )

    text = calendar([told], method=Method.REQUEST)

    event = read(text).vevent
    assert read(text).method.value == "REQUEST"
    assert (event.uid.value, event.sequence.value, event.status.value) == ("1@champions.example", "3", "CONFIRMED")
    assert event.location.value == "Palais des Nations; salle XXIV, Genève"
    assert event.description.value == "Agenda:\n1. Missing migrants"
    assert event.organizer.value == "mailto:champions@example.org"
    assert event.attendee.value == "mailto:amina@example.org"
    assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]
    assert event.attendee.params["RSVP"] == ["TRUE"]
    assert event.contents["conference"][0].value == "https://meet.example.org/1?a=b"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_what_is_only_online_has_its_link_as_its_place() -> None:
    told = entry(datetime(2026, 12, 10, 14, tzinfo=UTC), link="https://meet.example.org/1")

    assert read(calendar([told], method=Method.PUBLISH)).vevent.location.value == "https://meet.example.org/1"


def test_whole_days_end_on_the_day_after_and_take_nobodys_time() -> None:
    days = Days("2@champions.example", "Regional Review", date(2027, 2, 1), date(2027, 2, 3), NOW)

    event = read(calendar([days], method=Method.PUBLISH, name="Champions")).vevent

    assert (event.dtstart.value, event.dtend.value) == (date(2027, 2, 1), date(2027, 2, 4))
    assert event.transp.value == "TRANSPARENT"


def test_what_is_called_off_is_said_to_be() -> None:
    told = entry(datetime(2026, 12, 10, 14, tzinfo=UTC), status=EntryStatus.CANCELLED)

    found = read(calendar([told], method=Method.CANCEL))

    assert (found.method.value, found.vevent.status.value) == ("CANCEL", "CANCELLED")
