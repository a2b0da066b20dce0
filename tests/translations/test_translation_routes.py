"""Translations over HTTP: begun, gone on with, checked, left behind by the original."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.language import Language
from api.practices.models import PracticeStatus
from api.translations.models import Maker
from tests.factories.practices import COMPLETE, make_practice
from tests.factories.translations import make_translation
from tests.factories.world import World

pytestmark = pytest.mark.anyio

WORDS = {
    "title": "Informer avant le départ",
    "summary": "Des agents formés donnent des faits vérifiés.",
    "main_implementing_organization": "Ministère du travail",
    "benefit_and_impact": "Un tiers de plaintes en moins.",
    "key_lessons": "Former d’abord les formateurs.",
}


async def test_a_delegate_translates_and_vouches_for_it_and_the_public_reads_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}/translations"

    begun = await client.post(path, json={"language": "fr", "title": WORDS["title"]}, headers=world.headers("ken"))
    unseen = await client.get(f"{path}/fr")
    await client.patch(f"{path}/fr", json=WORDS, headers=world.headers("ken") | {"If-Match": begun.headers["etag"]})
    checked = await client.post(f"{path}/fr/check", headers=world.headers("ken"))

    assert begun.status_code == 201, begun.text
    assert begun.json()["state"] == "draft"
    assert unseen.status_code == 404
    assert checked.json()["state"] == "checked", checked.text
    read = (await client.get(f"{path}/fr")).json()
    assert read["summary"] == WORDS["summary"]
    assert read["checked_by_name"] is None
    states = {one["language"]: one["state"] for one in (await client.get(path)).json()["items"]}
    assert states == {"ar": "missing", "es": "missing", "fr": "checked", "ru": "missing", "zh": "missing"}


async def test_one_that_is_not_whole_cannot_be_vouched_for(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice, is_checked=False, key_lessons="", summary="")

    answer = await client.post(f"/practices/{practice.id}/translations/fr/check", headers=world.headers("ken"))

    assert answer.status_code == 409
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/summary", "/key_lessons"]


async def test_what_a_machine_wrote_is_read_as_such_once_it_is_whole(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice, is_checked=False, made_by=Maker.MACHINE)
    await make_translation(
        session, practice, is_checked=False, made_by=Maker.MACHINE, language=Language.SPANISH, summary=""
    )

    listed = (await client.get(f"/practices/{practice.id}/translations")).json()["items"]

    states = {one["language"]: one["state"] for one in listed}
    assert (states["fr"], states["es"]) == ("machine", "missing")


async def test_a_new_version_of_the_original_leaves_its_translation_behind_and_says_where(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice)
    officer = world.headers("secretariat")
    revision = await client.post(f"/practices/{practice.id}/revise", headers=officer)
    draft = f"/practices/{revision.json()['id']}"
    await client.patch(
        draft,
        json={"summary": "Officers go to the villages."},
        headers=officer | {"If-Match": revision.headers["etag"]},
    )
    await client.post(f"{draft}/publish", json={"reason": "Checked by telephone."}, headers=officer)

    translation = (await client.get(f"/practices/{practice.id}/translations/fr")).json()

    assert translation["state"] == "older"
    assert translation["rendered"] == [{"name": "summary", "before": COMPLETE["summary"]}]


async def test_a_revision_is_not_translated(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=world.headers("ken"))).json()

    answer = await client.post(
        f"/practices/{revision['id']}/translations", json={"language": "fr"}, headers=world.headers("ken")
    )

    assert answer.status_code == 409


@pytest.mark.parametrize(("language", "status"), [("en", 422), ("fr", 409), ("xx", 422)])
async def test_the_original_language_and_one_under_way_are_refused_beside_the_field(
    client: httpx.AsyncClient, world: World, session: AsyncSession, language: str, status: int
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice)

    answer = await client.post(
        f"/practices/{practice.id}/translations", json={"language": language}, headers=world.headers("ken")
    )

    assert answer.status_code == status
    assert answer.json()["errors"][0]["pointer"] == "/language"


async def test_a_machine_writing_it_anew_takes_the_check_away(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice)

    answer = await client.patch(
        f"/practices/{practice.id}/translations/fr",
        json={"summary": "Autre texte.", "made_by": "machine"},
        headers=world.headers("ken") | {"If-Match": "*"},
    )

    assert (answer.json()["state"], answer.json()["checked_at"]) == ("machine", None)
