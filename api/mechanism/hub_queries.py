"""Reads of what was published for the Hub: two statements, however much there is."""

from collections import Counter
from typing import Any

from sqlalchemy import Row, and_, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.mechanism.hub_schemas import HubOverview, PublishedBy, PublishedIn, PublishedPractice
from api.platform.database import columns
from api.platform.language import Language
from api.practices import queries as practices
from api.practices.models import Practice, PracticeStatus
from api.processes.models import ProcessPractice

_LATEST = 6


async def get_overview(session: AsyncSession, caller: Caller) -> HubOverview:
    """What was published, as the caller may see it, by champion and by language, and the latest of it."""
    published = and_(practices.visible(caller), col(Practice.status) == PracticeStatus.PUBLISHED)
    was_brought = (
        select(ProcessPractice.process_id).where(col(ProcessPractice.practice_id) == col(Practice.id)).exists()
    )
    rows = (
        await session.exec(
            columns(
                col(Champion.id).label("champion_id"),
                Champion.iso3,
                Practice.language,
                func.count().label("many"),
                func.count().filter(was_brought).label("brought"),
                func.count().filter(col(Practice.version) > 1).label("revised"),
                func.max(col(Practice.published_at)).label("latest_at"),
            )
            .join(Champion, col(Champion.id) == col(Practice.champion_id))
            .where(published)
            .group_by(col(Champion.id), col(Champion.iso3), col(Practice.language))
        )
    ).all()
    return HubOverview.model_construct(
        practices_count=sum(row.many for row in rows),
        revised_count=sum(row.revised for row in rows),
        brought_count=sum(row.brought for row in rows),
        champions=_by_champion(rows),
        languages=_by_language(rows),
        latest=await _latest(session, published),
    )


def _by_champion(rows: Any) -> list[PublishedBy]:
    of: dict[str, list[Row[Any]]] = {}
    for row in rows:
        of.setdefault(row.iso3, []).append(row)
    told = [
        PublishedBy.model_construct(
            champion=ChampionRef.of(own[0].champion_id, iso3),
            practices_count=sum(row.many for row in own),
            brought_count=sum(row.brought for row in own),
            latest_at=max(row.latest_at for row in own),
        )
        for iso3, own in of.items()
    ]
    return sorted(told, key=lambda published: (-published.practices_count, published.champion.name))


def _by_language(rows: Any) -> list[PublishedIn]:
    counts: Counter[Language] = Counter()
    for row in rows:
        counts[row.language] += row.many
    return [
        PublishedIn.model_construct(language=language, practices_count=many) for language, many in counts.most_common()
    ]


async def _latest(session: AsyncSession, published: Any) -> list[PublishedPractice]:
    fields = ("id", "title", "version", "published_at", "is_demonstration")
    rows = await session.exec(
        columns(*(getattr(Practice, field) for field in fields), Practice.champion_id, Champion.iso3)
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(published)
        .order_by(col(Practice.listed_at).desc(), col(Practice.id).desc())
        .limit(_LATEST)
    )
    return [
        PublishedPractice.model_construct(
            champion=ChampionRef.of(row.champion_id, row.iso3), **{field: getattr(row, field) for field in fields}
        )
        for row in rows
    ]
