"""Files beside practices: written with the draft, kept with the version that was published with them."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import Practice, PracticeStatus
from tests.factories.documents import PNG, pdf
from tests.factories.practices import make_practice, make_practice_file
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def add(client: httpx.AsyncClient, headers: dict[str, str], practice: Any, **given: Any) -> httpx.Response:
    sent = {"content": pdf(), "name": "Manual.pdf", "title": ""} | given
    return await client.post(
        f"/practices/{practice}/files",
        files={"file": (sent["name"], sent["content"])},
        data={"title": sent["title"]},
        headers=headers,
    )


async def titles(client: httpx.AsyncClient, practice: Any, headers: dict[str, str]) -> list[str]:
    return [
        file["title"] for file in (await client.get(f"/practices/{practice}/files", headers=headers)).json()["items"]
    ]


async def publish(client: httpx.AsyncClient, world: World, practice: Any) -> dict[str, Any]:
    answer = await client.post(
        f"/practices/{practice}/publish", json={"reason": "Agreed."}, headers=world.headers("secretariat")
    )
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_a_draft_gets_files_that_are_named_ordered_and_taken_away(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft, ken = await make_practice(session, world.champions["KEN"]), world.headers("ken")
    first = (await add(client, ken, draft.id, name="Training_manual.pdf")).json()
    await add(client, ken, draft.id, content=b"a,b\n1,2\n", name="../Figures.csv", title="Complaints by district")
    third = (await add(client, ken, draft.id, content=b"Three points.", name="Note.txt")).json()
    path = f"/practices/{draft.id}/files"

    moved = await client.patch(
        f"{path}/{third['id']}", json={"position": 1, "title": "In short"}, headers=ken | {"If-Match": '"1"'}
    )
    stale = await client.patch(f"{path}/{third['id']}", json={"position": 2}, headers=ken | {"If-Match": '"1"'})
    in_order = await titles(client, draft.id, ken)
    gone = await client.delete(f"{path}/{first['id']}", headers=ken | {"If-Match": "*"})

    assert (first["file_name"], first["media_type"]) == ("Training_manual.pdf", "application/pdf")
    assert (moved.json()["position"], stale.status_code, gone.status_code) == (1, 412, 204)
    assert in_order == ["In short", "Training manual", "Complaints by district"]
    assert await titles(client, draft.id, ken) == ["In short", "Complaints by district"]


async def test_a_file_is_an_attachment_in_a_sandbox_and_known_by_its_content(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft, ken = await make_practice(session, world.champions["KEN"]), world.headers("ken")

    page = await add(client, ken, draft.id, content=b"<html><script>alert(1)</script>", name="Manual.pdf")
    picture = await add(client, ken, draft.id, content=PNG, name="Manual.png")
    disguised = await add(client, ken, draft.id, name="Manual.docx")
    taken = (await add(client, ken, draft.id, name='"><script>.pdf')).json()
    download = await client.get(f"/practices/{draft.id}/files/{taken['id']}", headers=ken)

    assert [answer.status_code for answer in (page, picture, disguised)] == [422, 422, 422]
    assert {answer.json()["errors"][0]["pointer"] for answer in (page, picture, disguised)} == {"/file"}
    assert download.content == pdf()
    assert download.headers["content-disposition"].startswith("attachment;")
    assert download.headers["content-security-policy"].startswith("sandbox")
    assert download.headers["x-content-type-options"] == "nosniff"


async def test_no_file_is_larger_and_no_practice_has_more_than_is_said(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    draft, ken = await make_practice(session, world.champions["KEN"]), world.headers("ken")
    for place in range(20):
        await make_practice_file(session, app.state.storage, draft, position=place + 1)

    large = await add(client, ken, draft.id, content=b"x" * (25 * 2**20 + 1), name="Note.txt")
    one_more = await add(client, ken, draft.id)

    assert (large.status_code, one_more.status_code) == (409, 409), large.text
    for file in (await client.get(f"/practices/{draft.id}/files", headers=ken)).json()["items"][:1]:
        await client.delete(f"/practices/{draft.id}/files/{file['id']}", headers=ken | {"If-Match": "*"})
    assert (await add(client, ken, draft.id, content=b"x" * (25 * 2**20 + 1), name="Note.txt")).status_code == 413


async def test_the_files_of_a_draft_are_its_parties_alone(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    file = await make_practice_file(session, app.state.storage, draft)

    async def statuses(path: str) -> list[int]:
        people = ("nobody", "observer", "mar", "ken", "secretariat")
        return [(await client.get(path, headers=world.headers(who))).status_code for who in people]

    assert await statuses(f"/practices/{draft.id}/files") == [404, 404, 404, 200, 200]
    assert await statuses(f"/practices/{draft.id}/files/{file.id}") == [404, 404, 404, 200, 200]
    assert (await add(client, world.headers("mar"), draft.id)).status_code == 404


async def test_a_version_keeps_the_files_it_was_published_with(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken, draft = world.headers("ken"), await make_practice(session, world.champions["KEN"])
    first = (await add(client, ken, draft.id, title="Manual")).json()
    await publish(client, world, draft.id)

    refused = await add(client, ken, draft.id)
    revision = (await client.post(f"/practices/{draft.id}/revise", headers=ken)).json()["id"]
    carried = (await client.get(f"/practices/{revision}/files", headers=ken)).json()["items"]
    await client.delete(f"/practices/{revision}/files/{first['id']}", headers=ken | {"If-Match": "*"})
    await add(client, ken, revision, content=b"Three points.", name="Note.txt", title="Note")
    await publish(client, world, revision)

    now = (await client.get(f"/practices/{draft.id}/files")).json()
    versions = [(await client.get(f"/practices/{draft.id}/versions/{n}")).json()["content"]["files"] for n in (1, 2)]
    old = await client.get(f"/practices/{draft.id}/files/{first['id']}")
    assert refused.status_code == 409
    assert [file["id"] for file in carried] == [first["id"]]
    assert ([file["title"] for file in now["items"]], now["actions"]) == (["Note"], [])
    assert [[file["title"] for file in files] for files in versions] == [["Manual"], ["Note"]]
    assert (old.status_code, old.content) == (200, pdf())


async def test_what_is_published_again_after_its_withdrawal_has_its_files_still(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.WITHDRAWN)
    file = await make_practice_file(session, app.state.storage, practice)

    hidden = await client.get(f"/practices/{practice.id}/files/{file.id}")
    again = await publish(client, world, practice.id)

    assert hidden.status_code == 404
    assert again["version"] == 2
    assert await titles(client, practice.id, {}) == ["Training manual"]
    assert (await client.get(f"/practices/{practice.id}/files/{file.id}")).status_code == 200


async def test_an_older_versions_file_is_for_those_for_whom_it_was_published(
    client: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    before = await make_practice_file(session, app.state.storage, practice)
    hers: Practice = practice
    await client.post(f"/practices/{hers.id}/revise", headers=world.headers("ken"))
    revision = (await client.get(f"/practices/{hers.id}", headers=world.headers("ken"))).json()["open_revision_id"]
    await client.delete(f"/practices/{revision}/files/{before.id}", headers=world.headers("ken") | {"If-Match": "*"})
    await client.patch(
        f"/practices/{revision}",
        json={"visibility": "members"},
        headers=world.headers("ken") | {"If-Match": "*"},
    )
    await publish(client, world, revision)

    path = f"/practices/{hers.id}/files/{before.id}"
    assert (await client.get(path)).status_code == 404
    assert (await client.get(path, headers=world.headers("mar"))).status_code == 200


async def test_what_was_submitted_names_its_files_and_says_that_they_changed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken, draft = world.headers("ken"), await make_practice(session, world.champions["KEN"])
    path = f"/practices/{draft.id}"
    await client.post(f"{path}/submit", headers=ken)
    await client.post(f"{path}/request-changes", json={"reason": "Add it."}, headers=world.headers("secretariat"))
    await add(client, ken, draft.id, title="Manual")
    await client.post(f"{path}/submit", headers=ken)

    submitted = (await client.get(f"{path}/rounds/2", headers=world.headers("secretariat"))).json()

    assert [file["title"] for file in submitted["content"]["files"]] == ["Manual"]
    assert [change["field"] for change in submitted["changes"]] == ["files"]
