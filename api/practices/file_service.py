"""Writes of the files beside a practice, while it is written: what was published has its files for good."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform.etags import check_revision
from api.platform.problems import Conflict
from api.platform.schemas import trusted
from api.platform.storage import Storage
from api.practices import file_queries, service
from api.practices.file_schemas import PracticeFileBody, PracticeFileChange, PracticeFileForm
from api.practices.models import Practice, PracticeFile
from api.uploads import intake, kinds

MOST = 20
"""Files beside one practice: what helps to replicate it, not an archive."""
MOST_BYTES = 25 * 2**20
KINDS = tuple(kind for kind in kinds.KINDS if kind not in {kinds.PNG, kinds.JPEG})
"""Pictures are sent as pictures, with words for those who cannot see them."""

_WAY_OUT = "Its files are changed as its text is: through a revision of what was published."


async def add(
    session: AsyncSession, storage: Storage, caller: Caller, practice: Practice, form: PracticeFileForm
) -> PracticeFileBody:
    """Add a file behind the others."""
    service.require(caller, practice, "change", _WAY_OUT)
    there = await _files(session, practice)
    if len(there) >= MOST:
        raise Conflict(f"There are {MOST} files already. Delete one of them first.")
    taken = await intake.take(session, storage, caller, form, max_bytes=MOST_BYTES, kinds=KINDS)
    file = PracticeFile(
        practice_id=practice.id,
        version=practice.version,
        title=form.title or kinds.title_from(taken.file_name),
        position=len(there) + 1,
        **taken.fields,
    )
    session.add(file)
    await _record(session, caller, "added", practice, None, file.title)
    return _body(file)


async def change(
    session: AsyncSession,
    caller: Caller,
    practice: Practice,
    file_id: UUID,
    body: PracticeFileChange,
    *,
    expected_revision: int,
) -> PracticeFileBody:
    """Change a file's title or place; what the body leaves out stays."""
    files, file = await _file(session, caller, practice, file_id, expected_revision)
    before = file.title
    file.sqlmodel_update(body.model_dump(exclude_unset=True, exclude={"position"}))
    if "position" in body.model_fields_set:
        files.remove(file)
        files.insert(body.position - 1, file)
        _number(files)
    await _record(session, caller, "changed", practice, before, file.title)
    return _body(file)


async def delete(
    session: AsyncSession, caller: Caller, practice: Practice, file_id: UUID, *, expected_revision: int
) -> None:
    """Take a file away; the others move up, and versions that were published with it keep it."""
    files, file = await _file(session, caller, practice, file_id, expected_revision)
    files.remove(file)
    await session.delete(file)
    _number(files)
    await _record(session, caller, "deleted", practice, file.title, None)


async def _files(session: AsyncSession, practice: Practice) -> list[PracticeFile]:
    found = await session.exec(
        select(PracticeFile)
        .where(col(PracticeFile.practice_id) == practice.id, col(PracticeFile.version) == practice.version)
        .order_by(col(PracticeFile.position), col(PracticeFile.id))
    )
    return list(found)


async def _file(
    session: AsyncSession, caller: Caller, practice: Practice, file_id: UUID, expected_revision: int
) -> tuple[list[PracticeFile], PracticeFile]:
    """All files, and the one that is meant. The practice's lock guards them."""
    service.require(caller, practice, "change", _WAY_OUT)
    files = await _files(session, practice)
    file = next((file for file in files if file.id == file_id), None)
    if file is None:
        raise file_queries.not_found()
    check_revision(file, expected_revision)
    return files, file


def _number(files: list[PracticeFile]) -> None:
    for place, file in enumerate(files, start=1):
        file.position = place


def _body(file: PracticeFile) -> PracticeFileBody:
    return trusted(PracticeFileBody, file.model_dump())


async def _record(
    session: AsyncSession, caller: Caller, what: str, practice: Practice, before: str | None, after: str | None
) -> None:
    await audit.record(
        session,
        caller,
        f"practice.file_{what}",
        practice,
        title=practice.title,
        on_behalf_of=None if caller.owns(practice.champion_id) else practice.champion_id,
        related={"file": (before, after)},
    )
