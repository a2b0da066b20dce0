"""Keys of the fixed vocabularies as request bodies take them: a wrong one is a 422 that names the field."""

from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from api.platform.language import Language
from api.vocabularies.catalogue import countries, regions


def _member_state(iso3: str) -> str:
    if iso3 not in countries():
        raise PydanticCustomError(
            "unknown_country", "Use the ISO 3166-1 alpha-3 code of a Member State, for example MAR."
        )
    return iso3


def _region(m49: str) -> str:
    if m49 not in regions():
        raise PydanticCustomError("unknown_region", "Use a UN M49 code of a region or subregion, for example 002.")
    return m49


@lru_cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise PydanticCustomError(
            "unknown_time_zone", "Use a name of the IANA time zone database, for example Africa/Casablanca."
        )
    return name


def no_repeats(values: list[Any]) -> list[Any]:
    """``values``, each of which is named once."""
    if len(set(values)) != len(values):
        raise PydanticCustomError("repeated", "Name each entry once.")
    return values


Iso3 = Annotated[str, StringConstraints(min_length=3, max_length=3, to_upper=True), AfterValidator(_member_state)]
"""ISO 3166-1 alpha-3 code of a Member State."""
M49 = Annotated[str, StringConstraints(pattern=r"^\d{3}$"), AfterValidator(_region)]
"""UN M49 code of a region or subregion."""
TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_zone)]
"""Name in the IANA time zone database."""
ObjectiveNumber = Annotated[int, Field(ge=1, le=23)]
"""Number of a GCM objective."""
PrincipleNumber = Annotated[int, Field(ge=1, le=10)]
"""Number of a guiding principle."""
ProcessKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
"""Key of a process outside, such as ``imrf-2026``."""
SdgNumber = Annotated[int, Field(ge=1, le=17)]
"""Number of a Sustainable Development Goal."""

Objectives = Annotated[list[ObjectiveNumber], Field(max_length=23), AfterValidator(no_repeats)]
"""Numbers of GCM objectives, each once."""
Principles = Annotated[list[PrincipleNumber], Field(max_length=10), AfterValidator(no_repeats)]
"""Numbers of guiding principles, each once."""
Sdgs = Annotated[list[SdgNumber], Field(max_length=17), AfterValidator(no_repeats)]
"""Numbers of Sustainable Development Goals, each once."""
Countries = Annotated[list[Iso3], Field(max_length=193), AfterValidator(no_repeats)]
"""Member States, each once."""
Regions = Annotated[list[M49], Field(max_length=27), AfterValidator(no_repeats)]
"""Regions and subregions, each once."""
Languages = Annotated[list[Language], Field(max_length=6), AfterValidator(lambda spoken: list(dict.fromkeys(spoken)))]
"""Official languages, each once."""
