"""What every stored record has: a time-ordered key, its times, its revision, where it comes from."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Enum, Integer, SmallInteger, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from api.platform import clock


class Record(SQLModel):
    """The base of tables whose rows are read and changed one by one."""

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    revision: int = Field(default=None, sa_type=Integer, nullable=False)
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now, sa_column_kwargs={"onupdate": clock.now})

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 -- evaluated on the class
        """Each UPDATE names the revision it read and counts one up: a lost update becomes an error."""
        return {"version_id_col": cls.__table__.c.revision, "eager_defaults": True}  # type: ignore[attr-defined]


def choice(kind: type[StrEnum]) -> Any:
    """A column type that stores an enum's value as text, so that a new value needs no migration of a type."""
    return Enum(
        kind, native_enum=False, length=40, values_callable=lambda members: [member.value for member in members]
    )


class Visibility(StrEnum):
    """Who may see a record."""

    PUBLIC = "public"
    MEMBERS = "members"
    PRIVATE = "private"


class Confidence(StrEnum):
    """How sure a fact of the reference data is."""

    READ = "read"
    """A public source was read."""
    RECALLED = "recalled"
    """To be confirmed by the secretariat; shown as such."""


class DatePrecision(StrEnum):
    """How exactly a day is known: some facts of the reference data are documented by their month only."""

    DAY = "day"
    MONTH = "month"


class Provenance(SQLModel):
    """Where a record comes from, where it was not written in the product."""

    source: str | None = Field(default=None, max_length=1000)
    confidence: Confidence | None = Field(default=None, sa_type=choice(Confidence))
    is_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class FileFields(SQLModel):
    """What a record knows of its file in the storage: ``KeptFile`` is read from it."""

    file_name: str = Field(max_length=200)
    media_type: str = Field(max_length=100)
    size: int = Field(sa_type=BigInteger)
    sha256: str = Field(max_length=64)
    storage_key: str = Field(max_length=100)


def numbers_column() -> Column[list[int]]:
    """A column of small numbers of a fixed vocabulary (objectives, principles, SDGs), for ``@>`` under a GIN index."""
    return Column(ARRAY(SmallInteger), nullable=False, server_default="{}")
