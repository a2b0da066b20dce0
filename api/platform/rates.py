"""How often one caller may ask: counted by each process, since it is what a process has to do that is bounded."""

import math
import time
from collections import OrderedDict
from typing import Any
from weakref import WeakKeyDictionary

from fastapi import Depends, Request

from api.platform.problems import TooManyRequests

_CALLERS_KEPT = 10_000

Bucket = tuple[float, float]
"""How many requests are left, and when that was so, in seconds of the machine's steady clock."""


class AtMost:
    """A dependency that lets each caller (by token, else by address) ask ``times`` in any ``seconds``; then 429.

    Each has a bucket that fills evenly: a burst of all its times is served, and after it one each now and then.
    """

    def __init__(self, times: int, *, seconds: int) -> None:
        self._times = times
        self._seconds = seconds
        self._buckets: WeakKeyDictionary[Any, OrderedDict[str, Bucket]] = WeakKeyDictionary()

    async def __call__(self, request: Request) -> None:
        """Count the request, or refuse it with the seconds to wait."""
        buckets = self._buckets.setdefault(request.app, OrderedDict())
        caller = request.headers.get("authorization") or (request.client.host if request.client else "")
        left = self._left(buckets.pop(caller, None), time.monotonic())
        buckets[caller] = (left - 1 if left >= 1 else left, time.monotonic())
        if len(buckets) > _CALLERS_KEPT:
            buckets.popitem(last=False)
        if left < 1:
            wait = math.ceil((1 - left) * self._seconds / self._times)
            raise TooManyRequests(f"That is too often. Wait {wait} s.", retry_after_seconds=wait)

    def _left(self, bucket: Bucket | None, now: float) -> float:
        if bucket is None:
            return self._times
        left, at = bucket
        return min(self._times, left + (now - at) * self._times / self._seconds)


MADE_TO_ORDER = Depends(AtMost(120, seconds=60))
"""For what the world may ask and is made anew each time, such as a document or a picture: counted over all of it together."""
HARVEST = Depends(AtMost(600, seconds=60))
"""For what programs read page by page: ten pages a second, which no harvester needs for long."""
