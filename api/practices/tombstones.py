"""What readers of a practice that was withdrawn still find: its citation, since when, and why where that was said to them.

As the repositories do that others cite (InvenioRDM, Zenodo): 410 with a tombstone, and nothing of the content.
"""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform.database import columns
from api.platform.language import Language
from api.platform.problems import Gone, NotFound, ProblemBody
from api.practices import queries
from api.practices.models import Practice, PracticeStatus
from api.practices.schemas import PracticeBody

_FIELDS = (
    "id",
    "title",
    "language",
    "version",
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
    "is_demonstration",
)


class PracticeTombstone(BaseModel):
    """What is told of a practice that was withdrawn: enough to know what a citation meant, and no more."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="Its last title.", examples=["Pre-departure information in district offices"])
    language: Language = Field(description="The language of the title.", examples=["en"])
    champion: ChampionRef = Field(description="Whose it was.")
    version: int = Field(description="Number of its last published version.", examples=[2])
    published_at: datetime = Field(description="When that was published, in UTC.", examples=["2026-06-01T10:00:00Z"])
    withdrawn_at: datetime = Field(description="When it was withdrawn, in UTC.", examples=["2027-03-01T10:00:00Z"])
    withdrawal_reason: str = Field(description="Why, as those who withdrew it tell the public; may be empty.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class PracticeGone(ProblemBody):
    """The problem of a practice that was withdrawn."""

    model_config = ConfigDict(title="PracticeGone")

    tombstone: PracticeTombstone = Field(description="What may still be told of it.")


async def get_practice(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeBody:
    """One practice; ``Gone`` with its tombstone where it was withdrawn from the caller; else ``NotFound``."""
    try:
        return await queries.get_practice(session, caller, practice_id)
    except NotFound:
        tombstone = await find(session, caller, practice_id)
        if tombstone is None:
            raise
    raise Gone(
        f"This practice was withdrawn on {tombstone.withdrawn_at.date().isoformat()}. Its tombstone says what it was.",
        members={"tombstone": tombstone.model_dump(mode="json")},
    )


async def find(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeTombstone | None:
    """The tombstone of a practice that was the caller's to read until it was withdrawn."""
    row = (
        await session.exec(
            columns(*(getattr(Practice, name) for name in _FIELDS), Practice.champion_id, Champion.iso3)
            .join(Champion, col(Champion.id) == col(Practice.champion_id))
            .where(
                col(Practice.id) == practice_id,
                col(Practice.status) == PracticeStatus.WITHDRAWN,
                sees(caller, visibility=Practice.visibility, champion_id=Practice.champion_id),
            )
        )
    ).first()
    if row is None:
        return None
    values = {name: getattr(row, name) for name in _FIELDS}
    return PracticeTombstone(champion=ChampionRef.of(row.champion_id, row.iso3), **values)
