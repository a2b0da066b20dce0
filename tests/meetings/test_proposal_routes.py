"""Proposals for an agenda: merged, supported, in several languages, and decided on once."""

import asyncio

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.platform.database import Database
from api.platform.records import Visibility
from tests.factories.meetings import make_item, make_meeting
from tests.factories.processes import make_process
from tests.factories.statements import make_statement
from tests.factories.world import World

pytestmark = pytest.mark.anyio


def path_of(item: AgendaItem, verb: str) -> str:
    return f"/meetings/{item.meeting_id}/agenda-proposals/{item.id}/{verb}"


async def two_proposals(session: AsyncSession, world: World) -> tuple[Meeting, AgendaItem, AgendaItem]:
    """Of Kenya and, linked to a process, of Portugal."""
    meeting = await make_meeting(session)
    forum = await make_process(session, "forum-2027")
    return (
        meeting,
        await make_item(session, meeting, world.champions["KEN"], title="Missing migrants"),
        await make_item(session, meeting, world.champions["PRT"], title="The missing", process_id=forum.id),
    )


async def test_a_merged_proposal_keeps_its_proposer_and_its_link(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, whole, part = await two_proposals(session, world)

    answer = await client.post(path_of(part, "merge"), json={"into": str(whole.id)}, headers=world.headers("mar"))
    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("prt"))).json()

    assert answer.status_code == 200, answer.text
    merged = answer.json()
    assert (merged["id"], merged["proposed_by"]["iso3"]) == (str(whole.id), "KEN")
    assert [champion["iso3"] for champion in merged["co_proposers"]] == ["PRT"]
    assert merged["process"]["id"] == str(part.process_id)
    told = {item["id"]: item for item in read["agenda_items"]}[str(part.id)]
    assert (told["status"], told["merged_into_id"], told["title"]) == ("merged", str(whole.id), "The missing")
    assert read["open_proposals_count"] == 1


async def test_a_merged_proposal_is_taken_out_again(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, whole, part = await two_proposals(session, world)
    await client.post(path_of(part, "merge"), json={"into": str(whole.id)}, headers=world.headers("mar"))

    reopened = await client.post(path_of(part, "reopen"), headers=world.headers("slv"))
    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))).json()

    assert (reopened.json()["status"], reopened.json()["merged_into_id"]) == ("proposed", None)
    assert [item["co_proposers"] for item in read["agenda_items"]] == [[], []]


async def test_who_withdraws_a_proposal_leaves_to_others_what_was_merged_into_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, whole, part = await two_proposals(session, world)
    await client.post(path_of(part, "merge"), json={"into": str(whole.id)}, headers=world.headers("mar"))

    await client.post(path_of(whole, "withdraw"), headers=world.headers("ken"))
    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))).json()

    assert {item["title"]: item["status"] for item in read["agenda_items"]} == {
        "The missing": "proposed",
        "Missing migrants": "withdrawn",
    }


