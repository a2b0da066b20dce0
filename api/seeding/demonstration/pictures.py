"""Pictures of some of the demonstration's activities and practices: drawn here, and told as what they are."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.pictures.encoding import Encoded, encode
from api.pictures.models import Picture
from api.pictures.service import PREFIX
from api.platform.storage import Storage
from api.practices.models import Practice
from api.seeding.demonstration.landscapes import LIGHTS, draw
from api.seeding.files import read

_CREDIT = "Drawn for the demonstration"
_TABLES: dict[str, Any] = {"activity": Activity, "practice": Practice}


async def add(session: AsyncSession, storage: Storage) -> None:
    """Add a picture to each record that the file names by its title."""
    entries = read("demonstration", "pictures")["pictures"]
    for number, entry in enumerate(entries, start=1):
        encoded = await asyncio.to_thread(_drawn, entry["light"], number)
        key = f"{PREFIX}/{uuid4()}"
        for size, content in encoded.content.items():
            await storage.put(f"{key}/{size}", _once(content))
        picture = Picture(
            alt=entry["alt"],
            credit=_CREDIT,
            position=1,
            width=encoded.width,
            height=encoded.height,
            storage_key=key,
        )
        setattr(picture, f"{entry['of']}_id", await _titled(session, _TABLES[entry["of"]], entry["title"]))
        session.add(picture)
    await session.flush()


def _drawn(light: str, number: int) -> Encoded:
    return encode(draw(LIGHTS[light], number))


async def _titled(session: AsyncSession, table: Any, title: str) -> UUID:
    found = select(table.id).where(col(table.title) == title).order_by(col(table.id)).limit(1)
    key: UUID = (await session.exec(found)).one()
    return key


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
