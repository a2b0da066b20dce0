"""Writes of pictures: encoded anew when they are added, told in words, put in order."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import case, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.pictures import queries, rules
from api.pictures.encoding import Encoded, OversizedPicture, UnreadablePicture, encode
from api.pictures.models import Picture
from api.pictures.schemas import PictureBody, PictureChange, PictureForm
from api.pictures.subjects import Subject
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput
from api.platform.storage import Storage, StorageFailed
from api.uploads import service as uploads

PREFIX = "pictures"
"""Where the pixels are kept."""
_ENCODERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pictures")
"""A picture unfolds to 200 MB at most: no more than two at once, however many are sent."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Where pictures go, and how large a file may be."""

    storage: Storage
    max_bytes: int


async def add(
    session: AsyncSession, caller: Caller, subject: Subject, form: PictureForm, taking: Intake
) -> PictureBody:
    """Add a picture behind the others; ``InvalidInput`` where the file is none, damaged, or too large to be decoded."""
    there = await _keys(session, subject)
    if len(there) >= rules.MOST:
        raise Conflict(f"There are {rules.MOST} pictures already. Delete one of them first.")
    key = f"{PREFIX}/{uuid4()}"
    encoded = await _taken(session, caller, form, taking, key)
    for size, content in encoded.content.items():
        await taking.storage.put(f"{key}/{size}", _once(content))
    picture = Picture(
        alt=form.alt,
        credit=form.credit,
        position=len(there) + 1,
        width=encoded.width,
        height=encoded.height,
        storage_key=key,
    )
    setattr(picture, subject.column, subject.id)
    session.add(picture)
    await _record(session, caller, "added", picture, subject)
    return await queries.get_picture(session, subject, picture.id)


async def change(
    session: AsyncSession,
    caller: Caller,
    subject: Subject,
    picture_id: UUID,
    body: PictureChange,
    *,
    expected_revision: int,
) -> PictureBody:
    """Change what is said of a picture, or its place; what the body leaves out stays."""
    picture = await _locked(session, subject, picture_id, expected_revision)
    picture.sqlmodel_update(body.model_dump(exclude_unset=True, exclude={"position"}))
    if "position" in body.model_fields_set:
        order = rules.moved(await _keys(session, subject), str(picture.id), body.position)
        picture.position = order.index(str(picture.id)) + 1
        await _number(session, [key for key in order if key != str(picture.id)], skipping=picture.position)
    await _record(session, caller, "changed", picture, subject)
    return await queries.get_picture(session, subject, picture.id)


async def delete(
    session: AsyncSession, caller: Caller, subject: Subject, picture_id: UUID, *, expected_revision: int
) -> None:
    """Delete a picture; a sweep clears its pixels away."""
    picture = await _locked(session, subject, picture_id, expected_revision)
    await session.delete(picture)
    await _record(session, caller, "deleted", picture, subject)
    await _number(session, await _keys(session, subject))


async def _taken(session: AsyncSession, caller: Caller, form: PictureForm, taking: Intake, key: str) -> Encoded:
    """The picture that came with ``form``. What was sent is looked at once and thrown away."""
    sent = f"{key}/sent"
    await uploads.take_sent(session, taking.storage, caller, form, sent, max_bytes=taking.max_bytes)
    try:
        content = await taking.storage.read_whole(sent)
        return await asyncio.get_running_loop().run_in_executor(_ENCODERS, encode, content)
    except UnreadablePicture as error:
        told = "This is no picture that can be read. Send a JPEG, PNG or WebP file."
        raise InvalidInput.at(form.pointer, told, code="no_picture") from error
    except OversizedPicture as error:
        told = f"This picture has more than {rules.MOST_PIXELS // 1_000_000} million pixels. Send a smaller one."
        raise InvalidInput.at(form.pointer, told, code="too_many_pixels") from error
    finally:
        with contextlib.suppress(StorageFailed):
            await taking.storage.delete(sent)


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def _keys(session: AsyncSession, subject: Subject) -> list[str]:
    found = select(Picture.id).where(subject.is_theirs).order_by(col(Picture.position), col(Picture.id))
    return [str(key) for key in await session.exec(found)]


async def _number(session: AsyncSession, order: list[str], *, skipping: int | None = None) -> None:
    """Number pictures from 1, leaving out ``skipping``, without counting it as a change of each."""
    places = [place for place in range(1, len(order) + 2) if place != skipping]
    if order:
        numbered = case({UUID(key): place for key, place in zip(order, places, strict=False)}, value=col(Picture.id))
        statement = update(Picture).where(col(Picture.id).in_([UUID(key) for key in order])).values(position=numbered)
        await session.exec(statement, execution_options={"synchronize_session": False})


async def _locked(session: AsyncSession, subject: Subject, picture_id: UUID, expected_revision: int) -> Picture:
    found = await session.exec(
        select(Picture).where(subject.is_theirs, col(Picture.id) == picture_id).with_for_update()
    )
    picture = found.first()
    if picture is None:
        raise queries.not_found()
    check_revision(picture, expected_revision)
    return picture


async def _record(session: AsyncSession, caller: Caller, what: str, picture: Picture, subject: Subject) -> None:
    behalf = None if caller.owns(subject.champion_id) else subject.champion_id
    await audit.record(session, caller, f"picture.{what}", picture, title=subject.title, on_behalf_of=behalf)
