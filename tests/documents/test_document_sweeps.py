"""What no record names leaves the storage; what one does stays."""

from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents import sweeps
from api.platform import clock
from api.platform.storage import Storage
from api.uploads.models import Upload
from tests.factories.documents import make_document
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

LATER = datetime.now(UTC) + timedelta(hours=1)


async def written(storage: Storage, key: str) -> None:
    async def content():  # type: ignore[no-untyped-def]
        yield b"Three points."

    await storage.put(key, content())


async def test_files_that_nothing_names_are_deleted(session: AsyncSession, world: World) -> None:
    storage = Storage("memory:///")
    meeting = await make_meeting(session)
    _, file = await make_document(session, storage, meeting.id)
    session.add(Upload(person_id=world.person_id("ken"), file_name="a", length=9, parts=["uploads/1/kept"]))
    await session.commit()
    for key in ("uploads/1/kept", "uploads/2/left", "documents/left"):
        await written(storage, key)

    young = await sweeps.delete_unused(session, storage, before=LATER - timedelta(days=1))
    old = await sweeps.delete_unused(session, storage, before=LATER)

    assert (young, old) == (0, 2)
    left = [key for prefix in ("documents", "uploads") for key in await storage.keys_before(LATER, prefix)]
    assert left == [file.storage_key, "uploads/1/kept"]


async def test_an_upload_that_grows_no_more_is_given_up(session: AsyncSession, world: World, app: FastAPI) -> None:
    session.add(Upload(person_id=world.person_id("ken"), file_name="old", length=9))
    await session.commit()
    clock.set_to(clock.now() + sweeps.ABANDONED_AFTER + timedelta(minutes=1))
    session.add(Upload(person_id=world.person_id("ken"), file_name="new", length=9))
    await session.commit()

    await sweeps.clear(session)

    assert (await session.exec(select(Upload.file_name))).all() == ["new"]
