"""Reviews: rounds and what each changed, those who advise and follow, those who write together, and how long it takes."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications.models import Mail
from api.platform import clock
from api.practices.models import Practice, PracticeStatus
from api.practices.review_sweeps import tell_new_comments
from tests.factories.practices import make_comment, make_practice, make_reviewer
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ASK = {"reason": "See beside the fields."}


@pytest.fixture
async def practice(session: AsyncSession, world: World) -> Practice:
    return await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)


async def told(session: AsyncSession, kind: str) -> list[str]:
    """Who was written to, by address."""
    addresses = await session.exec(select(Mail.address).where(col(Mail.kind) == kind))
    return sorted(address.partition("@")[0] for address in addresses.all())


async def test_each_round_keeps_what_was_submitted_and_shows_what_it_changed(
    client: httpx.AsyncClient, world: World, practice: Practice
) -> None:
    path, ken = f"/practices/{practice.id}", world.headers("ken")

    await client.post(f"{path}/request-changes", json=ASK, headers=world.headers("secretariat"))
    mended = {"summary": practice.summary + " Complaints fell by a third.", "sdgs": [8]}
    await client.patch(path, json=mended, headers=ken | {"If-Match": "*"})
    await client.post(f"{path}/submit", headers=ken)
    review = (await client.get(f"{path}/review", headers=ken)).json()
    first = (await client.get(f"{path}/rounds/1", headers=ken)).json()
    second = (await client.get(f"{path}/rounds/2", headers=ken)).json()
    third = await client.get(f"{path}/rounds/3", headers=ken)

    assert [(each["number"], each["outcome"]) for each in review["rounds"]] == [(2, None), (1, "changes_requested")]
    assert first["content"]["summary"] == practice.summary
    assert (first["before"], first["changes"]) == (None, [])
    assert [change["field"] for change in second["changes"]] == ["summary", "sdgs"]
    assert [piece["kind"] for piece in second["changes"][0]["paragraphs"][0]] == ["same", "added"]
    assert second["before"]["sdgs"] == []
    assert third.status_code == 404


async def test_the_review_of_a_revision_goes_on_in_the_practice_that_it_revises(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    officer, ken = world.headers("secretariat"), world.headers("ken")
    path = f"/practices/{practice.id}"
    await client.post(f"{path}/publish", json=ASK, headers=officer)

    revision = (await client.post(f"{path}/revise", headers=ken)).json()["id"]
    await client.post(f"/practices/{revision}/submit", headers=ken)
    await make_reviewer(session, await session.get_one(Practice, revision), world.people["observer"])
    await client.post(f"/practices/{revision}/comments", json={"text": "Good."}, headers=officer)
    await client.post(f"/practices/{revision}/publish", json=ASK, headers=officer)
    review = (await client.get(f"{path}/review", headers=ken)).json()
    (comment,) = (await client.get(f"{path}/comments", headers=ken)).json()["items"]

    assert [(each["number"], each["outcome"]) for each in review["rounds"]] == [(2, "published"), (1, "published")]
    assert all(each["closed_at"] for each in review["rounds"])
    assert (comment["round"], comment["actions"]) == (2, [])
    assert [reviewer["name"] for reviewer in review["reviewers"]] == ["Observer"]


async def test_the_secretariat_asks_people_to_advise(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    path, officer = f"/practices/{practice.id}/reviewers", world.headers("secretariat")

    asked = await client.post(path, json={"person_id": str(world.person_id("prt"))}, headers=officer)
    again = await client.post(path, json={"person_id": str(world.person_id("prt"))}, headers=officer)
    own = await client.post(path, json={"person_id": str(world.person_id("ken"))}, headers=officer)
    unknown = await client.post(path, json={"person_id": str(practice.id)}, headers=officer)
    seen = await client.get(f"/practices/{practice.id}", headers=world.headers("prt"))
    waiting = (await client.get("/practice-reviews", headers=world.headers("prt"))).json()["items"]
    due = (await client.get("/me/due", headers=world.headers("prt"))).json()["items"]
    removed = await client.delete(f"{path}/{world.person_id('prt')}", headers=officer)
    gone = await client.get(f"/practices/{practice.id}", headers=world.headers("prt"))

    assert [reviewer["champion"]["iso3"] for reviewer in asked.json()["reviewers"]] == ["PRT"]
    assert again.json() == asked.json()
    assert [answer.json()["errors"][0]["code"] for answer in (own, unknown)] == ["own_champion", "unknown_person"]
    assert (seen.status_code, removed.status_code, gone.status_code) == (200, 204, 404)
    assert [(item["id"], item["reviewers"]) for item in waiting] == [(str(practice.id), ["Focal point of PRT"])]
    assert "practice_to_advise" in {item["kind"] for item in due}
    assert await told(session, "practice_review_assigned") == ["prt"]


async def test_each_step_is_told_to_those_whom_it_concerns_and_those_who_follow(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["MAR"])
    path, officer, author = f"/practices/{draft.id}", world.headers("secretariat"), world.headers("mar")

    await client.post(f"{path}/submit", headers=author)
    await make_reviewer(session, draft, world.people["observer"])
    followed = await client.post(f"{path}/follow", headers=world.headers("observer"))
    comment = (await client.post(f"{path}/comments", json={"text": "How many?"}, headers=officer)).json()["id"]
    await client.post(f"{path}/request-changes", json=ASK, headers=officer)
    await client.post(f"{path}/comments/{comment}/answers", json={"text": "Nine."}, headers=author)
    await client.post(f"{path}/submit", headers=author)
    await client.post(f"{path}/unfollow", headers=world.headers("observer"))
    for step in ("start-review", "accept", "publish"):
        await client.post(f"{path}/{step}", headers=officer)

    assert followed.json()["is_followed"] is True
    assert await told(session, "practice_submitted") == ["observer", "officer", "officer"]
    assert await told(session, "practice_changes_asked") == ["mar", "mar.colleague", "observer"]
    assert await told(session, "practice_comment_answered") == ["observer", "officer"]
    assert await told(session, "practice_accepted") == ["mar", "mar.colleague"]
    assert await told(session, "practice_published") == ["mar", "mar.colleague"]


async def test_those_who_follow_are_told_of_new_comments_once_an_hour_and_never_of_their_own(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    path, officer, observer = f"/practices/{practice.id}", world.headers("secretariat"), world.headers("observer")
    await make_reviewer(session, practice, world.people["observer"])
    for headers in (officer, observer):
        await client.post(f"{path}/follow", headers=headers)
    for text, headers in (("How many?", officer), ("Since when?", officer), ("By whom?", observer)):
        await client.post(f"{path}/comments", json={"text": text}, headers=headers)

    await tell_new_comments(session)
    early = await told(session, "practice_commented")
    clock.set_to(clock.now() + timedelta(hours=1))
    for _ in range(2):
        await tell_new_comments(session)
    letters = (await session.exec(select(Mail).where(col(Mail.kind) == "practice_commented"))).all()

    assert early == []
    assert sorted(letter.address.partition("@")[0] for letter in letters) == ["observer", "officer"]
    texts = {letter.address.partition("@")[0]: str(letter.model_dump()) for letter in letters}
    assert "How many?" in texts["observer"]
    assert "Since when?" in texts["observer"]
    assert "By whom?" not in texts["observer"]
    assert "By whom?" in texts["officer"]


async def test_an_acronym_that_is_known_is_pointed_at_no_more(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    fields = {"summary": "MIDAS and NADRA share what they know."}
    draft, ken = await make_practice(session, world.champions["KEN"], **fields), world.headers("ken")
    path = f"/practices/{draft.id}"

    before = (await client.get(path, headers=ken)).json()
    answer = await client.patch(path, json={"known_acronyms": ["MIDAS"]}, headers=ken | {"If-Match": "*"})
    await client.post(f"{path}/publish", json={"reason": "Agreed."}, headers=world.headers("secretariat"))
    revision = (await client.post(f"{path}/revise", headers=ken)).json()
    public = (await client.get(path)).json()

    assert [one["acronym"] for one in before["acronyms"]] == ["MIDAS", "NADRA"]
    assert [one["acronym"] for one in answer.json()["acronyms"]] == ["NADRA"]
    assert [one["acronym"] for one in revision["acronyms"]] == ["NADRA"]
    assert public["known_acronyms"] == []


async def test_those_who_write_together_see_who_edited_last(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["MAR"])
    path = f"/practices/{draft.id}"
    colleague = world.headers("mar_colleague")

    await client.patch(path, json={"title": "Ours"}, headers=colleague | {"If-Match": "*"})
    authors = (await client.get(f"{path}/authors", headers=world.headers("mar"))).json()["items"]
    others = await client.get(f"{path}/authors", headers=world.headers("ken"))

    assert [(author["name"], author["is_me"], bool(author["last_edited_at"])) for author in authors] == [
        ("Colleague of MAR", False, True),
        ("Focal point of MAR", True, False),
    ]
    assert others.status_code == 404


async def test_the_times_of_reviews_are_medians(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    officer, start = world.headers("secretariat"), datetime(2026, 11, 1, 9, tzinfo=UTC)
    for days_to_answer, days_to_decision in ((1, 3), (2, 10), (6, None)):
        clock.set_to(start)
        submitted = await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)
        clock.set_to(start + timedelta(days=days_to_answer))
        await client.post(f"/practices/{submitted.id}/comments", json={"text": "Well."}, headers=officer)
        if days_to_decision:
            clock.set_to(start + timedelta(days=days_to_decision))
            await client.post(f"/practices/{submitted.id}/request-changes", json=ASK, headers=officer)
    clock.set_to(start - timedelta(days=400))
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)
    clock.set_to(start + timedelta(days=20))

    times = (await client.get("/practice-reviews/times", headers=officer)).json()

    assert (times["rounds"], times["days_to_first_answer"], times["days_to_decision"]) == (3, 2.0, 6.5)


async def test_the_queue_says_where_each_review_stands_in_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    costs = []
    for _ in range(2):
        for answered in (True, False):
            waiting = await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)
            await make_comment(session, waiting, world.people["secretariat"], answered=answered)
        statements.clear()
        queue = (await client.get("/practice-reviews", headers=world.headers("secretariat"))).json()["items"]
        costs.append(len(statements))

    assert costs == [2, 2]
    assert [(each["open_requests"], each["answered_requests"], each["round"]) for each in queue] == [
        (1, 1, 1),
        (1, 0, 1),
    ] * 2


async def test_an_acronym_that_is_not_spelled_out_is_pointed_at_and_blocks_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"], key_lessons="The IOM helped.")
    path, ken = f"/practices/{draft.id}", world.headers("ken")

    seen = (await client.get(path, headers=ken)).json()
    submitted = await client.post(f"{path}/submit", headers=ken)
    await client.post(f"{path}/publish", json=ASK, headers=world.headers("secretariat"))
    public = (await client.get(path)).json()

    assert seen["acronyms"] == [{"field": "key_lessons", "acronym": "IOM"}]
    assert submitted.status_code == 200
    assert (public["acronyms"], public["voice"]) == ([], None)
