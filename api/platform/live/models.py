"""What happened on a topic, in order, kept for a day for whoever was away."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from api.platform import clock


class LiveTopic(SQLModel, table=True):
    """A topic and the number of its last event. Its row is locked from the numbering to the commit, for an instant."""

    __tablename__ = "live_topics"

    topic: str = Field(primary_key=True, max_length=100)
    last_number: int = Field(sa_type=BigInteger, nullable=False)


class LiveEvent(SQLModel, table=True):
    """An event of a topic. Numbers have no gap and are in the order of the commits; nothing is ever changed."""

    __tablename__ = "live_events"

    topic: str = Field(primary_key=True, max_length=100)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str = Field(max_length=40)
    body: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    at: datetime = Field(default_factory=clock.now, index=True)
