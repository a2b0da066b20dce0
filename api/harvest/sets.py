"""The sets that practices may be harvested by: the 23 objectives, and the regions of the champions with their subregions."""

from collections.abc import Iterable
from functools import lru_cache

from api.platform.language import Language
from api.vocabularies.catalogue import countries, regions, terms

OBJECTIVE = "objective"
REGION = "region"


@lru_cache
def listed() -> dict[str, str]:
    """Every set's name by its spec, a set before those that it holds."""
    tongue = Language.ENGLISH
    objectives = {
        f"{OBJECTIVE}:{term['number']}": f"Objective {term['number']}: {term['title']}"
        for term in terms("objectives", tongue)
    }
    parts = sorted({(state["region_m49"], state["subregion_m49"]) for state in countries().values()})
    places = {f"{REGION}:{m49}": regions()[m49][tongue] for m49, _ in parts}
    places |= {f"{REGION}:{m49}:{part}": regions()[part][tongue] for m49, part in parts}
    return {
        OBJECTIVE: "Practices by objective of the Global Compact for Migration",
        **objectives,
        REGION: "Practices by region of the champion (UN M49)",
        **dict(sorted(places.items())),
    }


def specs(objectives: Iterable[int], region: str, subregion: str) -> list[str]:
    """The sets that a practice belongs to, without those that these imply."""
    return [*(f"{OBJECTIVE}:{number}" for number in objectives), f"{REGION}:{region}:{subregion}"]
