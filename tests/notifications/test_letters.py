"""Letters: written once, in the reader's words, sent with patience, and never with a secret left behind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from pydantic import SecretStr
from sqlalchemy import text
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.notifications import delivery, letters
from api.notifications.kinds import LetterKind
from api.notifications.letters import About, Attachment, CalendarPart, Letter, Reader
from api.notifications.models import Mail, MailStatus
from api.notifications.moments import moment_told
from api.notifications.sweeps import forget_secrets
from api.platform import clock
from api.platform.language import Language
from api.settings import Settings
from api.vocabularies.catalogue import country_name
from tests.conftest import NOW
from tests.factories.people import make_person
from tests.factories.world import World
from tests.mailbox import Mailbox, text_of
from tests.running_server import free_port

pytestmark = pytest.mark.anyio

KIND = LetterKind.ACCOUNT_INVITATION


def words(reader: Reader) -> Letter:
    return Letter(f"For {reader.name}", [f"About {country_name('MAR')}."], action=("Open", "/meetings"))


@pytest.fixture
async def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def sending(settings: Settings, mailbox: Mailbox) -> Iterator[Settings]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield settings.model_copy(
        update={
            "smtp_url": SecretStr(f"smtp://127.0.0.1:{controller.port}"),
            "public_url": "https://champions.example/",
        }
    )
    controller.stop()


async def the_mail(session: AsyncSession) -> Mail:
    return (await session.exec(select(Mail))).one()


async def test_a_letter_is_in_the_readers_language_and_for_those_with_an_account_in_use(
    session: AsyncSession, world: World
) -> None:
    morocco = world.champions["MAR"]
    french = await make_person(session, "Farida", champion=morocco, language=Language.FRENCH)
    spanish = await make_person(session, "Sofia", champion=morocco, language=Language.SPANISH)
    ended = await make_person(session, "Gone", champion=morocco, ended_at=NOW)

    written = await letters.send(session, kind=KIND, to=[french.id, spanish.id, ended.id, uuid4()], words=words)

    mails = {mail.person_name: mail for mail in await session.exec(select(Mail))}
    assert written == 2
    assert mails["Farida"].letter["paragraphs"] == ["About Maroc."]
    assert mails["Sofia"].letter["paragraphs"] == ["About Marruecos."]


async def test_the_same_news_is_written_once_and_other_news_again(session: AsyncSession, world: World) -> None:
    to = [world.person_id("mar")]

    counts = [
        await letters.send(session, kind=KIND, to=to, words=words, key=key) for key in ("one", "one", "two", None, None)
    ]

    assert counts == [1, 0, 1, 1, 1]


async def test_a_job_waits_for_each_letter_in_the_same_transaction(session: AsyncSession, world: World) -> None:
    await letters.send(session, kind=KIND, to=[world.person_id("mar"), world.person_id("slv")], words=words)

    waiting = await session.exec(text("SELECT args FROM procrastinate_jobs WHERE task_name = 'deliver_mail'"))  # type: ignore[call-overload]
    assert sorted(row.args["mail_id"] for row in waiting) == sorted(
        str(mail.id) for mail in await session.exec(select(Mail))
    )


async def test_a_mail_has_text_html_calendar_and_files(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    entry = CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n")
    letter = Letter("Réunion, « اجتماع »", ["One <b>paragraph</b>."], ("Open", "/m"), [("Yes", "/y")], calendar=entry)
    await letters.send(
        session,
        kind=KIND,
        to=[world.person_id("mar")],
        words=lambda _: letter,
        about=About("meeting", uuid4()),
        attachments=[Attachment("brief.pdf", "application/pdf", b"%PDF-")],
    )

    stored = await the_mail(session)
    failure = await delivery.attempt(session, sending, str(stored.id))

    mail = await mailbox.next_mail()
    assert failure is None
    assert (stored.status, stored.sent_at, stored.attempts) == (MailStatus.SENT, NOW, 1)
    assert mail["Subject"] == letter.subject
    assert mail["To"].addresses == (Address("Focal point of MAR", addr_spec="mar@example.org"),)
    assert mail["Message-ID"] == f"<{stored.id}@champions.example>"
    assert "Open:\nhttps://champions.example/m" in text_of(mail)
    assert "One &lt;b&gt;paragraph&lt;/b&gt;." in text_of(mail, "html")
    assert 'href="https://champions.example/y"' in text_of(mail, "html")
    assert text_of(mail, "calendar").splitlines() == entry.text.splitlines()
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert [part.get_filename() for part in mail.iter_attachments()] == ["invite.ics", "brief.pdf"]


async def test_an_arabic_letter_reads_from_right_to_left(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    reader = await make_person(session, "أمينة", email="amina@example.org", language=Language.ARABIC)
    await letters.send(session, kind=KIND, to=[reader.id], words=words)

    await delivery.attempt(session, sending, str((await the_mail(session)).id))

    mail = await mailbox.next_mail()
    assert '<html lang="ar" dir="rtl">' in text_of(mail, "html")
    assert "تحية طيبة أمينة،" in text_of(mail)
    assert "About المغرب." in text_of(mail)


async def test_a_busy_server_is_tried_again_and_the_last_failure_is_told(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    await letters.send(session, kind=KIND, to=[world.person_id("mar")], words=words)
    mail = await the_mail(session)
    mailbox.refusals = ["451 Try again later"] * delivery.ATTEMPTS

    failures = [await delivery.attempt(session, sending, str(mail.id)) for _ in range(delivery.ATTEMPTS)]

    assert [failure is not None for failure in failures] == [True] * (delivery.ATTEMPTS - 1) + [False]
    assert (mail.status, mail.failed_at, mail.attempts) == (MailStatus.FAILED, NOW, delivery.ATTEMPTS)
    assert "Try again later" in mail.error


async def test_what_the_server_refuses_for_good_is_not_tried_again(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    await letters.send(session, kind=KIND, to=[world.person_id("mar")], words=words)
    mail = await the_mail(session)
    mailbox.refusals = ["554 No such place"]

    failure = await delivery.attempt(session, sending, str(mail.id))

    assert failure is None
    assert mail.status is MailStatus.FAILED


async def test_without_a_server_a_mail_stays_in_the_log_and_says_why(
    session: AsyncSession, world: World, settings: Settings
) -> None:
    await letters.send(session, kind=KIND, to=[world.person_id("mar")], words=words)
    mail = await the_mail(session)

    await delivery.attempt(session, settings, str(mail.id))

    assert (mail.status, mail.error) == (MailStatus.NOT_SENT, "No mail server is set.")
    assert mail.letter["paragraphs"]


async def test_a_mail_that_is_sent_again_is_a_second_one(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    file = Attachment("brief.pdf", "application/pdf", b"%PDF-")
    await letters.send(session, kind=KIND, to=[world.person_id("mar")], words=words, key="once", attachments=[file])
    first = await the_mail(session)
    await delivery.attempt(session, sending, str(first.id))
    world.people["mar"].email = "moved@example.org"
    session.add(world.people["mar"])
    await session.flush()

    await delivery.attempt(session, sending, str(await letters.send_again(session, first)))

    sent = [await mailbox.next_mail() for _ in range(2)]
    assert [mail["To"].addresses[0].addr_spec for mail in sent] == ["mar@example.org", "moved@example.org"]
    assert [part.get_filename() for part in sent[1].iter_attachments()] == ["brief.pdf"]


async def test_a_one_time_link_is_forgotten_once_it_has_left_or_waited_a_day(
    session: AsyncSession, world: World, sending: Settings, mailbox: Mailbox
) -> None:
    secret = Letter("Password", ["Choose."], action=("Choose", "/reset-password/secret"), is_secret=True)
    for who in ("mar", "slv"):
        await letters.send(session, kind=KIND, to=[world.person_id(who)], words=lambda _: secret)
    leaves, waits = (await session.exec(select(Mail).order_by(Mail.address))).all()

    await delivery.attempt(session, sending, str(leaves.id))
    await forget_secrets(session)
    await session.refresh(waits)
    before = waits.letter
    clock.set_to(NOW + timedelta(hours=25))
    await forget_secrets(session)
    await session.refresh(waits)

    assert "reset-password/secret" in text_of(await mailbox.next_mail())
    assert leaves.letter == {}
    assert before["action"] == ["Choose", "/reset-password/secret"]
    assert waits.letter == {}


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("en", "Europe/Zurich", "Sunday 28 March 2027, 03:30 (Europe/Zurich; 01:30 UTC)"),
        ("en", "America/New_York", "Saturday 27 March 2027, 21:30 (America/New_York; Sunday 28 March 2027, 01:30 UTC)"),
        ("fr", "UTC", "dimanche 28 mars 2027, 01:30 UTC"),
        ("es", "UTC", "domingo 28 de marzo de 2027, 01:30 UTC"),
        ("ru", "UTC", "воскресенье, 28 марта 2027 г., 01:30 UTC"),
        ("zh", "Asia/Shanghai", "2027年3月28日星期日 09:30 (Asia/Shanghai; 01:30 UTC)"),
        ("ar", "Africa/Cairo", "الأحد 28 مارس 2027، 03:30 (Africa/Cairo; 01:30 UTC)"),
    ],
)
def test_an_instant_is_told_in_the_readers_zone_and_in_utc(language: str, zone: str, told: str) -> None:
    assert moment_told(datetime(2027, 3, 28, 1, 30, tzinfo=UTC), Reader("A", Language(language), zone)) == told


async def test_nobody_is_written_to_of_a_champion_that_has_left(session: AsyncSession, world: World) -> None:
    world.champions["MAR"].left_on = date(2026, 11, 24)
    session.add(world.champions["MAR"])
    await session.flush()

    assert await letters.send(session, kind=KIND, to=[world.person_id("mar")], words=words) == 0
