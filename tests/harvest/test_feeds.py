"""Feeds and the sitemap: what everybody may read, paged, filtered, cached, and gone when it is withdrawn."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from lxml import etree
from sqlmodel.ext.asyncio.session import AsyncSession

from api.harvest import sitemaps
from api.platform import clock
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.practices import make_practice
from tests.factories.translations import make_translation
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


async def _make(session: AsyncSession, world: World, number: int, **fields: Any) -> list[str]:
    made = []
    for place in range(number):
        clock.set_to(NOW - timedelta(days=number - place))
        practice = await make_practice(
            session,
            world.champions["KEN" if place % 2 else "MAR"],
            status=PracticeStatus.PUBLISHED,
            title=f"Nº {place} <b>&</b>",
            **fields,
        )
        made.append(str(practice.id))
    clock.set_to(NOW)
    return made[::-1]


def _key(address: str) -> str:
    return address.rpartition("/")[2]


async def test_the_json_feed_is_read_page_by_page(web: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    keys = await _make(session, world, 5)

    address, read = "/feeds/practices.json?limit=2", []
    while address:
        answer = await web.get(address)
        assert answer.headers["content-type"] == "application/feed+json"
        feed = answer.json()
        read += feed["items"]
        address = feed.get("next_url", "").removeprefix("http://127.0.0.1:8000")

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [_key(item["id"]) for item in read] == keys
    assert (read[0]["title"], read[0]["authors"][0]["name"]) == ("Nº 4 <b>&</b>", "Morocco")
    assert read[0]["date_published"] == "2026-11-23T09:00:00Z"
    assert all(item["content_text"] for item in read)


async def test_the_atom_feed_is_read_page_by_page(web: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    keys = await _make(session, world, 5, language="fr")

    address, read, names = "/feeds/practices.atom?limit=2&language=fr", [], set()
    while address:
        feed = etree.fromstring((await web.get(address)).content)
        read += [_key(entry.findtext(f"{ATOM}id")) for entry in feed.iter(f"{ATOM}entry")]
        names.add(feed.findtext(f"{ATOM}id"))
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        address = links.get("next", "").removeprefix("http://127.0.0.1:8000")

    assert read == keys
    assert names == {"http://127.0.0.1:8000/feeds/practices.atom?limit=2&language=fr"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("champion=KEN", 2),
        ("region=002", 5),
        ("region=150", 0),
        ("objective=3", 5),
        ("objective=20", 0),
        ("q=contracts", 5),
    ],
)
async def test_feeds_are_filtered_as_the_list_is(
    web: httpx.AsyncClient, world: World, session: AsyncSession, query: str, found: int
) -> None:
    await _make(session, world, 5)

    as_json = (await web.get(f"/feeds/practices.json?{query}")).json()
    as_atom = etree.fromstring((await web.get(f"/feeds/practices.atom?{query}")).content)

    assert len(as_json["items"]) == len(list(as_atom.iter(f"{ATOM}entry"))) == found


async def test_feeds_are_the_same_for_everybody_and_hold_what_everybody_may_read(
    web: httpx.AsyncClient, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.DRAFT)
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, visibility=Visibility.MEMBERS)
    (key,) = await _make(session, world, 1)

    seen = [
        [
            _key(item["id"])
            for item in (await web.get("/feeds/practices.json", headers=world.headers(who))).json()["items"]
        ]
        for who in ("nobody", "ken", "secretariat")
    ]
    await client.post(f"/practices/{key}/withdraw", json={"reason": "It ended."}, headers=world.headers("secretariat"))
    after = (await web.get("/feeds/practices.json")).json()["items"]

    assert seen == [[key]] * 3
    assert after == []


@pytest.mark.parametrize("suffix", ["json", "atom"])
async def test_a_reader_that_has_a_feed_is_told_so(
    web: httpx.AsyncClient, world: World, session: AsyncSession, suffix: str
) -> None:
    first = await web.get(f"/feeds/practices.{suffix}")
    await _make(session, world, 1)
    second = await web.get(f"/feeds/practices.{suffix}", headers={"If-None-Match": first.headers["etag"]})
    again = await web.get(f"/feeds/practices.{suffix}", headers={"If-None-Match": second.headers["etag"]})

    head = await web.head(f"/feeds/practices.{suffix}")

    assert (first.status_code, second.status_code, again.status_code, head.status_code) == (200, 200, 304, 200)
    assert first.headers["cache-control"] == "public, max-age=300"
    assert "Accept-Language" in first.headers["vary"]


async def test_a_feed_in_a_language_has_the_words_of_translations(
    web: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    practice = await make_practice(session, ken, status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice)
    plain = await make_practice(session, ken, status=PracticeStatus.PUBLISHED, title="In English alone")
    await make_translation(session, plain, is_checked=False)

    told = json.loads((await web.get("/feeds/practices.json?lang=fr")).content)
    atom = etree.fromstring((await web.get("/feeds/practices.atom?lang=fr")).content)
    wrong = await web.get("/feeds/practices.json?lang=tlh")

    by_id = {item["id"].rsplit("/", 1)[1]: item for item in told["items"]}
    translated, original = by_id[str(practice.id)], by_id[str(plain.id)]
    assert (told["language"], translated["language"], original["language"]) == ("fr", "fr", "en")
    assert translated["title"] == f"fr: {practice.title}"
    assert translated["url"] == f"{translated['id']}?lang=fr"
    assert (original["title"], original["url"]) == ("In English alone", original["id"])
    assert f"fr: {practice.title}" in atom.xpath("//*[local-name()='title']/text()")
    assert wrong.status_code == 422


async def test_the_sitemap_names_every_page_in_all_six_languages(
    web: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    sitemap = etree.fromstring((await web.get("/sitemap.xml")).content)

    (page,) = (each for each in sitemap if str(practice.id) in each.findtext(f"{SITEMAP}loc"))
    assert page.xpath("*/@hreflang") == ["ar", "en", "es", "fr", "ru", "zh", "x-default"]


async def test_a_wrong_filter_is_a_problem(web: httpx.AsyncClient) -> None:
    answers = [await web.get(f"/feeds/practices.atom?{query}") for query in ("objective=24", "colour=blue", "cursor=x")]

    assert [answer.status_code for answer in answers] == [422] * 3


async def test_the_sitemap_names_what_everybody_may_read(
    web: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    (key,) = await _make(session, world, 1)
    hidden = await make_practice(session, world.champions["KEN"], status=PracticeStatus.DRAFT)
    activity = await make_activity(session, world.champions["KEN"])

    sitemap = etree.fromstring((await web.get("/sitemap.xml")).content)
    robots = (await web.get("/robots.txt")).text

    told = {page.findtext(f"{SITEMAP}loc"): page.findtext(f"{SITEMAP}lastmod") for page in sitemap}
    assert told[f"http://127.0.0.1:8000/practices/{key}"] == "2026-11-23"
    assert f"http://127.0.0.1:8000/champions/{world.champions['KEN'].id}" in told
    assert "http://127.0.0.1:8000/practices" in told
    assert not any(str(hidden.id) in address for address in told)
    assert (f"http://127.0.0.1:8000/activities/{activity.id}" in told) is (activity.visibility is Visibility.PUBLIC)
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in robots


async def test_many_pages_are_listed_in_parts(
    web: httpx.AsyncClient, world: World, session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = await _make(session, world, 5)
    monkeypatch.setattr(sitemaps, "LARGEST", 4)

    index = etree.fromstring((await web.get("/sitemap.xml")).content)
    parts = [part.findtext(f"{SITEMAP}loc").removeprefix("http://127.0.0.1:8000") for part in index]
    listed = [
        page.findtext(f"{SITEMAP}loc") for path in parts for page in etree.fromstring((await web.get(path)).content)
    ]

    assert index.tag == f"{SITEMAP}sitemapindex"
    assert len(parts) == 3
    assert {_key(address) for address in listed} > set(keys)
    assert len(listed) == len(set(listed)) == 5 + 6 + len(sitemaps.LISTS)
    assert (await web.get("/sitemaps/9.xml")).status_code == 404
