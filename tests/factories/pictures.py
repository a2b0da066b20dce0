"""Pictures, and files that claim to be some."""

import io
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

from PIL import Image
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity
from api.pictures.encoding import encode
from api.pictures.models import Picture
from api.platform.storage import Storage
from api.practices.models import Practice


def photograph(width: int = 40, height: int = 30, kind: str = "JPEG", **saved: Any) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#33691e").save(out, kind, **saved)
    return out.getvalue()


async def make_picture(session: AsyncSession, storage: Storage, subject: Activity | Practice, **fields: Any) -> Picture:
    """A picture of ``subject``."""
    key = f"pictures/{uuid4()}"
    for size, content in encode(photograph()).content.items():

        async def chunks(part: bytes = content) -> AsyncIterator[bytes]:
            yield part

        await storage.put(f"{key}/{size}", chunks())
    values = {"alt": "Delegates around a table.", "position": 1, "width": 40, "height": 30} | fields
    column = "activity_id" if isinstance(subject, Activity) else "practice_id"
    picture = Picture(storage_key=key, **values | {column: subject.id})
    session.add(picture)
    await session.commit()
    return picture
