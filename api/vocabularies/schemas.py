"""The vocabularies as the API gives them."""

from pydantic import BaseModel, Field


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


class TermList(BaseModel):
    """A whole worded vocabulary."""

    items: list[Term] = Field(description="All its entries, in their order.")


class CountryList(BaseModel):
    """All Member States."""

    items: list[Country] = Field(description="In the order of their names.")


class RegionList(BaseModel):
    """All regions and subregions."""

    items: list[Region] = Field(description="In the order of their codes.")
