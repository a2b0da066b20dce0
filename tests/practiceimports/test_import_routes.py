"""Practices brought in from spreadsheets and Word documents, whatever the file holds."""

import io
import zipfile

import docx
import httpx
import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.practices.models import Practice
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def book(*rows: list[object]) -> bytes:
    """A workbook of ``rows``."""
    made, out = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


async def bring(
    client: httpx.AsyncClient, world: World, content: bytes, *, who: str = "ken", query: str = "?dry_run=true"
) -> httpx.Response:
    return await client.post(
        f"/practice-imports{query}", files={"file": ("practices", content)}, headers=world.headers(who)
    )


async def kept(session: AsyncSession) -> int:
    return (await session.exec(select(func.count(col(Practice.id))))).one()


async def test_a_dry_run_tells_and_then_drafts_are_added(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    there = await make_practice(session, world.champions["KEN"], title="Night line")
    content = book(
        ["Title *", "Résumé", "Primary", "Countries where it takes place", "Language"],
        ["One window", "All in one place.", "lost", "Kenya; Côte d’Ivoire", "French"],
        ["Night line", "", "", "", ""],
    )

    told = (await bring(client, world, content)).json()
    before = await kept(session)
    done = (await bring(client, world, content, query="")).json()

    assert (told["added"], told["there"], told["faulty"], told["unread"]) == (1, 1, 0, ["Primary"])
    assert told["practices"][1]["practice_id"] == str(there.id)
    assert "key_lessons" in told["practices"][0]["missing"]
    assert before == 1
    draft = await session.get_one(Practice, done["practices"][0]["practice_id"])
    assert (draft.title, draft.countries, draft.language, draft.status) == ("One window", ["KEN", "CIV"], "fr", "draft")


async def test_the_word_template_comes_back_as_a_practice(client: httpx.AsyncClient, world: World) -> None:
    template = await client.get(
        "/practice-imports/template", headers=world.headers("ken") | {"Accept": DOCX, "Accept-Language": "fr"}
    )
    word, out = docx.Document(io.BytesIO(template.content)), io.BytesIO()
    for row in word.tables[0].rows:
        if row.cells[0].text == "Titre *":
            row.cells[1].text = "Guichet unique"
        if row.cells[0].text.startswith("Objectifs servis"):
            row.cells[1].text = "3, 6"
    word.save(out)

    told = (await bring(client, world, out.getvalue())).json()

    assert template.headers["content-language"] == "fr"
    assert [(one["title"], one["outcome"], one["errors"]) for one in told["practices"]] == [
        ("Guichet unique", "add", [])
    ]
    assert "objectives_primary" not in told["practices"][0]["missing"]


async def test_the_workbook_template_names_every_field(client: httpx.AsyncClient, world: World) -> None:
    template = await client.get("/practice-imports/template", headers=world.headers("ken"))

    heading = [cell.value for cell in load_workbook(io.BytesIO(template.content)).active[1]]
    answer = await bring(client, world, book(heading, ["One window"]))

    assert (answer.json()["added"], answer.json()["unread"]) == (1, [])


async def test_one_faulty_practice_keeps_all_out_and_says_where(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    content = book(["Title", "First day", "Last day"], ["A", "soon", None], ["B", "2024-02-01", "2024-01-01"], ["C"])

    told = (await bring(client, world, content)).json()
    refused = await bring(client, world, content, query="")

    assert [(one["outcome"], [fault["field"] for fault in one["errors"]]) for one in told["practices"]] == [
        ("error", ["starts_on"]),
        ("error", ["ends_on"]),
        ("add", []),
    ]
    assert refused.status_code == 422
    assert await kept(session) == 0


async def test_the_secretariat_says_whose_they_are(client: httpx.AsyncClient, world: World) -> None:
    content = book(["Title", "Champion"], ["One window", "Portugal"], ["Night line", None])

    unsaid = await bring(client, world, content, who="secretariat")
    said = await bring(client, world, content, who="secretariat", query="?champion=KEN")

    assert unsaid.status_code == 422
    assert said.json()["added"] == 2


def packed(name: str, part: bytes) -> bytes:
    """An office document that holds ``part`` and nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, part)
    return out.getvalue()


LAUGHS = b"<!DOCTYPE a [<!ENTITY b 'ha'>%s]><a>&k;</a>" % b"".join(
    b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("c"), ord("l"))
)
"""A thousand million times "ha", in half a kilobyte."""
BOMBS = [
    packed(name, part)
    for name in ("word/document.xml", "xl/worksheets/sheet1.xml")
    for part in (b"<a/>" + b" " * 60_000_000, LAUGHS)
]


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"PK\x03\x04", b"Name\nOne window\n", b"Title\n", *BOMBS, book(["Title"])]
)
async def test_what_holds_no_practice_is_refused_beside_the_file(
    client: httpx.AsyncClient, world: World, content: bytes
) -> None:
    answer = await bring(client, world, content)

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == "/file"
