"""Runs the stand-in Hub."""

import uvicorn

from api.hub.standin.app import StandIn
from api.hub.standin.faults import LetsGo

_GRACE_SECONDS = 1


def server(stand_in: StandIn, *, host: str, port: int) -> uvicorn.Server:
    """A server for ``stand_in``; what it holds stays when the server ends."""
    return uvicorn.Server(
        uvicorn.Config(
            stand_in.app(),
            host=host,
            port=port,
            http=LetsGo,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
    )
