"""Writes of a pledge's file: the public form takes at most one, of at most 25 MB, of the kinds that it lists."""

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform import clock
from api.platform.problems import NotFound
from api.platform.storage import Storage
from api.pledges import queries, service
from api.pledges.models import Pledge, PledgeFile
from api.pledges.schemas import PledgeBody, PledgeFileForm
from api.uploads import intake
from api.uploads import kinds as files

MOST_BYTES = 25 * 2**20
KINDS = (
    files.TEXT, files.RTF, files.PDF, files.DOC, files.DOCX, files.ODT, files.PPT, files.PPTX, files.ODP, files.XLS,
    files.XLSX, files.ODS,
)  # fmt: skip


async def put(
    session: AsyncSession, storage: Storage, caller: Caller, pledge: Pledge, form: PledgeFileForm
) -> PledgeBody:
    """Give the pledge its file, in place of the one before; a sweep clears that one from the storage."""
    service.require(caller, pledge, "change", "Take it up again first, with the reason.")
    taken = await intake.take(session, storage, caller, form, max_bytes=MOST_BYTES, kinds=KINDS)
    before = await session.get(PledgeFile, pledge.id)
    name_before = before.file_name if before else None
    await session.merge(
        PledgeFile(
            pledge_id=pledge.id,
            person_name=caller.name,
            uploaded_at=clock.now(),
            **taken.fields,
        )
    )
    flag_modified(pledge, "updated_at")
    await service.record(session, caller, "file_added", pledge, related={"file": (name_before, taken.file_name)})
    return await queries.get_pledge(session, caller, pledge.id)


async def remove(session: AsyncSession, caller: Caller, pledge: Pledge) -> PledgeBody:
    """Take the pledge's file away."""
    service.require(caller, pledge, "change", "Take it up again first, with the reason.")
    file = await session.get(PledgeFile, pledge.id)
    if file is None:
        raise NotFound("This pledge has no file.")
    await session.delete(file)
    flag_modified(pledge, "updated_at")
    await service.record(session, caller, "file_removed", pledge, related={"file": (file.file_name, None)})
    return await queries.get_pledge(session, caller, pledge.id)
