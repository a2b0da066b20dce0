"""Public pages as a search engine reads them: the content in the HTML, what machines want to know, the right status."""

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from lxml import html
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform.language import Language
from api.platform.records import Visibility
from api.practices.models import Licence, PracticeStatus
from api.translations.models import Maker
from tests.factories.activities import make_activity
from tests.factories.pledges import make_pledge
from tests.factories.practices import COMPLETE, make_practice, make_practice_file
from tests.factories.translations import make_translation
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NASTY = 'Ends </script></title><img src=x onerror=alert(1)> "here" & {{ there }}'


async def read(browser: httpx.AsyncClient, path: str, status: int = 200, **headers: str) -> Any:
    answer = await browser.get(path, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return html.document_fromstring(answer.text)


def meta(document: Any, name: str) -> list[str]:
    return [str(found) for found in document.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")]


def structured(document: Any) -> dict[str, Any]:
    (told,) = document.xpath("//script[@type='application/ld+json']/text()")
    read: dict[str, Any] = json.loads(told)
    return read


async def test_a_practice_is_read_without_scripts(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(
        session, world.champions["MAR"], status=PracticeStatus.PUBLISHED, licence=Licence.CC_BY_SA, countries=["MAR"]
    )
    address = f"http://127.0.0.1:8000/practices/{practice.id}"

    answer = await browser.get(f"/practices/{practice.id}")
    document = html.document_fromstring(answer.text)

    text = document.xpath("string(//div[@id='root'])")
    assert all(COMPLETE[field] in text for field in ("title", "summary", "benefit_and_impact", "key_lessons"))
    assert document.xpath("//title/text()")[0].startswith(COMPLETE["title"])
    assert meta(document, "description") == [COMPLETE["summary"]]
    assert document.xpath("//link[@rel='canonical']/@href") == [address]
    assert set(document.xpath("//link[@hreflang]/@hreflang")) == {*Language, "x-default"}
    assert meta(document, "og:url") == [address]
    assert meta(document, "DC.creator") == ["Morocco"]
    assert meta(document, "DC.rights") == ["https://creativecommons.org/licenses/by-sa/4.0/"]
    told = structured(document)
    assert (told["@type"], told["version"], told["author"]["name"]) == ("Report", "1", "Morocco")
    assert told["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert f'<{address}/versions/1>; rel="cite-as"' in answer.headers["link"]
    assert "/before-paint.js" in answer.text


async def test_a_page_is_kept_by_caches_and_told_apart_by_language(
    browser: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"

    statements.clear()
    first = await browser.get(path)
    asked = len(statements)
    again = await browser.get(path, headers={"If-None-Match": first.headers["etag"]})
    french = await read(browser, path, **{"Accept-Language": "fr"})
    arabic = await read(browser, f"{path}?lang=ar", **{"Accept-Language": "fr"})
    unknown = await read(browser, f"{path}?lang=tlh")
    head = await browser.head(path)

    assert asked == 3  # the practice, its files, its translations
    assert again.status_code == 304
    assert first.headers["cache-control"] == "public, max-age=0, s-maxage=60"
    assert "Accept-Language" in first.headers["vary"]
    assert (french.get("lang"), unknown.get("lang")) == ("fr", "en")
    assert (head.status_code, head.headers["etag"]) == (200, first.headers["etag"])
    assert "Maroc" in french.xpath("string(//dl)")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert "المغرب" in arabic.xpath("string(//dl)")


async def test_what_is_typed_stays_text(browser: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    texts = {"title": NASTY, "summary": NASTY, "key_lessons": NASTY, "main_implementing_organization": NASTY}
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED, **texts)

    document = await read(browser, f"/practices/{practice.id}")

    assert document.xpath("//img") == []
    assert len(document.xpath("//script[not(@src)]")) == 1
    assert document.xpath("//h1//text()") == [NASTY]
    assert structured(document)["name"] == NASTY


async def test_what_is_not_public_is_not_found_and_says_nothing(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    draft = await make_practice(session, ken, status=PracticeStatus.DRAFT)
    members = await make_practice(session, ken, status=PracticeStatus.PUBLISHED, visibility=Visibility.MEMBERS)
    idea = await make_activity(session, ken, status=ActivityStatus.IDEA)
    paths = [f"/practices/{draft.id}", f"/practices/{members.id}", f"/practices/{members.id}/versions/1"]
    paths += [f"/activities/{idea.id}", f"/statements/{ken.id}", f"/champions/{draft.id}"]

    for path in paths:
        document = await read(browser, path, 404)

        assert COMPLETE["title"] not in html.tostring(document, encoding="unicode")
        assert meta(document, "robots") == ["noindex"]
        assert document.xpath("//link[@rel='canonical']") == []


async def test_a_withdrawn_practice_leaves_a_tombstone(
    browser: httpx.AsyncClient, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    await client.post(
        f"/practices/{practice.id}/withdraw",
        json={"reason": "A secret reason.", "public_reason": "Superseded by 2027's."},
        headers=world.headers("secretariat"),
    )

    for path in (f"/practices/{practice.id}", f"/practices/{practice.id}/versions/1"):
        document = await read(browser, path, 410)

        text = document.xpath("string(//main)")
        assert all(word in text for word in (COMPLETE["title"], "Morocco", "24 November 2026", "Superseded by 2027's."))
        assert f"/practices/{practice.id}/versions/1" in text
        assert COMPLETE["summary"] not in text
        assert "A secret reason." not in text
        assert meta(document, "robots") == ["noindex"]


async def test_a_translation_has_an_address_of_its_own_under_which_it_is_read(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice)
    await make_translation(session, practice, language=Language.SPANISH)
    await make_translation(session, practice, language=Language.RUSSIAN, is_checked=False)
    path, address = f"/practices/{practice.id}", f"http://127.0.0.1:8000/practices/{practice.id}"

    french = await read(browser, f"{path}?lang=fr")
    spanish = await read(browser, f"{path}?lang=es")
    russian = await read(browser, f"{path}?lang=ru")

    title = f"fr: {COMPLETE['title']}"
    assert (french.get("lang"), french.xpath("//h1//text()"), french.xpath("//h1/@lang")) == ("fr", [title], ["fr"])
    assert f"fr: {COMPLETE['key_lessons']}" in french.xpath("string(//main)")
    assert f"« {title} », bonne pratique" in french.xpath("string(//main)").replace("\u00a0", " ")
    assert french.xpath("//link[@rel='canonical']/@href") == [f"{address}?lang=fr"]
    assert set(french.xpath("//link[@hreflang]/@hreflang")) == {*Language, "x-default"}
    assert structured(french)["translationOfWork"]["name"] == COMPLETE["title"]
    assert (spanish.get("lang"), spanish.xpath("//h1/@lang")) == ("es", ["es"])
    assert spanish.xpath("//link[@rel='canonical']/@href") == [f"{address}?lang=es"]
    assert (russian.get("lang"), russian.xpath("//h1//text()")) == ("ru", [COMPLETE["title"]])
    assert russian.xpath("//h1/@lang") == ["en"], "what is around the text is Russian, the text is not"


async def test_a_machines_translation_says_that_nobody_checked_it(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice, is_checked=False, made_by=Maker.MACHINE)

    document = await read(browser, f"/practices/{practice.id}?lang=fr")

    assert "Traduction automatique" in document.xpath("string(//main/p)")


async def test_the_files_beside_a_practice_are_had_from_its_page(
    browser: httpx.AsyncClient, world: World, session: AsyncSession, app: FastAPI
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    file = await make_practice_file(session, app.state.storage, practice)
    address = f"/api/v1/practices/{practice.id}/files/{file.id}"

    answer = await browser.get(f"/practices/{practice.id}")
    document = html.document_fromstring(answer.text)

    assert document.xpath(f"//a[@href='{address}']//text()") == ["Training manual"]
    assert f'{address}>; rel="item"' in answer.headers["link"]
    assert structured(document)["associatedMedia"][0]["encodingFormat"] == "text/plain"


async def test_an_older_version_is_read_as_it_was(
    browser: httpx.AsyncClient, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED, title="As it was")
    officer = world.headers("secretariat")
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=officer)).json()["id"]
    await client.patch(f"/practices/{revision}", json={"title": "As it is"}, headers=officer | {"If-Match": "*"})
    await client.post(f"/practices/{revision}/publish", json={"reason": "It is agreed."}, headers=officer)

    titles = [
        (await read(browser, f"/practices/{practice.id}{version}")).xpath("//h1//text()")
        for version in ("/versions/1", "/versions/2", "")
    ]

    assert titles == [["As it was"], ["As it is"], ["As it is"]]
    for number in (0, 3, 10**20):
        await read(browser, f"/practices/{practice.id}/versions/{number}", 404)


async def test_lists_and_the_front_page_lead_to_what_is_public(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    hidden = await make_practice(session, world.champions["KEN"], status=PracticeStatus.DRAFT)
    activity = await make_activity(session, world.champions["KEN"], status=ActivityStatus.PLANNED)
    pledge = await make_pledge(session, world.champions["KEN"])
    kenya = f"/champions/{world.champions['KEN'].id}"

    for path, leads_to in {
        "/": f"/practices/{practice.id}",
        "/practices": f"/practices/{practice.id}",
        "/champions": kenya,
        "/activities": f"/activities/{activity.id}",
        kenya: f"/practices/{practice.id}",
        "/pledges": f"/pledges/{pledge.id}",
        "/objectives": "/objectives/23",
        "/objectives/3": f"/practices/{practice.id}",
    }.items():
        document = await read(browser, path)

        assert leads_to in document.xpath("//main//a/@href"), path
        assert f"/practices/{hidden.id}" not in document.xpath("//a/@href")
        assert structured(document)["@type"]
    await read(browser, "/statements")
    await read(browser, f"/pledges/{pledge.id}")
    await read(browser, "/objectives/24", 404)


async def test_an_activity_is_an_event_where_it_has_a_day(
    browser: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"], status=ActivityStatus.PLANNED, place="Nairobi")

    told = structured(await read(browser, f"/activities/{activity.id}"))

    assert told["@type"] == ("Event" if activity.starts_on else "CreativeWork")
    assert told["name"] == activity.title


async def test_the_rest_of_the_app_is_served_as_it_was_built(browser: httpx.AsyncClient) -> None:
    for path in ("/practices/new", "/workplan", "/sign-in"):
        answer = await browser.get(path, headers={"Sec-Fetch-Mode": "navigate"})

        assert answer.status_code == 200, path
        assert '<div id="root"></div>' in answer.text
