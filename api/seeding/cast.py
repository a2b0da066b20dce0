"""Who and what the records of a seed refer to."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from api.identity.models import Person


@dataclass(frozen=True)
class Pair:
    """The two champions, by code, that co-chair from ``starts_on`` until before ``ends_on``."""

    iso3s: list[str]
    starts_on: date
    ends_on: date


@dataclass
class Cast:
    """Keys of champions by ISO 3166-1 alpha-3 code and of processes by key; people by the first half of their address."""

    champions: dict[str, UUID] = field(default_factory=dict)
    processes: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)

    def champion(self, iso3: str | None) -> UUID | None:
        """The key of a champion; none for none."""
        return self.champions[iso3] if iso3 else None

    def focal_point(self, iso3: str) -> Person:
        """The lead focal point of a champion."""
        return self.people[iso3.lower()]

    def seated_on(self, day: date) -> list[str]:
        """The pair that co-chairs on ``day``; empty where there is none."""
        return next((pair.iso3s for pair in self.pairs if pair.starts_on <= day < pair.ends_on), [])
