"""Champions: Member States in the Initiative."""

from datetime import date

from sqlalchemy import CheckConstraint, Column, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from api.platform.problems import constraint_explanations
from api.platform.records import DatePrecision, Provenance, Record, choice, numbers_column
from api.vocabularies.models import Commission


class Champion(Record, Provenance, table=True):
    """A Member State in the Initiative, from ``joined_on`` to ``left_on`` (exclusive; null: still a champion).

    With ``joined_precision`` month, ``joined_on`` is the first of the month in which it joined. A real champion's
    ``objectives`` may be invented for a demonstration, and say so.
    """

    __tablename__ = "champions"
    __table_args__ = (
        CheckConstraint("left_on > joined_on", name="champion_leaves_after_joining"),
        CheckConstraint(
            "objectives <@ ARRAY[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]::smallint[]",
            name="champion_objectives_exist",
        ),
        Index("champions_objectives", "objectives", postgresql_using="gin"),
    )

    iso3: str = Field(unique=True, max_length=3)
    region_m49: str = Field(max_length=3, index=True)
    subregion_m49: str = Field(max_length=3)
    commissions: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(5)), nullable=False, server_default="{}")
    )
    review_region: Commission = Field(sa_type=choice(Commission), index=True)
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    objectives_are_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    joined_on: date | None = None
    joined_precision: DatePrecision = Field(
        default=DatePrecision.DAY, sa_type=choice(DatePrecision), sa_column_kwargs={"server_default": "day"}
    )
    left_on: date | None = None
    about: str = Field(default="", max_length=10_000)


constraint_explanations.add(
    "champions_iso3_key", "This State is a champion already; change its record instead.", pointer="/iso3"
)
constraint_explanations.add(
    "champion_leaves_after_joining",
    "A champion leaves after it has joined: mend one of the two dates.",
    pointer="/left_on",
)
