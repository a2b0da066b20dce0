"""Comments: on a field or the whole, in threads, resolved by those who write, kept once their round is over."""

import httpx
import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.practices.models import Practice, PracticeComment, PracticeStatus
from tests.factories.practices import make_comment, make_practice, make_reviewer
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ASKED = {"field": "summary", "kind": "change", "text": "Say by how much."}


@pytest.fixture
async def practice(session: AsyncSession, world: World) -> Practice:
    """Of Kenya, in its first round; the observer advises on it."""
    made = await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)
    await make_reviewer(session, made, world.people["observer"])
    return made


async def test_a_comment_is_answered_in_its_thread_and_resolved(
    client: httpx.AsyncClient, world: World, practice: Practice
) -> None:
    path = f"/practices/{practice.id}/comments"

    made = await client.post(path, json=ASKED, headers=world.headers("secretariat"))
    thread = f"{path}/{made.json()['id']}"
    await client.post(f"{thread}/answers", json={"text": "By a third."}, headers=world.headers("ken"))
    await client.post(f"{thread}/answers", json={"text": "Since when?"}, headers=world.headers("observer"))
    resolved = await client.post(f"{thread}/resolve", headers=world.headers("ken"))
    (seen,) = (await client.get(path, headers=world.headers("observer"))).json()["items"]

    assert made.status_code == 201, made.text
    assert made.json()["actions"] == ["answer", "resolve", "delete"]
    assert [(answer["voice"], answer["text"]) for answer in seen["answers"]] == [
        ("author", "By a third."),
        ("reviewer", "Since when?"),
    ]
    assert resolved.json()["resolved_by"] == "Focal point of KEN"
    assert resolved.json()["actions"] == ["reopen"]
    assert (seen["round"], seen["field"], seen["kind"], seen["actions"]) == (1, "summary", "change", [])


async def test_a_reviewer_comments_and_neither_edits_nor_decides(
    client: httpx.AsyncClient, world: World, practice: Practice
) -> None:
    path, headers = f"/practices/{practice.id}", world.headers("observer")

    read = await client.get(path, headers=headers)
    advised = await client.post(f"{path}/comments", json={"text": "A fine practice."}, headers=headers)
    thread = f"{path}/comments/{advised.json()['id']}"
    refused = [
        await client.patch(path, json={"title": "Mine"}, headers=headers | {"If-Match": "*"}),
        await client.post(f"{path}/accept", headers=headers),
        await client.post(f"{path}/request-changes", json={"reason": "Because."}, headers=headers),
        await client.post(f"{thread}/resolve", headers=headers),
        await client.post(f"{path}/reviewers", json={"person_id": str(world.person_id("mar"))}, headers=headers),
    ]

    assert (read.json()["voice"], read.json()["implementing_focal_point"]) == ("reviewer", "Head of unit")
    assert (advised.json()["voice"], advised.json()["kind"], advised.json()["field"]) == ("reviewer", "advice", None)
    assert [answer.status_code for answer in refused] == [403] * 5


async def test_a_champion_answers_and_does_not_review_itself(
    client: httpx.AsyncClient, world: World, practice: Practice
) -> None:
    refused = await client.post(f"/practices/{practice.id}/comments", json=ASKED, headers=world.headers("ken"))

    assert refused.status_code == 403


@pytest.mark.parametrize("status", [PracticeStatus.DRAFT, PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN])
async def test_nothing_is_commented_on_outside_a_review(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: PracticeStatus
) -> None:
    made = await make_practice(session, world.champions["KEN"], status=status)

    refused = await client.post(f"/practices/{made.id}/comments", json=ASKED, headers=world.headers("secretariat"))

    assert refused.status_code == 409


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("prt", 404), ("mar", 404)])
@pytest.mark.parametrize("state", [PracticeStatus.SUBMITTED, PracticeStatus.PUBLISHED])
async def test_nobody_outside_a_review_sees_what_was_said_in_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int, state: PracticeStatus
) -> None:
    made = await make_practice(session, world.champions["KEN"], status=state)
    path, headers = f"/practices/{made.id}", world.headers(who)

    answers = [await client.get(f"{path}/{what}", headers=headers) for what in ("comments", "review", "rounds/1")]

    assert [answer.status_code for answer in answers] == [status] * 3


