"""The rotation planner over HTTP: proposals with reasons, pins, alternatives, and plans."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.cochairs.models import Availability
from tests.factories.champions import make_champion
from tests.factories.cochairs import make_availability
from tests.factories.processes import make_process
from tests.factories.world import World

pytestmark = pytest.mark.anyio

Terms = list[tuple[str, list[str]]]


async def ask(client: httpx.AsyncClient, world: World, who: str = "secretariat", **request: Any) -> httpx.Response:
    body = {"from": "2027-07-01", "terms": 3} | request
    return await client.post("/cochair-terms/proposals", json=body, headers=world.headers(who))


def pairs(items: list[dict[str, Any]]) -> Terms:
    return [(item["starts_on"], sorted(champion["iso3"] for champion in item["champions"])) for item in items]


def codes(item: dict[str, Any]) -> list[str]:
    return [reason["code"] for reason in item["reasons"]]


async def test_the_longest_since_last_served_come_first_with_reasons(client: httpx.AsyncClient, world: World) -> None:
    answer = await ask(client, world)

    assert answer.status_code == 200, answer.text
    items = answer.json()["items"]
    assert [item["starts_on"] for item in items] == ["2027-07-01", "2028-01-01", "2028-07-01"]
    assert items[0]["ends_on"] == "2028-01-01"
    assert {champion["iso3"] for champion in items[0]["champions"]} & {"KEN", "PRT"}
    assert {"not_served_since", "commissions_differ", "not_paired_before"} <= set(codes(items[0]))
    texts = [reason["text"] for reason in items[0]["reasons"]]
    assert any(text.endswith("has not co-chaired since June 2026.") for text in texts)
    assert answer.json()["alternatives"] == []


async def test_a_never_served_volunteer_has_the_semester_of_the_review(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    senegal = await make_champion(session, "SEN")
    await make_champion(session, "PER")
    await make_availability(session, senegal, Availability.VOLUNTEERS, semester_starts_on=date(2028, 1, 1))
    await make_availability(session, world.champions["KEN"], Availability.NOT_AVAILABLE)
    await make_process(
        session, "rr-2028", title="Regional Review", starts_on=date(2028, 1, 1), ends_on=date(2028, 3, 1)
    )

    items = (await ask(client, world)).json()["items"]

    assert "KEN" not in pairs(items)[0][1]
    assert "SEN" in pairs(items)[1][1]
    [volunteers] = [reason for reason in items[1]["reasons"] if reason["code"] == "volunteers"]
    assert volunteers["text"] == "Senegal volunteers for the semester of the Regional Review."
    assert [process["title"] for process in volunteers["processes"]] == ["Regional Review"]
    assert [champion["name"] for champion in volunteers["champions"]] == ["Senegal"]
    assert "others_not_available" in codes(items[0])


async def test_a_taken_day_moves_the_first_term_behind_what_is_planned(client: httpx.AsyncClient, world: World) -> None:
    items = (await ask(client, world, **{"from": "2026-11-24"})).json()["items"]
    left_out = (await ask(client, world, **{"from": None})).json()["items"]

    assert [item["starts_on"] for item in items] == ["2027-06-23", "2027-12-23", "2028-06-23"]
    assert left_out[0]["starts_on"] == "2027-06-23"


async def test_the_first_term_lasts_as_long_as_is_asked_and_the_next_follow_it(
    client: httpx.AsyncClient, world: World
) -> None:
    items = (await ask(client, world, first_ends_on="2028-03-01")).json()["items"]

    assert [(item["starts_on"], item["ends_on"]) for item in items] == [
        ("2027-07-01", "2028-03-01"),
        ("2028-03-01", "2028-09-01"),
        ("2028-09-01", "2029-03-01"),
    ]


@pytest.mark.parametrize(
    ("from_day", "first_ends_on", "code"),
    [
        ("2027-07-01", "2027-07-01", "not_after_its_beginning"),
        ("2027-07-01", "2031-07-01", "not_after_its_beginning"),
        ("2025-01-01", "2026-06-01", "overlaps"),
    ],
)
async def test_a_first_term_that_cannot_be_is_told_beside_its_field(
    client: httpx.AsyncClient, world: World, from_day: str, first_ends_on: str, code: str
) -> None:
    answer = await ask(client, world, **{"from": from_day, "first_ends_on": first_ends_on})

    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [("/first_ends_on", code)]


async def test_co_chairs_read_and_others_do_not(client: httpx.AsyncClient, world: World) -> None:
    answers = {who: (await ask(client, world, who)).status_code for who in ("nobody", "observer", "ken", "mar", "bgd")}

    assert answers == {"nobody": 401, "observer": 403, "ken": 403, "mar": 200, "bgd": 200}


async def test_alternatives_begin_with_other_pairs(client: httpx.AsyncClient, world: World) -> None:
    answer = (await ask(client, world, alternatives=2)).json()

    firsts = [pairs(plan["items"])[0][1] for plan in [answer, *answer["alternatives"]]]
    assert len(answer["alternatives"]) == 2
    assert len({tuple(first) for first in firsts}) == 3


async def test_pinned_and_kept_pairs_appear_and_forbidden_ones_do_not(client: httpx.AsyncClient, world: World) -> None:
    plain = pairs((await ask(client, world)).json()["items"])

    answer = await ask(
        client,
        world,
        pinned=[["MAR", "PRT"]],
        kept=[{"champions": ["LUX", "SLV"], "starts_on": "2028-07-01"}],
        forbidden=[plain[0][1]],
    )

    found = pairs(answer.json()["items"])
    assert found[2] == ("2028-07-01", ["LUX", "SLV"])
    assert ["MAR", "PRT"] in [pair for _, pair in found]
    assert plain[0][1] not in [pair for _, pair in found]
    assert answer.json()["items"][2]["is_pinned"]
    assert "pinned" in codes(answer.json()["items"][2])


@pytest.mark.parametrize(
    ("request_", "status", "pointer", "code"),
    [
        ({"pinned": [["MAR", "FRA"]]}, 422, "/pinned/0/1", "not_a_champion"),
        ({"forbidden": [["FRA", "MAR"]]}, 422, "/forbidden/0/0", "not_a_champion"),
        ({"pinned": [["MAR", "MAR"]]}, 422, "/pinned/0", "same_champion_twice"),
        ({"pinned": [["MAR"]]}, 422, "/pinned/0", "too_short"),
        ({"pinned": [["MAR", "XXX"]]}, 422, "/pinned/0/1", None),
        ({"pinned": [["MAR", "KEN"]], "forbidden": [["KEN", "MAR"]]}, 422, "/pinned/0", "pinned_and_forbidden"),
        ({"pinned": [["MAR", "KEN"], ["KEN", "MAR"]]}, 422, "/pinned/1", "pinned_twice"),
        ({"terms": 1, "pinned": [["MAR", "KEN"], ["KEN", "PRT"]]}, 422, "/pinned", "too_many"),
        ({"pinned": [["GMB", "KEN"]]}, 409, "/pinned/0", "cannot_serve"),
        (
            {"kept": [{"champions": ["MAR", "KEN"], "starts_on": "2027-08-01"}]},
            422,
            "/kept/0/starts_on",
            "no_term",
        ),
        (
            {"kept": [{"champions": [a, b], "starts_on": "2027-07-01"} for a, b in (("MAR", "KEN"), ("PRT", "SLV"))]},
            422,
            "/kept/1/starts_on",
            "term_taken",
        ),
        (
            {
                "forbidden": [
                    [a, b]
                    for place, a in enumerate(["BGD", "KEN", "LUX", "MAR", "PRT", "SLV"])
                    for b in ["BGD", "KEN", "LUX", "MAR", "PRT", "SLV"][place + 1 :]
                ]
            },
            409,
            "/terms",
            "nobody_left",
        ),
        ({"terms": 0}, 422, "/terms", None),
        ({"terms": 13}, 422, "/terms", None),
        ({"from": "soon"}, 422, "/from", None),
        ({"from": "9999-01-01"}, 422, "/from", None),
        ({"semesters": 2}, 422, "/semesters", None),
    ],
)
async def test_what_cannot_be_had_is_told_beside_its_field(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    request_: dict[str, Any],
    status: int,
    pointer: str,
    code: str | None,
) -> None:
    await make_champion(session, "GMB", left_on=date(2027, 9, 1))

    answer = await ask(client, world, **request_)

    assert answer.status_code == status, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert code in (None, answer.json()["errors"][0]["code"])


async def test_a_proposal_takes_a_fixed_number_of_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    async def counted(terms: int) -> int:
        statements.clear()
        await ask(client, world, terms=terms, alternatives=2)
        return len(statements)

    few = await counted(1)
    for iso3 in ("SEN", "PER", "MEX"):
        await make_availability(session, await make_champion(session, iso3), Availability.VOLUNTEERS)

    assert await counted(10) == few <= 7


async def test_a_proposal_becomes_planned_terms_with_its_reasons_in_the_trail(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    items = (await ask(client, world, terms=2)).json()["items"]
    terms = [
        {
            "champions": [champion["iso3"] for champion in item["champions"]],
            "starts_on": item["starts_on"],
            "reasons": [reason["text"] for reason in item["reasons"]],
        }
        for item in items
    ]

    answer = await client.post("/cochair-terms/plan", json={"terms": terms}, headers=world.headers("secretariat"))

    assert answer.status_code == 201, answer.text
    assert pairs(answer.json()["items"]) == pairs(items)
    assert {term["status"] for term in answer.json()["items"]} == {"planned"}
    entries = (await session.exec(select(AuditEntry).where(AuditEntry.action == "cochair_term.created"))).all()
    assert [entry.reason for entry in entries] == [" ".join(term["reasons"]) for term in terms]


@pytest.mark.parametrize(
    ("second", "status", "pointer"),
    [
        ({"starts_on": "2027-10-01"}, 409, "/terms/1/starts_on"),
        ({"champions": ["KEN", "GMB"]}, 409, "/terms/1/champions/1"),
        ({"champions": ["KEN", "FRA"]}, 422, "/terms/1/champions/1"),
        ({"ends_on": "2028-12-01"}, 409, "/terms/1/length_reason"),
        ({"champions": ["KEN"]}, 422, "/terms/1/champions"),
    ],
)
async def test_terms_are_planned_together_or_not_at_all(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    second: dict[str, Any],
    status: int,
    pointer: str,
) -> None:
    await make_champion(session, "GMB", left_on=date(2028, 2, 1))
    terms = [
        {"champions": ["KEN", "SLV"], "starts_on": "2027-07-01"},
        {"champions": ["MAR", "PRT"], "starts_on": "2028-01-01"} | second,
    ]

    answer = await client.post("/cochair-terms/plan", json={"terms": terms}, headers=world.headers("secretariat"))

    assert answer.status_code == status, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert len((await client.get("/cochair-terms")).json()["items"]) == 3
