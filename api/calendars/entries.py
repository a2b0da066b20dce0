"""iCalendar objects (RFC 5545, 5546, 7986): what a calendar program is told, from what the rooms know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vCalAddress, vUri

from api.calendars import zones


class Method(StrEnum):
    """What a calendar object asks of the program that reads it (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


class EntryStatus(StrEnum):
    """Whether what is in the entry takes place."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is asked: ``participation`` is what RFC 5545 calls PARTSTAT."""

    name: str
    email: str
    participation: str = "NEEDS-ACTION"
    is_asked_to_answer: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with a time: instants in UTC, told in ``zone``. ``uid`` stays the same for ever; ``sequence`` only rises."""

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    zone: str = "UTC"
    sequence: int = 0
    status: EntryStatus = EntryStatus.CONFIRMED
    description: str = ""
    place: str = ""
    link: str = ""
    page: str = ""
    organizer: tuple[str, str] | None = None
    attendee: Attendee | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """An entry of whole days, the last included. It takes nobody's time: programs show it as free."""

    uid: str
    title: str
    first: date
    last: date
    changed_at: datetime
    sequence: int = 0
    status: EntryStatus = EntryStatus.CONFIRMED
    description: str = ""
    place: str = ""
    page: str = ""


def calendar(entries: Sequence[Entry | Days], *, method: Method, name: str | None = None) -> str:
    """The calendar object with ``entries``, and the definition of each zone that they are told in."""
    made = Calendar()
    made.add("PRODID", "-//Champion countries Initiative//Champions//EN")
    made.add("VERSION", "2.0")
    made.add("CALSCALE", "GREGORIAN")
    made.add("METHOD", method.value)
    if name is not None:
        made.add("NAME", name)
        made.add("X-WR-CALNAME", name)
        made.add("REFRESH-INTERVAL", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        made.add("X-PUBLISHED-TTL", "PT1H")
    for zone, year in sorted(_zones(entries).items()):
        definition = zones.definition(zone, year)
        if definition is not None:
            made.add_component(definition)
    for entry in entries:
        made.add_component(_days(entry) if isinstance(entry, Days) else _entry(entry))
    text: str = made.to_ical().decode()
    return text


def _zones(entries: Sequence[Entry | Days]) -> dict[str, int]:
    """Each zone with the first year in which it is needed."""
    needed: dict[str, int] = {}
    for entry in entries:
        if isinstance(entry, Entry):
            needed[entry.zone] = min(needed.get(entry.zone, entry.starts_at.year), entry.starts_at.year)
    return needed


def _entry(entry: Entry) -> Event:
    made = _begun(entry)
    zone = UTC if entry.zone == "UTC" else ZoneInfo(entry.zone)
    made.add("DTSTART", entry.starts_at.astimezone(zone))
    made.add("DTEND", entry.ends_at.astimezone(zone))
    made.add("TRANSP", "OPAQUE" if entry.status is EntryStatus.CONFIRMED else "TRANSPARENT")
    _add_link(made, entry)
    if entry.organizer:
        name, email = entry.organizer
        made.add("ORGANIZER", _address(email), parameters={"CN": name})
    if entry.attendee:
        made.add("ATTENDEE", _address(entry.attendee.email), parameters=_parameters(entry.attendee))
    return made


def _days(entry: Days) -> Event:
    made = _begun(entry)
    made.add("DTSTART", entry.first)
    made.add("DTEND", entry.last + timedelta(days=1))
    made.add("TRANSP", "TRANSPARENT")
    if entry.place:
        made.add("LOCATION", entry.place)
    return made


def _begun(entry: Entry | Days) -> Event:
    made = Event()
    made.add("UID", entry.uid)
    made.add("DTSTAMP", entry.changed_at)
    made.add("LAST-MODIFIED", entry.changed_at)
    made.add("SEQUENCE", entry.sequence)
    made.add("STATUS", entry.status.value)
    made.add("SUMMARY", entry.title)
    if entry.description:
        made.add("DESCRIPTION", entry.description)
    if entry.page:
        made.add("URL", vUri(entry.page))
    return made


def _add_link(made: Event, entry: Entry) -> None:
    """Where it is, and where to join: as CONFERENCE (RFC 7986), and as the place of what is only online, for older programs."""
    if entry.place or entry.link:
        made.add("LOCATION", entry.place or entry.link)
    if entry.link:
        made.add("CONFERENCE", vUri(entry.link), parameters={"VALUE": "URI", "FEATURE": "VIDEO"})


def _address(email: str) -> vCalAddress:
    return vCalAddress(f"mailto:{email}")


def _parameters(attendee: Attendee) -> dict[str, str]:
    return {
        "CN": attendee.name,
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT" if attendee.is_asked_to_answer else "OPT-PARTICIPANT",
        "PARTSTAT": attendee.participation,
        "RSVP": "TRUE" if attendee.is_asked_to_answer else "FALSE",
    }
