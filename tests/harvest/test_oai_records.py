"""What is harvested: published practices in two formats, deletions for ever, sets that are left and entered."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.platform.records import Visibility
from api.practices.models import Licence, Practice, PracticeStatus
from tests.conftest import NOW
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.harvest.conftest import Ask
from tests.harvest.official import DC, MODS, OAI

pytestmark = pytest.mark.anyio

LIST = "verb=ListRecords&metadataPrefix=oai_dc"
LATER = "2026-11-24T10:00:00Z"


def headers(answer: Any) -> dict[str, tuple[bool, set[str]]]:
    """Key of each practice in the answer → whether it is deleted, and its sets."""
    return {
        header.find(f"{OAI}identifier").text.rpartition("/")[2]: (
            header.get("status") == "deleted",
            {spec.text for spec in header.iter(f"{OAI}setSpec")},
        )
        for header in answer.iter(f"{OAI}header")
    }


async def republish(client: httpx.AsyncClient, world: World, practice: Practice, changes: dict[str, Any]) -> None:
    """A new version with ``changes``, an hour later."""
    clock.set_to(clock.now() + timedelta(hours=1))
    officer = world.headers("secretariat")
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=officer)).json()["id"]
    await client.patch(f"/practices/{revision}", json=changes, headers=officer | {"If-Match": "*"})
    done = await client.post(f"/practices/{revision}/publish", json={"reason": "It is agreed."}, headers=officer)
    assert done.status_code == 200, done.text


async def test_only_what_is_published_for_the_public_is_harvested(
    ask: Ask, world: World, session: AsyncSession
) -> None:
    made = {
        (status, visibility): str(
            (await make_practice(session, world.champions["KEN"], status=status, visibility=visibility)).id
        )
        for status in PracticeStatus
        for visibility in Visibility
    }

    harvested = headers(await ask(LIST))

    assert harvested.keys() == {
        made[PracticeStatus.PUBLISHED, Visibility.PUBLIC],
        made[PracticeStatus.WITHDRAWN, Visibility.PUBLIC],
    }
    assert harvested[made[PracticeStatus.WITHDRAWN, Visibility.PUBLIC]][0] is True


async def test_dublin_core_says_whose_it_is_what_for_and_under_which_licence(
    ask: Ask, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(
        session,
        world.champions["MAR"],
        status=PracticeStatus.PUBLISHED,
        title="Formation & insertion\x0b <des migrants>",
        language="fr",
        countries=["MAR"],
        regions=["002"],
        sdgs=[8],
        licence=Licence.CC_BY_SA,
    )

    answer = await ask(f"verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:practices/{practice.id}")

    title = answer.find(f".//{DC}title")
    said = {name: [each.text for each in answer.iter(f"{DC}{name}")] for name in ("creator", "coverage", "rights")}
    assert (title.text, title.get("{http://www.w3.org/XML/1998/namespace}lang")) == (
        "Formation & insertion <des migrants>",
        "fr",
    )
    assert said["creator"] == ["Morocco"]
    assert said["coverage"] == ["Morocco", "Africa"]
    assert said["rights"] == ["https://creativecommons.org/licenses/by-sa/4.0/"]
    assert [each.text.partition(":")[0] for each in answer.iter(f"{DC}subject")] == [
        "GCM objective 3",
        "GCM objective 6",
        "Sustainable Development Goal 8",
    ]
    assert f"http://127.0.0.1:8000/practices/{practice.id}" in [each.text for each in answer.iter(f"{DC}identifier")]


async def test_mods_tells_version_date_and_roles(ask: Ask, world: World, session: AsyncSession) -> None:
    practice = await make_practice(
        session,
        world.champions["MAR"],
        status=PracticeStatus.PUBLISHED,
        additional_resources=["https://example.org/a?b=c&d=é"],
        innovation="Nobody did it before.",
    )

    answer = await ask("verb=ListRecords&metadataPrefix=mods")

    record = answer.find(f".//{MODS}mods")
    assert record.find(f"{MODS}originInfo/{MODS}edition").text == "Version 1"
    assert record.find(f"{MODS}originInfo/{MODS}dateIssued").text == "2026-11-24"
    assert [part.text for part in record.iter(f"{MODS}namePart")] == ["Morocco", "Ministry of Labour"]
    assert record.find(f"{MODS}recordInfo/{MODS}recordIdentifier").text == str(practice.id)


async def test_the_contact_of_the_reviewers_is_nowhere(
    web: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(
        session,
        world.champions["MAR"],
        status=PracticeStatus.PUBLISHED,
        implementing_focal_point="Ms Contact",
        review_note="Not convincing",
    )

    for prefix in ("oai_dc", "mods"):
        told = (await web.get(f"/oai?verb=ListRecords&metadataPrefix={prefix}")).text
        assert "Ms Contact" not in told
        assert "Not convincing" not in told


async def test_a_withdrawn_practice_is_deleted_for_ever_and_comes_back_when_published_again(
    ask: Ask, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"

    clock.set_to(NOW + timedelta(hours=1))
    await client.post(
        f"{path}/withdraw", json={"reason": "Its law was repealed."}, headers=world.headers("secretariat")
    )
    withdrawn = await ask(f"{LIST}&from={LATER}")
    single = await ask(f"verb=GetRecord&metadataPrefix=mods&identifier=oai:127.0.0.1:practices/{practice.id}")
    clock.set_to(NOW + timedelta(days=900))
    years_later = headers(await ask(LIST))
    await client.post(f"{path}/publish", json={"reason": "A new law."}, headers=world.headers("secretariat"))
    again = headers(await ask(f"{LIST}&from=2029-01-01"))

    assert headers(withdrawn)[str(practice.id)][0] is headers(single)[str(practice.id)][0] is True
    assert withdrawn.find(f".//{OAI}metadata") is None
    assert years_later[str(practice.id)][0] is True
    assert again[str(practice.id)][0] is False


async def test_what_becomes_private_is_deleted_and_tells_nothing_of_its_new_version(
    ask: Ask, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    await republish(client, world, practice, {"visibility": "private", "objectives_primary": [21]})
    told = headers(await ask(f"{LIST}&from={LATER}"))
    in_the_new_set = await ask(f"{LIST}&set=objective:21")
    in_the_old_set = headers(await ask(f"{LIST}&set=objective:3"))

    assert told == {str(practice.id): (True, {"objective:3", "objective:6", "region:002:014"})}
    assert in_the_new_set.find(f"{OAI}error").get("code") == "noRecordsMatch"
    assert in_the_old_set == told


async def test_who_harvests_a_set_learns_what_entered_and_what_left_it(
    ask: Ask, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(
        session,
        world.champions["KEN"],
        status=PracticeStatus.PUBLISHED,
        objectives_primary=[5],
        objectives_secondary=[],
    )
    key = str(practice.id)

    before = headers(await ask(f"{LIST}&set=objective:5"))
    await republish(client, world, practice, {"objectives_primary": [7]})
    entered = headers(await ask(f"{LIST}&set=objective:7&from={LATER}"))
    left = headers(await ask(f"{LIST}&set=objective:5&from={LATER}"))
    whole = await ask(f"{LIST}&set=objective:5")

    now = {key: (False, {"objective:7", "region:002:014"})}
    assert before == {key: (False, {"objective:5", "region:002:014"})}
    assert entered == left == now
    assert whole.find(f"{OAI}error").get("code") == "noRecordsMatch"


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ("objective", {"KEN", "PRT", "MAR"}),
        ("objective:3", {"KEN", "PRT", "MAR"}),
        ("region:002", {"KEN", "MAR"}),
        ("region:002:015", {"MAR"}),
        ("region:150", {"PRT"}),
    ],
)
async def test_a_set_holds_its_subsets(
    ask: Ask, world: World, session: AsyncSession, spec: str, found: set[str]
) -> None:
    made = {
        str((await make_practice(session, world.champions[iso3], status=PracticeStatus.PUBLISHED)).id): iso3
        for iso3 in ("KEN", "PRT", "MAR")
    }

    harvested = headers(await ask(f"verb=ListIdentifiers&metadataPrefix=oai_dc&set={spec}"))

    assert {made[key] for key in harvested} == found


async def test_dates_include_their_ends_to_the_second(ask: Ask, world: World, session: AsyncSession) -> None:
    clock.set_to(NOW.replace(microsecond=700_000))
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    found = [
        len(headers(await ask(f"{LIST}&{dates}")))
        for dates in (
            "from=2026-11-24T09:00:00Z&until=2026-11-24T09:00:00Z",
            "from=2026-11-24&until=2026-11-24",
            "from=2026-11-24T09:00:01Z",
            "until=2026-11-24T08:59:59Z",
        )
    ]

    assert found == [1, 1, 0, 0]


async def test_a_draft_of_a_revision_changes_no_datestamp(
    ask: Ask, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    clock.set_to(NOW + timedelta(hours=1))

    await client.post(f"/practices/{practice.id}/revise", headers=world.headers("ken"))

    assert (await ask(f"{LIST}&from={LATER}")).find(f"{OAI}error").get("code") == "noRecordsMatch"
