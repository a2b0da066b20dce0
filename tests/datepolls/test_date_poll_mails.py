"""Letters of date polls: to all when one opens and when a date is chosen, to the silent once before the deadline."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.datepolls.mails import remind_the_silent
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from api.platform.language import Language
from tests.factories.datepolls import ENDED, OPENED, dates_of, make_date_poll, make_voice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def mails(session: AsyncSession, kind: LetterKind) -> list[Mail]:
    return list((await session.exec(select(Mail).where(col(Mail.kind) == kind).order_by(col(Mail.address)))).all())


async def test_opening_lists_the_dates_in_the_language_and_zone_of_each_focal_point(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["ken"].language, world.people["ken"].time_zone = Language.ARABIC, "Africa/Nairobi"
    world.people["prt"].language = Language.FRENCH
    session.add_all([world.people["ken"], world.people["prt"]])
    draft = await make_date_poll(session, note="Interpretation is confirmed.")

    await client.post(f"/date-polls/{draft.id}/open", headers=world.headers("mar"))

    written = {mail.address.split("@")[0]: mail for mail in await mails(session, LetterKind.DATE_POLL_OPENED)}
    assert set(written) == {"mar.colleague", *(iso3.lower() for iso3 in world.champions)}
    english = written["lux"]
    assert english.subject == "Which dates suit you? Technical meeting"
    assert english.letter["paragraphs"][1:3] == [
        "Interpretation is confirmed.",
        "• Tuesday 15 December 2026, 14:00 UTC\n• Wednesday 16 December 2026, 14:00 UTC\n• Wednesday 13 January 2027, 03:00 UTC",
    ]
    assert "Tuesday 1 December 2026, 09:00 UTC" in english.letter["paragraphs"][3]
    assert english.letter["action"] == ["Answer", f"/meetings/date-polls/{draft.id}"]
    assert "17:00 (Africa/Nairobi; 14:00 UTC)" in written["ken"].letter["paragraphs"][2]
    assert written["prt"].subject == "Quelles dates vous conviennent ? Technical meeting"


async def test_the_silent_are_reminded_once_for_each_deadline(world: World, session: AsyncSession) -> None:
    poll = await make_date_poll(session, **OPENED)
    for answered in ("MAR", "KEN", "PRT", "BGD"):
        await make_voice(session, poll, world.champions[answered], "yes")

    clock.set_to(poll.deadline_at - timedelta(hours=49))
    await remind_the_silent(session)
    early = await mails(session, LetterKind.DATE_POLL_REMINDER)
    clock.set_to(poll.deadline_at - timedelta(hours=47))
    await remind_the_silent(session)
    await remind_the_silent(session)
    in_time = await mails(session, LetterKind.DATE_POLL_REMINDER)
    poll.deadline_at += timedelta(days=7)
    session.add(poll)
    await session.commit()
    clock.set_to(poll.deadline_at - timedelta(hours=30))
    await remind_the_silent(session)
    after_the_extension = await mails(session, LetterKind.DATE_POLL_REMINDER)

    assert early == []
    assert [mail.address for mail in in_time] == ["lux@example.org", "slv@example.org"]
    assert len(after_the_extension) == 4


async def test_all_are_told_of_the_date_or_why_there_is_none(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["bgd"].time_zone = "Asia/Dhaka"
    session.add(world.people["bgd"])
    chosen, dropped = await make_date_poll(session, **ENDED), await make_date_poll(session, title="Visit", **OPENED)
    first, *_ = await dates_of(session, chosen)
    headers = world.headers("mar")

    await client.post(f"/date-polls/{chosen.id}/choose", json={"candidate_id": str(first.id)}, headers=headers)
    await client.post(f"/date-polls/{dropped.id}/close", json={"reason": "No date suits most."}, headers=headers)

    written = await mails(session, LetterKind.DATE_POLL_ENDED)
    told = {mail.subject: mail for mail in written if mail.address == "bgd@example.org"}
    assert len(written) == 14
    assert (
        told["The date is chosen: Technical meeting"].letter["paragraphs"][1]
        == "Tuesday 15 December 2026, 20:00 (Asia/Dhaka; 14:00 UTC)"
    )
    assert told["No date follows from the poll: Visit"].letter["paragraphs"][1] == "No date suits most."
