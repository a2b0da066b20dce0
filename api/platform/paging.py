"""Keyset paging: a list is one statement, and page 1,000 costs what page 1 costs."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Row, TypeDecorator, tuple_
from sqlalchemy.types import TypeEngine
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.datastructures import URL

from api.platform.problems import InvalidInput

Item = TypeVar("Item")
NEXT_CURSOR = "next_cursor"


class Page(BaseModel, Generic[Item]):
    """One page of a list."""

    items: list[Item] = Field(description="The rows of this page.")
    next: str | None = Field(
        description="Send it as `cursor` for the next page; null on the last one.", examples=["WyJ0aXRsZSIsIkEiXQ"]
    )


class ListQuery(BaseModel):
    """What every list takes; a room's filters extend it. Unknown parameters are refused, so a misspelt filter shows."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=25, ge=1, le=100, description="Rows a page.", examples=[25])
    cursor: str | None = Field(default=None, max_length=1000, description="`next` of the page before.")


class Sort:
    """The orders a list can be had in: name → column that is never null. ``-name`` is the reverse."""

    def __init__(self, key: ColumnElement[Any] | Any, columns: Mapping[str, Any]) -> None:
        self._key = key
        self._columns = dict(columns)

    async def fetch(
        self,
        session: AsyncSession,
        statement: Any,
        *,
        sort: str,
        query: ListQuery,
        build: Callable[[Row[Any]], Item],
    ) -> Page[Item]:
        """Run ``statement`` for one page in the order ``sort`` and make each row an item with ``build``.

        Adds the sort column as ``sort_value`` and the key as ``sort_key``; leaves the next cursor in the
        session for the ``Link`` header.
        """
        name, descending = sort.removeprefix("-"), sort.startswith("-")
        column = self._columns[name]
        if query.cursor:
            value, key = decode_cursor(query.cursor, sort, column.type)
            place = tuple_(column, self._key)
            statement = statement.where(place < (value, key) if descending else place > (value, key))
        order = (column.desc(), self._key.desc()) if descending else (column.asc(), self._key.asc())
        statement = (
            statement.add_columns(column.label("sort_value"), self._key.label("sort_key"))
            .order_by(*order)
            .limit(query.limit + 1)
        )
        rows: Sequence[Row[Any]] = (await session.exec(statement)).all()
        following = None
        if len(rows) > query.limit:
            rows = rows[: query.limit]
            following = leave_next(session, encode_cursor(sort, rows[-1].sort_value, rows[-1].sort_key))
        return Page[Any].model_construct(items=[build(row) for row in rows], next=following)


_KEY: TypeAdapter[UUID] = TypeAdapter(UUID)


def _python_type(column_type: TypeEngine[Any]) -> type:
    """What a column's values are; a decorated type (an instant in UTC) is asked for what it decorates."""
    return column_type.impl_instance.python_type if isinstance(column_type, TypeDecorator) else column_type.python_type


def leave_next(session: AsyncSession, cursor: str) -> str:
    """Leave the next page's cursor in the session, for the ``Link`` header."""
    session.info[NEXT_CURSOR] = cursor
    return cursor


def encode_cursor(sort: str, value: Any, key: Any) -> str:
    """The cursor of the row with ``value`` in the order ``sort`` and the key ``key``."""
    plain = value.isoformat() if hasattr(value, "isoformat") else value
    return base64.urlsafe_b64encode(json.dumps([sort, plain, str(key)]).encode()).rstrip(b"=").decode()


def decode_cursor(cursor: str, sort: str, column_type: TypeEngine[Any]) -> tuple[Any, Any]:
    """The value and the key in ``cursor``; ``InvalidInput`` where it belongs to another list or order."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        sorted_by, value, key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if sorted_by != sort or not isinstance(value, str | int | bool):
            raise ValueError(sorted_by)
        adapter: TypeAdapter[Any] = TypeAdapter(_python_type(column_type))
        moment = adapter.validate_python(value)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError(value)
        if isinstance(moment, str) and b"\x00" in moment.encode():
            raise ValueError(value)
        return moment, _KEY.validate_python(key)
    except (ValueError, TypeError, ValidationError, binascii.Error, RecursionError) as error:
        raise InvalidInput.parameter(
            "cursor", "This cursor does not belong to this list and order. Start again without it.", code="bad_cursor"
        ) from error


def next_link(url: URL, cursor: str) -> str:
    """The ``Link`` header (RFC 8288) of a page that another follows."""
    asked = [(name, value) for name, value in parse_qsl(url.query, keep_blank_values=True) if name != "cursor"]
    return f'<{url.path}?{urlencode([*asked, ("cursor", cursor)])}>; rel="next"'
