"""Runs a command against the product with fresh demonstration data and a stand-in Hub: ``python -m tests.running_product COMMAND …``.

For the browser tests, and for the pictures of the guides.
"""

import os
import subprocess
import sys

from tests.running_server import running_server
from tests.stand_in_hub import StandInHub

if __name__ == "__main__":
    hub = StandInHub()
    with running_server(environment=hub.environment) as server, hub.beside(server):
        told = {"E2E_BASE_URL": server.address, "E2E_PASSWORD": server.password, "E2E_HUB_URL": hub.address}
        finished = subprocess.run(sys.argv[1:], env=os.environ | told, check=False)
    sys.exit(finished.returncode)
