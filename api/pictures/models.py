"""Pictures of what champions did, with words for those who cannot see them."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger
from sqlmodel import Field

from api.platform.problems import constraint_explanations
from api.platform.records import Record


class Picture(Record, table=True):
    """A picture of one record: each kind of record that has pictures has a column here, and exactly one is filled.

    What is kept is never what was sent, but our own encoding of it in two sizes: ``…/large`` and ``…/small`` under
    ``storage_key``.
    """

    __tablename__ = "pictures"
    __table_args__ = (
        CheckConstraint("num_nonnulls(activity_id, practice_id) = 1", name="pictures_are_of_one_record"),
        CheckConstraint("alt <> ''", name="pictures_are_told_in_words"),
        Index("pictures_activity", "activity_id", "position", "id"),
        Index("pictures_practice", "practice_id", "position", "id"),
    )

    activity_id: UUID | None = Field(default=None, foreign_key="activities.id", ondelete="CASCADE")
    practice_id: UUID | None = Field(default=None, foreign_key="practices.id", ondelete="CASCADE")
    alt: str = Field(max_length=300)
    credit: str = Field(default="", max_length=200)
    position: int = Field(sa_type=SmallInteger)
    width: int
    height: int
    storage_key: str = Field(max_length=100, unique=True)


constraint_explanations.add(
    "pictures_are_told_in_words", "Say in words what the picture shows, for those who cannot see it.", pointer="/alt"
)
