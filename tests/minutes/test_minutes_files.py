"""Minutes as files that people pass on: of one meeting and of a term, opened again."""

from datetime import UTC, datetime

import httpx
import pytest
from docx.oxml.ns import qn
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import Meeting
from api.platform.documents.answers import Form
from api.platform.language import Language
from api.platform.wording import words
from tests.factories.actionitems import make_action_item
from tests.factories.meetings import make_agenda
from tests.factories.minutes import make_circulated_meeting, make_decision, make_text
from tests.factories.world import World
from tests.platform.documents.papers import pages, word

pytestmark = pytest.mark.anyio


async def a_meeting(session: AsyncSession, world: World) -> Meeting:
    meeting = await make_circulated_meeting(session)
    first, *_ = await make_agenda(session, meeting, "Missing migrants", "Any other business")
    await make_text(session, first, "@KEN presented the pilot. @PRT asked for $figures.", named=["KEN"])
    await make_decision(session, meeting, agenda_item_id=first.id)
    await make_action_item(session, world.champions["KEN"], meeting_id=meeting.id, agenda_item_id=first.id)
    await make_action_item(session, title="Book the room", due_on=None, meeting_id=meeting.id)
    return meeting


async def test_a_meetings_minutes_open_in_word_and_name_nobody_who_did_not_ask(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await a_meeting(session, world)

    answer = await client.get(
        f"/meetings/{meeting.id}/minutes", headers=world.headers("secretariat") | {"Accept": Form.DOCX.media_type}
    )

    assert answer.headers["content-disposition"].startswith('attachment; filename="Minutes 2026-11-10.docx"')
    told = [part.text for part in word(answer.content).paragraphs]
    assert told[0] == f"Minutes: {meeting.title}"
    assert told[1] == "10 November 2026 · circulated, corrections until 1 December 2026"
    assert "Kenya presented the pilot. A champion asked for $figures." in told
    assert "Decision 1: A dialogue on missing migrants is held before June." in told
    assert "Action, Kenya: Circulate a list of contact persons" in told
    assert "due 15 December 2026" in told
    assert told[-2:] == ["Beside the agenda", "Action, the secretariat: Book the room"]


async def test_the_minutes_of_a_term_are_one_pdf(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await a_meeting(session, world)
    await make_circulated_meeting(session, title="Another meeting", starts_at=datetime(2026, 11, 17, tzinfo=UTC))
    one = await client.get(f"/meetings/{meeting.id}/minutes?format=pdf", headers=world.headers("ken"))
    term = await client.get(
        f"/cochair-terms/{world.terms['current'].id}/minutes?format=pdf", headers=world.headers("ken")
    )

    assert (one.headers["content-type"], term.headers["content-type"]) == ("application/pdf", "application/pdf")
    assert "Missing migrants" in " ".join(pages(one.content))
    told = " ".join(" ".join(pages(term.content)).split())
    assert "Minutes of the term" in told
    assert told.index("Kenya presented the pilot") < told.index("Another meeting")


async def test_in_arabic_they_are_set_from_right_to_left(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await a_meeting(session, world)

    answer = await client.get(
        f"/meetings/{meeting.id}/minutes?format=docx", headers=world.headers("mar") | {"Accept-Language": "ar"}
    )

    title = word(answer.content).paragraphs[0]
    assert title.text.startswith("المحضر")
    assert title._p.pPr.find(qn("w:bidi")) is not None


@pytest.mark.parametrize("tongue", ["es", "ru", "zh"])
async def test_a_paper_says_which_language_it_is_in(
    client: httpx.AsyncClient, world: World, session: AsyncSession, tongue: str
) -> None:
    meeting = await a_meeting(session, world)

    answer = await client.get(
        f"/meetings/{meeting.id}/minutes?format=docx", headers=world.headers("mar") | {"Accept-Language": tongue}
    )
    brief = await client.get(
        f"/cochair-terms/{world.terms['current'].id}/handover-brief?format=docx",
        headers=world.headers("secretariat") | {"Accept-Language": tongue},
    )

    told = [part.text for part in word(answer.content).paragraphs]
    assert answer.headers["content-language"] == tongue
    assert told[0] == words("minutes", Language(tongue))["title"].format(meeting=meeting.title)
    assert "Kenya presented the pilot. A champion asked for $figures." in told, "a sentence has one language"
    assert brief.headers["content-language"] == tongue


async def test_who_may_not_read_the_minutes_gets_no_file(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await a_meeting(session, world)

    answer = await client.get(f"/meetings/{meeting.id}/minutes?format=pdf", headers=world.headers("observer"))

    assert answer.status_code == 404
