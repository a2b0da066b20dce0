"""Takes files in parts, so that a broken line costs the part that was under way and no more."""

from collections.abc import AsyncIterable, AsyncIterator
from uuid import UUID, uuid4

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import ClientDisconnect

from api.access.caller import Caller
from api.platform import forms
from api.platform.problems import Conflict, InvalidInput, NotFound, PayloadTooLarge
from api.platform.storage import Storage, StoredFile
from api.uploads import rules
from api.uploads.models import Upload
from api.uploads.schemas import GivenFile

PREFIX = "uploads"
"""Where parts are kept until the file is whole."""


async def create(session: AsyncSession, caller: Caller, *, file_name: str, length: int) -> Upload:
    """Announce a file of ``length`` bytes."""
    assert caller.person_id is not None
    mine = select(func.count()).select_from(Upload).where(col(Upload.person_id) == caller.person_id)
    if (await session.exec(mine)).one() >= rules.MOST_OPEN:
        raise Conflict(f"You have {rules.MOST_OPEN} unfinished uploads. Finish or delete some of them first.")
    upload = Upload(person_id=caller.person_id, file_name=file_name, length=length)
    session.add(upload)
    await session.flush()
    return upload


async def get(session: AsyncSession, caller: Caller, upload_id: UUID) -> Upload:
    """The caller's own upload; ``NotFound`` where it is another's, was taken or has expired."""
    return await _own(session, caller, upload_id, is_locked=False)


async def append(
    session: AsyncSession,
    storage: Storage,
    caller: Caller,
    upload_id: UUID,
    *,
    offset: int,
    body: AsyncIterator[bytes],
) -> Upload:
    """Add what ``body`` brings at ``offset``; where the line breaks, what has arrived until then.

    No connection to the database waits while the body arrives. Of two that write at the same offset, one wins.
    """
    upload = await get(session, caller, upload_id)
    _check_offset(upload, offset)
    left = upload.length - upload.received
    await session.rollback()
    key = f"{PREFIX}/{upload_id}/{uuid4()}"
    part = await storage.put(key, _at_most(body, left))
    upload = await _own(session, caller, upload_id, is_locked=True)
    _check_offset(upload, offset)
    if part.size:
        upload.received += part.size
        upload.parts = [*upload.parts, key]
        session.add(upload)
        await session.flush()
    return upload


async def delete(session: AsyncSession, caller: Caller, upload_id: UUID) -> None:
    """Give an upload up."""
    await session.delete(await _own(session, caller, upload_id, is_locked=True))
    await session.flush()


async def take(
    session: AsyncSession, storage: Storage, caller: Caller, upload_id: UUID, key: str, *, max_bytes: int
) -> tuple[str, StoredFile]:
    """Put the whole file under ``key`` and forget the upload; its name, size and digest. ``PayloadTooLarge`` beyond ``max_bytes``.

    The parts stay until the transaction is surely committed: a sweep deletes what no upload names.
    """
    try:
        upload = await _own(session, caller, upload_id, is_locked=True)
    except NotFound as error:
        raise InvalidInput.at("/upload_id", error.detail, code="unknown") from error
    if upload.received != upload.length:
        raise InvalidInput.at(
            "/upload_id",
            f"Of this upload {upload.received:,} of {upload.length:,} bytes have arrived.",
            code="incomplete",
        )
    check_size(upload.length, max_bytes)
    stored = await storage.put(key, _joined(storage, upload.parts))
    await session.delete(upload)
    await session.flush()
    return upload.file_name, stored


def check_size(size: int, max_bytes: int) -> None:
    """``PayloadTooLarge`` where a file is larger than is taken for what it is for."""
    if size > max_bytes:
        raise PayloadTooLarge(f"A file may have at most {max_bytes // 2**20} MB here.")


async def take_sent(
    session: AsyncSession, storage: Storage, caller: Caller, form: GivenFile, key: str, *, max_bytes: int
) -> tuple[str, StoredFile]:
    """Put the form's file under ``key``, whichever way it came; its name, size and digest."""
    if form.upload_id is not None:
        return await take(session, storage, caller, form.upload_id, key, max_bytes=max_bytes)
    assert form.file is not None
    check_size(form.file.size or 0, max_bytes)
    return form.file.filename or "", await storage.put(key, forms.pieces(form.file))


async def _own(session: AsyncSession, caller: Caller, upload_id: UUID, *, is_locked: bool) -> Upload:
    statement = select(Upload).where(col(Upload.id) == upload_id, col(Upload.person_id) == caller.person_id)
    statement = statement.execution_options(populate_existing=True)
    upload = (await session.exec(statement.with_for_update() if is_locked else statement)).first()
    if upload is None:
        raise NotFound("There is no such upload of yours. It may have been finished already; begin again if not.")
    return upload


def _check_offset(upload: Upload, offset: int) -> None:
    if offset != upload.received:
        raise Conflict(f"{upload.received} bytes have arrived, so the next part begins there, not at {offset}.")


async def _at_most(body: AsyncIterator[bytes], most: int) -> AsyncIterator[bytes]:
    received = 0
    try:
        async for chunk in body:
            received += len(chunk)
            if received > most:
                raise PayloadTooLarge("This part goes beyond the length that was announced for the file.")
            yield chunk
    except ClientDisconnect:
        return


async def _joined(storage: Storage, keys: list[str]) -> AsyncIterable[bytes]:
    for key in keys:
        async for chunk in storage.read(key):
            yield chunk
