"""Prometheus metrics of this process, served at ``/metrics``."""

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest
from starlette.responses import Response

requests_total = Counter("champions_http_requests_total", "Answered requests.", ["method", "route", "status"])
request_seconds = Histogram(
    "champions_http_request_seconds",
    "Seconds from the first byte in to the last byte out; of a live stream, to its first byte.",
    ["method", "route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
live_watchers = Gauge("champions_live_watchers", "Live streams that are open.")


def exposition() -> Response:
    """Everything measured, in Prometheus' text format."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
