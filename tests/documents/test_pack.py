"""The meeting pack: what one may see, in order, whatever the files are like."""

import io
import struct
import zipfile

import httpx
import pytest
from fastapi import FastAPI
from pypdf import PdfReader
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents.models import DocumentStatus, DocumentVisibility
from api.meetings.models import Meeting
from tests.factories import documents as made
from tests.factories.documents import make_document, make_file
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def meeting(session: AsyncSession, world: World, app: FastAPI) -> Meeting:
    """With a sound PDF, a damaged one, a locked one, a text, and one that was withdrawn."""
    meeting = await make_meeting(session, is_shared_with_observers=True)
    await make_agenda(session, meeting, "Opening", "Review of the workplan")
    storage = app.state.storage
    pdf = {"media_type": "application/pdf", "file_name": "a.pdf", "number": 2}
    for place, (title, content) in enumerate(
        [("Sound", made.pdf(3)), ("Damaged", made.pdf()[:200]), ("Locked", made.pdf(password="x"))], start=1
    ):
        document, _ = await make_document(session, storage, meeting.id, title=title, position=place)
        await make_file(session, storage, document, content, **pdf)
    await make_document(session, storage, meeting.id, title="Text", position=4, visibility=DocumentVisibility.OBSERVERS)
    await make_document(session, storage, meeting.id, title="Gone", position=5, status=DocumentStatus.WITHDRAWN)
    return meeting


async def test_the_pack_is_one_pdf_with_contents_and_bookmarks(
    client: httpx.AsyncClient, world: World, meeting: Meeting
) -> None:
    answer = await client.get(f"/meetings/{meeting.id}/pack", headers=world.headers("ken"))

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    bound = PdfReader(io.BytesIO(answer.content))
    assert len(bound.pages) == 1 + 1 + 3
    assert [entry.title for entry in bound.outline] == ["Sound"]  # type: ignore[union-attr]
    contents = bound.pages[0].extract_text()
    for line in ("Review of the workplan", "page 2", "Damaged", "Locked", "Text", "attached separately"):
        assert line in contents
    assert "Gone" not in contents


async def test_the_pack_is_a_zip_of_what_one_may_see(client: httpx.AsyncClient, world: World, meeting: Meeting) -> None:
    path, zipped = f"/meetings/{meeting.id}/pack", {"Accept": "application/zip"}

    members = await client.get(path, headers=world.headers("ken") | zipped)
    observers = await client.get(f"{path}?format=zip", headers=world.headers("observer"))
    neither = await client.get(path, headers=world.headers("ken") | {"Accept": "text/html"})

    assert zipfile.ZipFile(io.BytesIO(members.content)).namelist() == [
        "00 Agenda.pdf", "01 Sound.pdf", "02 Damaged.pdf", "03 Locked.pdf", "04 Text.txt",
    ]  # fmt: skip
    packed = zipfile.ZipFile(io.BytesIO(observers.content))
    assert packed.namelist() == ["00 Agenda.pdf", "01 Text.txt"]
    assert packed.read("01 Text.txt") == b"Three points."
    assert neither.status_code == 406


async def test_the_pack_speaks_the_readers_language(client: httpx.AsyncClient, world: World, meeting: Meeting) -> None:
    headers = world.headers("ken") | {"Accept-Language": "fr"}

    answer = await client.get(f"/meetings/{meeting.id}/pack", headers=headers)

    assert "Ordre du jour" in PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()


async def test_pictures_are_bound_and_what_only_seems_one_is_named(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    meeting = await make_meeting(session)
    bomb = made.png()[:16] + struct.pack(">II", 60_000, 60_000) + made.png()[24:]
    for place, (title, content, kind) in enumerate(
        [
            ("Map", made.png(1200, 400), "png"),
            ("Photograph", made.jpeg(), "jpeg"),
            ("Bomb", bomb, "png"),
            ("Broken", made.jpeg()[:60], "jpeg"),
        ],
        start=1,
    ):
        document, _ = await make_document(session, app.state.storage, meeting.id, title=title, position=place)
        fields = {"media_type": f"image/{kind}", "file_name": f"a.{kind}", "number": 2}
        await make_file(session, app.state.storage, document, content, **fields)

    answer = await client.get(f"/meetings/{meeting.id}/pack", headers=world.headers("ken"))

    assert answer.status_code == 200, answer.text
    bound = PdfReader(io.BytesIO(answer.content))
    assert [entry.title for entry in bound.outline] == ["Map", "Photograph"]  # type: ignore[union-attr]
    assert [len(page.images) for page in bound.pages] == [0, 0, 1, 0, 1]
    assert bound.pages[0].extract_text().count("attached separately") == 2
