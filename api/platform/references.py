"""Who refers to a record: asked before it is deleted, so that the refusal can say what stands against it."""

from typing import Any

from sqlalchemy import Table, func, inspect, literal, or_, select, union_all
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.problems import Conflict
from api.platform.records import Record


async def check_unreferenced(session: AsyncSession, record: Record, way_out: str) -> None:
    """Raise a ``Conflict`` that counts what refers to ``record`` and ends with ``way_out``; asks in one statement.

    What is deleted together with ``record`` is a part of it, and does not stand against it.
    """
    table = inspect(type(record)).local_table
    counts = [_count(referring, table, record) for referring in SQLModel.metadata.sorted_tables]
    asked = [count for count in counts if count is not None]
    found = (await session.connection()).execute(union_all(*asked).order_by("name"))
    told = [f"{name.replace('_', ' ')} ({count})" for name, count in (await found).all() if count]
    if told:
        raise Conflict(f"Other records refer to this one: {', '.join(told)}. {way_out}")


def _count(referring: Table, table: Any, record: Record) -> Any:
    keys = [key for key in referring.foreign_keys if key.column.table is table and key.ondelete != "CASCADE"]
    if not keys:
        return None
    name = literal(referring.name).label("name")
    refers = or_(*(key.parent == getattr(record, key.column.name) for key in keys))
    return select(name, func.count().label("count")).select_from(referring).where(refers)
