"""What is frozen of a practice, with its files: what was published keeps the files that it was published with."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import insert, literal, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.database import columns
from api.practices.models import Practice, PracticeFile
from api.practices.schemas import FileOfVersion, PracticeContent

Version = tuple[UUID, int]
"""A practice and the number of its version; 0: what is still being written."""

Content = TypeVar("Content", bound=PracticeContent)

_KEPT = tuple(name for name in PracticeFile.model_fields if name not in {"practice_id", "version"})


def frozen(body: type[Content], practice: Practice, files: Sequence[FileOfVersion]) -> Content:
    """What ``body`` says of ``practice`` as it stands, with ``files`` beside it."""
    written = {name: getattr(practice, name) for name in body.model_fields if name != "files"}
    return body.model_validate(written | {"files": [*files]})


async def files_of(session: AsyncSession, version: Version) -> list[FileOfVersion]:
    """The files beside ``version`` in their order."""
    practice_id, number = version
    rows = await session.exec(
        columns(*(getattr(PracticeFile, name) for name in FileOfVersion.model_fields))
        .where(col(PracticeFile.practice_id) == practice_id, col(PracticeFile.version) == number)
        .order_by(col(PracticeFile.position), col(PracticeFile.id))
    )
    return [FileOfVersion.model_construct(**row._mapping) for row in rows]


async def carry_over(session: AsyncSession, source: Version, target: Version) -> list[FileOfVersion]:
    """Let ``target`` have the files of ``source``: what was being written moves, what was published stays and is copied."""
    await session.flush()
    (source_id, source_number), (target_id, target_number) = source, target
    theirs = (col(PracticeFile.practice_id) == source_id, col(PracticeFile.version) == source_number)
    if source_number == 0:
        await session.exec(
            update(PracticeFile).where(*theirs).values(practice_id=target_id, version=target_number),
            execution_options={"synchronize_session": False},
        )
    else:
        kept = [getattr(PracticeFile, name) for name in _KEPT]
        copied = columns(literal(target_id), literal(target_number), *kept).where(*theirs)
        await session.exec(insert(PracticeFile).from_select(["practice_id", "version", *_KEPT], copied))
    return await files_of(session, target)
