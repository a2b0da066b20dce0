"""Statements that are built and compiled once, and run as the driver runs them.

Building a statement, finding its place in SQLAlchemy's cache and making its rows objects costs more than PostgreSQL takes
to answer it (see docs/decisions). This is for the few statements that every request or every reader needs.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from sqlalchemy import Enum as EnumType
from sqlalchemy import String, bindparam, cast, func
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeEngine
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.database import driver_connection

_DIALECT = postgresql.psycopg.dialect()  # type: ignore[no-untyped-call]


def given(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Any:
    """The place of the value that a request gives for ``name``."""
    return bindparam(name, None, type_=kind)


def equals_any(column: Any, name: str) -> ColumnElement[bool]:
    """Rows whose ``column`` is one of the texts given for ``name``."""
    return cast(col(column), String) == func.any(given(name, ARRAY(String)))


class PreparedStatement:
    """A SELECT that is compiled when it is made. Whatever differs from run to run must be a ``given``."""

    def __init__(self, statement: Any) -> None:
        compiled = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        selected = list(statement.selected_columns)
        self._sql = str(compiled)
        self._constants = {name: _plain(value) for name, value in compiled.construct_params().items()}
        self._names = tuple(str(column.key) for column in selected)
        self._enums = [
            (str(column.key), {member.value: member for member in column.type.enum_class or ()})
            for column in selected
            if isinstance(column.type, EnumType)
        ]

    async def rows(self, session: AsyncSession, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows as values by name, enums as their members."""
        connection = await driver_connection(session)
        cursor = await connection.execute(self._sql, {**self._constants, **values})
        return [self._named(row) for row in await cursor.fetchall()]

    def _named(self, row: Any) -> dict[str, Any]:
        values = dict(zip(self._names, row, strict=True))
        for name, members in self._enums:
            if (stored := values[name]) is not None:
                values[name] = members[stored]
        return values


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
