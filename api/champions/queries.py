"""Reads of champions."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.platform.problems import Forbidden, InvalidInput


async def champion_ids(session: AsyncSession, codes: list[str], *, pointer: str) -> dict[str, UUID]:
    """Keys of champions by ISO 3166-1 alpha-3 code; ``InvalidInput`` at ``pointer`` for a State that is none."""
    if not codes:
        return {}
    found = dict((await session.exec(select(Champion.iso3, Champion.id).where(col(Champion.iso3).in_(codes)))).all())
    for place, iso3 in enumerate(codes):
        if iso3 not in found:
            at = pointer if len(codes) == 1 and not pointer.endswith("s") else f"{pointer}/{place}"
            raise InvalidInput.at(
                at, f"{iso3} is not a champion. Name one of the Initiative's champions.", code="not_a_champion"
            )
    return found


async def champion_to_act_for(
    session: AsyncSession, caller: Caller, iso3: str | None, *, pointer: str = "/champion"
) -> UUID:
    """The champion that a new record belongs to: the one named, or the caller's own.

    A focal point acts for its own champion only; the secretariat names the champion it acts on behalf of.
    """
    if iso3 is None:
        if caller.champion_id is None:
            raise InvalidInput.at(pointer, "Name the champion on whose behalf you act.", code="missing")
        return caller.champion_id
    champion_id = (await champion_ids(session, [iso3], pointer=pointer))[iso3]
    if not caller.is_secretariat and not caller.owns(champion_id):
        raise Forbidden("You act for your own champion only. Leave the champion out, or ask the secretariat.")
    return champion_id
