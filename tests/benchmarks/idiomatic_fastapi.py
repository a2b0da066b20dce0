"""(b) The list as tutorials write it: FastAPI, SQLModel entities, ``selectinload``, a response model."""

import os
from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, FastAPI
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import selectinload
from sqlmodel import Field, Relationship, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession


class PracticeObjectiveLink(SQLModel, table=True):
    __tablename__ = "bench_practice_objectives"
    practice_id: UUID = Field(foreign_key="bench_practice.id", primary_key=True)
    objective_id: int = Field(foreign_key="bench_objective.number", primary_key=True)


class ObjectiveBase(SQLModel):
    number: int = Field(primary_key=True)


class Objective(ObjectiveBase, table=True):
    __tablename__ = "bench_objective"


class CountryBase(SQLModel):
    id: UUID = Field(primary_key=True)
    iso3: str
    name: str


class Country(CountryBase, table=True):
    __tablename__ = "bench_country"


class PracticeBase(SQLModel):
    id: UUID = Field(primary_key=True)
    title: str
    summary: str
    status: str
    visibility: str
    type_of_practice: str | None
    language: str
    starts_on: date | None
    published_at: datetime
    version: int


class Practice(PracticeBase, table=True):
    __tablename__ = "bench_practice"
    country_id: UUID = Field(foreign_key="bench_country.id")
    champion: Country = Relationship()
    objectives: list[Objective] = Relationship(link_model=PracticeObjectiveLink)


class PracticePublic(PracticeBase):
    champion: CountryBase
    objectives: list[ObjectiveBase]


class PracticesPublic(SQLModel):
    items: list[PracticePublic]


engine = create_async_engine(
    os.environ["BENCH_DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://"), pool_size=10
)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


app = FastAPI()


@app.get("/practices")
async def practices(
    session: Annotated[AsyncSession, Depends(get_session)], objective: int, limit: int
) -> PracticesPublic:
    statement = (
        select(Practice)
        .join(PracticeObjectiveLink)
        .where(Practice.status == "published", PracticeObjectiveLink.objective_id == objective)
        .order_by(col(Practice.published_at).desc())
        .limit(limit)
        .options(selectinload(Practice.champion), selectinload(Practice.objectives))  # type: ignore[arg-type]
    )
    found = (await session.exec(statement)).all()
    return PracticesPublic.model_validate({"items": found}, from_attributes=True)