async def test_what_was_merged_follows_when_the_whole_is_merged_in_turn(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, middle, part = await two_proposals(session, world)
    whole = await make_item(session, meeting, world.champions["BGD"])

    for item, into in ((part, middle), (middle, whole)):
        answer = await client.post(path_of(item, "merge"), json={"into": str(into.id)}, headers=world.headers("mar"))

    assert [champion["iso3"] for champion in answer.json()["co_proposers"]] == ["KEN", "PRT"]


async def test_a_proposal_merges_into_another_of_its_meeting_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, proposal, _ = await two_proposals(session, world)
    declined = await make_item(session, meeting, status=AgendaItemStatus.DECLINED)
    elsewhere = await make_item(session, await make_meeting(session))

    answers = [
        await client.post(path_of(proposal, "merge"), json={"into": str(into.id)}, headers=world.headers("mar"))
        for into in (proposal, declined, elsewhere)
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert {answer.json()["errors"][0]["pointer"] for answer in answers} == {"/into"}


async def test_a_champion_says_once_that_a_proposal_matters_to_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    _, proposal, _ = await two_proposals(session, world)

    first = await client.put(path_of(proposal, "support"), headers=world.headers("prt"))
    again = await client.put(path_of(proposal, "support"), headers=world.headers("prt"))
    own = await client.put(path_of(proposal, "support"), headers=world.headers("ken"))
    taken_back = await client.delete(path_of(proposal, "support"), headers=world.headers("prt"))

    supporters = again.json()["supporters"]
    assert [(one["champion"]["iso3"], one["person_name"]) for one in supporters] == [("PRT", world.people["prt"].name)]
    assert ("support" in first.json()["actions"], "withdraw-support" in first.json()["actions"]) == (False, True)
    assert own.status_code == 409
    assert (taken_back.status_code, taken_back.json()["supporters"]) == (200, [])


async def test_the_co_chairs_read_first_what_matters_to_most(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting, kenyan, portuguese = await two_proposals(session, world)
    await client.put(path_of(portuguese, "support"), headers=world.headers("bgd"))
    path = f"/meetings/{meeting.id}/agenda-proposals"

    by_support = await client.get(path, headers=world.headers("mar"))
    first, second = [
        (await client.get(f"{path}?limit=1{more}", headers=world.headers("mar"))).json()
        for more in (
            "",
            f"&cursor={(await client.get(f'{path}?limit=1', headers=world.headers('mar'))).json()['next']}",
        )
    ]
    await client.post(path_of(portuguese, "merge"), json={"into": str(kenyan.id)}, headers=world.headers("mar"))
    merged = await client.get(f"{path}?status=proposed", headers=world.headers("mar"))

    assert [item["title"] for item in by_support.json()["items"]] == ["The missing", "Missing migrants"]
    assert [page["items"][0]["title"] for page in (first, second)] == ["The missing", "Missing migrants"]
    assert [len(item["supporters"]) for item in merged.json()["items"]] == [1]


async def test_proposals_are_listed_in_two_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    meeting, *_ = await two_proposals(session, world)
    await client.get(f"/meetings/{meeting.id}/agenda-proposals", headers=world.headers("ken"))
    statements.clear()
    await client.get(f"/meetings/{meeting.id}/agenda-proposals", headers=world.headers("ken"))
    few = len(statements)
    for number in range(20):
        await make_item(session, meeting, world.champions["KEN"], title=f"Proposal {number}")
    statements.clear()

    answer = await client.get(f"/meetings/{meeting.id}/agenda-proposals?limit=100", headers=world.headers("ken"))

    assert (len(answer.json()["items"]), len(statements)) == (22, few)


async def test_proposals_are_for_members(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session, is_shared_with_observers=True)
    await make_item(session, meeting, world.champions["KEN"])
    await make_item(session, meeting, status=AgendaItemStatus.ACCEPTED, position=1, title="Opening")
    path = f"/meetings/{meeting.id}/agenda-proposals"

    observer = await client.get(path, headers=world.headers("observer"))
    nobody = await client.get(path)

    assert [item["title"] for item in observer.json()["items"]] == ["Opening"]
    assert nobody.status_code == 404


async def test_an_item_speaks_several_languages(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    meeting = await make_meeting(session)
    french = world.headers("ken") | {"Accept-Language": "fr"}
    body = {"title": "Migrants disparus", "translations": {"ar": {"title": "المهاجرون المفقودون"}}}

    made = await client.post(f"/meetings/{meeting.id}/agenda-proposals", json=body, headers=french)
    path = f"/meetings/{meeting.id}/agenda-items/{made.json()['id']}"
    original = await client.patch(
        path, json={"translations": {"fr": {"title": "Autrement"}}}, headers=french | {"If-Match": "*"}
    )
    untitled = await client.patch(
        path, json={"translations": {"ru": {"title": " "}}}, headers=french | {"If-Match": "*"}
    )
    unofficial = await client.patch(
        path, json={"translations": {"pt": {"title": "A"}}}, headers=french | {"If-Match": "*"}
    )

    assert made.status_code == 201, made.text
    assert made.json()["language"] == "fr"
    assert made.json()["translations"] == {"ar": {"title": "المهاجرون المفقودون", "description": ""}}
    assert original.json()["errors"][0]["pointer"] == "/translations/fr"
    assert (untitled.status_code, unofficial.status_code) == (422, 422)


@pytest.mark.xdist_group("commits")
async def test_of_two_co_chairs_who_accept_the_same_proposal_at_once_one_wins_and_the_other_is_told(
    committed_client: httpx.AsyncClient, committed_database: Database, committed_world: World
) -> None:
    async with committed_database.session() as session:
        meeting = await make_meeting(session, status=MeetingStatus.AGENDA_OPEN)
        proposal = await make_item(session, meeting, committed_world.champions["KEN"])

    answers = await asyncio.gather(
        *(
            committed_client.post(path_of(proposal, "accept"), headers=committed_world.headers(who))
            for who in ("mar", "slv")
        )
    )
    read = await committed_client.get(f"/meetings/{meeting.id}", headers=committed_world.headers("ken"))

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    loser = next(answer for answer in answers if answer.status_code == 409)
    assert "accepted already" in loser.json()["detail"]
    assert [item["position"] for item in read.json()["agenda_items"]] == [1]


async def test_an_item_may_be_about_a_joint_statement_that_its_proposer_sees(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.AGENDA_OPEN)
    shared = await make_statement(session, world.champions["PRT"])
    private = await make_statement(session, world.champions["PRT"], visibility=Visibility.PRIVATE)
    path = f"/meetings/{meeting.id}/agenda-proposals"

    made = await client.post(path, json={"title": "A", "statement_id": str(shared.id)}, headers=world.headers("ken"))
    unseen = await client.post(path, json={"title": "B", "statement_id": str(private.id)}, headers=world.headers("ken"))

    assert made.json()["statement"] == {"id": str(shared.id), "title": shared.title}
    assert (unseen.status_code, unseen.json()["errors"][0]["pointer"]) == (422, "/statement_id")
