"""The pages that everybody may read, with the day on which each last changed."""

from typing import Any

from sqlalchemy import func, literal, true, union_all
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


def _pages() -> Any:
    last_checked = select(func.max(col(PracticeTranslation.checked_at))).where(is_shown_beside(Practice))
    checked_at = last_checked.correlate(Practice).scalar_subquery()
    open_statements = columns(literal("statements"), Statement.id, Statement.updated_at).outerjoin(
        statements.last, true()
    )
    return union_all(
        columns(
            literal("practices").label("room"),
            Practice.id,
            func.greatest(Practice.datestamp, checked_at).label("changed_at"),
        ).where(practices.visible(ANYBODY)),
        columns(literal("champions"), Champion.id, Champion.updated_at),
        columns(literal("activities"), Activity.id, Activity.updated_at).where(activities.visible(ANYBODY)),
        columns(literal("pledges"), Pledge.id, Pledge.updated_at).where(pledges.visible(ANYBODY)),
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
    return [Listed(f"/{room}/{key}", changed_at) for room, key, changed_at in rows]
