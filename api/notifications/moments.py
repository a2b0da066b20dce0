"""Days and instants as letters tell them: in the reader's language and zone, with UTC beside a deadline."""

from datetime import UTC, date, datetime

from babel.dates import format_date, format_datetime

from api.notifications.letters import Reader
from api.platform.language import Language

_DAYS = {
    Language.ARABIC: "EEEE d MMMM y",
    Language.CHINESE: "y年M月d日EEEE",
    Language.ENGLISH: "EEEE d MMMM y",
    Language.FRENCH: "EEEE d MMMM y",
    Language.RUSSIAN: "EEEE, d MMMM y 'г.'",
    Language.SPANISH: "EEEE d 'de' MMMM 'de' y",
}
_COMMAS = {Language.ARABIC: "، ", Language.CHINESE: " "}


def day_told(on: date, reader: Reader) -> str:
    """``Thursday 3 December 2026``."""
    return format_date(on, _DAYS[reader.language], locale=reader.language.value)


def moment_told(at: datetime, reader: Reader) -> str:
    """``Thursday 3 December 2026, 01:00 (Asia/Dhaka; Wednesday 2 December 2026, 19:00 UTC)``; UTC's day only where it is another."""
    there, here = at.astimezone(reader.zone), at.astimezone(UTC)
    comma = _COMMAS.get(reader.language, ", ")
    told = comma.join([day_told(there, reader), _hour(there)])
    if there.utcoffset() == here.utcoffset():
        return f"{told} UTC"
    beside = _hour(here) if there.date() == here.date() else comma.join([day_told(here, reader), _hour(here)])
    return f"{told} ({reader.time_zone}; {beside} UTC)"


def _hour(at: datetime) -> str:
    return format_datetime(at, "HH:mm", locale="en")
