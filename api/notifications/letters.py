"""Letters to people: written once for each reader, in the transaction of what they tell of, and sent by the worker.

::

    await letters.send(
        session,
        kind=LetterKind.AGENDA_CIRCULATED,
        to=person_ids,
        words=lambda reader: Letter(subject=…, paragraphs=[…], action=("Read the agenda", f"/meetings/{meeting.id}")),
        about=About("meeting", meeting.id),
        key=f"agenda-circulated:{meeting.id}",
    )

A second ``send`` with the same ``key`` writes only to those who were not written to before.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row, or_, true
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.identity.models import Person
from api.notifications.delivery import deliver_mail
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail, MailAttachment
from api.platform import clock, language
from api.platform.database import columns
from api.platform.jobs import defer_each
from api.platform.language import Language


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a letter is for, and in which language."""

    name: str
    language: Language
    time_zone: str
    email: str = ""
    person_id: UUID | None = None
    champion_id: UUID | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the reader lives."""
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """An iCalendar object (RFC 5545) with its method (RFC 5546), for the calendar programs that read the mail."""

    method: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the records that a letter lists: its title, a path of the app, and a few words beside it."""

    title: str
    path: str
    context: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Records under a heading that is a path of the app too, and what is said of those that are left out."""

    title: str
    path: str
    records: Sequence[Listed]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says, in the reader's language. Greeting and closing are added.

    ``action`` is the one thing to do: a label, and a path of the app. ``choices`` are answers to pick from, beside it.
    ``is_secret``: the action is a one-time link, which is forgotten as soon as the mail has left.
    ``stop`` is where such letters are stopped: a page of the app that takes a mail program's POST too (RFC 8058).
    """

    subject: str
    paragraphs: Sequence[str]
    action: tuple[str, str] | None = None
    choices: Sequence[tuple[str, str]] = ()
    calendar: CalendarPart | None = None
    is_secret: bool = False
    listings: Sequence[Listing] = ()
    stop: str | None = None

    @classmethod
    def worded(cls, said: Mapping[str, Any], path: str, /, **told: str) -> Self:
        """The letter whose ``subject``, ``paragraphs`` and ``action`` are in ``said``, with ``told`` filled in.

        A paragraph of which nothing is left, such as a note that nobody wrote, is left out.
        """
        paragraphs = (paragraph.format(**told) for paragraph in said["paragraphs"])
        return cls(said["subject"].format(**told), [one for one in paragraphs if one], action=(said["action"], path))


@dataclass(frozen=True, slots=True)
class About:
    """The record that a letter is about, in whose log it stands."""

    type: str
    id: UUID


async def send(
    session: AsyncSession,
    *,
    kind: LetterKind,
    to: Iterable[UUID],
    words: Callable[[Reader], Letter],
    about: About | None = None,
    key: str | None = None,
    attachments: Sequence[Attachment] = (),
) -> int:
    """Write to each of ``to`` who has an account in use, once for each ``key``; returns how many letters were written.

    While ``words`` is asked, the language of the moment (``language.current()``) is the reader's.
    """
    readers = [_reader(row) for row in await session.exec(_readers(set(to), key))]
    if not readers:
        return 0
    mails = [_row(reader, _worded(words, reader), kind=kind, about=about, key=key) for reader in readers]
    once = insert(Mail).values(mails).on_conflict_do_nothing(constraint="a_person_is_told_once")
    written = await session.exec(once.returning(col(Mail.id)))
    ids: list[UUID] = [row[0] for row in written]
    session.add_all(
        MailAttachment(mail_id=mail_id, place=place, **_fields(attachment))
        for mail_id in ids
        for place, attachment in enumerate(attachments)
    )
    await defer_each(session, deliver_mail, [{"mail_id": str(mail_id)} for mail_id in ids])
    return len(ids)


async def send_to_stranger(
    session: AsyncSession, *, kind: LetterKind, reader: Reader, words: Callable[[Reader], Letter], about: About
) -> None:
    """Write to somebody who has no account. Whoever calls sees to it that nobody is written to who did not ask for it."""
    written = insert(Mail).values(_row(reader, _worded(words, reader), kind=kind, about=about, key=None))
    mail_id = (await session.exec(written.returning(col(Mail.id)))).one()[0]
    await defer_each(session, deliver_mail, [{"mail_id": str(mail_id)}])


async def send_again(session: AsyncSession, mail: Mail) -> UUID:
    """Send what ``mail`` said once more, to the address that its reader has now; the log shows both."""
    now = (await session.exec(select(Person.email).where(col(Person.id) == mail.person_id))).first()
    address = now or mail.address
    kept = {"kind", "person_id", "person_name", "language", "subject", "letter", "calendar", "calendar_method"}
    again = Mail(**mail.model_dump(include=kept | {"about_type", "about_id"}), address=address)
    session.add(again)
    files = await session.exec(select(MailAttachment).where(col(MailAttachment.mail_id) == mail.id))
    await session.flush()
    session.add_all(MailAttachment(**file.model_dump(exclude={"mail_id"}), mail_id=again.id) for file in files.all())
    await defer_each(session, deliver_mail, [{"mail_id": str(again.id)}])
    return again.id


def _readers(to: set[UUID], key: str | None) -> Any:
    """Those of ``to`` who are still of the Initiative and were not told yet."""
    now = clock.now()
    told = select(Mail.id).where(col(Mail.person_id) == col(Person.id), col(Mail.key) == key).exists()
    return (
        columns(Person.id, Person.name, Person.language, Person.time_zone, Person.email, Person.champion_id)
        .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
        .where(
            col(Person.id).in_(to),
            or_(col(Person.ended_at).is_(None), col(Person.ended_at) > now),
            or_(col(Champion.left_on).is_(None), col(Champion.left_on) > now.date()),
            true() if key is None else ~told,
        )
        .order_by(col(Person.id))
    )


def _reader(row: Row[Any]) -> Reader:
    return Reader(row.name, row.language, row.time_zone, row.email, row.id, row.champion_id)


def _worded(words: Callable[[Reader], Letter], reader: Reader) -> Letter:
    with language.speaking(reader.language):
        return words(reader)


def _row(reader: Reader, letter: Letter, **more: Any) -> dict[str, Any]:
    about: About | None = more.pop("about")
    return {
        "person_id": reader.person_id,
        "person_name": reader.name,
        "address": reader.email,
        "language": reader.language,
        "subject": letter.subject[:300],
        "letter": {
            "paragraphs": list(letter.paragraphs),
            "action": list(letter.action) if letter.action else None,
            "choices": [list(choice) for choice in letter.choices],
            "listings": [asdict(listing) for listing in letter.listings],
            "stop": letter.stop,
        },
        "is_secret": letter.is_secret,
        "calendar": letter.calendar.text if letter.calendar else None,
        "calendar_method": letter.calendar.method if letter.calendar else None,
        "about_type": about.type if about else None,
        "about_id": about.id if about else None,
        "status": "queued",
        "queued_at": clock.now(),
        "attempts": 0,
        "error": "",
        **more,
    }


def _fields(attachment: Attachment) -> dict[str, Any]:
    return {"name": attachment.name, "media_type": attachment.media_type, "content": attachment.content}
