"""The vocabularies as the API gives them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.platform.language import Language


class Term(BaseModel):
    """One entry of a vocabulary."""

    key: str = Field(description="Stable key.", examples=["3"])
    number: int | None = Field(description="Its number, where the vocabulary is numbered.", examples=[3])
    title: str = Field(
        description="The official words.",
        examples=["Provide accurate and timely information at all stages of migration"],
    )
    short: str | None = Field(description="Our short label, for chips and axes.", examples=["Information"])
    round_table: int | None = Field(description="The IMRF round table of an objective (A/RES/73/326).", examples=[4])


class Country(BaseModel):
    """A Member State of the United Nations."""

    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    iso2: str = Field(description="ISO 3166-1 alpha-2.", examples=["MA"])
    name: str = Field(description="Its name in the language of the answer (Unicode CLDR).", examples=["Morocco"])
    capital: str = Field(description="Its capital in the language of the answer.", examples=["Rabat"])
    time_zone: str = Field(description="The zone of its capital (IANA).", examples=["Africa/Casablanca"])
    region_m49: str = Field(description="UN M49 region.", examples=["002"])
    subregion_m49: str = Field(description="UN M49 subregion.", examples=["015"])


class Region(BaseModel):
    """A UN M49 region or subregion."""

    m49: str = Field(description="UN M49 code.", examples=["002"])
    name: str = Field(description="Its name in the language of the answer (Unicode CLDR).", examples=["Africa"])


class SdgTarget(BaseModel):
    """A target of the 2030 Agenda, with the objectives of the Compact that go with it."""

    key: str = Field(description="Its number.", examples=["10.7"])
    goal: int = Field(description="Number of its goal.", examples=[10])
    title: str = Field(
        description="The official words (A/RES/70/1), in English.",
        examples=["Facilitate orderly, safe, regular and responsible migration and mobility of people"],
    )
    short: str = Field(
        description="Our short label, in the language of the answer where it is written.",
        examples=["Orderly, safe and regular migration"],
    )
    objectives: list[int] = Field(description="Numbers of the objectives that go with it.", examples=[[5, 23]])
    confidence: Literal["editorial"] = Field(
        description="Which objectives go with it is our reading of both texts, nobody's official mapping."
    )

    @classmethod
    def of(cls, target: dict[str, Any], tongue: Language) -> "SdgTarget":
        """The target as the catalogue has it, with its label in ``tongue``; in English where that has none."""
        short = target["short"].get(tongue.value, target["short"][Language.ENGLISH.value])
        return cls.model_construct(**target | {"short": short})


class SdgTargetList(BaseModel):
    """The targets that go with an objective of the Compact."""

    items: list[SdgTarget] = Field(description="In the order of their numbers.")


class TermList(BaseModel):
    """A whole worded vocabulary."""

    items: list[Term] = Field(description="All its entries, in their order.")


class CountryList(BaseModel):
    """All Member States."""

    items: list[Country] = Field(description="In the order of their names.")


class RegionList(BaseModel):
    """All regions and subregions."""

    items: list[Region] = Field(description="In the order of their codes.")
