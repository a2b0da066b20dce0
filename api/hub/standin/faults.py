"""How the stand-in Hub fails when it is told to."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class Fault(StrEnum):
    """A way to fail."""

    DOWN = "down"
    """The line breaks before anything is done."""
    SLOW = "slow"
    BUSY = "busy"
    """429 with ``Retry-After``."""
    BROKEN = "broken"
    """500, and a page of HTML."""
    HALF = "half"
    """It acts; half of its answer arrives."""
    LOST = "lost"
    """It acts; its answer is lost."""
    LYING = "lying"
    """It says that it acted, and did not."""
    ELSEWHERE = "elsewhere"
    """A redirect to a loopback address."""
    REFUSING = "refusing"
    """422, whatever is sent."""


@dataclass
class Faults:
    """Which faults happen now: each with its share (0 to 1) of the requests, for the next ``times`` requests or until told otherwise."""

    shares: Mapping[Fault, float] = field(default_factory=dict)
    times: int | None = None
    seconds: float = 1
    """How slow it is."""
    retry_after: str = "1"
    dice: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 -- the same each run

    @classmethod
    def told(cls, body: Mapping[str, Any]) -> "Faults":
        """As the control's body says: ``{"faults": {"lost": 0.5}, "times": 3, "seconds": 2, "retry_after": "5"}``."""
        return cls(
            shares={Fault(name): float(share) for name, share in body.get("faults", {}).items()},
            times=body.get("times"),
            seconds=float(body.get("seconds", 1)),
            retry_after=str(body.get("retry_after", "1")),
        )

    def next(self) -> Fault | None:
        """What happens to this request."""
        if not self.shares or self.times == 0:
            return None
        rolled = self.dice.random()
        for fault, share in self.shares.items():
            rolled -= share
            if rolled < 0:
                if self.times is not None:
                    self.times -= 1
                return fault
        return None


class LetsGo(HttpToolsProtocol):
    """A connection that the app may cut: as when a cable is pulled, which ASGI has no word for."""

    def on_message_begin(self) -> None:
        """Hand the app what it needs to cut the line."""
        super().on_message_begin()
        self.scope["extensions"] = {"cut": {"abort": self.transport.abort, "close": self.transport.close}}


class CutOff(Response):
    """No answer, or where there is a ``body`` the first half of it; then the line is cut."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is to be sent, and cut."""
        cut = scope["extensions"]["cut"]
        if self.body:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": self.body[: len(self.body) // 2], "more_body": True})
            cut["close"]()
        else:
            cut["abort"]()
        async with asyncio.timeout(5):
            while (await receive())["type"] != "http.disconnect":
                pass
