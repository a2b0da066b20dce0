"""The handover brief over HTTP: written by the record, read by those who hand over and those who take over."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from docx.oxml.ns import qn
from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.models import ActionItem
from api.meetings.models import MeetingStatus
from api.minutes.models import Decision
from api.platform import clock
from api.platform.documents.answers import Form
from api.practices.models import PracticeStatus
from api.workplan.models import WorkplanItemStatus
from tests.conftest import NOW
from tests.factories.consultations import CLOSED, OPENED, make_consultation
from tests.factories.meetings import make_item as make_agenda_item
from tests.factories.meetings import make_meeting
from tests.factories.practices import make_practice
from tests.factories.processes import make_process
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World
from tests.platform.documents.papers import pages, word

pytestmark = pytest.mark.anyio


def path(world: World, term: str = "current") -> str:
    return f"/cochair-terms/{world.terms[term].id}/handover-brief"


async def read(client: httpx.AsyncClient, world: World, who: str = "mar", **headers: str) -> dict[str, Any]:
    answer = await client.get(path(world), headers=world.headers(who) | headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def a_term_of_work(session: AsyncSession, world: World, *, times: int = 1) -> None:
    """Something of everything that a brief tells of."""
    held = await make_meeting(
        session, status=MeetingStatus.HELD, starts_at=datetime(2026, 9, 23, 14, tzinfo=UTC), summary="All were there."
    )
    plan = await make_workplan(session)
    coming = await make_meeting(session, agenda_closes_at=NOW + timedelta(days=9))
    await make_process(session, "forum-2027", title="Forum", starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 3))
    for number in range(1, times + 1):
        session.add(Decision(meeting_id=held.id, number=number, text="The workplan #1 is adopted."))
        session.add(
            ActionItem(title="Circulate $the note", owner_id=world.champions["KEN"].id, due_on=date(2026, 11, 20))
        )
        await make_item(session, plan, title="Late calls", lead=world.champions["PRT"], due_on=date(2026, 11, 1))
        await make_item(session, plan, title="Calls ahead", due_on=date(2027, 2, 1))
        await make_item(session, plan, title="Done", due_on=date(2026, 11, 1), status=WorkplanItemStatus.DONE)
        await make_practice(session, world.champions["KEN"], title="One window", status=PracticeStatus.SUBMITTED)
        await make_agenda_item(session, coming, world.champions["BGD"], title="Missing migrants")
        await make_consultation(session, title="A date", **OPENED)
        await make_consultation(session, title="A change", **CLOSED)
    await session.commit()


async def test_the_record_writes_the_brief(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await a_term_of_work(session, world)

    brief = await read(client, world)

    assert [champion["iso3"] for champion in brief["term"]["champions"]] == ["MAR", "SLV"]
    assert [champion["iso3"] for champion in brief["next_term"]["champions"]] == ["BGD", "LUX"]
    (action,) = brief["open_actions"]
    assert (action["title"], action["owner"]["iso3"], action["is_overdue"]) == ("Circulate $the note", "KEN", True)
    assert [item["title"] for item in brief["overdue_items"]] == ["Late calls"]
    assert [item["title"] for item in brief["items_ahead"]] == ["Calls ahead"]
    assert [practice["title"] for practice in brief["practices_in_review"]] == ["One window"]
    assert [proposal["title"] for proposal in brief["undecided_proposals"]] == ["Missing migrants"]
    assert [(asked["title"], asked["status"]) for asked in brief["open_consultations"]] == [
        ("A change", "closed"),
        ("A date", "open"),
    ]
    assert [(told["kind"], told["on"]) for told in brief["next_dates"]] == [
        ("consultation_ends", "2026-12-01"),
        ("agenda_closes", "2026-12-03"),
        ("meeting", "2026-12-10"),
        ("handover", "2026-12-23"),
        ("process", "2027-03-01"),
    ]
    assert [(one["number"], one["decided_on"]) for one in brief["decisions"]] == [(1, "2026-09-23")]
    assert [meeting["summary"] for meeting in brief["meetings"]] == ["All were there."]
    assert [contact["champion"] and contact["champion"]["iso3"] for contact in brief["contacts"]] == [
        "MAR", "MAR", "SLV", "BGD", "LUX", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "status"),
    [("nobody", 401), ("observer", 403), ("ken", 404), ("mar_colleague", 200), ("bgd", 200), ("secretariat", 200)],
)
async def test_it_is_for_those_who_hand_over_and_those_who_take_over(
    client: httpx.AsyncClient, world: World, who: str, status: int
) -> None:
    assert (await client.get(path(world), headers=world.headers(who))).status_code == status


async def test_the_incoming_pair_reads_from_thirty_days_before_and_the_past_pair_goes_on(
    client: httpx.AsyncClient, world: World
) -> None:
    clock.set_to(datetime(2026, 11, 22, 23, 59, tzinfo=UTC))
    too_early = await client.get(path(world), headers=world.headers("bgd"))
    clock.set_to(datetime(2026, 11, 23, tzinfo=UTC))
    in_time = await client.get(path(world), headers=world.headers("bgd"))
    clock.set_to(datetime(2027, 3, 1, tzinfo=UTC))
    of_the_past = await client.get(path(world), headers=world.headers("slv"))

    assert [too_early.status_code, in_time.status_code, of_the_past.status_code] == [404, 200, 200]


async def test_the_pair_in_office_writes_the_note_and_nobody_overwrites_it_unseen(
    client: httpx.AsyncClient, world: World
) -> None:
    note = f"/cochair-terms/{world.terms['current'].id}/handover-note"
    first = await client.put(note, json={"text": "Call the Hub."}, headers=world.headers("mar") | {"If-Match": '"0"'})
    unseen = await client.put(note, json={"text": "Mine."}, headers=world.headers("slv") | {"If-Match": '"0"'})
    second = await client.put(
        note,
        json={"text": "Call the Hub on Monday."},
        headers=world.headers("slv") | {"If-Match": first.headers["etag"]},
    )
    unsaid = await client.put(note, json={"text": "Mine."}, headers=world.headers("slv"))
    by_the_next = await client.put(note, json={"text": "Mine."}, headers=world.headers("bgd") | {"If-Match": "*"})
    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))
    afterwards = await client.put(note, json={"text": "Mine."}, headers=world.headers("mar") | {"If-Match": "*"})

    assert (first.status_code, first.headers["etag"], second.json()["revision"]) == (200, '"1"', 2)
    assert [refused.status_code for refused in (unseen, unsaid, by_the_next, afterwards)] == [412, 428, 403, 403]
    brief = await read(client, world, "bgd")
    assert (brief["note"]["text"], brief["note"]["updated_by"]) == ("Call the Hub on Monday.", "Focal point of SLV")
    assert brief["actions"] == []


async def test_it_is_a_word_document_too(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await a_term_of_work(session, world)

    answer = await client.get(path(world), headers=world.headers("mar") | {"Accept": Form.DOCX.media_type})

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == Form.DOCX.media_type
    assert answer.headers["content-disposition"].startswith('attachment; filename="Handover brief 2026-06-23.docx"')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Accept" in answer.headers["vary"].split(", ")
    opened = word(answer.content)
    headings = [part.text for part in opened.paragraphs if part.style and part.style.name == "Heading 1"]
    assert headings[:3] == ["From the outgoing co-chairs", "Open action items", "Workplan: overdue"]
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == [
        "Circulate $the note", "Kenya", "overdue since 20 November 2026",
    ]  # fmt: skip


async def test_it_is_a_pdf_too_for_a_link_as_well(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await a_term_of_work(session, world)

    answer = await client.get(f"{path(world)}?format=pdf", headers=world.headers("bgd"))

    assert answer.headers["content-type"] == "application/pdf"
    told = " ".join(" ".join(pages(answer.content)).split())
    assert "Morocco and El Salvador to Bangladesh and Luxembourg" in told
    assert "Circulate $the note" in told
    assert "The workplan #1 is adopted." in told
    assert "10 December 2026, 14:00 UTC" in told


async def test_in_arabic_it_is_set_from_right_to_left(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await a_term_of_work(session, world)
    headers = world.headers("mar") | {"Accept-Language": "ar"}

    docx = await client.get(f"{path(world)}?format=docx", headers=headers)
    pdf = await client.get(f"{path(world)}?format=pdf", headers=headers)

    opened = word(docx.content)
    assert opened.paragraphs[0].text == "مذكرة التسليم"
    assert opened.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None
    assert opened.tables[0].rows[1].cells[1].text == "كينيا"
    assert "filename*=UTF-8''%D9%85" in docx.headers["content-disposition"]
    assert set("مذكرة") <= set(pages(pdf.content)[0])


async def test_another_form_is_not_to_be_had(client: httpx.AsyncClient, world: World) -> None:
    picture = await client.get(path(world), headers=world.headers("mar") | {"Accept": "image/png"})
    unknown = await client.get(f"{path(world)}?format=odt", headers=world.headers("mar"))

    assert (picture.status_code, unknown.status_code) == (406, 422)
    assert "?format=docx" in picture.json()["detail"]


async def test_it_is_read_in_a_fixed_number_of_statements(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    await a_term_of_work(session, world, times=4)
    statements.clear()

    brief = await read(client, world)

    assert len(brief["open_actions"]) == 4
    assert len(statements) == 11  # the caller is one of them
