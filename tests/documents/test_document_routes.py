"""Documents over HTTP: who adds, who reads, versions, and files that are not what they say."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents.models import DocumentStatus, DocumentVisibility
from api.meetings.models import Meeting, MeetingStatus
from tests.factories import documents as made
from tests.factories.documents import make_document, make_file
from tests.factories.meetings import make_item, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def add(
    client: httpx.AsyncClient,
    world: World,
    meeting: Meeting,
    who: str,
    file: tuple[str, bytes] = ("Note.txt", b"Three points."),
    **fields: str,
) -> httpx.Response:
    path = f"/meetings/{meeting.id}/documents"
    return await client.post(path, files={"file": file}, data=fields, headers=world.headers(who))


async def titles(client: httpx.AsyncClient, world: World, meeting: Meeting, who: str) -> list[str]:
    listed = await client.get(f"/meetings/{meeting.id}/documents", headers=world.headers(who))
    return [document["title"] for document in listed.json()["items"]]


async def test_a_champion_adds_a_document(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    item = await make_item(session, meeting, world.champions["KEN"])

    answer = await add(
        client, world, meeting, "ken", ("Draft_agenda.pdf", made.pdf()), language="fr", agenda_item_id=str(item.id)
    )

    assert answer.status_code == 201, answer.text
    document = answer.json()
    assert (document["title"], document["visibility"], document["champion"]["iso3"]) == (
        "Draft agenda",
        "members",
        "KEN",
    )
    assert document["agenda_item"] == {"id": str(item.id), "title": item.title}
    (file,) = document["files"]
    assert (file["kind"], file["language"], file["number"], file["is_current"]) == ("PDF", "fr", 1, True)
    assert file["person_name"] == "Focal point of KEN"
    assert answer.headers["etag"] == '"1"'


async def test_a_file_is_downloaded_as_an_attachment_that_nobody_mistakes(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    content = made.pdf(3)
    added = (await add(client, world, meeting, "ken", ("Ordre du jour été.pdf", content))).json()
    path = f"/meetings/{meeting.id}/documents/{added['id']}/files/{added['files'][0]['id']}"
    headers = world.headers("prt")

    whole = await client.get(path, headers=headers)
    part = await client.get(path, headers=headers | {"Range": "bytes=5-9"})
    beyond = await client.get(path, headers=headers | {"Range": f"bytes={len(content)}-"})
    again = await client.get(path, headers=headers | {"If-None-Match": whole.headers["etag"]})

    assert (whole.status_code, whole.content) == (200, content)
    assert whole.headers["content-type"] == "application/pdf"
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert whole.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert whole.headers["content-disposition"] == (
        "attachment; filename=\"Ordre du jour ete.pdf\"; filename*=UTF-8''Ordre%20du%20jour%20%C3%A9t%C3%A9.pdf"
    )
    assert (part.status_code, part.content) == (206, content[5:10])
    assert part.headers["content-range"] == f"bytes 5-9/{len(content)}"
    assert (beyond.status_code, again.status_code) == (416, 304)


async def test_a_new_version_keeps_the_old_one(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    document = (await add(client, world, meeting, "mar", ("Agenda.pdf", made.pdf()))).json()
    path, headers = f"/meetings/{meeting.id}/documents/{document['id']}", world.headers("mar")

    await client.post(f"{path}/files", files={"file": ("Agenda 2.docx", made.word())}, headers=headers)
    french = {"language": "fr", "note": "Traduction"}
    await client.post(f"{path}/files", files={"file": ("Ordre.pdf", made.pdf())}, data=french, headers=headers)

    files = (await client.get(path, headers=headers)).json()["files"]
    told = [(file["language"], file["number"], file["kind"], file["is_current"]) for file in files]
    assert told == [("en", 2, "DOCX", True), ("en", 1, "PDF", False), ("fr", 1, "PDF", True)]
    answers = [await client.get(f"{path}/files/{file['id']}", headers=headers) for file in files]
    assert [answer.status_code for answer in answers] == [200] * 3


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "empty_file"),
        ("agenda.pdf", made.PNG, "wrong_extension"),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_kind"),
        ("page.html", b"<html><script>alert(1)</script>", "unknown_kind"),
        ("page.txt", b"<html><script>alert(1)</script>", "unknown_kind"),
        ("run.exe", b"MZ\x90\x00", "unknown_kind"),
    ],
)
async def test_a_file_that_is_not_taken_leaves_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession, name: str, content: bytes, code: str
) -> None:
    meeting = await make_meeting(session)

    answer = await add(client, world, meeting, "ken", (name, content))

    assert answer.status_code == 422
    assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == ("/file", code)
    assert await titles(client, world, meeting, "mar") == []


async def test_a_file_that_is_too_large_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    meeting = await make_meeting(session)
    app.state.settings = app.state.settings.model_copy(update={"max_upload_bytes": 1000})

    answer = await add(client, world, meeting, "ken", ("note.txt", b"x" * 1001))

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"language": "de"}, "/language"),
        ({"visibility": "everyone"}, "/visibility"),
        ({"visibility": "public"}, "/visibility"),
        ({"agenda_item_id": str(uuid4())}, "/agenda_item_id"),
        ({"title": "x" * 201}, "/title"),
        ({"upload_id": str(uuid4())}, ""),
        ({"slot": "1"}, "/slot"),
    ],
)
async def test_what_is_wrong_is_named(
    client: httpx.AsyncClient, world: World, session: AsyncSession, fields: dict[str, str], pointer: str
) -> None:
    meeting = await make_meeting(session)

    answer = await add(client, world, meeting, "ken", **fields)

    assert answer.status_code == 422
    assert answer.json()["errors"][0].get("pointer", "") == pointer


async def test_a_form_without_a_file_says_so(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    path, headers = f"/meetings/{meeting.id}/documents", world.headers("ken")

    answers = [
        await client.post(path, headers=headers),
        await client.post(path, data={"title": "A"}, headers=headers),
        await client.post(path, json={"title": "A"}, headers=headers),
        await client.post(path, data={"file": "text"}, headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [422] * 4


async def test_a_retry_with_the_same_key_happens_once(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session)
    path = f"/meetings/{meeting.id}/documents"
    headers = world.headers("ken") | {"Idempotency-Key": "k1"}

    first = await client.post(path, files={"file": ("Note.txt", b"Three points.")}, headers=headers)
    second = await client.post(path, files={"file": ("Note.txt", b"Three points.")}, headers=headers)
    other = await client.post(path, files={"file": ("Note.txt", b"Four points.")}, headers=headers)

    assert (first.status_code, second.status_code, other.status_code) == (201, 201, 409)
    assert first.json() == second.json()
    assert await titles(client, world, meeting, "ken") == ["Note"]


async def test_each_sees_what_is_shared_with_them(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    public = {"is_summary_public": True, "summary": "It went well.", "is_shared_with_observers": True}
    meeting = await make_meeting(session, status=MeetingStatus.HELD, **public)
    for place, visibility in enumerate(DocumentVisibility, start=1):
        await make_document(
            session, app.state.storage, meeting.id, title=visibility.value, position=place, visibility=visibility
        )
    hidden, file = await make_document(
        session,
        app.state.storage,
        meeting.id,
        world.champions["KEN"],
        title="withdrawn",
        position=4,
        status=DocumentStatus.WITHDRAWN,
        visibility=DocumentVisibility.PUBLIC,
    )

    seen = {who: await titles(client, world, meeting, who) for who in ("nobody", "observer", "prt", "ken", "mar")}
    path = f"/meetings/{meeting.id}/documents/{hidden.id}/files/{file.id}"
    answers = [
        await client.get(path, headers=world.headers(who)) for who in ("nobody", "observer", "prt", "ken", "mar")
    ]

    assert seen == {
        "nobody": ["public"],
        "observer": ["observers", "public"],
        "prt": ["members", "observers", "public"],
        "ken": ["members", "observers", "public", "withdrawn"],
        "mar": ["members", "observers", "public", "withdrawn"],
    }
    assert [answer.status_code for answer in answers] == [404, 404, 404, 200, 200]


async def test_a_document_of_another_meeting_is_not_found(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    meeting, other = await make_meeting(session), await make_meeting(session)
    document, file = await make_document(session, app.state.storage, other.id)
    path, headers = f"/meetings/{meeting.id}/documents/{document.id}", world.headers("mar")

    answers = [await client.get(path, headers=headers), await client.get(f"{path}/files/{file.id}", headers=headers)]

    assert [answer.status_code for answer in answers] == [404, 404]


async def test_the_list_is_two_statements_whatever_its_size(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI, statements: list[str]
) -> None:
    meeting = await make_meeting(session)
    for place in range(1, 13):
        document, _ = await make_document(session, app.state.storage, meeting.id, position=place)
        await make_file(session, app.state.storage, document, number=2)
    statements.clear()

    listed = await client.get(f"/meetings/{meeting.id}/documents", headers=world.headers("ken"))

    assert [len(document["files"]) for document in listed.json()["items"]] == [2] * 12
    assert len(statements) == 3  # the caller, the meeting, the documents


async def test_the_documents_are_put_in_order(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    added: list[Any] = [(await add(client, world, meeting, "mar", title=title)).json() for title in "ABC"]
    path, headers = f"/meetings/{meeting.id}/documents/{added[2]['id']}", world.headers("mar") | {"If-Match": '"1"'}

    moved = await client.patch(path, json={"position": 1}, headers=headers)
    stale = await client.patch(path, json={"position": 2}, headers=headers)

    assert (moved.json()["position"], stale.status_code) == (1, 412)
    assert await titles(client, world, meeting, "ken") == ["C", "A", "B"]


async def test_what_was_circulated_is_withdrawn_with_a_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.AGENDA_CIRCULATED)
    document, _ = await make_document(session, app.state.storage, meeting.id, world.champions["KEN"])
    path, headers = f"/meetings/{meeting.id}/documents/{document.id}", world.headers("ken")

    deleted = await client.delete(path, headers=headers | {"If-Match": "*"})
    without = await client.post(f"{path}/withdraw", headers=headers)
    withdrawn = await client.post(f"{path}/withdraw", json={"reason": "Old figures."}, headers=headers)
    others = await client.post(f"{path}/restore", headers=world.headers("prt"))
    restored = await client.post(f"{path}/restore", headers=world.headers("mar"))

    assert (deleted.status_code, without.json()["errors"][0]["pointer"]) == (409, "/reason")
    assert (withdrawn.json()["status"], withdrawn.json()["status_reason"]) == ("withdrawn", "Old figures.")
    assert (others.status_code, restored.json()["status"]) == (404, "shared")
