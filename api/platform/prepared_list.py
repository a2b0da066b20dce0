"""A list as a family of prepared statements: each combination of filters is built and compiled at its first use."""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Integer, tuple_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.paging import ListQuery, Page, decode_cursor, encode_cursor, leave_next
from api.platform.prepared import PreparedStatement, given

Item = TypeVar("Item")
Viewpoint = TypeVar("Viewpoint", bound=Hashable)

_SHAPES_KEPT = 512


class PreparedList(Generic[Viewpoint, Item]):
    """A list with its orders and filters (name in the query → clause with the value ``given`` for that name).

    ``select`` makes the statement for a viewpoint: what all callers with the same rights share. Whatever differs from
    request to request must be ``given``; a value written into the statement would be seen by the next caller too.
    """

    def __init__(
        self,
        select: Callable[[Viewpoint], Any],
        *,
        key: Any,
        sorts: Mapping[str, Any],
        filters: Mapping[str, ColumnElement[bool]],
    ) -> None:
        self._select = select
        self._key = key
        self._sorts = dict(sorts)
        self._filters = dict(filters)
        self._prepared = lru_cache(maxsize=_SHAPES_KEPT)(self._prepare)

    async def fetch(
        self,
        session: AsyncSession,
        query: ListQuery,
        *,
        sort: str,
        viewpoint: Viewpoint,
        parameters: Mapping[str, Any],
        build: Callable[[dict[str, Any]], Item],
    ) -> Page[Item]:
        """One page; ``build`` makes an item of a row's values by name. Leaves the next cursor for the ``Link`` header."""
        present = {name: value for name in self._filters if (value := getattr(query, name)) not in (None, [])}
        prepared = self._prepared(viewpoint, frozenset(present), sort, query.cursor is not None)
        values = {**parameters, **present, "row_limit": query.limit + 1}
        if query.cursor is not None:
            kind = self._sorts[sort.removeprefix("-")].type
            values["after_value"], values["after_key"] = decode_cursor(query.cursor, sort, kind)
        rows = await prepared.rows(session, values)
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            following = leave_next(session, encode_cursor(sort, rows[-1]["sort_value"], rows[-1]["sort_key"]))
        return Page[Any].model_construct(items=[build(row) for row in rows], next=following)

    def _prepare(
        self,
        viewpoint: Viewpoint,
        present: frozenset[str],
        sort: str,
        has_cursor: bool,  # noqa: FBT001 -- a part of the cache's key
    ) -> PreparedStatement:
        column, descending = self._sorts[sort.removeprefix("-")], sort.startswith("-")
        statement = self._select(viewpoint).where(
            *(clause for name, clause in self._filters.items() if name in present)
        )
        if has_cursor:
            place = tuple_(column, self._key)
            after = tuple_(given("after_value", column.type), given("after_key", self._key.type))
            statement = statement.where(place < after if descending else place > after)
        order = (column.desc(), self._key.desc()) if descending else (column.asc(), self._key.asc())
        return PreparedStatement(
            statement.add_columns(column.label("sort_value"), self._key.label("sort_key"))
            .order_by(*order)
            .limit(given("row_limit", Integer))
        )
