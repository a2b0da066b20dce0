"""Where files are kept: a folder by default, S3 or what speaks as it does by setting. Through ``obstore``.

A file is written under a key that nobody has used, before the transaction that names it commits, and is durable by then.
If that transaction is rolled back, nothing names the file, and a sweep deletes it later: it is never the other way round.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import obstore
from fastapi import Depends, Request
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

_RETRIES: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=20)}
"""A store that is away is tried again, but not until whoever waits for the answer has gone."""
_READ_AT_ONCE = 256 * 1024
"""Bytes of a file that a reader holds in memory at a time."""


class StorageFailed(Exception):
    """The store cannot be reached, or refuses."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What was written."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the storage, and what is known of it."""

    file_name: str
    media_type: str
    size: int
    sha256: str
    storage_key: str


class Storage:
    """The files of this installation. ``address``: ``s3://bucket/folder``, ``memory:///``, ``file:///…`` or a folder."""

    def __init__(self, address: str) -> None:
        self._address = address
        is_folder = "://" not in address or address.startswith("file://")
        self._folder = Path(address.removeprefix("file://")).absolute() if is_folder else None

    @cached_property
    def _store(self) -> ObjectStore:
        try:
            if self._folder is not None:
                return LocalStore(self._folder, mkdir=True, automatic_cleanup=False)
            return from_url(self._address, retry_config=_RETRIES)
        except (BaseError, ValueError, OSError) as error:
            raise StorageFailed(str(error)) from error

    async def put(self, key: str, content: AsyncIterable[bytes]) -> StoredFile:
        """Write ``content`` under ``key`` as it comes; when this returns, a loss of power does not lose it."""
        digest, size = hashlib.sha256(), 0

        async def measured() -> AsyncIterator[bytes]:
            nonlocal size
            async for chunk in content:
                digest.update(chunk)
                size += len(chunk)
                yield chunk

        try:
            await obstore.put_async(self._store, key, measured())
        except BaseError as error:
            raise StorageFailed(str(error)) from error
        if self._folder is not None:
            await asyncio.to_thread(_make_durable, self._folder, self._folder / key)
        return StoredFile(size, digest.hexdigest())

    async def read(self, key: str, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes under ``key`` from ``start`` until before ``end``, a piece at a time."""
        try:
            options: Any = {"range": {"offset": start} if end is None else (start, end)}
            found = await obstore.get_async(self._store, key, options=options if start or end is not None else None)
            async for chunk in found.stream(min_chunk_size=_READ_AT_ONCE):
                yield bytes(chunk)
        except (BaseError, FileNotFoundError) as error:
            raise StorageFailed(str(error)) from error

    async def read_whole(self, key: str, *, start: int = 0, end: int | None = None) -> bytes:
        """The bytes under ``key`` at once, for what is known to be small enough."""
        return b"".join([chunk async for chunk in self.read(key, start=start, end=end)])

    async def delete(self, *keys: str) -> None:
        """Delete what is under ``keys``; what is not there stays away."""
        for key in keys:
            try:
                await obstore.delete_async(self._store, key)
            except FileNotFoundError:
                continue
            except BaseError as error:
                raise StorageFailed(str(error)) from error

    async def keys_before(self, moment: datetime, prefix: str) -> list[str]:
        """The keys under ``prefix`` that were last written before ``moment``, by the store's own clock."""
        found: list[str] = []
        async for chunk in obstore.list(self._store, prefix=prefix):
            found += [entry["path"] for entry in chunk if entry["last_modified"] < moment]
        return found


def _make_durable(root: Path, path: Path) -> None:
    """Flush the file and every folder between it and ``root`` to the disk itself."""
    for place in (path, *path.parents):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if place == root:
            return


async def get_storage(request: Request) -> Storage:
    """The storage of this installation."""
    storage: Storage = request.app.state.storage
    return storage


StorageDep = Annotated[Storage, Depends(get_storage)]
