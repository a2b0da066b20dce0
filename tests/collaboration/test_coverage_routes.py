"""The coverage matrix over HTTP: counted in one statement, as the caller may see it, and taken out as files."""

from datetime import date
from io import BytesIO
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform.records import Visibility
from api.pledges.models import Pledge, PledgeKind, PledgeStatus
from api.practices.models import PracticeStatus
from tests.factories.activities import make_activity
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
async def work(session: AsyncSession, world: World) -> World:
    """Kenya champions 3, practises 3 and 6 and acts for 1 with Portugal; Bangladesh has a private practice for 3."""
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    kenya.objectives = [3]
    session.add(kenya)
    published = PracticeStatus.PUBLISHED
    await make_practice(session, kenya, status=published)
    await make_practice(session, kenya)
    await make_practice(session, world.champions["BGD"], status=published, visibility=Visibility.PRIVATE)
    await make_activity(session, kenya, participants=(portugal,))
    await make_activity(session, kenya, status=ActivityStatus.CANCELLED)
    await make_activity(session, kenya, status=ActivityStatus.IDEA)
    await make_activity(session, None, participants=(kenya,), objectives=[])
    await make_pledge(session, portugal)
    await make_pledge(session, portugal, status=PledgeStatus.DRAFT)
    return world


async def make_pledge(session: AsyncSession, champion: Any, **fields: Any) -> None:
    values = {"status": PledgeStatus.MADE, "made_on": date(2026, 5, 4), "kind": PledgeKind.FINANCIAL} | fields
    session.add(Pledge(champion_id=champion.id, title="A pledge", description="x" * 300, objectives=[1], **values))
    await session.commit()


def told(answer: httpx.Response, column: str, objective: int) -> list[int]:
    """Champions, practices, activities, pledges and depth of a cell."""
    row = answer.json()["rows"][objective - 1]
    [cell] = [cell for cell in row["cells"] if cell["column"] == column]
    return [cell[name] for name in ("champions", "practices", "activities", "pledges", "depth")]


def counted(totals: dict[str, int]) -> list[int]:
    return [totals[name] for name in ("champions", "practices", "activities", "pledges")]


async def test_each_cell_counts_what_the_public_may_see(client: httpx.AsyncClient, work: World) -> None:
    answer = await client.get("/coverage?by=champion")

    assert answer.status_code == 200, answer.text
    assert [row["objective"] for row in answer.json()["rows"]] == list(range(1, 24))
    assert [column["key"] for column in answer.json()["columns"]] == ["BGD", "SLV", "KEN", "LUX", "MAR", "PRT"]
    assert told(answer, "KEN", 3) == [1, 1, 0, 0, 3]
    assert told(answer, "KEN", 6) == [0, 1, 0, 0, 3]
    assert told(answer, "KEN", 1) == [0, 0, 1, 0, 2]
    assert told(answer, "PRT", 1) == [0, 0, 1, 1, 2]
    assert told(answer, "BGD", 3) == [0, 0, 0, 0, 0]


async def test_totals_count_each_record_once(client: httpx.AsyncClient, work: World) -> None:
    answer = await client.get("/coverage")

    by_key = {column["key"]: counted(column["totals"]) for column in answer.json()["columns"]}
    assert by_key["KEN"] == [1, 1, 2, 0]
    assert by_key["LUX"] == [1, 0, 0, 0]
    assert counted(answer.json()["rows"][0]["totals"]) == [0, 0, 1, 1]
    assert counted(answer.json()["totals"]) == [6, 1, 2, 1]
    assert [row["standing"] for row in answer.json()["rows"][:3]] == ["worked_on", "nobody", "worked_on"]


async def test_members_and_the_owner_see_more_and_it_counts(client: httpx.AsyncClient, work: World) -> None:
    member = await client.get("/coverage", headers=work.headers("ken"))
    owner = await client.get("/coverage", headers=work.headers("bgd"))

    assert told(member, "KEN", 1) == [0, 0, 2, 0, 2]
    assert told(member, "BGD", 3) == [0, 0, 0, 0, 0]
    assert told(owner, "BGD", 3) == [0, 1, 0, 0, 3]


async def test_regions_are_the_five_of_the_vocabulary_and_count_a_shared_activity_once(
    client: httpx.AsyncClient, work: World, session: AsyncSession
) -> None:
    await make_activity(session, work.champions["KEN"], participants=(work.champions["MAR"],), objectives=[8])

    answer = await client.get("/coverage?by=region", headers={"Accept-Language": "fr"})

    assert [column["name"] for column in answer.json()["columns"]] == [
        "Afrique", "Amériques", "Asie", "Europe", "Océanie",
    ]  # fmt: skip
    assert told(answer, "002", 8) == [0, 0, 1, 0, 2]
    assert told(answer, "150", 1) == [0, 0, 1, 1, 2]
    assert counted(answer.json()["columns"][4]["totals"]) == [0, 0, 0, 0]


@pytest.mark.parametrize("path", ["/coverage", "/coverage?by=region", "/collaboration/over-time"])
async def test_it_takes_one_statement_and_the_world_may_keep_it(
    client: httpx.AsyncClient, work: World, statements: list[str], path: str
) -> None:
    statements.clear()
    answer = await client.get(path)

    assert len(statements) == 1
    assert answer.headers["Cache-Control"].startswith("public")
    again = await client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("spoken", ["ar", "en", "es", "fr", "ru", "zh"])
async def test_it_is_taken_out_in_each_official_language(client: httpx.AsyncClient, work: World, spoken: str) -> None:
    headers = {"Accept-Language": spoken}
    picture = await client.get("/coverage?format=png", headers=headers)
    drawing = await client.get("/coverage?by=region&format=svg", headers=headers)
    workbook = await client.get("/coverage?format=xlsx", headers=headers)

    assert picture.content.startswith(PNG)
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.content.startswith(b"<svg")
    assert drawing.headers["Content-Disposition"].startswith("attachment")
    champions, practices, *_ = load_workbook(BytesIO(workbook.content)).worksheets
    assert bool(champions.sheet_view.rightToLeft) is (spoken == "ar")
    name, *figures, total = [cell.value for cell in practices[4]]
    assert (name[:2], sorted(figures), total) == ("3 ", [0, 0, 0, 0, 0, 1], 1)


async def test_over_time_every_quarter_is_there(client: httpx.AsyncClient, work: World, session: AsyncSession) -> None:
    await make_activity(session, work.champions["KEN"], starts_on=date(2026, 5, 1), objectives=[7])

    quarters = await client.get("/collaboration/over-time?by=quarter")
    years = await client.get("/collaboration/over-time?champion=PRT&objective=1")

    told = [tuple(item.values()) for item in quarters.json()["items"]]
    assert told == [(2026, 2, 0, 1, 1), (2026, 3, 0, 0, 0), (2026, 4, 1, 0, 0)]
    assert [tuple(item.values()) for item in years.json()["items"]] == [(2026, None, 0, 0, 1)]
