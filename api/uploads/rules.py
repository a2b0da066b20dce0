"""The words of the tus protocol, version 1.0.0: https://tus.io/protocols/resumable-upload."""

import base64
import binascii

VERSION = "1.0.0"
EXTENSIONS = "creation,termination"
MOST_OPEN = 50
"""Files that one person may have on their way at once."""


def file_name_in(metadata: str | None) -> str:
    """The ``filename`` of an ``Upload-Metadata`` header; ``ValueError`` where the header is malformed."""
    for pair in (metadata or "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError) as error:
                raise ValueError(pair) from error
    return ""
