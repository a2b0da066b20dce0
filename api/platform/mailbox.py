"""The mailbox to which calendar programs answer, read over IMAP where one is set."""

import asyncio
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted, MailMessageFlags

_AT_ONCE = 50
_TIMEOUT_SECONDS = 20


async def unread(imap_url: str) -> list[tuple[str, bytes]]:
    """The oldest unread mails, each with its number in the mailbox; they stay unread."""
    return await asyncio.to_thread(_unread, imap_url)


async def mark_read(imap_url: str, numbers: Sequence[str]) -> None:
    """Mark mails as read, once what they say is kept."""
    if numbers:
        await asyncio.to_thread(_mark_read, imap_url, numbers)


async def check(imap_url: str) -> None:
    """Log in and leave; raises what reading would."""
    await asyncio.to_thread(lambda: _opened(imap_url).logout())


def _unread(imap_url: str) -> list[tuple[str, bytes]]:
    with _opened(imap_url) as mailbox:
        found = mailbox.fetch(AND(seen=False), mark_seen=False, limit=_AT_ONCE)
        return [(mail.uid, mail.obj.as_bytes()) for mail in found if mail.uid]


def _mark_read(imap_url: str, numbers: Sequence[str]) -> None:
    with _opened(imap_url) as mailbox:
        mailbox.flag(list(numbers), MailMessageFlags.SEEN, value=True)


def _opened(imap_url: str) -> BaseMailBox:
    """``imaps://user:password@host:993/INBOX``; ``imap://`` is not encrypted, for a server on this machine."""
    server = urlsplit(imap_url)
    host = server.hostname or ""
    opened: BaseMailBox = (
        MailBox(host, server.port or 993, timeout=_TIMEOUT_SECONDS)
        if server.scheme == "imaps"
        else MailBoxUnencrypted(host, server.port or 143, timeout=_TIMEOUT_SECONDS)
    )
    folder = unquote(server.path.strip("/")) or "INBOX"
    try:
        return opened.login(unquote(server.username or ""), unquote(server.password or ""), initial_folder=folder)
    except Exception:
        opened.client.shutdown()
        raise
