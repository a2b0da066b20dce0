"""Champions as the API takes and gives them."""

from uuid import UUID

from pydantic import BaseModel, Field

from api.vocabularies.catalogue import country_name


class ChampionRef(BaseModel):
    """A champion named in another record."""

    id: UUID = Field(description="The champion's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02"])
    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    name: str = Field(description="The State's name in the language of the answer.", examples=["Morocco"])

    @classmethod
    def of(cls, champion_id: UUID, iso3: str) -> "ChampionRef":
        """The reference for a champion, named in the language of the request."""
        return cls.model_construct(id=champion_id, iso3=iso3, name=country_name(iso3))
