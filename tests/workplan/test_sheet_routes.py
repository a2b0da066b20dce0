"""Workplans out to spreadsheets and in from them, whatever the file holds."""

import io
import zipfile
from datetime import date
from uuid import uuid4

import httpx
import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel.ext.asyncio.session import AsyncSession

from api.workplan.models import Workplan, WorkplanStatus
from tests.factories.workplan import make_forum, make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def sent(
    client: httpx.AsyncClient, world: World, plan: Workplan, content: bytes, *, dry_run: bool = True
) -> httpx.Response:
    """The answer to an import of ``content`` by a co-chair, sent as a browser does."""
    return await client.post(
        f"/workplans/{plan.id}/import?dry_run={str(dry_run).lower()}",
        files={"file": ("plan", content)},
        headers=world.headers("mar") | {"Idempotency-Key": str(uuid4())},
    )


def book(*rows: list[object]) -> bytes:
    """A workbook of ``rows``."""
    made, out = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("media_type", [XLSX, "text/csv"])
async def test_an_export_brought_in_changes_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession, media_type: str
) -> None:
    plan, forum = await make_workplan(session), await make_forum(session)
    await make_item(
        session, plan, title='=HYPERLINK("https://evil.example")', description="- one\n- two, “three”",
        lead=world.champions["KEN"], supporting=[world.champions["PRT"]], processes=[forum], objectives=[3, 23],
        starts_on=date(2026, 1, 2), due_on=date(2026, 9, 30), percentage=40, expected_result="@home; 'quoted'",
    )  # fmt: skip
    await make_item(session, plan, title="+1")

    exported = await client.get(
        f"/workplans/{plan.id}/export", headers=world.headers("lux") | {"Accept": media_type, "Accept-Language": "fr"}
    )
    told = (await sent(client, world, plan, exported.content)).json()

    assert exported.headers["content-type"].startswith(media_type)
    assert (told["unchanged"], told["added"], told["changed"], told["faulty"]) == (2, 0, 0, 0), told
    if media_type == XLSX:
        sheet = load_workbook(io.BytesIO(exported.content)).active
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n", "d"}


