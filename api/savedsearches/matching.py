"""What many saved searches find, in one statement: the clauses of the list of practices, once for each search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam, literal, union_all
from sqlalchemy.sql.visitors import replacement_traverse
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import OWN_CHAMPION
from api.champions.models import Champion
from api.platform.database import columns
from api.practices.filters import FILTERS, values_of
from api.practices.models import Practice, PracticeStatus
from api.practices.queries import visible
from api.practices.schemas import PracticeFilters


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and on whose behalf."""

    search_id: UUID
    caller: Caller
    filters: PracticeFilters


def finding(asked: Asked, *selected: Any) -> Any:
    """SELECT ``search_id`` and ``selected`` of the published practices that ``asked`` finds, as its caller may see them."""
    published = asked.filters.model_copy(update={"status": [PracticeStatus.PUBLISHED]})
    given = {name: value for name in FILTERS if (value := getattr(published, name)) not in (None, [])}
    values = {OWN_CHAMPION: asked.caller.champion_id, **values_of(published), **given}
    return (
        columns(literal(asked.search_id, Uuid).label("search_id"), *selected)
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(*(_bound(clause, values) for clause in (visible(asked.caller), *(FILTERS[name] for name in given))))
    )


def _bound(clause: Any, values: Mapping[str, Any]) -> Any:
    """``clause`` with its ``values`` under names of their own, so that it may stand beside itself in one statement."""

    def own(element: Any, **_: Any) -> Any:
        if isinstance(element, BindParameter) and element.key in values:
            return bindparam(element.key, values[element.key], type_=element.type, unique=True)
        return None

    return replacement_traverse(clause, {}, own)


async def fetch_all(session: AsyncSession, each: Iterable[Any]) -> list[Any]:
    """The rows of all the statements, asked in one; none without any."""
    statements = list(each)
    together: Any = union_all(*statements) if statements else None
    return [] if together is None else list(await session.exec(together))
