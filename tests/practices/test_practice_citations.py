"""Citations for reference managers, each read back by a library that reads them."""

import json
from typing import Any

import bibtexparser
import httpx
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

BIBTEX, RIS, CSL = (
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
)
TITLES = [
    "Pre-departure information in district offices",
    "100 % of {costs} & fees, C_1 #2 for 5 $: \\emph{no} ~ “quotes”",
    "Guichet unique pour l’insertion des migrants à Dakar",
    "نافذة واحدة للمهاجرين } {",
    "移民一站式服务",
]


async def _cite(client: httpx.AsyncClient, path: str, accept: str, **headers: str) -> str:
    answer = await client.get(f"{path}/citation", headers={"Accept": accept, **headers})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == accept
    return answer.text


def _bibtex(text: str) -> tuple[str, dict[str, Any]]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry.key, {field.key: field.value for field in entry.fields}


@pytest.mark.parametrize("title", TITLES)
async def test_a_citation_survives_being_written_and_read(
    client: httpx.AsyncClient, world: World, session: AsyncSession, title: str
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED, title=title)
    path, address = f"/practices/{practice.id}", f"http://127.0.0.1:8000/practices/{practice.id}/versions/1"

    key, bibtex = _bibtex(await _cite(client, path, BIBTEX))
    (ris,) = rispy.loads(await _cite(client, path, RIS))
    (csl,) = json.loads(await _cite(client, path, CSL))

    assert bibtex["title"] == ris["title"] == csl["title"] == title
    assert [bibtex["author"]] == ris["authors"] == [csl["author"][0]["literal"]] == ["Morocco"]
    assert bibtex["url"] == ris["urls"][0] == csl["URL"] == address
    assert (bibtex["year"], ris["year"], csl["issued"]) == ("2026", "2026", {"date-parts": [[2026, 11, 24]]})
    assert (bibtex["number"], ris["edition"], csl["version"]) == ("Version 1", "Version 1", "1")
    assert key == ris["id"] == csl["id"] == f"mar-2026-{practice.id.hex[-8:]}-v1"


async def test_a_champion_is_cited_in_the_readers_language(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}"

    names = {
        tongue: _bibtex(await _cite(client, path, BIBTEX, **{"Accept-Language": tongue}))[1]["author"]
        for tongue in ("fr", "ar")
    }

    assert names == {"fr": "Maroc", "ar": "المغرب"}


async def test_a_form_that_is_not_to_be_had_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED)
    path = f"/practices/{practice.id}/citation"

    refused = await client.get(path, headers={"Accept": "application/pdf"})
    by_default = await client.get(path)
    by_link = await client.get(f"{path}?format=ris", headers={"Accept": "text/html"})

    assert refused.status_code == 406
    assert by_default.headers["content-type"].startswith(BIBTEX)
    assert by_link.headers["content-disposition"].endswith(".ris")


async def test_only_what_one_may_read_is_cited(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    made = [
        await make_practice(session, world.champions["KEN"], status=status, visibility=visibility)
        for status, visibility in (
            (PracticeStatus.WITHDRAWN, Visibility.PUBLIC),
            (PracticeStatus.PUBLISHED, Visibility.MEMBERS),
            (PracticeStatus.DRAFT, Visibility.PUBLIC),
        )
    ]

    got = {
        who: [
            (await client.get(f"/practices/{each.id}/citation", headers=world.headers(who))).status_code
            for each in made
        ]
        for who in ("nobody", "prt", "ken")
    }

    assert got == {"nobody": [404, 404, 404], "prt": [404, 200, 404], "ken": [200, 200, 404]}


async def test_an_older_version_is_cited_as_it_was(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    practice = await make_practice(session, world.champions["MAR"], status=PracticeStatus.PUBLISHED, title="As it was")
    officer = world.headers("secretariat")
    revision = (await client.post(f"/practices/{practice.id}/revise", headers=officer)).json()["id"]
    await client.patch(f"/practices/{revision}", json={"title": "As it is"}, headers=officer | {"If-Match": "*"})
    await client.post(f"/practices/{revision}/publish", json={"reason": "It is agreed."}, headers=officer)

    (first,) = json.loads(await _cite(client, f"/practices/{practice.id}/versions/1", CSL))
    (last,) = json.loads(await _cite(client, f"/practices/{practice.id}", CSL))
    none = await client.get(f"/practices/{practice.id}/versions/3/citation")

    assert (first["title"], first["version"]) == ("As it was", "1")
    assert (last["title"], last["version"]) == ("As it is", "2")
    assert none.status_code == 404
