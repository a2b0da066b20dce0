"""Clears the storage of what no record names: files of writes that were rolled back, of deleted documents and pictures, of uploads given up."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents.models import DocumentFile
from api.pictures.models import Picture
from api.pictures.rules import Size
from api.pictures.service import PREFIX as PICTURES
from api.platform import clock
from api.platform.storage import Storage
from api.platform.sweeps import every
from api.pledges.models import PledgeFile
from api.practices.models import PracticeFile
from api.settings import get_settings
from api.uploads.intake import PREFIX as FILES
from api.uploads.models import Upload
from api.uploads.service import PREFIX as UPLOADS

ABANDONED_AFTER = timedelta(days=3)
"""An upload that has grown no further for so long is given up."""
YOUNG = timedelta(days=1)
"""A file younger than this may belong to a write that is still under way."""
_AT_NIGHT = 3
"""The hour (UTC) in which the storage is looked through: a bucket is slow to list."""


@every("documents.unused-files")
async def clear(session: AsyncSession) -> None:
    """Give up uploads that nobody goes on with; in one minute of the night, delete the files that nothing names."""
    long_ago = clock.now() - ABANDONED_AFTER
    await session.exec(delete(Upload).where(col(Upload.updated_at) < long_ago))
    if (clock.now().hour, clock.now().minute) == (_AT_NIGHT, 0):
        await delete_unused(session, Storage(get_settings().storage_address), before=clock.now() - YOUNG)


async def delete_unused(session: AsyncSession, storage: Storage, *, before: datetime) -> int:
    """Delete what was written ``before`` and is named by no record and no upload; how many files that were."""
    kept = set((await session.exec(select(DocumentFile.storage_key))).all())
    kept |= set((await session.exec(select(PledgeFile.storage_key))).all())
    kept |= set((await session.exec(select(PracticeFile.storage_key))).all())
    kept |= set((await session.exec(select(func.unnest(Upload.parts)))).all())
    kept |= {f"{key}/{size}" for key in await session.exec(select(Picture.storage_key)) for size in Size}
    found = [key for prefix in (FILES, PICTURES, UPLOADS) for key in await storage.keys_before(before, prefix)]
    unused = [key for key in found if key not in kept]
    await storage.delete(*unused)
    return len(unused)
