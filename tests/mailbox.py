"""A real mail server for tests, which keeps what it was given."""

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session

IN_TIME_SECONDS = 20


class Mailbox:
    """Takes every mail and lets a test wait for the next. ``refusal`` is what it says instead, once a mail."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._mails: asyncio.Queue[EmailMessage] = asyncio.Queue()
        self.refusals: list[str] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd's name
        if self.refusals:
            return self.refusals.pop(0)
        mail = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self._loop.call_soon_threadsafe(self._mails.put_nowait, mail)
        return "250 OK"

    async def next_mail(self) -> EmailMessage:
        return await asyncio.wait_for(self._mails.get(), IN_TIME_SECONDS)

    @property
    def is_empty(self) -> bool:
        return self._mails.empty()


def text_of(mail: EmailMessage, subtype: str = "plain") -> str:
    """The part of ``mail`` that is text of ``subtype``."""
    part = mail.get_body((subtype,)) if subtype != "calendar" else None
    found = part or next(part for part in mail.walk() if part.get_content_type() == f"text/{subtype}")
    assert isinstance(found, EmailMessage)
    return str(found.get_content()).replace("\r\n", "\n")
