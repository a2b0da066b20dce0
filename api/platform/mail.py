"""Mail over SMTP, and what a mail server's refusal means."""

from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import aiosmtplib

FOR_GOOD = range(500, 600)
"""Replies that trying again does not change (RFC 5321, 4.2.1)."""


async def deliver(message: EmailMessage, smtp_url: str) -> None:
    """Hand one mail to the server of ``smtp_url``.

    ``smtps://`` is encrypted from the start. ``smtp://`` is encrypted by STARTTLS where the server offers it, and a
    password is never sent without it.
    """
    async with _connection(smtp_url) as server:
        await server.send_message(message)


async def check(smtp_url: str) -> None:
    """Log in and leave; raises what a delivery would."""
    async with _connection(smtp_url):
        pass


def _connection(smtp_url: str) -> aiosmtplib.SMTP:
    server = urlsplit(smtp_url)
    has_account = bool(server.username)
    return aiosmtplib.SMTP(
        hostname=server.hostname,
        port=server.port,
        username=unquote(server.username) if server.username else None,
        password=unquote(server.password) if server.password else None,
        use_tls=server.scheme == "smtps",
        start_tls=True if has_account and server.scheme == "smtp" else None,
        timeout=30,
    )


def is_refused_for_good(error: Exception) -> bool:
    """Whether the server refuses this mail itself, so that trying again is idle. A wrong password may be mended."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(refused.code in FOR_GOOD for refused in error.recipients)
    refuses_the_mail = isinstance(
        error, aiosmtplib.SMTPDataError | aiosmtplib.SMTPSenderRefused | aiosmtplib.SMTPRecipientRefused
    )
    return refuses_the_mail and getattr(error, "code", 0) in FOR_GOOD
