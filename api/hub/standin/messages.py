"""The stand-in Hub's signed messages, as Standard Webhooks say."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx
import structlog
from standardwebhooks.webhooks import Webhook

from api.hub.standin.nodes import its_clock

_log = structlog.get_logger("stand-in")
_ATTEMPTS = 5


@dataclass
class Messenger:
    """Sends what happened to a practice to ``address``; each message ``times`` times, none where that is 0."""

    address: str | None
    secret: str | None
    times: int = 1
    sent: int = 0
    _under_way: set["asyncio.Task[None]"] = field(default_factory=set)
    _http: httpx.AsyncClient | None = None

    def tell(self, kind: str, node: dict[str, Any], *, words: str = "", url: str | None = None) -> None:
        """Send a message, in the background."""
        if not self.address or not self.secret or not self.times:
            return
        happened_at = its_clock()
        body = {
            "type": f"practice.{kind}",
            "timestamp": happened_at.isoformat(),
            "data": {
                "id": node["id"],
                "sequence": node["attributes"]["field_sequence"],
                "words": words,
                "url": url,
            },
        }
        task = asyncio.create_task(self._send(json.dumps(body), happened_at))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _send(self, body: str, at: datetime) -> None:
        assert self.address and self.secret
        name = f"msg_{uuid4().hex}"
        headers = {
            "Content-Type": "application/json",
            "webhook-id": name,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Webhook(self.secret).sign(name, at, body),
        }
        self._http = self._http or httpx.AsyncClient(timeout=10, trust_env=False)
        for _ in range(self.times):
            for attempt in range(_ATTEMPTS):
                try:
                    answer = await self._http.post(self.address, content=body, headers=headers)
                except httpx.HTTPError as error:
                    _log.warning("message not taken", error=str(error) or type(error).__name__)
                else:
                    if answer.is_success:
                        self.sent += 1
                        break
                    _log.warning("message refused", status=answer.status_code, words=answer.text[:300])
                await asyncio.sleep(0.2 * 2**attempt)

    async def close(self) -> None:
        """Let go of what is under way."""
        for task in self._under_way:
            task.cancel()
        if self._http is not None:
            await self._http.aclose()
            self._http = None
