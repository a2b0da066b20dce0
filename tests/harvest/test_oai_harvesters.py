"""Harvests by an independent client, page by page, also while practices change in between."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from oaipmh_scythe import Scythe
from sqlmodel.ext.asyncio.session import AsyncSession

from api.harvest import repository
from api.platform import clock
from api.practices.models import PracticeStatus
from tests.conftest import NOW
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.harvest.conftest import Ask
from tests.harvest.official import OAI, checked

pytestmark = pytest.mark.anyio

Harvest = Callable[[Callable[[Scythe], Any]], Awaitable[Any]]
FIRST = "verb=ListRecords&metadataPrefix=oai_dc"


@pytest.fixture
async def harvest(web: httpx.AsyncClient) -> AsyncIterator[Harvest]:
    """Let oaipmh-scythe harvest: every answer that it gets is held against the official schemas too."""

    async def fetch(request: httpx2.Request) -> httpx2.Response:
        answer = await web.request(
            request.method, str(request.url), content=request.content, headers=dict(request.headers)
        )
        checked(answer.content)
        return httpx2.Response(answer.status_code, content=answer.content, headers={"content-type": "text/xml"})

    with Scythe("http://test/oai") as scythe:
        scythe._client = httpx2.Client(
            transport=httpx2.MockTransport(lambda request: anyio.from_thread.run(fetch, request))
        )
        yield lambda work: anyio.to_thread.run_sync(work, scythe)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "_PAGE", 3)


async def _make(session: AsyncSession, world: World, number: int) -> list[str]:
    keys = []
    for place in range(number):
        clock.set_to(NOW - timedelta(minutes=number) + timedelta(minutes=place // 2))
        status = PracticeStatus.WITHDRAWN if place % 5 == 4 else PracticeStatus.PUBLISHED
        practice = await make_practice(session, world.champions["KEN" if place % 2 else "MAR"], status=status)
        keys.append(str(practice.id))
    clock.set_to(NOW)
    return keys


def _identify(scythe: Scythe) -> Any:
    return scythe.identify()


def _all(prefix: str, **chosen: Any) -> Callable[[Scythe], list[Any]]:
    return lambda scythe: list(scythe.list_records(metadata_prefix=prefix, **chosen))


def _keys(records: list[Any]) -> list[str]:
    return [record.header.identifier.rpartition("/")[2] for record in records]


@pytest.mark.parametrize("prefix", ["oai_dc", "mods"])
async def test_a_harvest_in_small_pages_is_the_whole_repository(
    harvest: Harvest, small_pages: None, world: World, session: AsyncSession, prefix: str
) -> None:
    keys = await _make(session, world, 11)

    records = await harvest(_all(prefix))
    of_a_set = await harvest(_all(prefix, set_="region:002:015"))
    headers = await harvest(lambda scythe: list(scythe.list_identifiers(metadata_prefix=prefix)))
    alive = await harvest(_all(prefix, ignore_deleted=True))

    assert _keys(records) == keys
    assert _keys(of_a_set) == keys[::2]
    assert [header.identifier for header in headers] == [record.header.identifier for record in records]
    assert [record.deleted for record in records] == [place % 5 == 4 for place in range(11)]
    assert len(alive) == 9
    assert all(record.metadata for record in alive)


async def test_the_client_reads_what_the_repository_says_of_itself(
    harvest: Harvest, world: World, session: AsyncSession
) -> None:
    (key,) = await _make(session, world, 1)

    identity = await harvest(_identify)
    sets = await harvest(lambda scythe: [each.setSpec for each in scythe.list_sets()])
    formats = await harvest(lambda scythe: [each.metadataPrefix for each in scythe.list_metadata_formats()])
    record = await harvest(lambda scythe: scythe.get_record(identifier=f"oai:127.0.0.1:practices/{key}"))

    assert identity.protocolVersion == "2.0"
    assert "objective:23" in sets
    assert formats == ["oai_dc", "mods"]
    assert record.metadata["creator"] == ["Morocco"]


async def test_nothing_is_missed_when_practices_change_between_two_pages(
    ask: Ask, small_pages: None, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    keys = await _make(session, world, 8)
    seen: dict[str, bool] = {}

    def note(answer: Any) -> str | None:
        for header in answer.iter(f"{OAI}header"):
            seen[header.find(f"{OAI}identifier").text.rpartition("/")[2]] = header.get("status") == "deleted"
        token = answer.find(f".//{OAI}resumptionToken")
        return None if token is None else token.text

    token = note(await ask(FIRST))
    await client.post(
        f"/practices/{keys[0]}/withdraw", json={"reason": "It ended."}, headers=world.headers("secretariat")
    )
    await client.post(
        f"/practices/{keys[7]}/withdraw", json={"reason": "It ended."}, headers=world.headers("secretariat")
    )
    while token:
        token = note(await ask(f"verb=ListRecords&resumptionToken={token}"))

    assert seen == {key: key in (keys[0], keys[4], keys[7]) for key in keys}


async def test_a_token_is_good_for_two_days_and_may_be_used_again(
    ask: Ask, small_pages: None, world: World, session: AsyncSession
) -> None:
    await _make(session, world, 8)
    first = (await ask(FIRST)).find(f".//{OAI}resumptionToken")

    clock.set_to(NOW + timedelta(days=2))
    once, again = [await ask(f"verb=ListRecords&resumptionToken={first.text}") for _ in range(2)]
    last_token = once.find(f".//{OAI}resumptionToken").text
    last = (await ask(f"verb=ListRecords&resumptionToken={last_token}")).find(f".//{OAI}resumptionToken")
    of_another_verb = await ask(f"verb=ListIdentifiers&resumptionToken={first.text}")
    tampered = await ask(f"verb=ListRecords&resumptionToken=x{first.text}")
    clock.set_to(NOW + timedelta(days=2, seconds=1))
    expired = await ask(f"verb=ListRecords&resumptionToken={first.text}")

    assert dict(first.attrib) == {
        "completeListSize": "8", "cursor": "0", "expirationDate": "2026-11-26T09:00:00Z"
    }  # fmt: skip
    assert [each.find(f".//{OAI}datestamp").text for each in (once, again)] == ["2026-11-24T08:53:00Z"] * 2
    assert (last.text, dict(last.attrib)) == (None, {"completeListSize": "8", "cursor": "6"})
    for answer in (of_another_verb, tampered, expired):
        assert answer.find(f"{OAI}error").get("code") == "badResumptionToken"


async def test_a_list_whose_rest_has_moved_on_is_begun_again(
    ask: Ask, small_pages: None, client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    keys = await _make(session, world, 4)
    token = (await ask(f"{FIRST}&until=2026-11-24T08:59:59Z")).find(f".//{OAI}resumptionToken").text

    await client.post(
        f"/practices/{keys[3]}/withdraw", json={"reason": "It ended."}, headers=world.headers("secretariat")
    )
    rest = await ask(f"verb=ListRecords&resumptionToken={token}")

    assert rest.find(f"{OAI}error").get("code") == "badResumptionToken"


async def test_a_page_costs_the_same_wherever_it_is(
    ask: Ask, small_pages: None, world: World, session: AsyncSession, statements: list[str]
) -> None:
    await _make(session, world, 8)
    costs = []

    statements.clear()
    token = (await ask(FIRST)).find(f".//{OAI}resumptionToken").text
    costs.append(len(statements))
    statements.clear()
    await ask(f"verb=ListRecords&resumptionToken={token}")
    costs.append(len(statements))

    assert costs == [2, 1]
