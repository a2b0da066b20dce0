"""Joint statements, their versions, and periods of silence on them."""

from datetime import timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.statements.models import (
    RemarkKind,
    SignOn,
    SilenceRound,
    Statement,
    StatementDrafter,
    StatementRemark,
    StatementVersion,
)
from tests.conftest import NOW

TEXT = "We, the Champion countries, welcome the progress made.\n\nWe call for safe and regular pathways."


async def make_statement(session: AsyncSession, *drafters: Champion, texts: int = 1, **fields: Any) -> Statement:
    """A statement being drafted by ``drafters``, with ``texts`` versions."""
    statement = Statement(**({"title": "Joint statement at the Regional Review"} | fields))
    session.add(statement)
    await session.flush()
    session.add_all(StatementDrafter(statement_id=statement.id, champion_id=drafter.id) for drafter in drafters)
    session.add_all(
        StatementVersion(statement_id=statement.id, number=number, text=TEXT, person_name="Amina Diallo")
        for number in range(1, texts + 1)
    )
    await session.commit()
    return statement


async def version_of(session: AsyncSession, statement: Statement, number: int = 1) -> StatementVersion:
    """The version of that number."""
    found = await session.exec(
        select(StatementVersion).where(
            col(StatementVersion.statement_id) == statement.id, col(StatementVersion.number) == number
        )
    )
    return found.one()


async def make_silence(session: AsyncSession, statement: Statement, **fields: Any) -> SilenceRound:
    """A period of 96 hours on the first version that began a day ago."""
    version = await version_of(session, statement)
    opened_at = NOW - timedelta(hours=24)
    values = {"number": 1, "opened_at": opened_at, "until_at": opened_at + timedelta(hours=96)} | fields
    silence = SilenceRound(statement_id=statement.id, version_id=version.id, opened_by_name="Akosua Mensah", **values)
    session.add(silence)
    await session.commit()
    return silence


async def make_remark(
    session: AsyncSession, statement: Statement, champion: Champion, **fields: Any
) -> StatementRemark:
    """A comment of ``champion`` on the second paragraph of the first version."""
    version = await version_of(session, statement)
    values = {"kind": RemarkKind.COMMENT, "text": "Say orderly too.", "paragraph": 2, "quoted": TEXT.split("\n\n")[1]}
    remark = StatementRemark(
        statement_id=statement.id,
        version_id=version.id,
        champion_id=champion.id,
        person_name="Amina Diallo",
        **(values | fields),
    )
    session.add(remark)
    await session.commit()
    return remark


async def make_sign_on(session: AsyncSession, statement: Statement, iso3: str, **fields: Any) -> SignOn:
    """The State ``iso3`` joins."""
    signed = SignOn(statement_id=statement.id, iso3=iso3, person_name="Amina Diallo", **fields)
    session.add(signed)
    await session.commit()
    return signed
