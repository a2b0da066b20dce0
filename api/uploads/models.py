"""Files that are still on their way to us."""

from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from api.platform.records import Record


class Upload(Record, table=True):
    """A file that comes in parts. Each part is kept under a key of its own, in ``parts`` in their order."""

    __tablename__ = "uploads"
    __table_args__ = (CheckConstraint("received BETWEEN 0 AND length", name="upload_receives_no_more_than_its_length"),)

    person_id: UUID = Field(foreign_key="people.id", ondelete="CASCADE", index=True)
    file_name: str = Field(max_length=200)
    length: int = Field(sa_type=BigInteger)
    received: int = Field(default=0, sa_type=BigInteger)
    parts: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(100)), nullable=False, server_default="{}")
    )
