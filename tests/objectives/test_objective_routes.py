"""Objectives and goals over HTTP: who does what for them, as far as the caller may see it."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from api.vocabularies import catalogue
from tests.factories.activities import make_activity
from tests.factories.practices import make_practice
from tests.factories.statements import make_statement
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def work(session: AsyncSession, world: World) -> None:
    """For objective 8: Kenya champions it, with a practice, two activities, a statement and a workplan item."""
    kenya = world.champions["KEN"]
    kenya.objectives = [8, 14]
    await make_practice(
        session, kenya, status=PracticeStatus.PUBLISHED, objectives_primary=[8], objectives_secondary=[], sdgs=[10]
    )
    await make_practice(session, kenya, objectives_primary=[8])
    await make_activity(
        session, kenya, objectives=[8], starts_on=date(2027, 1, 4), is_open_for_partners=True, title="Dialogue"
    )
    await make_activity(
        session,
        kenya,
        objectives=[8],
        starts_on=date(2026, 1, 5),
        is_open_for_partners=True,
        status=ActivityStatus.HELD,
    )
    await make_activity(session, kenya, objectives=[8], visibility=Visibility.MEMBERS)
    await make_statement(session, kenya, objectives=[8])
    await make_item(session, await make_workplan(session), lead=kenya, objectives=[8])


def _counts(of: dict[str, Any], within: str = "contributions") -> dict[str, int]:
    return {count["kind"]: count["count"] for count in of[within]}


async def test_the_23_are_one_statement_and_count_what_one_may_see(
    client: httpx.AsyncClient, world: World, work: None, statements: list[str]
) -> None:
    statements.clear()
    public = (await client.get("/objectives")).json()["items"]
    asked = len(statements)
    member = (await client.get("/objectives", headers=world.headers("bgd"))).json()["items"]

    assert asked == 1
    assert [objective["number"] for objective in public] == list(range(1, 24))
    assert public[7]["champions_count"] == 1
    assert _counts(public[7]) == {"statement": 0, "activity": 2, "pledge": 0, "practice": 1}
    assert _counts(member[7]) == {"statement": 1, "activity": 3, "pledge": 0, "workplan_item": 1, "practice": 1}
    assert not any(_counts(public[0]).values())


async def test_an_objective_costs_the_same_however_much_there_is(
    client: httpx.AsyncClient, world: World, work: None, statements: list[str]
) -> None:
    statements.clear()
    full = (await client.get("/objectives/8")).json()
    of_much = len(statements)
    statements.clear()
    empty = (await client.get("/objectives/9")).json()

    assert len(statements) == of_much == 3
    assert [champion["iso3"] for champion in full["champions"]] == ["KEN"]
    assert [activity["title"] for activity in full["open_invitations"]] == ["Dialogue"]
    assert _counts(full, "groups")["practice"] == 1
    assert empty["champions"] == []
    assert {target["key"] for target in full["targets"]} == {"10.7", "16.1", "16.3"}


async def test_targets_are_in_the_language_of_the_answer_and_say_that_they_are_editorial(
    client: httpx.AsyncClient,
) -> None:
    targets = (await client.get("/vocabularies/sdg-targets", headers={"Accept-Language": "fr"})).json()["items"]

    [remittances] = [target for target in targets if target["key"] == "10.c"]
    assert (remittances["short"], remittances["objectives"]) == ("Coût des envois de fonds", [20])
    assert {target["confidence"] for target in targets} == {"editorial"}


async def test_the_goals_name_their_targets_and_what_names_them(
    client: httpx.AsyncClient, world: World, work: None, statements: list[str]
) -> None:
    statements.clear()
    goals = (await client.get("/sdgs")).json()["items"]

    assert len(statements) == 1
    assert _counts(goals[9]) == {"activity": 0, "practice": 1}
    assert [target["key"] for target in goals[9]["targets"]] == ["10.2", "10.3", "10.4", "10.7", "10.c"]


async def test_every_objective_stands_beside_a_target_and_every_target_beside_its_goal() -> None:
    targets = catalogue.sdg_targets()

    assert {number for target in targets for number in target["objectives"]} == set(catalogue.OBJECTIVES)
    assert all(target["key"].split(".")[0] == str(target["goal"]) for target in targets)
    assert all(set(target["short"]) == {"en", "fr", "ar"} for target in targets)
