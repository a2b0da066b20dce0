"""Who keeps what of the mechanism's records."""

from collections.abc import Collection

from api.platform.transitions import Party

CURATORS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""They keep the calls and the Network's tools, and put the rest in order."""


def own_actions(parties: Collection[Party]) -> list[str]:
    """What somebody may do with a record of a champion: it, the co-chairs and the secretariat write it."""
    return ["change", "delete"] if parties else []


def curated_actions(parties: Collection[Party]) -> list[str]:
    """What somebody may do with what the co-chairs and the secretariat keep."""
    return [] if CURATORS.isdisjoint(parties) else ["change", "delete"]


def tool_actions(parties: Collection[Party], *, speaks_for_a_champion: bool) -> list[str]:
    """As curated ones; a champion also says that it supports or tests the tool."""
    return curated_actions(parties) + (["support"] if speaks_for_a_champion or Party.SECRETARIAT in parties else [])
