"""Messages as the Hub signs them."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from standardwebhooks.webhooks import Webhook

from tests.conftest import CALLBACK_SECRET


def signed(
    body: dict[str, Any],
    *,
    name: str = "msg_1",
    secret: str = CALLBACK_SECRET,
    ago: int = 0,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The arguments of a request with ``body``, signed ``ago`` seconds before now, by the clock on the wall."""
    content = json.dumps(body)
    at = datetime.now(UTC) - timedelta(seconds=ago)
    told = {
        "Content-Type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, at, content),
    }
    return {"content": content, "headers": {**(headers or {}), **told}}
