"""Who is calling, and what they are at this moment."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from api.access.permissions import HOLDERS, Permission, Role
from api.platform.transitions import Party


@dataclass(frozen=True, slots=True)
class SeatedTerm:
    """The term in which the caller's champion sits now, or will sit within 30 days; the days are those of its seat."""

    id: UUID
    starts_on: date
    ends_on: date


SOMEBODY = UUID(int=0)
"""Stands for whichever champion a caller speaks for; no champion has this key."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The person behind a request; ``ANYBODY`` without one. Roles follow from the clock, never from storage."""

    roles: frozenset[Role]
    person_id: UUID | None = None
    name: str = ""
    champion_id: UUID | None = None
    iso3: str | None = None
    term: SeatedTerm | None = None
    last_seen_at: datetime | None = None
    request_id: str = ""

    @property
    def is_secretariat(self) -> bool:
        """Whether the caller works for the secretariat."""
        return Role.SECRETARIAT in self.roles

    @property
    def is_member(self) -> bool:
        """Whether the caller belongs to the Initiative: a champion's focal point, or the secretariat."""
        return Role.FOCAL_POINT in self.roles or self.is_secretariat

    @property
    def is_chair(self) -> bool:
        """Whether the caller leads the Initiative now, as a co-chair or on the co-chairs' behalf."""
        return Role.CO_CHAIR in self.roles or self.is_secretariat

    @property
    def is_observer(self) -> bool:
        """Whether the caller is an observer."""
        return Role.OBSERVER in self.roles

    def may(self, permission: Permission) -> bool:
        """Whether the caller holds ``permission``."""
        return not HOLDERS[permission].isdisjoint(self.roles)

    def owns(self, champion_id: UUID | None) -> bool:
        """Whether the caller speaks for ``champion_id``."""
        return champion_id is not None and champion_id == self.champion_id

    @property
    def viewpoint(self) -> "Caller":
        """What this caller shares with all who have the same rights: no name, no champion of one's own but somebody's."""
        return Caller(roles=self.roles, champion_id=self.champion_id and SOMEBODY)

    def parties_to(self, champion_id: UUID | None) -> frozenset[Party]:
        """What the caller is to a record of ``champion_id``."""
        return _parties(self.roles, is_owner=self.owns(champion_id))


@cache
def _parties(roles: frozenset[Role], *, is_owner: bool) -> frozenset[Party]:
    is_each = {
        Party.OWNER: is_owner,
        Party.CO_CHAIR: Role.CO_CHAIR in roles,
        Party.SECRETARIAT: Role.SECRETARIAT in roles,
    }
    return frozenset(party for party in Party if is_each[party])


PRODUCT = Caller(roles=frozenset(), name="Champions")
"""The product itself, for what follows from the clock."""

ANYBODY = Caller(roles=frozenset({Role.PUBLIC}))
