"""The fixed vocabularies, in the language that the caller accepts."""

from enum import StrEnum
from typing import Annotated

from fastapi import Path

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform import language
from api.platform.unit_of_work import room_router
from api.vocabularies import catalogue
from api.vocabularies.schemas import (
    Country,
    CountryList,
    Region,
    RegionList,
    SdgTarget,
    SdgTargetList,
    Term,
    TermList,
)

VocabulariesRead = Annotated[Caller, requires(Permission.VOCABULARIES_READ)]

router = room_router("/vocabularies", tag="Vocabularies")


class WordedVocabulary(StrEnum):
    """The vocabularies whose entries have words of their own."""

    OBJECTIVES = "objectives"
    PRINCIPLES = "principles"
    SDGS = "sdgs"
    SCOPE_OF_WORK = "scope-of-work"
    ACTIVITY_KINDS = "activity-kinds"
    COMMISSIONS = "commissions"


@router.get("/countries", operation_id="listCountries", summary="The 193 Member States")
async def list_countries(_: VocabulariesRead) -> CountryList:
    """Member States with their UN M49 regions, named in the language of the answer."""
    listed = [
        Country(
            name=catalogue.country_name(iso3),
            capital=catalogue.capital_name(iso3),
            time_zone=catalogue.capitals()[iso3]["time_zone"],
            **{key: state[key] for key in ("iso3", "iso2", "region_m49", "subregion_m49")},
        )
        for iso3, state in catalogue.countries().items()
    ]
    return CountryList(items=sorted(listed, key=lambda country: country.name))


@router.get("/regions", operation_id="listRegions", summary="The UN M49 regions and subregions")
async def list_regions(_: VocabulariesRead) -> RegionList:
    """Regions and subregions, named in the language of the answer."""
    tongue = language.current()
    return RegionList(
        items=[Region(m49=m49, name=names[tongue.value]) for m49, names in sorted(catalogue.regions().items())]
    )


@router.get("/sdg-targets", operation_id="listSdgTargets", summary="Targets of the 2030 Agenda beside the objectives")
async def list_sdg_targets(_: VocabulariesRead) -> SdgTargetList:
    """Which targets of the Sustainable Development Goals go with which objectives of the Compact: an editorial mapping."""
    tongue = language.current()
    return SdgTargetList(items=[SdgTarget.of(target, tongue) for target in catalogue.sdg_targets()])


@router.get("/{name}", operation_id="listTerms", summary="A worded vocabulary")
async def list_terms(
    name: Annotated[WordedVocabulary, Path(description="Which vocabulary.")], _: VocabulariesRead
) -> TermList:
    """All entries of a vocabulary: the 23 objectives, the 10 guiding principles, the 17 SDGs, the note's own lists."""
    entries = catalogue.terms(name.value.replace("-", "_"), language.current())
    blank = {"number": None, "short": None, "round_table": None}
    return TermList(items=[Term.model_validate(blank | entry) for entry in entries])
