"""Counts of practices by facet, as the API gives them."""

from pydantic import BaseModel, Field


class NumberCount(BaseModel):
    """How many practices have a number of a vocabulary, or a year."""

    value: int = Field(description="The number.", examples=[3])
    count: int = Field(description="How many practices have it.", examples=[12])


class CodeCount(BaseModel):
    """How many practices have a code."""

    value: str = Field(description="The code.", examples=["142"])
    count: int = Field(description="How many practices have it.", examples=[12])


class PracticeFacets(BaseModel):
    """How many of the practices that the caller may see have which value.

    Each facet leaves its own filter aside, so that it shows what choosing another value would find.
    """

    total: int = Field(description="How many practices all filters together find.", examples=[42])
    objective: list[NumberCount] = Field(description="By GCM objective, in the order of their numbers.")
    principle: list[NumberCount] = Field(description="By guiding principle.")
    sdg: list[NumberCount] = Field(description="By Sustainable Development Goal.")
    region: list[CodeCount] = Field(
        description="By UN M49 region and subregion, of the champion and of where it takes place. Most practices first."
    )
    country: list[CodeCount] = Field(
        description="By country (ISO 3166-1 alpha-3), of the champion and of where it takes place. Most practices first."
    )
    type_of_practice: list[CodeCount] = Field(description="By type. Most practices first.")
    year: list[NumberCount] = Field(description="By year in which they were under way, until now.")
    language: list[CodeCount] = Field(description="By language. Most practices first.")
