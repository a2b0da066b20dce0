"""Letters of consultations: to all at the opening, to the silent on the last day, each once."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.consultations.mails import remind_the_silent
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from api.platform.language import Language
from tests.factories.consultations import CLOSED, OPENED, make_answer, make_consultation
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def mails(session: AsyncSession, kind: LetterKind) -> list[Mail]:
    return list((await session.exec(select(Mail).where(col(Mail.kind) == kind).order_by(col(Mail.address)))).all())


async def test_opening_writes_to_every_focal_point_in_their_language_and_zone(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["ken"].language, world.people["ken"].time_zone = Language.ARABIC, "Africa/Nairobi"
    session.add(world.people["ken"])
    draft = await make_consultation(session, text="The room is free on the 17th.")

    await client.post(f"/consultations/{draft.id}/open", headers=world.headers("mar"))

    written = await mails(session, LetterKind.CONSULTATION_OPENED)
    assert {mail.address.split("@")[0] for mail in written} == {
        "mar.colleague",
        *(iso3.lower() for iso3 in world.champions),
    }
    english = next(mail for mail in written if mail.address == "prt@example.org")
    assert english.subject == "Your answer is asked for by Tuesday 1 December 2026: Move the meeting to 17 December"
    assert english.letter["paragraphs"][1] == "The room is free on the 17th."
    assert "Tuesday 1 December 2026, 09:00 UTC" in english.letter["paragraphs"][2]
    assert english.letter["action"] == ["Answer", f"/consultations/{draft.id}"]
    arabic = next(mail for mail in written if mail.address == "ken@example.org")
    assert "12:00 (Africa/Nairobi; 09:00 UTC)" in arabic.letter["paragraphs"][2]


async def test_the_silent_are_reminded_once_for_each_deadline(world: World, session: AsyncSession) -> None:
    asked = await make_consultation(session, **OPENED)
    for answered in ("MAR", "KEN", "PRT", "BGD"):
        await make_answer(session, asked, world.champions[answered])

    await remind_the_silent(session)
    early = await mails(session, LetterKind.CONSULTATION_REMINDER)
    clock.set_to(asked.deadline_at - timedelta(hours=23))
    await remind_the_silent(session)
    await remind_the_silent(session)
    on_the_last_day = await mails(session, LetterKind.CONSULTATION_REMINDER)
    asked.deadline_at += timedelta(days=7)
    session.add(asked)
    await session.commit()
    clock.set_to(asked.deadline_at - timedelta(hours=23))
    await remind_the_silent(session)
    after_the_extension = await mails(session, LetterKind.CONSULTATION_REMINDER)

    assert early == []
    assert [mail.address for mail in on_the_last_day] == ["lux@example.org", "slv@example.org"]
    assert len(after_the_extension) == 4


async def test_an_extension_is_told_to_everybody_with_the_reason_and_the_new_deadline(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    world.people["prt"].language = Language.FRENCH
    session.add(world.people["prt"])
    asked = await make_consultation(session, **OPENED)
    address, headers = f"/consultations/{asked.id}/extend", world.headers("mar")

    for day in (8, 9):
        body = {"deadline_at": f"2026-12-0{day}T09:00:00Z", "reason": "Two capitals asked for it."}
        (await client.post(address, json=body, headers=headers)).raise_for_status()

    written = await mails(session, LetterKind.CONSULTATION_EXTENDED)
    assert len(written) == 2 * (len(world.champions) + 1)
    subjects = {mail.subject for mail in written if mail.address == "ken@example.org"}
    assert "More time to answer, until Tuesday 8 December 2026: Move the meeting to 17 December" in subjects
    french = [mail for mail in written if mail.address == "prt@example.org"]
    assert {mail.letter["paragraphs"][1] for mail in french} == {"Two capitals asked for it."}
    assert any(mail.subject.startswith("Délai prolongé jusqu’au mardi 8 décembre 2026") for mail in french)


async def test_a_result_is_told_once_and_again_only_where_the_outcome_changes(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    asked = await make_consultation(session, **CLOSED)
    address, headers = f"/consultations/{asked.id}/conclude", world.headers("mar")

    for outcome, text in (("agreed", "It mooves."), ("agreed", "It moves."), ("not_agreed", "It stays.")):
        (await client.post(address, json={"outcome": outcome, "text": text}, headers=headers)).raise_for_status()

    written = [mail for mail in await mails(session, LetterKind.CONSULTATION_CONCLUDED) if "ken@" in mail.address]
    assert [mail.letter["paragraphs"][:2] for mail in written] == [
        ["Agreed. This is what the co-chairs take from the answers.", "It mooves."],
        ["Not agreed. This is what the co-chairs take from the answers.", "It stays."],
    ]
