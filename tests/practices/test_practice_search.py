"""Practices are found by words in any of the six languages, and the words are shown where they stand."""

from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.language import Language
from api.practices.models import PracticeStatus
from api.translations.models import Maker
from tests.factories.practices import make_practice
from tests.factories.translations import make_translation
from tests.factories.world import World

pytestmark = pytest.mark.anyio

TEXTS = {
    "en": "Counselling for returning workers in districts",
    "fr": "Accompagnée par l'État : la régularité des séjours à Genève",
    "es": "Orientación y formación para trabajadoras migrantes",
    "ar": "تدريب العمال المهاجرين قبل المغادرة",
    "ru": "Обучение трудовых мигрантов, ещё до отъезда",
    "zh": "移民工人的权利和培训",
}


async def publish(session: AsyncSession, world: World, **fields: Any) -> str:
    """The key of a published practice of Kenya."""
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, **fields)
    return str(practice.id)


async def found(client: httpx.AsyncClient, words: str, **more: str) -> list[dict[str, Any]]:
    """What a search for ``words`` finds."""
    answer = await client.get("/practices", params={"q": words, **more})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def marked(parts: list[dict[str, Any]]) -> list[str]:
    """The marked pieces of a highlight."""
    return [part["text"] for part in parts if part["is_match"]]


FINDS = [
    ("en", "counselled worker", ["Counselling", "workers"]),
    ("en", '"returning workers"', ["returning", "workers"]),
    ("en", "worker -children", ["workers"]),
    ("fr", "accompagner", ["Accompagnée"]),
    ("fr", "regularite", ["régularité"]),
    ("fr", "GENEVE", ["Genève"]),
    ("fr", "Genève séjour", ["séjours", "Genève"]),
    ("es", "orientacion trabajador", ["Orientación", "trabajadoras"]),
    ("es", "migrante", ["migrantes"]),
    ("ar", "مهاجر", ["المهاجرين"]),
    ("ru", "мигрант обучения", ["Обучение", "мигрантов"]),
    ("zh", "移民工人", ["移民工人"]),
    ("zh", "工人的权利", ["工人的权利"]),
    ("zh", "培", ["培"]),
]
"""Language of the only text that is found, words, and which of its words are marked."""


async def test_words_are_found_by_the_stems_of_the_texts_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for tongue, title in TEXTS.items():
        await publish(session, world, title=title, language=tongue, summary="")

    for language, words, shown in FINDS:
        (item,) = await found(client, words)

        title = item["highlight"]["title"]
        assert (item["language"], marked(title)) == (language, shown), words
        assert "".join(part["text"] for part in title) == TEXTS[language]


async def test_chinese_is_found_by_words_in_their_order_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await publish(session, world, title=TEXTS["zh"], language="zh")

    assert await found(client, "工移") == []
    assert await found(client, "移民权利") == []
    assert len(await found(client, "移民 权利")) == 1


async def test_a_word_left_out_is_left_out_by_the_stems_of_the_texts_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kept = await publish(session, world, title="Training for women", summary="")
    await publish(session, world, title="Training of a woman's child", summary="")

    items = await found(client, "training -children -child")

    assert [item["id"] for item in items] == [kept]