async def test_a_reviewer_sees_a_practice_no_longer_once_it_is_a_draft_again(
    client: httpx.AsyncClient, world: World, practice: Practice
) -> None:
    path = f"/practices/{practice.id}"

    before = await client.get(f"{path}/comments", headers=world.headers("observer"))
    await client.post(f"{path}/retract", headers=world.headers("ken"))
    after = [await client.get(address, headers=world.headers("observer")) for address in (path, f"{path}/comments")]

    assert before.status_code == 200
    assert [answer.status_code for answer in after] == [404, 404]


async def test_a_round_is_frozen_once_the_next_opens(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    comment = await make_comment(session, practice, world.people["secretariat"])
    path, ken = f"/practices/{practice.id}", world.headers("ken")
    thread = f"{path}/comments/{comment.id}"

    await client.post(
        f"{path}/request-changes", json={"reason": "See beside the fields."}, headers=world.headers("secretariat")
    )
    in_time = await client.post(f"{thread}/answers", json={"text": "Done."}, headers=ken)
    await client.post(f"{path}/submit", headers=ken)
    too_late = [
        await client.post(f"{thread}/{verb}", json=body, headers=world.headers("secretariat"))
        for verb, body in (("answers", {"text": "Thank you."}), ("resolve", None))
    ]
    now = (await client.get(f"{path}/comments", headers=ken)).json()["items"]
    (kept,) = (await client.get(f"{path}/comments?round=1", headers=ken)).json()["items"]

    assert in_time.status_code == 201
    assert [answer.status_code for answer in too_late] == [409, 409]
    assert now == []
    assert (kept["actions"], len(kept["answers"])) == ([], 1)
    with pytest.raises(IntegrityError, match="keeps what was said"):
        await session.exec(update(PracticeComment).values(text="Rewritten."))


async def test_ones_own_comment_is_taken_back_until_it_is_answered(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    officer = world.people["secretariat"]
    unanswered, answered = (
        await make_comment(session, practice, officer),
        await make_comment(session, practice, officer, answered=True),
    )
    path, headers = f"/practices/{practice.id}/comments", world.headers("secretariat") | {"If-Match": "*"}

    others = await client.delete(f"{path}/{unanswered.id}", headers=world.headers("observer") | {"If-Match": "*"})
    own = await client.delete(f"{path}/{unanswered.id}", headers=headers)
    late = await client.delete(f"{path}/{answered.id}", headers=headers)

    assert [answer.status_code for answer in (others, own, late)] == [403, 204, 409]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"text": ""}, "/text"),
        ({"text": "x" * 10_001}, "/text"),
        ({"text": "A", "field": "status"}, "/field"),
        ({"text": "A", "kind": "order"}, "/kind"),
        ({"text": "A", "voice": "secretariat"}, "/voice"),
    ],
)
async def test_a_malformed_comment_is_refused_by_name(
    client: httpx.AsyncClient, world: World, practice: Practice, body: dict[str, str], pointer: str
) -> None:
    refused = await client.post(f"/practices/{practice.id}/comments", json=body, headers=world.headers("secretariat"))

    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_the_trail_shows_every_word_of_a_review(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice
) -> None:
    path, officer = f"/practices/{practice.id}", world.headers("secretariat")

    made = (await client.post(f"{path}/comments", json=ASKED, headers=officer)).json()["id"]
    await client.post(f"{path}/comments/{made}/answers", json={"text": "Done."}, headers=world.headers("ken"))
    await client.post(f"{path}/comments/{made}/resolve", headers=officer)
    await client.post(f"{path}/comments/{made}/reopen", headers=officer)
    await client.post(f"{path}/follow", headers=world.headers("ken"))

    told = (await session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id)))).all()
    assert told == [
        "practice_comment.made",
        "practice_comment.answered",
        "practice_comment.resolved",
        "practice_comment.reopened",
        "practice.followed",
    ]


async def test_comments_cost_the_same_however_many_there_are(
    client: httpx.AsyncClient, world: World, session: AsyncSession, practice: Practice, statements: list[str]
) -> None:
    costs = []
    for _ in range(2):
        for _ in range(3):
            await make_comment(session, practice, world.people["secretariat"], answered=True)
        statements.clear()
        await client.get(f"/practices/{practice.id}/comments?limit=50", headers=world.headers("ken"))
        costs.append(len(statements))

    assert costs == [3, 3]
