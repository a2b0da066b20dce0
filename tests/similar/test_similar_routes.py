"""While one writes: what resembles it, and why; nothing that one may not see."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from tests.factories.activities import make_activity
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

PUBLISHED = PracticeStatus.PUBLISHED


async def similar(client: httpx.AsyncClient, text: str, who: dict[str, str] | None = None, **more: Any) -> Any:
    """What resembles ``text``."""
    asked = {"kind": "practice", "text": text, **more}
    answer = await client.get("/similar", params=asked, headers=who or {})
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_a_practice_with_telling_words_in_common_comes_first_with_its_reasons(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    offices = await make_practice(session, world.champions["BGD"], status=PUBLISHED)
    await make_practice(
        session,
        world.champions["KEN"],
        status=PUBLISHED,
        title="Search at sea",
        summary="Ships look.",
        objectives_primary=[8],
    )

    items = await similar(
        client, "Pre-departure information for domestic workers in offices", objective=[3, 5], region=["142"]
    )

    (found,) = items
    assert found["id"] == str(offices.id)
    assert found["champion"]["iso3"] == "BGD"
    reasons = {reason["kind"]: reason for reason in found["reasons"]}
    assert list(reasons) == ["words", "objectives", "region"]
    assert {"departure", "information", "offices"} <= set(reasons["words"]["words"])
    assert reasons["objectives"]["objectives"] == [3]
    assert reasons["region"]["region"] == "142"


async def test_words_are_compared_by_their_stems_in_any_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    french = await make_practice(
        session, world.champions["LUX"], status=PUBLISHED, language="fr", title="Guichet régulier à l’école", summary=""
    )
    chinese = await make_practice(
        session, world.champions["LUX"], status=PUBLISHED, language="zh", title="移民工人的培训", summary=""
    )

    assert [item["id"] for item in await similar(client, "Des guichets réguliers")] == [str(french.id)]
    assert [item["id"] for item in await similar(client, "培训移民")] == [str(chinese.id)]


async def test_activities_near_in_time_come_before_others(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    far = await make_activity(session, world.champions["KEN"], starts_on=date(2025, 1, 1))
    near = await make_activity(session, world.champions["KEN"], starts_on=date(2027, 2, 20))
    await make_activity(session, world.champions["KEN"], status=ActivityStatus.CANCELLED)

    items = await similar(client, "An exchange on migration data", kind="activity", starts_on="2027-02-18")

    assert [item["id"] for item in items] == [str(near.id), str(far.id)]
    assert items[0]["reasons"][-1] == {
        "kind": "dates", "words": [], "objectives": [], "region": None, "days_apart": 2,
    }  # fmt: skip
    assert items[1]["reasons"][-1]["kind"] == "words"


async def test_nobody_is_shown_what_is_not_theirs_to_see(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"])
    await make_practice(session, world.champions["BGD"], status=PUBLISHED, visibility=Visibility.MEMBERS)
    await make_activity(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    seen = {}

    for who in ("nobody", "observer", "prt", "ken", "secretariat"):
        headers = world.headers(who)
        practices = await similar(client, "Pre-departure information in offices", headers)
        activities = await similar(client, "Peer exchange on migration data", headers, kind="activity")
        seen[who] = (len(practices), len(activities))

    assert seen == {"nobody": (0, 0), "observer": (0, 0), "prt": (1, 0), "ken": (2, 1), "secretariat": (2, 1)}


async def test_neither_a_record_nor_its_revision_resembles_itself(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PUBLISHED)
    ken = world.headers("ken")
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=ken)).json()["id"]
    text = "Pre-departure information in district offices"

    assert await similar(client, text, ken, exclude=str(practice.id)) == []
    assert await similar(client, text, ken, exclude=revision) == []
    assert len(await similar(client, text, ken)) == 2


async def test_without_a_telling_word_the_same_objective_in_the_same_region_is_shown(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PUBLISHED)
    await make_practice(session, world.champions["BGD"], status=PUBLISHED)

    for text in ("", "the of and", "de la les", "& | ! ' \\ :*"):
        assert await similar(client, text) == []
        (item,) = await similar(client, text, objective=[3], region=["002"])
        assert item["id"] == str(practice.id)


async def test_long_texts_and_strange_ones_are_answered(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"], status=PUBLISHED)

    assert len(await similar(client, ("information in district offices " * 400)[:10_000])) == 1
    assert await similar(client, "x" * 10_000) == []
    assert await similar(client, "\u202egnp.exe\u202c ' \" <-> \\' it's") == []
    for text in ("a" * 10_001, "nul\x00"):
        refused = await client.get("/similar", params={"kind": "practice", "text": text})
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["parameter"] == "text"


async def test_related_practices_are_told_with_reasons_in_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PUBLISHED)
    alike = await make_practice(session, world.champions["PRT"], status=PUBLISHED, title="Information before departure")
    await make_practice(session, world.champions["PRT"], status=PUBLISHED, visibility=Visibility.PRIVATE)
    await make_practice(
        session, world.champions["LUX"], status=PUBLISHED, title="Housing", summary="", objectives_primary=[15]
    )
    statements.clear()

    related = (await client.get(f"/practices/{practice.id}/related")).json()["items"]

    assert [item["id"] for item in related] == [str(alike.id)]
    assert [reason["kind"] for reason in related[0]["reasons"]] == ["words", "objectives"]
    assert len(statements) == 1


async def test_under_a_practice_nobody_reads_their_own_drafts(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PUBLISHED)
    await make_practice(session, world.champions["PRT"], title="Information before departure")

    for who in ("nobody", "prt", "secretariat"):
        related = await client.get(f"/practices/{practice.id}/related", headers=world.headers(who))
        assert related.json()["items"] == [], who


async def test_a_practice_without_a_like_has_none_and_a_hidden_one_is_not_found(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    alone = await make_practice(session, world.champions["KEN"], status=PUBLISHED)
    draft = await make_practice(session, world.champions["PRT"])

    assert (await client.get(f"/practices/{alone.id}/related")).json() == {"items": []}
    assert (await client.get(f"/practices/{draft.id}/related")).status_code == 404
