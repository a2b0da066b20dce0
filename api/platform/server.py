"""The HTTP server of this process."""

import socket
import sys

import uvicorn
from fastapi import FastAPI

_GRACE_SECONDS = 5


class Server(uvicorn.Server):
    """Uvicorn, which ends the live streams before it waits for the answers under way: those would never end."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking requests, end the streams, finish what is under way."""
        assert isinstance(self.config.app, FastAPI)
        self.config.app.state.live.close()
        await super().shutdown(sockets)


def run(app: FastAPI, *, host: str, port: int) -> None:
    """Serve ``app`` until a signal comes; answers under way get 5 s to finish."""
    config = uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=_GRACE_SECONDS
    )
    server = Server(config)
    try:
        server.run()
    except KeyboardInterrupt:
        return
    if not server.started:
        sys.exit(1)
