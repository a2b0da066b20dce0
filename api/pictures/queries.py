"""Reads of pictures."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.pictures.models import Picture
from api.pictures.schemas import PictureBody, PictureList
from api.pictures.subjects import Subject
from api.platform.database import columns
from api.platform.problems import NotFound
from api.platform.schemas import trusted

_FIELDS = tuple(PictureBody.model_fields)


async def list_pictures(session: AsyncSession, subject: Subject) -> PictureList:
    """The pictures of ``subject`` in their order."""
    rows = await session.exec(_of(subject).order_by(col(Picture.position), col(Picture.id)))
    actions = ["add", "change", "delete"] if subject.may_change else []
    return PictureList(items=[_body(row) for row in rows], actions=actions)


async def get_picture(session: AsyncSession, subject: Subject, picture_id: UUID) -> PictureBody:
    """One picture of ``subject``."""
    row = (await session.exec(_of(subject).where(col(Picture.id) == picture_id))).first()
    if row is None:
        raise not_found()
    return _body(row)


async def storage_key(session: AsyncSession, subject: Subject, picture_id: UUID) -> str:
    """Where the pixels of a picture of ``subject`` are kept."""
    found = await session.exec(select(Picture.storage_key).where(subject.is_theirs, col(Picture.id) == picture_id))
    key = found.first()
    if key is None:
        raise not_found()
    return key


def not_found() -> NotFound:
    """What is told of a picture that is not there, or not for the caller."""
    return NotFound("There is no such picture.")


def _of(subject: Subject) -> Any:
    return columns(*(getattr(Picture, field) for field in _FIELDS)).where(subject.is_theirs)


def _body(row: Row[Any]) -> PictureBody:
    return trusted(PictureBody, dict(zip(_FIELDS, row, strict=True)))