async def test_a_dry_run_tells_row_by_row_and_then_all_is_done_at_once(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    item = await make_item(session, plan, title="Calls", due_on=date(2026, 9, 30))
    content = book(
        ["Key", "Titre", "Area", "الموعد", "Status"],
        [str(item.id), "Calls", "dialogue", date(2026, 11, 30), "On track"],
        [None, "Side event", "Leveraging processes", None, None],
    )

    dry = (await sent(client, world, plan, content)).json()
    untouched = (await client.get(f"/workplan-items/{item.id}", headers=world.headers("mar"))).json()
    done = (await sent(client, world, plan, content, dry_run=False)).json()
    after = (await client.get(f"/workplan-items?workplan_id={plan.id}", headers=world.headers("mar"))).json()["items"]

    assert [(row["row"], row["change"]) for row in dry["rows"]] == [(2, "change"), (3, "add")]
    assert {one["field"]: (one["before"], one["after"]) for one in dry["rows"][0]["differences"]} == {
        "due_on": ("2026-09-30", "2026-11-30"), "status": ("not_started", "on_track"),
    }  # fmt: skip
    assert (untouched["due_on"], dry["is_applied"]) == ("2026-09-30", False)
    assert (done["is_applied"], done["added"], done["changed"]) == (True, 1, 1)
    assert [(one["title"], one["status"], one["due_on"]) for one in after] == [
        ("Calls", "on_track", "2026-11-30"), ("Side event", "not_started", None),
    ]  # fmt: skip


async def test_errors_are_told_by_cell_and_nothing_is_changed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    item = await make_item(session, plan, title="Calls", starts_on=date(2026, 6, 1))
    key = str(item.id)
    content = book(
        ["Key", "Title", "Area", "Lead", "Due on", "Status", "Supporting", "Processes", "Per cent done"],
        [key, "Other", "dialogue", "KEN", date(2026, 9, 30), "on_track", None, None, None],
        [key, "Twice", "dialogue", None, "soon", "done", None, None, None],
        ["no-key", "A", "everything", "FRA", None, "dropped", "KEN, XXX", "no-such", 101],
        [None, "", "dialogue", "KEN", None, None, "KEN", None, None],
    )

    dry = (await sent(client, world, plan, content)).json()
    applied = await sent(client, world, plan, content, dry_run=False)
    read = (await client.get(f"/workplan-items/{key}", headers=world.headers("mar"))).json()

    cells = [[fault["cell"] for fault in row["errors"]] for row in dry["rows"]]
    assert cells[0] == []
    assert cells[1] == ["E3", "A3"]
    assert {"A4", "C4", "D4", "G4", "H4", "I4"} <= set(cells[2])
    assert {"G5", "B5"} <= set(cells[3])
    assert dry["rows"][1]["errors"][0]["detail"].startswith("E3: “soon” is not a date")
    assert dry["faulty"] == 3
    assert applied.status_code == 422
    assert applied.json()["errors"][0]["detail"].startswith("E3:")
    assert read["title"] == "Calls"


def bomb() -> bytes:
    """A workbook whose sheet unpacks to 200 MB of nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(200):
                sheet.write(b" " * 1_048_576)
    return out.getvalue()


def with_entities() -> bytes:
    """A workbook that asks the reader to unfold a billion laughs."""
    out = io.BytesIO()
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", laughs)
    return out.getvalue()


def merged() -> bytes:
    """A workbook with two cells made one."""
    made, out = Workbook(), io.BytesIO()
    made.active.append(["Title", "Area"])
    made.active.merge_cells("A2:A3")
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb(), "larger than any that is taken"),
        (with_entities(), "XML that is not taken"),
        (merged(), "A2:A3: these cells are merged"),
        (book(["Title", "Area"], ["=1+1", "dialogue"]), "A2: this formula has no value"),
        (book(["Title"], *[[f"Item {number}"] for number in range(1100)]), "more than 1,000 rows"),
        (b"Title\n" + b"Item\n" * 50_000, "more than 1,000 rows"),
        (b"Title," + b"," * 60 + b"\n", "more than 40 columns"),
        (b"PK\x03\x04 no archive", "no workbook that can be read"),
        (b"\xd0\xcf\x11\xe0 an old one", "old or a protected workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "no spreadsheet"),
        (b'Title\n"' + b"x" * 200_000, "no table that can be read"),
        (b"Title,Colour\nA,red\n", "no column is called “Colour”"),
        (b"Title,Title\nA,B\n", "there twice"),
        (b"Lead\nKEN\n", "neither Key nor Title"),
        (b"Title\n", "no row below the header"),
        (b"\n", "neither Key nor Title"),
    ],
)  # fmt: skip
async def test_what_is_no_workplan_is_refused_with_words_that_help(
    client: httpx.AsyncClient, world: World, session: AsyncSession, content: bytes, said: str
) -> None:
    answer = await sent(client, world, await make_workplan(session), content)

    assert answer.status_code == 422, answer.text
    [error] = answer.json()["errors"]
    assert error["pointer"] == "/file"
    assert said in error["detail"]


async def test_a_file_is_asked_for_of_a_size_that_a_workplan_has(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan, closed = await make_workplan(session), await make_workplan(session, status=WorkplanStatus.CLOSED)
    headers = world.headers("mar")

    without = await client.post(f"/workplans/{plan.id}/import", headers=headers)
    too_large = await sent(client, world, plan, b" " * 6_000_000)
    of_closed = await sent(client, world, closed, b"Title,Area\nCalls,dialogue\n")
    neither = await client.get(f"/workplans/{plan.id}/export", headers=headers | {"Accept": "image/png"})

    assert (without.status_code, too_large.status_code, of_closed.status_code) == (422, 413, 409)
    assert neither.status_code == 406
