"""A mail as it goes over the wire: plain text and HTML side by side, the calendar entry where there is one."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.notifications.models import Mail, MailAttachment
from api.platform.language import Language
from api.platform.wording import words
from api.settings import Settings

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def compose(mail: Mail, files: Sequence[MailAttachment], settings: Settings) -> EmailMessage:
    """The message of ``mail``; its identifier is the mail's own, so that one that was sent twice is known as one."""
    said = _said(mail, settings.public_url.rstrip("/"))
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = Address(mail.person_name, addr_spec=mail.address)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.queued_at)
    message["Message-ID"] = f"<{mail.id}@{urlsplit(settings.public_url).hostname or 'champions'}>"
    message["Content-Language"] = mail.language.value
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: absence notices stay at home
    if said["stop"]:
        message["List-Unsubscribe"] = f"<{said['stop'][1]}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    message.set_content(_plain(said))
    message.add_alternative(_TEMPLATES.get_template("letter.html.j2").render(said), subtype="html")
    if mail.calendar and mail.calendar_method:
        _add_calendar(message, mail.calendar, mail.calendar_method)
    for file in files:
        kind, _, subtype = file.media_type.partition("/")
        message.add_attachment(file.content, maintype=kind, subtype=subtype, filename=file.name)
    return message


def sender_address(settings: Settings) -> str:
    """The bare address that the product writes from."""
    return parseaddr(settings.mail_from)[1]


def _add_calendar(message: EmailMessage, calendar: str, method: str) -> None:
    """As an alternative, which programs turn into an entry, and as a file for those that only know files (RFC 6047)."""
    message.add_alternative(calendar, subtype="calendar", params={"method": method, "component": "VEVENT"})
    message.add_attachment(
        calendar.encode(), maintype="application", subtype="ics", filename="invite.ics" if method == "REQUEST" else "cancel.ics"
    )  # fmt: skip


def _said(mail: Mail, home: str) -> dict[str, Any]:
    said = words("notifications", mail.language)
    action, stop = mail.letter.get("action"), mail.letter.get("stop")
    return {
        "language": mail.language.value,
        "direction": "rtl" if mail.language is Language.ARABIC else "ltr",
        "subject": mail.subject,
        "greeting": said["greeting"].format(name=mail.person_name),
        "paragraphs": mail.letter["paragraphs"],
        "action": (action[0], home + action[1]) if action else None,
        "choices": [(label, home + path) for label, path in mail.letter.get("choices", [])],
        "listings": mail.letter.get("listings", []),
        "sender": said["sender"],
        "stop": (said["stop"], home + stop) if stop else None,
        "home": home,
    }


def _plain(said: dict[str, Any]) -> str:
    parts = [said["greeting"], *said["paragraphs"]]
    parts += [_plain_listing(listing, said["home"]) for listing in said["listings"]]
    parts += [
        f"{label}:\n{address}" for label, address in [*said["choices"], *([said["action"]] if said["action"] else [])]
    ]
    closing = f"-- \n{said['sender']}\n{said['home']}"
    if said["stop"]:
        closing += "\n\n{}:\n{}".format(*said["stop"])
    return "\n\n".join([*parts, closing]) + "\n"


def _plain_listing(listing: dict[str, Any], home: str) -> str:
    lines = [listing["title"], home + listing["path"]]
    for record in listing["records"]:
        lines += ["", f"* {record['title']} ({record['context']})", f"  {home}{record['path']}"]
    return "\n".join(lines + (["", listing["more"]] if listing["more"] else []))
