"""The invitations that reached an address, as an independent parser reads them from the mail.

``python -m tests.semester.invitations LETTERS ADDRESS`` prints them as JSON, the first sent first.
"""

import json
import mailbox
import re
import sys
from datetime import UTC
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import vobject


def invitations(letters: str, address: str) -> list[dict[str, Any]]:
    """What each calendar entry says that was sent to ``address``, and the links in the text of its mail."""
    box = mailbox.Maildir(letters)
    found = [entry for key in box.keys() for entry in _entries(box.get_bytes(key), address)]  # noqa: SIM118 -- no dict
    return sorted(found, key=lambda told: int(told["sequence"]))


def _entries(raw: bytes, address: str) -> list[dict[str, Any]]:
    mail = message_from_bytes(raw, policy=default)
    assert isinstance(mail, EmailMessage)
    if address not in str(mail["To"]):
        return []
    body = mail.get_body(("plain",))
    links = re.findall(r"https?://\S+", body.get_content()) if body else []
    return [
        _told(vobject.readOne(part.get_content()), links, str(mail["Subject"]))
        for part in mail.walk()
        if part.get_content_type() == "text/calendar" and not part.is_attachment()
    ]


def _told(calendar: Any, links: list[str], subject: str) -> dict[str, Any]:
    event = calendar.vevent
    return {
        "subject": subject,
        "method": calendar.method.value,
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "starts_at": event.dtstart.value.astimezone(UTC).isoformat(),
        "zones": [zone.tzid.value for zone in calendar.contents.get("vtimezone", [])],
        "zone": event.dtstart.params.get("X-VOBJ-ORIGINAL-TZID", event.dtstart.params.get("TZID", [""]))[0],
        "organizer": event.organizer.value,
        "attendees": [attendee.value for attendee in event.attendee_list],
        "links": links,
    }


if __name__ == "__main__":
    print(json.dumps(invitations(*sys.argv[1:])))  # noqa: T201 -- this is how it is asked
