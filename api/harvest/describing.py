"""What is said of a practice in every format, in English where it is not the practice's own words."""

from dataclasses import dataclass

from api.harvest.queries import Harvested
from api.platform.language import Language
from api.practices import addresses
from api.practices.licences import LICENCES, LicenceText
from api.vocabularies.catalogue import country_name, regions, terms


@dataclass(frozen=True, slots=True)
class Description:
    """A practice's subjects, places, licence and addresses."""

    champion: str
    subjects: list[str]
    places: list[str]
    licence: LicenceText
    address: str
    version_address: str


def describe(practice: Harvested, home: str) -> Description:
    """What the codes of ``practice`` say."""
    content, tongue = practice.content, Language.ENGLISH
    objectives = {term["number"]: term["title"] for term in terms("objectives", tongue)}
    goals = {term["number"]: term["title"] for term in terms("sdgs", tongue)}
    served = (*content.objectives_primary, *content.objectives_secondary)
    return Description(
        champion=country_name(practice.iso3, tongue),
        subjects=[
            *(f"GCM objective {number}: {objectives[number]}" for number in served),
            *(f"Sustainable Development Goal {number}: {goals[number]}" for number in content.sdgs),
        ],
        places=[
            *(country_name(iso3, tongue) for iso3 in content.countries),
            *(regions()[m49][tongue] for m49 in content.regions),
        ],
        licence=LICENCES[content.licence],
        address=addresses.of_practice(home, practice.id),
        version_address=addresses.of_version(home, practice.id, practice.number),
    )
