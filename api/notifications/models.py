"""The mails that were written, to whom, and what became of each."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from api.notifications.kinds import LetterKind
from api.platform import clock
from api.platform.language import Language
from api.platform.records import choice


class MailStatus(StrEnum):
    """Where a mail stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    NOT_SENT = "not_sent"
    """No mail server is set. The mail stays in the log and can be sent again once there is one."""


class Mail(SQLModel, table=True):
    """One mail to one person; without ``person_id`` to somebody who has no account. ``key`` makes it unique: the same news is never sent twice to the same person.

    ``letter`` holds what it says; of a mail with a one-time link it is emptied once the mail has left.
    """

    __tablename__ = "mails"
    __table_args__ = (
        UniqueConstraint("person_id", "key", name="a_person_is_told_once"),
        CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="sent_mails_have_a_time"),
        CheckConstraint("(status = 'failed') = (failed_at IS NOT NULL)", name="failed_mails_have_a_time"),
        CheckConstraint("(about_type IS NULL) = (about_id IS NULL)", name="mails_are_about_a_record_or_none"),
        CheckConstraint("(calendar IS NULL) = (calendar_method IS NULL)", name="calendars_have_a_method"),
        Index("mails_about", "about_type", "about_id", "queued_at"),
        Index("mails_status", "status", "queued_at"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    kind: LetterKind = Field(sa_type=choice(LetterKind))
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="CASCADE")
    person_name: str = Field(max_length=200)
    address: str = Field(max_length=254)
    language: Language = Field(sa_type=choice(Language))
    subject: str = Field(max_length=300)
    letter: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    is_secret: bool = False
    calendar: str | None = None
    calendar_method: str | None = Field(default=None, max_length=20)
    about_type: str | None = Field(default=None, max_length=40)
    about_id: UUID | None = None
    key: str | None = Field(default=None, max_length=200)
    status: MailStatus = Field(default=MailStatus.QUEUED, sa_type=choice(MailStatus))
    queued_at: datetime = Field(default_factory=clock.now)
    sent_at: datetime | None = None
    failed_at: datetime | None = None
    attempts: int = 0
    error: str = Field(default="", max_length=1000)


class MailAttachment(SQLModel, table=True):
    """A file that goes with a mail."""

    __tablename__ = "mail_attachments"

    mail_id: UUID = Field(foreign_key="mails.id", ondelete="CASCADE", primary_key=True)
    place: int = Field(primary_key=True)
    name: str = Field(max_length=200)
    media_type: str = Field(max_length=100)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
