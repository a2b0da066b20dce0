"""Champions."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.champions.rules import commission_for
from api.vocabularies.catalogue import countries


async def make_champion(session: AsyncSession, iso3: str, **fields: Any) -> Champion:
    """A champion that nothing refers to."""
    state = countries()[iso3]
    region, subregion = state["region_m49"], state["subregion_m49"]
    review_region = commission_for(region, subregion)
    values = {"review_region": review_region, "commissions": [review_region]} | fields
    champion = Champion(iso3=iso3, region_m49=region, subregion_m49=subregion, **values)
    session.add(champion)
    await session.commit()
    return champion
