"""What is known of a place by its time zone: what it is called, when its week ends, its holidays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

import holidays
from babel import Locale, UnknownLocaleError
from dateutil.easter import easter

from api.platform import language
from api.slots.rules import Place
from api.vocabularies import catalogue

NEW_YORK, GENEVA = "America/New_York", "Europe/Zurich"
DUTY_STATIONS = {NEW_YORK: ("US", None), GENEVA: ("CH", "GE")}
"""Zone → country and part of it: the two seats where the Initiative's delegates mostly are."""

_NAMES = {
    NEW_YORK: {"ar": "نيويورك", "zh": "纽约", "en": "New York", "fr": "New York", "ru": "Нью-Йорк", "es": "Nueva York"},
    GENEVA: {"ar": "جنيف", "zh": "日内瓦", "en": "Geneva", "fr": "Genève", "ru": "Женева", "es": "Ginebra"},
}


_FRIDAY_AND_SATURDAY = frozenset({"BD", "DJ", "MV"})
"""Countries whose weekend the CLDR does not know yet."""


@dataclass(frozen=True, slots=True)
class Described:
    """A place as people call it, with the champions whose capital has its clock."""

    name: str
    champions: tuple[str, ...]


def describe(zone: str, capitals: dict[str, str]) -> Described:
    """What ``zone`` is called in the language of the request; ``capitals``: zone of each champion's capital by code."""
    champions = tuple(sorted(iso3 for iso3, where in capitals.items() if where == zone))
    tongue = language.current()
    if zone in _NAMES:
        return Described(_NAMES[zone][tongue.value], champions)
    if champions:
        return Described(catalogue.capital_name(champions[0], tongue), champions)
    iso3 = _capitals_by_zone().get(zone)
    name = catalogue.capital_name(iso3, tongue) if iso3 else zone.rsplit("/", 1)[-1].replace("_", " ")
    return Described(name, ())


def place(zone: str, years: Iterable[int]) -> Place:
    """The place with its weekend and its holidays in ``years``, as far as its country is known."""
    country, part = DUTY_STATIONS.get(zone, (_countries().get(zone), None))
    if country is None:
        return Place(zone)
    days_off = {day for year in years for day in _holidays(country, part, year)}
    if zone in DUTY_STATIONS:
        days_off |= {day for year in years for day in united_nations_holidays(year)}
    return Place(zone, weekend=_weekend(country), holidays=frozenset(days_off))


@lru_cache(maxsize=64)
def united_nations_holidays(year: int) -> frozenset[date]:
    """The days on which the offices at New York and Geneva are closed alike: ST/IC "Official holidays".

    New Year, Eid al-Fitr, Good Friday, Eid al-Adha, Christmas. The moon decides on the two Eids: estimated ahead.
    """
    emirates = holidays.country_holidays("AE", years=year, language="en_US")
    eids = {day for day, name in emirates.items() if name.startswith(("Eid al-Fitr", "Eid al-Adha"))}
    good_friday = easter(year).toordinal() - 2
    return frozenset(eids | {date(year, 1, 1), date.fromordinal(good_friday), date(year, 12, 25)})


@lru_cache(maxsize=1024)
def _holidays(country: str, part: str | None, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, subdiv=part, years=year))
    except NotImplementedError:
        return frozenset()


@lru_cache(maxsize=256)
def _weekend(country: str) -> frozenset[int]:
    """The days of the weekend there (Unicode CLDR): Friday and Saturday in Cairo, Saturday and Sunday in Rabat."""
    if country in _FRIDAY_AND_SATURDAY:
        return frozenset({4, 5})
    try:
        there = Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return frozenset({5, 6})
    first, last = there.weekend_start, there.weekend_end
    return frozenset((first + number) % 7 for number in range((last - first) % 7 + 1))


@lru_cache
def _countries() -> dict[str, str]:
    """Zone → ISO 3166-1 alpha-2 code of its country, by ``zone.tab`` of the IANA database."""
    lines = (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


@lru_cache
def _capitals_by_zone() -> dict[str, str]:
    return {capital["time_zone"]: iso3 for iso3, capital in catalogue.capitals().items()}
