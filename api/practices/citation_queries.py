"""What a citation of a practice says."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.problems import NotFound
from api.practices import addresses
from api.practices.citations import Citation
from api.practices.licences import LICENCES
from api.practices.queries import get_practice, get_version


async def cite(session: AsyncSession, caller: Caller, practice_id: UUID, number: int | None, home: str) -> Citation:
    """A version, by default the last; ``NotFound`` where the caller may not read it, or nothing was published yet."""
    practice = await get_practice(session, caller, practice_id)
    if practice.version == 0:
        raise NotFound("Nothing of this practice was published yet: there is nothing to cite.")
    version = await get_version(session, caller, practice_id, number or practice.version)
    return Citation(
        key=f"{practice.champion.iso3.lower()}-{version.published_at.year}-{practice_id.hex[-8:]}-v{version.number}",
        champion=practice.champion.name,
        title=version.title,
        summary=version.content.summary,
        number=version.number,
        published_on=version.published_at.date(),
        language=version.content.language,
        licence=LICENCES[version.content.licence].name,
        address=addresses.of_version(home, practice_id, version.number),
    )