async def test_what_fits_best_comes_first_page_after_page(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    in_text = await publish(session, world, title="One window", summary="Nurses are heard.")
    in_title = await publish(session, world, title="Nurses abroad", summary="")
    often = await publish(session, world, title="Nurses for nurses", summary="By nurses, with nurses.")
    await publish(session, world)

    ids, cursor = [], None
    while True:
        more = {"cursor": cursor} if cursor else {}
        page = (await client.get("/practices", params={"q": "nurse", "sort": "-relevance", "limit": 1, **more})).json()
        ids += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break

    assert ids == [often, in_title, in_text]


async def test_the_passage_with_the_words_is_shown_and_markup_is_text(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    far = "It began small. " * 40
    await publish(
        session, world, title="<b>Nurses</b> & co", summary=f'{far}Then <img src=x onerror="x"> nurses came. {far}'
    )

    (item,) = await found(client, "nurses")

    title, excerpt = item["highlight"]["title"], item["highlight"]["excerpt"]
    assert "".join(part["text"] for part in title) == "<b>Nurses</b> & co"
    assert marked(title) == ["Nurses"]
    assert marked(excerpt) == ["nurses"]
    assert '<img src=x onerror="x"> nurses came.' in "".join(part["text"] for part in excerpt)
    assert len("".join(part["text"] for part in excerpt)) < 260
    assert excerpt[0] == {"text": "… ", "is_match": False}


async def test_without_words_nothing_is_highlighted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await publish(session, world)

    (item,) = (await client.get("/practices")).json()["items"]

    assert item["highlight"] is None


async def test_words_too_common_and_signs_find_nothing_and_break_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await publish(session, world)

    for words in ("the of and", "la de le", "'", "& | !", "a:* <-> b", "-", '"""', "\\"):
        assert await found(client, words, sort="-relevance") == []
        counted = (await client.get("/practices/facets", params={"q": words})).json()
        assert counted["total"] == 0, words


async def test_ten_thousand_characters_are_too_many_for_a_search(client: httpx.AsyncClient) -> None:
    refused = await client.get("/practices", params={"q": "migrants " * 1112})

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["parameter"] == "q"


async def test_a_practice_is_found_by_its_translation_and_shown_in_the_readers_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, practice, title="Informer avant le départ", summary="Des agents formés informent.")
    await publish(session, world, title="Another window", summary="")

    (in_french,) = await found(client, "agent départs")
    (to_a_french_reader,) = (
        await client.get("/practices", params={"q": "information"}, headers={"Accept-Language": "fr"})
    ).json()["items"]
    (to_an_english_reader,) = await found(client, "information")
    facets = (await client.get("/practices/facets", params={"q": "agent départs"})).json()

    assert in_french["id"] == str(practice.id)
    assert in_french["title"] == "Pre-departure information in district offices"
    assert in_french["highlight"]["language"] == "fr"
    assert marked(in_french["highlight"]["title"]) == ["départ"]
    assert marked(in_french["highlight"]["excerpt"]) == ["agents"]
    assert to_a_french_reader["highlight"]["language"] == "fr"
    assert to_an_english_reader["highlight"]["language"] == "en"
    assert facets["total"] == 1


async def test_only_translations_that_readers_see_are_searched(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    states = {
        Language.FRENCH: {"is_checked": False, "summary": "Guichets"},
        Language.SPANISH: {"is_checked": False, "made_by": Maker.MACHINE, "summary": "Ventanillas"},
        Language.RUSSIAN: {"is_checked": False, "made_by": Maker.MACHINE, "summary": "Окна", "key_lessons": ""},
        Language.ARABIC: {"summary": "المهاجرين", "key_lessons": ""},
    }
    for language, fields in states.items():
        await make_translation(session, practice, language=language, **fields)
    private = await make_practice(session, world.champions["KEN"])
    await make_translation(session, private, language=Language.SPANISH, summary="Ventanillas")

    listed = (await client.get(f"/practices/{practice.id}/translations")).json()["items"]
    shown = {one["language"] for one in listed if one["state"] != "missing"}
    told = {words: len(await found(client, words)) for words in ("guichet", "ventanilla", "окно", "مهاجر")}

    assert shown == {"es", "ar"}
    assert told == {"guichet": 0, "ventanilla": 1, "окно": 0, "مهاجر": 1}


async def test_what_a_translation_says_best_comes_first_in_one_statement(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    in_text = await publish(session, world, title="Guichet", summary="Des infirmières viennent.", language="fr")
    translated = await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    await make_translation(session, translated, title="Infirmières", summary="Infirmières, infirmiers.")
    await make_translation(session, translated, language=Language.SPANISH, title="Infirmières")
    statements.clear()

    items = await found(client, "infirmière", sort="-relevance")

    assert [item["id"] for item in items] == [str(translated.id), in_text]
    assert len(statements) == 1
