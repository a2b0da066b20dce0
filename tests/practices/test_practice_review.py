"""The review of practices: who takes which step, what each leaves behind, and what stands in its way."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.practices import rules
from api.practices.models import PracticeStatus
from tests.factories.practices import COMPLETE, make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_what_is_missing_is_named_field_by_field(client: httpx.AsyncClient, world: World) -> None:
    draft = (await client.post("/practices", json={"title": "One window"}, headers=world.headers("ken"))).json()

    refused = await client.post(f"/practices/{draft['id']}/submit", headers=world.headers("ken"))

    assert refused.status_code == 409
    assert [error["pointer"] for error in refused.json()["errors"]] == [f"/{name}" for name in rules.REQUIRED_TO_SUBMIT]
    assert {error["code"] for error in refused.json()["errors"]} == {"missing"}
    assert draft["missing"] == list(rules.REQUIRED_TO_SUBMIT)


async def test_a_summary_of_more_than_300_words_is_sent_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"], summary="word " * 301)

    refused = await client.post(f"/practices/{draft.id}/submit", headers=world.headers("ken"))

    assert refused.status_code == 409
    (error,) = refused.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/summary", "too_many_words")
    assert "301" in error["detail"]


async def test_the_secretariat_cannot_publish_what_is_incomplete(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"], key_lessons="")

    refused = await client.post(
        f"/practices/{draft.id}/publish", json={"reason": "In a hurry."}, headers=world.headers("secretariat")
    )

    assert refused.status_code == 409
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/key_lessons"]


@pytest.mark.parametrize("who", ["nobody", "observer", "ken", "prt", "mar", "bgd"])
@pytest.mark.parametrize("verb", ["start-review", "request-changes", "accept", "publish"])
async def test_only_the_secretariat_reviews(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, verb: str
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)

    refused = await client.post(
        f"/practices/{practice.id}/{verb}", json={"reason": "Because."}, headers=world.headers(who)
    )

    assert refused.status_code == (401 if who == "nobody" else 403)


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("prt", 403), ("mar", 403)])
async def test_nobody_writes_what_belongs_to_another_champion(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path, headers = f"/practices/{practice.id}", world.headers(who) | {"If-Match": "*"}

    answers = [
        await client.patch(path, json={"title": "Ours now"}, headers=headers),
        await client.delete(path, headers=headers),
        await client.post(f"{path}/revise", headers=headers),
        await client.post(f"{path}/withdraw", json={"reason": "Because."}, headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [status] * 4


async def test_a_request_for_changes_tells_its_champion_why(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.UNDER_REVIEW)
    path = f"/practices/{practice.id}"

    without = await client.post(f"{path}/request-changes", headers=world.headers("secretariat"))
    asked = await client.post(
        f"{path}/request-changes", json={"reason": "Spell out the acronyms."}, headers=world.headers("secretariat")
    )
    seen = (await client.get(path, headers=world.headers("ken"))).json()
    (step,) = (await client.get(f"{path}/review-steps", headers=world.headers("ken"))).json()["items"]
    others = await client.get(f"{path}/review-steps", headers=world.headers("prt"))

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert asked.json()["status"] == seen["status"] == "changes_requested"
    assert seen["review_note"] == "Spell out the acronyms."
    assert {"change", "submit"} <= set(seen["actions"])
    assert (step["from_status"], step["to_status"], step["note"]) == (
        "under_review",
        "changes_requested",
        "Spell out the acronyms.",
    )
    assert step["person_name"] == "Secretariat officer"
    assert others.status_code == 404


async def test_a_step_that_is_skipped_is_skipped_with_its_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"])
    path, headers = f"/practices/{practice.id}", world.headers("secretariat")

    before = (await client.get(path, headers=headers)).json()
    without = await client.post(f"{path}/publish", headers=headers)
    published = await client.post(f"{path}/publish", json={"reason": "Agreed in the meeting."}, headers=headers)

    assert "publish" in before["asks_reason"]
    assert without.status_code == 422
    assert published.json()["status"] == "published"
    entry = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.at).desc()))).first()
    assert entry is not None
    assert (entry.action, entry.reason) == ("practice.publish", "Agreed in the meeting.")
    assert entry.on_behalf_of_id == practice.champion_id


async def test_a_step_from_the_wrong_state_says_where_the_practice_stands(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    refused = await client.post(f"/practices/{practice.id}/submit", headers=world.headers("ken"))

    assert refused.status_code == 409
    assert refused.json()["detail"].startswith("This practice is published")


async def test_a_submission_can_be_taken_back_and_a_stale_step_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"])
    path, headers = f"/practices/{practice.id}", world.headers("ken")

    submitted = await client.post(f"{path}/submit", headers=headers | {"If-Match": '"1"'})
    stale = await client.post(f"{path}/retract", headers=headers | {"If-Match": '"1"'})
    retracted = await client.post(f"{path}/retract", headers=headers | {"If-Match": submitted.headers["etag"]})

    assert submitted.json()["submitted_at"] == "2026-11-24T09:00:00Z"
    assert stale.status_code == 412
    assert retracted.json()["status"] == "draft"


async def test_while_it_waits_the_owner_reads_and_the_secretariat_may_mend(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.SUBMITTED)
    path, change = f"/practices/{practice.id}", {"title": "A better title"}

    owner = await client.patch(path, json=change, headers=world.headers("ken") | {"If-Match": '"1"'})
    secretariat = await client.patch(path, json=change, headers=world.headers("secretariat") | {"If-Match": '"1"'})

    assert owner.status_code == 409
    assert owner.json()["detail"].startswith("This practice is submitted.")
    assert secretariat.json()["title"] == "A better title"


async def test_only_what_was_never_published_is_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_practice(session, world.champions["KEN"])
    published = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    headers = world.headers("ken") | {"If-Match": '"1"'}

    gone = await client.delete(f"/practices/{draft.id}", headers=headers)
    kept = await client.delete(f"/practices/{published.id}", headers=headers)

    assert gone.status_code == 204
    assert (await client.get(f"/practices/{draft.id}", headers=headers)).status_code == 404
    assert kept.status_code == 409
    assert "withdrawn, not deleted" in kept.json()["detail"]


async def test_a_practice_has_one_open_revision_at_most(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path, headers = f"/practices/{practice.id}", world.headers("ken")

    first = await client.post(f"{path}/revise", headers=headers)
    seen = (await client.get(path, headers=headers)).json()
    second = await client.post(f"{path}/revise", headers=headers)
    abandoned = await client.delete(f"/practices/{first.json()['id']}", headers=headers | {"If-Match": '"1"'})
    third = await client.post(f"{path}/revise", headers=headers)

    assert first.status_code == 201
    assert first.json()["revises_id"] == str(practice.id)
    assert "revise" not in seen["actions"]
    assert second.status_code == 409
    assert second.json()["detail"] == "A revision of this practice is open already: go on with that one."
    assert (abandoned.status_code, third.status_code) == (204, 201)


async def test_a_withdrawal_asks_why_and_leaves_an_open_revision_to_bring_it_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path, owner, secretariat = f"/practices/{practice.id}", world.headers("ken"), world.headers("secretariat")
    revision = f"/practices/{(await client.post(f'{path}/revise', headers=owner)).json()['id']}"

    without = await client.post(f"{path}/withdraw", headers=owner)
    withdrawn = await client.post(f"{path}/withdraw", json={"reason": "The figures were wrong."}, headers=owner)
    await client.patch(revision, json={"benefit_and_impact": "Now right."}, headers=owner | {"If-Match": '"1"'})
    await client.post(f"{revision}/submit", headers=owner)
    await client.post(f"{revision}/start-review", headers=secretariat)
    await client.post(f"{revision}/accept", headers=secretariat)
    back = await client.post(f"{revision}/publish", headers=secretariat)
    first, second = [(await client.get(f"{path}/versions/{number}")).json()["content"] for number in (1, 2)]

    assert without.status_code == 422
    assert (withdrawn.json()["status"], withdrawn.json()["review_note"]) == ("withdrawn", "The figures were wrong.")
    assert (back.json()["id"], back.json()["status"], back.json()["version"]) == (str(practice.id), "published", 2)
    assert first["benefit_and_impact"] == COMPLETE["benefit_and_impact"]
    assert second["benefit_and_impact"] == "Now right."
    steps = (await client.get(f"{path}/review-steps", headers=owner)).json()["items"]
    assert [step["to_status"] for step in steps] == ["withdrawn", "submitted", "under_review", "accepted", "published"]


async def test_publishing_again_what_was_withdrawn_makes_a_new_version(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.WITHDRAWN)
    path, headers = f"/practices/{practice.id}", world.headers("secretariat")

    without = await client.post(f"{path}/publish", headers=headers)
    published = await client.post(f"{path}/publish", json={"reason": "Withdrawn by mistake."}, headers=headers)
    versions = (await client.get(f"{path}/versions")).json()["items"]

    assert without.status_code == 422
    assert published.json()["version"] == 2
    assert [version["number"] for version in versions] == [2, 1]


async def test_the_queue_is_in_the_order_of_submission(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for day in (3, 1, 2):
        await make_practice(
            session,
            world.champions["KEN"],
            status=PracticeStatus.SUBMITTED,
            title=f"Day {day}",
            submitted_at=datetime(2026, 11, day, 9, tzinfo=UTC),
        )
    await make_practice(session, world.champions["KEN"])

    titles, path = [], "/practices?status=submitted&status=under_review&sort=submitted_at&limit=2"
    while path:
        page = await client.get(path, headers=world.headers("secretariat"))
        titles += [item["title"] for item in page.json()["items"]]
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert titles == ["Day 1", "Day 2", "Day 3"]
