"""Reads of the files beside practices."""

from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.database import columns
from api.platform.problems import NotFound
from api.platform.schemas import trusted
from api.platform.storage import KeptFile
from api.practices import queries
from api.practices.file_schemas import PracticeFileBody, PracticeFileList
from api.practices.models import Practice, PracticeFile, PracticeVersion


async def list_files(session: AsyncSession, caller: Caller, practice_id: UUID) -> PracticeFileList:
    """The files of the practice as it stands, in their order."""
    practice = await queries.get_practice(session, caller, practice_id)
    rows = await session.exec(
        columns(*(getattr(PracticeFile, name) for name in PracticeFileBody.model_fields))
        .where(col(PracticeFile.practice_id) == practice_id, col(PracticeFile.version) == practice.version)
        .order_by(col(PracticeFile.position), col(PracticeFile.id))
    )
    return PracticeFileList(
        items=[trusted(PracticeFileBody, row._mapping) for row in rows],
        actions=["add", "change", "delete"] if "change" in practice.actions else [],
    )


async def get_file(session: AsyncSession, caller: Caller, practice_id: UUID, file_id: UUID) -> KeptFile:
    """Where a file is; ``NotFound`` but for those who may read the practice as it stands, or a version with that file."""
    is_as_it_stands = col(PracticeFile.version) == col(Practice.version)
    row = (
        await session.exec(
            columns(*(getattr(PracticeFile, name) for name in KeptFile.__slots__))
            .join(Practice, col(Practice.id) == col(PracticeFile.practice_id))
            .outerjoin(
                PracticeVersion,
                and_(
                    col(PracticeVersion.practice_id) == col(PracticeFile.practice_id),
                    col(PracticeVersion.number) == col(PracticeFile.version),
                ),
            )
            .where(
                col(PracticeFile.practice_id) == practice_id,
                col(PracticeFile.id) == file_id,
                queries.visible_or_reviewed(caller),
                or_(is_as_it_stands, queries.sees_version(caller)),
            )
            .order_by(col(PracticeFile.version).desc())
            .limit(1)
        )
    ).first()
    if row is None:
        raise not_found()
    return KeptFile(*row)


def not_found() -> NotFound:
    """What is told of a file that is not there, or not for the caller."""
    return NotFound("This practice has no such file, or it is not for you to see.")
