"""Who sees which practice: in the list, in search, by address, in versions; and what nobody outside ever sees."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.records import Visibility
from api.practices.models import Practice, PracticeStatus
from tests.factories.practices import COMPLETE, make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

EVERYBODY = ("nobody", "observer", "ken", "prt", "mar", "bgd", "secretariat")
"""The public, an observer, the owner, another champion, a current and an incoming co-chair, the secretariat."""

READERS = {
    Visibility.PUBLIC: set(EVERYBODY),
    Visibility.MEMBERS: {"ken", "prt", "mar", "bgd", "secretariat"},
    Visibility.PRIVATE: {"ken", "secretariat"},
}


@pytest.mark.parametrize("visibility", Visibility)
async def test_a_published_practice_is_shown_to_whom_it_is_for(
    client: httpx.AsyncClient, world: World, session: AsyncSession, visibility: Visibility
) -> None:
    practice = await make_practice(
        session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, visibility=visibility
    )
    path = f"/practices/{practice.id}"

    for who in EVERYBODY:
        headers = world.headers(who)
        listed = (await client.get("/practices", headers=headers)).json()["items"]
        found = (await client.get("/practices?q=contracts", headers=headers)).json()["items"]
        single = await client.get(path, headers=headers)
        versions = await client.get(f"{path}/versions", headers=headers)
        version = await client.get(f"{path}/versions/1", headers=headers)

        status = 200 if who in READERS[visibility] else 404
        assert len(listed) == len(found) == (1 if status == 200 else 0), who
        assert (single.status_code, versions.status_code, version.status_code) == (status,) * 3, who


@pytest.mark.parametrize("status", sorted(set(PracticeStatus) - {PracticeStatus.PUBLISHED, PracticeStatus.WITHDRAWN}))
async def test_what_is_not_published_is_for_its_champion_and_the_secretariat(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: PracticeStatus
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=status)

    seen_by = set()
    for who in EVERYBODY:
        listed = (await client.get(f"/practices?status={status}", headers=world.headers(who))).json()["items"]
        single = await client.get(f"/practices/{practice.id}", headers=world.headers(who))
        assert len(listed) == (1 if single.status_code == 200 else 0), who
        if single.status_code == 200:
            seen_by.add(who)

    assert seen_by == {"ken", "secretariat"}


async def test_of_a_withdrawn_practice_a_tombstone_stays_and_it_is_in_no_public_list(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"
    await client.post(
        f"{path}/withdraw",
        json={"reason": "The minister asked.", "public_reason": "Its figures were superseded."},
        headers=world.headers("ken"),
    )

    gone = [await client.get(path, headers=world.headers(who)) for who in ("nobody", "observer", "mar")]
    below = [
        (await client.get(f"{path}/{what}")).status_code
        for what in ("versions", "versions/1", "citation", "translations", "pictures", "files")
    ]
    read = (await client.get(path, headers=world.headers("ken"))).json()
    listed = [
        (await client.get(f"/practices{query}")).json()["items"] for query in ("", "?status=withdrawn", "?q=contracts")
    ]
    own = (await client.get("/practices", headers=world.headers("ken"))).json()["items"]

    tombstone = gone[0].json()["tombstone"]
    assert [answer.status_code for answer in gone] == [410] * 3
    assert (tombstone["title"], tombstone["champion"]["iso3"], tombstone["version"]) == (COMPLETE["title"], "KEN", 1)
    assert tombstone["withdrawal_reason"] == "Its figures were superseded."
    assert not any(COMPLETE[text] in gone[0].text for text in ("summary", "benefit_and_impact", "key_lessons"))
    assert "minister" not in gone[0].text
    assert below == [404] * 6
    assert (read["status"], read["review_note"], read["summary"]) == (
        "withdrawn",
        "The minister asked.",
        COMPLETE["summary"],
    )
    assert listed == [[], [], []]
    assert [item["id"] for item in own] == [str(practice.id)]


async def test_a_withdrawn_practice_that_was_for_members_has_its_tombstone_for_them_alone(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    fields = {"status": PracticeStatus.WITHDRAWN, "visibility": Visibility.MEMBERS}
    practice = await make_practice(session, world.champions["KEN"], **fields)

    answers = [
        await client.get(f"/practices/{practice.id}", headers=world.headers(who)) for who in ("nobody", "mar", "ken")
    ]

    assert [answer.status_code for answer in answers] == [404, 410, 200]


async def test_the_public_reason_goes_when_the_practice_comes_back(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    fields = {"status": PracticeStatus.WITHDRAWN, "withdrawal_reason": "Superseded."}
    practice = await make_practice(session, world.champions["KEN"], **fields)

    back = await client.post(
        f"/practices/{practice.id}/publish", json={"reason": "By mistake."}, headers=world.headers("secretariat")
    )

    assert (back.status_code, back.json()["withdrawal_reason"]) == (200, "")


@pytest.mark.parametrize("who", ["nobody", "observer", "prt", "mar"])
async def test_the_contact_and_the_reviewers_note_never_leave_to_others(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str
) -> None:
    fields = {"implementing_focal_point": "Ms Contact", "review_note": "Not convincing"}
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, **fields)
    path = f"/practices/{practice.id}"

    answers = [
        await client.get(address, headers=world.headers(who))
        for address in ("/practices", "/practices?q=Contact", path, f"{path}/versions", f"{path}/versions/1")
    ]
    steps = await client.get(f"{path}/review-steps", headers=world.headers(who))

    assert all(answer.status_code == 200 for answer in answers)
    assert not any("Ms Contact" in answer.text or "Not convincing" in answer.text for answer in answers)
    assert steps.status_code in {401, 403, 404}


async def test_the_contact_is_not_in_a_version_made_by_publishing(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(
        session, world.champions["KEN"], status=PracticeStatus.ACCEPTED, implementing_focal_point="Ms Contact"
    )
    path = f"/practices/{practice.id}"

    published = await client.post(f"{path}/publish", headers=world.headers("secretariat"))
    version = await client.get(f"{path}/versions/1", headers=world.headers("ken"))

    assert published.json()["implementing_focal_point"] == "Ms Contact"
    assert "implementing_focal_point" not in version.json()["content"]
    assert "Ms Contact" not in version.text


async def test_the_open_revision_is_told_to_its_champion_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=world.headers("ken"))).json()

    told = {
        who: (await client.get(f"/practices/{practice.id}", headers=world.headers(who))).json()["open_revision_id"]
        for who in EVERYBODY
    }
    seen = [
        (await client.get(f"/practices/{revision['id']}", headers=world.headers(who))).status_code
        for who in ("nobody", "prt")
    ]

    assert told == dict.fromkeys(EVERYBODY) | {"ken": revision["id"], "secretariat": revision["id"]}
    assert seen == [404, 404]


@pytest.mark.parametrize("who", ["nobody", "ken", "secretariat"])
async def test_a_list_costs_the_same_however_long_it_is(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str], who: str
) -> None:
    costs = []
    for _ in range(2):
        for number in range(3):
            await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title=f"No. {number}")
        statements.clear()
        await client.get("/practices?limit=50", headers=world.headers(who))
        costs.append(len(statements))

    assert costs == ([1, 1] if who == "nobody" else [2, 2])


async def test_a_practice_stays_what_it_was_for_each_reader_of_its_cache(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"

    public = await client.get(path)
    owner = await client.get(path, headers=world.headers("ken"))
    again = await client.get(path, headers={"If-None-Match": public.headers["etag"]})
    with_the_publics = await client.get(path, headers=world.headers("ken") | {"If-None-Match": public.headers["etag"]})

    assert public.headers["cache-control"].startswith("public")
    assert owner.headers["cache-control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert with_the_publics.status_code == 200


async def test_a_champion_is_named_in_the_readers_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)

    names = [
        (await client.get("/practices", headers={"Accept-Language": tongue})).json()["items"][0]["champion"]["name"]
        for tongue in ("en", "fr-CH, fr;q=0.9", "ar", "es", "ru", "zh", "sw")
    ]

    assert names == ["Morocco", "Maroc", "المغرب", "Marruecos", "Марокко", "摩洛哥", "Morocco"]


async def test_a_private_practice_stays_private_when_its_first_version_was_public(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice: Practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    secretariat = world.headers("secretariat")

    revision = (await client.post(f"/practices/{practice.id}/revise", headers=secretariat)).json()["id"]
    await client.patch(
        f"/practices/{revision}", json={"visibility": "private"}, headers=secretariat | {"If-Match": "*"}
    )
    published = await client.post(
        f"/practices/{revision}/publish", json={"reason": "At its request."}, headers=secretariat
    )
    first = await client.get(f"/practices/{practice.id}/versions/1")

    assert published.status_code == 200, published.text
    assert first.status_code == 404


async def test_a_version_for_members_stays_theirs_when_the_next_one_is_public(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(
        session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, visibility=Visibility.MEMBERS
    )
    secretariat = world.headers("secretariat")
    path = f"/practices/{practice.id}"

    revision = (await client.post(f"{path}/revise", headers=secretariat)).json()["id"]
    await client.patch(f"/practices/{revision}", json={"visibility": "public"}, headers=secretariat | {"If-Match": "*"})
    await client.post(f"/practices/{revision}/publish", json={"reason": "It is agreed."}, headers=secretariat)
    listed = {
        who: [
            item["number"]
            for item in (await client.get(f"{path}/versions", headers=world.headers(who))).json()["items"]
        ]
        for who in ("nobody", "observer", "prt", "ken")
    }
    read = {
        who: (await client.get(f"{path}/versions/1", headers=world.headers(who))).status_code
        for who in ("nobody", "prt")
    }

    assert listed == {"nobody": [2], "observer": [2], "prt": [2, 1], "ken": [2, 1]}
    assert read == {"nobody": 404, "prt": 200}
