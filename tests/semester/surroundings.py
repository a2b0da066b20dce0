"""The product on its own database with a mail server beside it, for the browser test that moves the clock through a semester.

``python -m tests.semester.surroundings`` tells where both are in one line of JSON, and stops both when its input ends.
"""

import json
import sys
import tempfile
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox

from tests.running_server import free_port, running_server

if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="champions-mail-") as folder:
        letters = Path(folder) / "letters"
        post_office = Controller(Mailbox(letters), hostname="127.0.0.1", port=free_port())
        post_office.start()
        try:
            with running_server(environment={"CHAMPIONS_SMTP_URL": f"smtp://127.0.0.1:{post_office.port}"}) as server:
                told = {"address": server.address, "password": server.password, "letters": str(letters)}
                print(json.dumps(told), flush=True)  # noqa: T201 -- this is how it is asked
                sys.stdin.read()
        finally:
            post_office.stop()
