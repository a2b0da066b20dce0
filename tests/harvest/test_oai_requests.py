"""Every request of OAI-PMH 2.0, and every way to ask wrongly, each answer valid by the official schema."""

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from api.harvest import rules
from api.practices.models import PracticeStatus
from tests.factories.practices import make_practice
from tests.factories.world import World
from tests.harvest.conftest import Ask
from tests.harvest.official import OAI, checked

pytestmark = pytest.mark.anyio

PREFIX = "metadataPrefix=oai_dc"
WRONG = {
    "": "badVerb",
    "verb=": "badVerb",
    "verb=identify": "badVerb",
    "verb=Identify&verb=ListSets": "badVerb",
    "metadataPrefix=oai_dc": "badVerb",
    "verb=Identify&set=objective": "badArgument",
    "verb=ListSets&metadataPrefix=oai_dc": "badArgument",
    "verb=ListSets&resumptionToken=x": "badResumptionToken",
    "verb=ListMetadataFormats&metadataPrefix=oai_dc": "badArgument",
    "verb=ListMetadataFormats&identifier=oai:127.0.0.1:practices/none": "idDoesNotExist",
    "verb=GetRecord": "badArgument",
    "verb=GetRecord&metadataPrefix=oai_dc": "badArgument",
    "verb=GetRecord&identifier=oai:127.0.0.1:practices/0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02": "badArgument",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:practices/0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02": "idDoesNotExist",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere.org:practices/0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02": "idDoesNotExist",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=invalid%22id%00": "idDoesNotExist",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=x&identifier=y": "badArgument",
    "verb=ListRecords": "badArgument",
    f"verb=ListRecords&{PREFIX}&{PREFIX}": "badArgument",
    f"verb=ListRecords&{PREFIX}&colour=blue": "badArgument",
    f"verb=ListRecords&{PREFIX}&identifier=x": "badArgument",
    f"verb=ListRecords&{PREFIX}&resumptionToken=x": "badArgument",
    "verb=ListRecords&resumptionToken=forged": "badResumptionToken",
    "verb=ListRecords&resumptionToken=": "badResumptionToken",
    "verb=ListIdentifiers&resumptionToken=forged": "badResumptionToken",
    "verb=ListRecords&metadataPrefix=marc21": "cannotDisseminateFormat",
    "verb=ListRecords&metadataPrefix=no%20prefix": "badArgument",
    "verb=ListIdentifiers": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=yesterday": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-02-30": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-11-24T09:00:00": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-11-24T09:00:00%2B01:00": "badArgument",
    f"verb=ListRecords&{PREFIX}&until=2026-11-24T09:00Z": "badArgument",
    f"verb=ListRecords&{PREFIX}&until=0000-01-01": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-11-24&until=2026-11-23": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-11-01&until=2026-11-24T09:00:00Z": "badArgument",
    f"verb=ListRecords&{PREFIX}&from=2026-11-25": "noRecordsMatch",
    f"verb=ListRecords&{PREFIX}&until=2018-12-10": "noRecordsMatch",
    f"verb=ListRecords&{PREFIX}&set=objective:24": "noRecordsMatch",
    f"verb=ListRecords&{PREFIX}&set=region:019:015": "noRecordsMatch",
    f"verb=ListRecords&{PREFIX}&set=objective:": "badArgument",
    f"verb=ListRecords&{PREFIX}&set=": "badArgument",
}


async def test_what_is_wrong_is_named_as_the_protocol_names_it(ask: Ask, world: World, session: AsyncSession) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    for query, code in WRONG.items():
        answer = await ask(query)

        asked = answer.find(f"{OAI}request")
        assert [error.get("code") for error in answer.iter(f"{OAI}error")] == [code], query
        assert asked.text == "http://127.0.0.1:8000/oai"
        assert bool(asked.attrib) is (code not in {"badVerb", "badArgument"}), query


async def test_the_repository_says_what_it_keeps(ask: Ask, world: World, session: AsyncSession) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    identity = (await ask("verb=Identify")).find(f"{OAI}Identify")

    said = {child.tag.removeprefix(OAI): child.text for child in identity}
    assert said["baseURL"] == "http://127.0.0.1:8000/oai"
    assert (said["deletedRecord"], said["granularity"]) == ("persistent", "YYYY-MM-DDThh:mm:ssZ")
    assert said["earliestDatestamp"] == "2026-11-24T09:00:00Z"
    assert said["adminEmail"] == "secretariat@champions.example"


async def test_an_empty_repository_answers_every_verb(ask: Ask) -> None:
    assert (await ask("verb=Identify")).find(f"{OAI}Identify") is not None
    assert (await ask(f"verb=ListRecords&{PREFIX}")).find(f"{OAI}error").get("code") == "noRecordsMatch"


async def test_the_sets_are_the_objectives_and_the_regions(ask: Ask) -> None:
    specs = [spec.text for spec in (await ask("verb=ListSets")).iter(f"{OAI}setSpec")]

    assert len(specs) == len(set(specs))
    assert {"objective", "objective:1", "objective:23", "region", "region:002", "region:002:015"} < set(specs)
    assert [spec.rpartition(":")[0] for spec in specs if ":" in spec and spec.rpartition(":")[0] not in specs] == []


async def test_the_formats_are_the_same_for_every_record(ask: Ask, world: World, session: AsyncSession) -> None:
    practice = await make_practice(session, world.champions["KEN"], status=PracticeStatus.WITHDRAWN)

    of_all = await ask("verb=ListMetadataFormats")
    of_one = await ask(f"verb=ListMetadataFormats&identifier=oai:127.0.0.1:practices/{practice.id}")

    for answer in (of_all, of_one):
        assert [prefix.text for prefix in answer.iter(f"{OAI}metadataPrefix")] == ["oai_dc", "mods"]


async def test_a_form_asks_as_an_address_does(web: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)

    posted = await web.post("/oai", data={"verb": "ListRecords", "metadataPrefix": "mods"})
    wrong = await web.post("/oai", content=b"\xff=%ff&verb=Identify")

    assert len(list(checked(posted.content).iter(f"{OAI}record"))) == 1
    assert checked(wrong.content).find(f"{OAI}error").get("code") == "badArgument"


NAMES = st.sampled_from(["verb", "identifier", "metadataPrefix", "from", "until", "set", "resumptionToken", "else"])
VALUES = st.one_of(
    st.sampled_from([*rules.Verb, "oai_dc", "mods", "2026-11-24", "2026-11-24T09:00:00Z", "objective:5", "region"]),
    st.text(max_size=12),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(NAMES, VALUES), max_size=5))
async def test_whatever_is_asked_the_answer_is_valid(web: httpx.AsyncClient, pairs: list[tuple[str, str]]) -> None:
    sent = [(name, value.encode("utf-8", "replace").decode()) for name, value in pairs]

    answer = await web.get("/oai", params=sent)

    assert answer.status_code == 200
    checked(answer.content)
