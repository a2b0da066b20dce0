"""The fixed vocabularies in the six official languages, read once from ``data/``."""

import json
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from api.platform import language
from api.platform.language import Language
from api.vocabularies.models import ActivityKind, Commission, ScopeOfWork

_DATA = Path(__file__).parent / "data"

OBJECTIVES = range(1, 24)
PRINCIPLES = range(1, 11)
SDGS = range(1, 18)
REGIONS = ("002", "019", "142", "150", "009")
"""The five regions of UN M49 in the order of their English names: Africa, Americas, Asia, Europe, Oceania."""


def _read(name: str) -> Any:
    return json.loads((_DATA / name).read_text(encoding="utf-8"))


@lru_cache
def countries() -> dict[str, dict[str, Any]]:
    """The 193 Member States by ISO 3166-1 alpha-3 code, with M49 region and names."""
    return {country["iso3"]: country for country in _read("countries.json")["countries"]}


@lru_cache
def capitals() -> dict[str, dict[str, Any]]:
    """The capital of each Member State by its code: ``time_zone`` (IANA) and ``names``."""
    return {capital["iso3"]: capital for capital in _read("capitals.json")["capitals"]}


def capital_name(iso3: str, tongue: Language | None = None) -> str:
    """The name of a State's capital, in the language of the request unless another is named."""
    return str(capitals()[iso3]["names"][(tongue or language.current()).value])


@lru_cache
def regions() -> dict[str, dict[str, str]]:
    """Names of the UN M49 regions and subregions, by code."""
    named: dict[str, dict[str, str]] = _read("countries.json")["regions"]
    return named


@lru_cache
def _country_names() -> dict[Language, dict[str, str]]:
    return {
        tongue: {iso3: country["names"][tongue.value] for iso3, country in countries().items()} for tongue in Language
    }


def country_name(iso3: str, tongue: Language | None = None) -> str:
    """The name of a Member State, in the language of the request unless another is named."""
    return _country_names()[tongue or language.current()][iso3]


def region_name(m49: str) -> str:
    """The name of a region or subregion in the language of the request."""
    return regions()[m49][language.current().value]


@lru_cache
def regions_of_countries() -> dict[str, frozenset[str]]:
    """Member State → the UN M49 region and subregion in which it lies."""
    return {iso3: frozenset((state["region_m49"], state["subregion_m49"])) for iso3, state in countries().items()}


@lru_cache
def region_around(m49: str) -> frozenset[str]:
    """The region ``m49`` and, of a subregion, the region in which it lies."""
    around = (state["region_m49"] for state in countries().values() if state["subregion_m49"] == m49)
    return frozenset((m49, *around))


@lru_cache
def regions_within(m49: str) -> frozenset[str]:
    """The region ``m49`` and its subregions."""
    return frozenset((m49, *(code for code in regions() if m49 in region_around(code))))


def countries_within(m49: Iterable[str]) -> list[str]:
    """The Member States that lie in any of the regions or subregions."""
    sought = frozenset(m49)
    return [iso3 for iso3, around in regions_of_countries().items() if around & sought]


def _folded(words: str) -> str:
    """``words`` as one searches for them: "Côte d’Ivoire" and "cote d'ivoire" are the same."""
    plain = unicodedata.normalize("NFKD", words.casefold().replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def alphabetical(name: str) -> str:
    """The key by which names stand in alphabetical order: case and accents aside."""
    return _folded(name)


@lru_cache
def _folded_countries() -> dict[str, tuple[str, ...]]:
    return {iso3: (iso3.casefold(), *map(_folded, state["names"].values())) for iso3, state in countries().items()}


def countries_called(words: str) -> list[str]:
    """Codes of the Member States whose code, or name in any official language, contains ``words``."""
    sought = _folded(words)
    return [iso3 for iso3, names in _folded_countries().items() if any(sought in name for name in names)]


def country_called(name: str) -> str | None:
    """The code of the Member State that is called ``name``, by its code or its name in any official language."""
    sought = _folded(name)
    return next((iso3 for iso3, names in _folded_countries().items() if sought in names), None)


def region_called(name: str) -> str | None:
    """The M49 code of the region or subregion that is called ``name``, by its code or in any official language."""
    sought = _folded(name)
    called = (m49 for m49, names in regions().items() if sought in (m49, *map(_folded, names.values())))
    return next(called, None)


@lru_cache
def _translations() -> dict[str, Any]:
    translated: dict[str, Any] = _read("translations.json")
    return translated


@lru_cache
def _english(name: str) -> list[dict[str, Any]]:
    if name == "objectives":
        return [{"key": str(o["number"]), **o} for o in _read("gcm-objectives.json")["objectives"]]
    if name == "principles":
        return [{"key": str(p["number"]), **p} for p in _read("gcm-principles.json")["principles"]]
    if name == "sdgs":
        return [{"key": str(g["number"]), **g} for g in _read("sdgs.json")["goals"]]
    if name == "commissions":
        return [{"key": commission.value, "title": commission.value} for commission in Commission]
    listed: list[dict[str, Any]] = _read("note-vocabulary.json")[
        "scope_of_work" if name == "scope_of_work" else "activity_kinds"
    ]
    return listed


@lru_cache
def terms(name: str, tongue: Language) -> list[dict[str, Any]]:
    """The entries of a worded vocabulary in ``tongue``; the English words where a translation is missing."""
    translated = _translations()[name]
    return [
        entry
        | translated.get(Language.ENGLISH.value, {}).get(entry["key"], {})
        | translated.get(tongue.value, {}).get(entry["key"], {})
        for entry in _english(name)
    ]


@lru_cache
def sdg_targets() -> list[dict[str, Any]]:
    """The targets of the 2030 Agenda (A/RES/70/1) beside which we read objectives: an editorial mapping, nobody's official one.

    ``title`` is the official English, ``short`` our label by language, ``objectives`` the numbers that go with it.
    """
    listed: list[dict[str, Any]] = _read("sdg-targets.json")["targets"]
    return listed


WORDED = ("objectives", "principles", "sdgs", "scope_of_work", "activity_kinds", "commissions")

assert {entry["key"] for entry in _english("scope_of_work")} == {scope.value for scope in ScopeOfWork}
assert {entry["key"] for entry in _english("activity_kinds")} == {kind.value for kind in ActivityKind}
