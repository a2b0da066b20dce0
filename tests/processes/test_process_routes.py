"""Processes over HTTP: the calendar of what happens outside the Initiative."""

from datetime import date

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import Activity, ActivityProcess
from api.platform.records import Visibility
from api.processes.models import ProcessKind
from api.vocabularies.models import ActivityKind, Commission
from tests.factories.processes import make_process
from tests.factories.world import World

pytestmark = pytest.mark.anyio

FORUM = {"kind": "imrf", "title": "Third International Migration Review Forum", "starts_on": "2030-05-07"}


@pytest.fixture
async def calendar(session: AsyncSession) -> None:
    await make_process(
        session, "HLPF-2026", kind=ProcessKind.HLPF, starts_on=date(2026, 7, 6), ends_on=date(2026, 7, 15)
    )
    await make_process(
        session,
        "RR-ECE-2028",
        kind=ProcessKind.REGIONAL_REVIEW,
        commission=Commission.ECE,
        place="Geneva",
        starts_on=date(2028, 3, 1),
        ends_on=date(2028, 3, 2),
    )
    await make_process(
        session, "GFMD-2026", kind=ProcessKind.GFMD, starts_on=date(2026, 11, 24), ends_on=date(2026, 11, 26)
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["HLPF-2026", "GFMD-2026", "RR-ECE-2028"]),
        ({"sort": "-starts_on"}, ["RR-ECE-2028", "GFMD-2026", "HLPF-2026"]),
        ({"kind": ["hlpf", "gfmd"]}, ["HLPF-2026", "GFMD-2026"]),
        ({"commission": "ECE"}, ["RR-ECE-2028"]),
        ({"from": "2026-07-15"}, ["HLPF-2026", "GFMD-2026", "RR-ECE-2028"]),
        ({"from": "2026-07-16", "until": "2026-11-24"}, ["GFMD-2026"]),
        ({"q": "genev"}, ["RR-ECE-2028"]),
        ({"q": "100%"}, []),
    ],
)
async def test_anybody_reads_the_calendar(
    client: httpx.AsyncClient, world: World, calendar: None, filters: dict[str, str], expected: list[str]
) -> None:
    answer = await client.get("/processes", params=filters)

    assert [process["key"] for process in answer.json()["items"]] == expected


async def test_the_whole_calendar_is_one_statement(
    client: httpx.AsyncClient, calendar: None, statements: list[str]
) -> None:
    statements.clear()
    await client.get("/processes")

    assert len(statements) == 1


async def test_a_process_says_where_it_stands_today(client: httpx.AsyncClient, calendar: None) -> None:
    answer = await client.get("/processes")

    assert [process["phase"] for process in answer.json()["items"]] == ["over", "under_way", "ahead"]


async def test_a_co_chair_adds_a_process_with_kind_title_and_day(client: httpx.AsyncClient, world: World) -> None:
    first = await client.post("/processes", json=FORUM, headers=world.headers("mar"))
    second = await client.post("/processes", json=FORUM, headers=world.headers("secretariat"))

    assert first.status_code == 201, first.text
    assert (first.json()["key"], first.json()["ends_on"]) == ("IMRF-2030", "2030-05-07")
    assert second.json()["key"] == "IMRF-2030-2"
    assert first.json()["actions"] == ["change", "delete"]


async def test_others_do_not(client: httpx.AsyncClient, world: World) -> None:
    answers = {
        who: (await client.post("/processes", json=FORUM, headers=world.headers(who))).status_code
        for who in ("nobody", "observer", "ken", "bgd")
    }

    assert answers == {"nobody": 401, "observer": 403, "ken": 403, "bgd": 403}


@pytest.mark.parametrize(
    ("changes", "status", "pointer"),
    [
        ({"ends_on": "2030-05-06"}, 409, "/ends_on"),
        ({"key": "GFMD-2026"}, 409, "/key"),
        ({"key": "lower case"}, 422, "/key"),
        ({"kind": "party"}, 422, "/kind"),
        ({"title": " "}, 422, "/title"),
        ({"link": "javascript:alert(1)"}, 422, "/link"),
        ({"colour": "red"}, 422, "/colour"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient, world: World, calendar: None, changes: dict[str, str], status: int, pointer: str
) -> None:
    answer = await client.post("/processes", json=FORUM | changes, headers=world.headers("secretariat"))

    assert answer.status_code == status, answer.text
    assert answer.json()["errors"][0]["pointer"].startswith(pointer)


async def test_a_process_is_changed_by_who_has_read_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    process = await make_process(session, "P-1")
    path, headers = f"/processes/{process.id}", world.headers("slv")

    without = await client.patch(path, json={"place": "Rabat"}, headers=headers)
    changed = await client.patch(path, json={"place": "Rabat", "link": ""}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"place": "Oslo"}, headers=headers | {"If-Match": '"1"'})
    read = await client.get(path)

    assert (without.status_code, changed.status_code, stale.status_code) == (428, 200, 412)
    assert read.json()["place"] == "Rabat"


async def test_a_process_that_work_is_linked_to_stays(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    free, linked = await make_process(session, "P-1"), await make_process(session, "P-2")
    activity = Activity(kind=ActivityKind.PEER_LEARNING, title="Seminar", visibility=Visibility.MEMBERS)
    session.add(activity)
    await session.flush()
    session.add(ActivityProcess(activity_id=activity.id, process_id=linked.id))
    await session.commit()

    headers = world.headers("secretariat") | {"If-Match": '"1"'}
    counts = {
        who: (await client.get(f"/processes/{linked.id}", headers=world.headers(who))).json()["contributions"][1][
            "count"
        ]
        for who in ("nobody", "ken")
    }
    deleted = await client.delete(f"/processes/{free.id}", headers=headers)
    refused = await client.delete(f"/processes/{linked.id}", headers=headers)
    unknown = await client.get(f"/processes/{free.id}")

    assert counts == {"nobody": 0, "ken": 1}
    assert deleted.status_code == 204, deleted.text
    assert refused.status_code == 409
    assert "activity processes (1)" in refused.json()["detail"]
    assert unknown.status_code == 404
