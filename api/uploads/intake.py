"""Takes a file into the storage: from the form it came with or the parts it came in, and looks at what it really is."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import puremagic
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.problems import InvalidInput
from api.platform.storage import Storage, StorageFailed, StoredFile
from api.platform.texts import safe_file_name
from api.uploads import kinds as known
from api.uploads import service as uploads
from api.uploads.schemas import GivenFile

PREFIX = "documents"
"""Where the files are kept that records name."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that is in the storage, durably, and is of a kind that is taken."""

    file_name: str
    kind: known.FileKind
    stored: StoredFile
    storage_key: str

    @property
    def fields(self) -> dict[str, Any]:
        """What a record keeps of it: the columns of ``FileFields``."""
        return {
            "file_name": self.file_name,
            "media_type": self.kind.media_type,
            "size": self.stored.size,
            "sha256": self.stored.sha256,
            "storage_key": self.storage_key,
        }


async def take(
    session: AsyncSession,
    storage: Storage,
    caller: Caller,
    form: GivenFile,
    *,
    max_bytes: int,
    kinds: Sequence[known.FileKind] = known.KINDS,
) -> TakenFile:
    """The form's file, stored; ``InvalidInput`` where it is empty, of none of ``kinds``, or not what its name says."""
    key = f"{PREFIX}/{uuid4()}"
    given, stored = await uploads.take_sent(session, storage, caller, form, key, max_bytes=max_bytes)
    try:
        name, kind = await _recognised(storage, key, given, stored.size, form.pointer, kinds)
    except InvalidInput:
        with contextlib.suppress(StorageFailed):
            await storage.delete(key)
        raise
    return TakenFile(name, kind, stored, key)


async def _recognised(
    storage: Storage, key: str, given: str, size: int, pointer: str, kinds: Sequence[known.FileKind]
) -> tuple[str, known.FileKind]:
    name = safe_file_name(given)
    if size == 0:
        raise InvalidInput.at(pointer, f"“{name}” is empty.", code="empty_file")
    head = await storage.read_whole(key, end=min(size, known.HEAD))
    tail = await storage.read_whole(key, start=max(0, size - known.TAIL))
    extension = known.extension_of(name)
    kind = known.kind_of(extension, _media_types(head), head, tail)
    if kind is None or kind not in kinds:
        taken = ", ".join(kind.word for kind in kinds)
        raise InvalidInput.at(pointer, f"“{name}” is not of a kind that is taken here: {taken}.", code="unknown_kind")
    if not extension:
        return f"{name}.{kind.extensions[0]}", kind
    if extension not in kind.extensions:
        raise InvalidInput.at(
            pointer, f"“{name}” is called .{extension}, but its content is {kind.word}.", code="wrong_extension"
        )
    return name, kind


def _media_types(head: bytes) -> frozenset[str]:
    try:
        return frozenset(match.mime_type for match in puremagic.magic_string(head))
    except (puremagic.PureError, ValueError):
        return frozenset()
