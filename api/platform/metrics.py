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
hub_waiting = Gauge("champions_hub_deliveries_waiting", "Deliveries that wait for the Hub.")
hub_given_up = Gauge("champions_hub_deliveries_given_up", "Dead letters to the Hub.")
hub_oldest_seconds = Gauge("champions_hub_oldest_delivery_seconds", "For how long the oldest delivery has waited.")
hub_circuit_open = Gauge("champions_hub_circuit_open", "1 while nothing is sent to the Hub, since it failed.")


def exposition() -> Response:
    """Everything measured, in Prometheus' text format."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
