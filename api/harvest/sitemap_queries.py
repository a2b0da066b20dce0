"""The pages that everybody may read, with the day on which each last changed."""

from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal, true, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.activities import queries as activities
from api.activities.models import Activity
from api.champions.models import Champion
from api.harvest.sitemaps import Listed
from api.platform.database import columns
from api.pledges import queries as pledges
from api.pledges.models import Pledge
from api.practices import queries as practices
from api.practices.models import Practice
from api.statements import queries as statements
from api.statements.models import Statement
from api.translations.models import PracticeTranslation
from api.translations.queries import is_shown_beside

_AS_WRITTEN: ColumnElement[Any] = literal([], ARRAY(String))


def _of_translations(told: ColumnElement[Any]) -> Any:
    """``told`` of the translations that the public reads of the practice in the row."""
    return select(told).where(is_shown_beside(Practice)).correlate(Practice).scalar_subquery()


def _pages() -> Any:
    translated = _of_translations(func.array_agg(cast(col(PracticeTranslation.language), String)))
    checked_at = _of_translations(func.max(col(PracticeTranslation.checked_at)))
    languages = func.array_append(func.coalesce(translated, _AS_WRITTEN), cast(col(Practice.language), String))
    open_statements = columns(literal("statements"), Statement.id, Statement.updated_at, _AS_WRITTEN).outerjoin(
        statements.last, true()
    )
    return union_all(
        columns(
            literal("practices").label("room"),
            Practice.id,
            func.greatest(Practice.datestamp, checked_at).label("changed_at"),
            languages.label("languages"),
        ).where(practices.visible(ANYBODY)),
        columns(literal("champions"), Champion.id, Champion.updated_at, _AS_WRITTEN),
        columns(literal("activities"), Activity.id, Activity.updated_at, _AS_WRITTEN).where(
            activities.visible(ANYBODY)
        ),
        columns(literal("pledges"), Pledge.id, Pledge.updated_at, _AS_WRITTEN).where(pledges.visible(ANYBODY)),
        open_statements.where(statements.visible(ANYBODY)),
    ).subquery()


async def count_pages(session: AsyncSession) -> int:
    """How many records have a page that everybody may read."""
    counted: int = (await session.exec(columns(func.count()).select_from(_pages()))).one()
    return counted


async def list_pages(session: AsyncSession, *, skipped: int, limit: int) -> list[Listed]:
    """They in the order of their addresses, from the ``skipped``-th on."""
    pages = _pages()
    rows = await session.exec(columns(*pages.c).order_by(pages.c.room, pages.c.id).offset(skipped).limit(limit))
    return [Listed(f"/{room}/{key}", changed_at, frozenset(languages)) for room, key, changed_at, languages in rows]
