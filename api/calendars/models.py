"""Private calendar feeds."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from api.platform import clock


class CalendarFeed(SQLModel, table=True):
    """The feed of one person; renewing it stops the address before. Only the hash of its secret is kept."""

    __tablename__ = "calendar_feeds"

    person_id: UUID = Field(foreign_key="people.id", ondelete="CASCADE", primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    made_at: datetime = Field(default_factory=clock.now)
