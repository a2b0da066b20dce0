"""Looks at the settings as an experienced administrator would, and says what is wrong in a sentence each."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import psycopg
from standardwebhooks.webhooks import EmptyWebhookSecretError, Webhook

from api.platform import mail, mailbox
from api.platform.database import driver_url
from api.platform.documents import fonts
from api.platform.secret_key import LEAST_LENGTH
from api.platform.storage import Storage, StorageFailed
from api.settings import Settings

OLDEST_POSTGRESQL = 180_000
_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


def findings(settings: Settings) -> list[str]:
    """A sentence for each wrong setting, naming it and the way out; empty when all is well."""
    return [
        *_secrets(settings),
        *_addresses(settings),
        *_hub(settings),
        *_database(settings),
        *_folder(settings),
        *_storage(settings),
        *_fonts(settings),
    ]


def _secrets(settings: Settings) -> list[str]:
    wrong = []
    key = settings.secret_key.get_secret_value() if settings.secret_key else None
    if key is not None and len(key) < LEAST_LENGTH:
        wrong.append(
            f"CHAMPIONS_SECRET_KEY has {len(key)} characters; use at least {LEAST_LENGTH}, for example from `openssl rand -base64 48`."
        )
    if key is None and not settings.demo:
        wrong.append(
            "CHAMPIONS_SECRET_KEY is not set; outside demonstration mode it is required, for example from `openssl rand -base64 48`."
        )
    if settings.demo_password and not settings.demo:
        wrong.append("CHAMPIONS_DEMO_PASSWORD is set outside demonstration mode; remove it, or set CHAMPIONS_DEMO=1.")
    if settings.test_clock and not settings.demo:
        wrong.append(
            "CHAMPIONS_TEST_CLOCK is refused outside demonstration mode: nobody may set the clock of a real vote. Remove it."
        )
    return wrong


def _addresses(settings: Settings) -> list[str]:
    wrong = []
    public = urlsplit(settings.public_url)
    if public.scheme not in {"http", "https"} or not public.hostname:
        wrong.append(
            f"CHAMPIONS_PUBLIC_URL is {settings.public_url!r}; give the whole address that people use, for example https://champions.example.org."
        )
    elif public.scheme == "http" and not settings.demo and public.hostname not in _THIS_MACHINE:
        wrong.append("CHAMPIONS_PUBLIC_URL begins with http://; sign-in cookies need https:// outside this machine.")
    if settings.smtp_url:
        smtp = urlsplit(settings.smtp_url.get_secret_value())
        if smtp.scheme not in {"smtp", "smtps"} or not smtp.hostname:
            wrong.append(
                "CHAMPIONS_SMTP_URL is not an SMTP address; use smtp://user:password@host:587 or smtps://user:password@host:465."
            )
    if settings.imap_url:
        imap = urlsplit(settings.imap_url.get_secret_value())
        if imap.scheme not in {"imap", "imaps"} or not imap.hostname or not imap.username:
            wrong.append("CHAMPIONS_IMAP_URL is not an IMAP address; use imaps://user:password@host/INBOX.")
    return wrong


def _hub(settings: Settings) -> list[str]:
    if settings.hub_url is None:
        return []
    wrong = []
    hub = urlsplit(settings.hub_url)
    is_here = hub.hostname in _THIS_MACHINE
    if hub.scheme not in {"http", "https"} or not hub.hostname or hub.username or hub.query:
        wrong.append(
            f"CHAMPIONS_HUB_URL is {settings.hub_url!r}; give the Hub's own address, for example https://migrationnetwork.un.org."
        )
    elif hub.scheme == "http" and not is_here:
        wrong.append("CHAMPIONS_HUB_URL begins with http://; our secret needs https:// outside this machine.")
    elif settings.demo and not is_here:
        wrong.append(
            "CHAMPIONS_HUB_URL leads to another machine in demonstration mode: what is invented here must not reach the Hub. "
            "Use `champions hub-stand-in`, or leave the demonstration."
        )
    if not settings.hub_client_id or not settings.hub_client_secret:
        wrong.append(
            "CHAMPIONS_HUB_URL needs CHAMPIONS_HUB_CLIENT_ID and CHAMPIONS_HUB_CLIENT_SECRET to sign in there."
        )
    if settings.hub_callback_secret is not None:
        try:
            Webhook(settings.hub_callback_secret.get_secret_value())
        except (ValueError, EmptyWebhookSecretError):
            wrong.append(
                "CHAMPIONS_HUB_CALLBACK_SECRET cannot be read; use `whsec_` and base64, for example from `openssl rand -base64 32`."
            )
    return wrong


async def mail_findings(settings: Settings) -> list[str]:
    """A sentence for each mail server that does not let us in. Not asked when the service starts: it can wait for them."""
    named = {
        "CHAMPIONS_SMTP_URL": (settings.smtp_url, mail.check),
        "CHAMPIONS_IMAP_URL": (settings.imap_url, mailbox.check),
    }
    wrong = []
    for name, (address, check) in named.items():
        if address is None:
            continue
        try:
            await check(address.get_secret_value())
        except Exception as error:
            wrong.append(
                f"{name} does not lead to a mail server that lets us in: {str(error) or type(error).__name__}."
            )
    return wrong


def _database(settings: Settings) -> list[str]:
    named = {
        "CHAMPIONS_DATABASE_URL": settings.database_url,
        "CHAMPIONS_DATABASE_REPLICA_URL": settings.database_replica_url,
    }
    return [finding for name, address in named.items() if address for finding in _server(name, address)]


def _server(name: str, address: str) -> list[str]:
    try:
        plain = driver_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, connect_timeout=5) as connection:
            if connection.info.server_version < OLDEST_POSTGRESQL:
                return [
                    f"{name} points to PostgreSQL {connection.info.server_version // 10_000}; version 18 or newer is needed."
                ]
    except Exception as error:
        return [f"{name} does not lead to a database: {str(error).strip() or type(error).__name__}."]
    return []


def _folder(settings: Settings) -> list[str]:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        probe = settings.data_dir / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        return [f"CHAMPIONS_DATA_DIR is {str(settings.data_dir)!r}, which cannot be written to: {error.strerror}."]
    return []


def _fonts(settings: Settings) -> list[str]:
    missing = fonts.missing(settings.fonts_dir)
    if not missing:
        return []
    return [
        f"CHAMPIONS_FONTS_DIR is {str(settings.fonts_dir)!r}, which lacks {', '.join(missing)}: documents would have gaps. "
        "Build the app (`make run` does), or point it to a folder with these typefaces."
    ]


def _storage(settings: Settings) -> list[str]:
    if settings.storage_url is None:
        return []
    try:
        asyncio.run(_write_and_delete(Storage(settings.storage_url)))
    except StorageFailed as error:
        return [f"CHAMPIONS_STORAGE_URL is {settings.storage_url!r}, where no file can be kept: {error}."]
    return []


async def _write_and_delete(storage: Storage) -> None:
    async def content() -> AsyncIterator[bytes]:
        yield b"Written by champions doctor."

    await storage.put("doctor", content())
    await storage.delete("doctor")
