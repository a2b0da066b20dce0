"""Joint programmes, calls, advocacy, and what the Network makes."""

from datetime import date
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.mechanism.models import (
    FundAdvocacy,
    FundCall,
    JointProgramme,
    NetworkTool,
    ProgrammeChampion,
    ProgrammePart,
    ToolKind,
    ToolPart,
    ToolSupport,
)


async def make_programme(session: AsyncSession, champion: Champion | None, **fields: Any) -> JointProgramme:
    """A public programme that ``champion`` keeps and hosts; without one, the co-chairs keep it."""
    values = {"title": "Fair recruitment along one corridor"} | fields
    programme = JointProgramme(champion_id=champion.id if champion else None, **values)
    session.add(programme)
    await session.flush()
    if champion:
        session.add(ProgrammeChampion(programme_id=programme.id, champion_id=champion.id, part=ProgrammePart.HOST))
    await session.commit()
    return programme


async def make_call(session: AsyncSession, **fields: Any) -> FundCall:
    """A call that closes at the end of February 2027."""
    when = {} if "closes_at" in fields else {"closes_on": date(2027, 2, 28)}
    call = FundCall(**({"title": "Call for concept notes"} | when | fields))
    session.add(call)
    await session.commit()
    return call


async def make_advocacy(session: AsyncSession, champion: Champion, **fields: Any) -> FundAdvocacy:
    """A public word of ``champion`` for the fund."""
    values = {"title": "Word in the general debate", "done_on": date(2026, 10, 2)} | fields
    done = FundAdvocacy(champion_id=champion.id, **values)
    session.add(done)
    await session.commit()
    return done


async def make_tool(session: AsyncSession, *testers: Champion, **fields: Any) -> NetworkTool:
    """A tool in use that ``testers`` test."""
    tool = NetworkTool(**({"title": "Workbook on implementation plans", "kind": ToolKind.TOOL} | fields))
    session.add(tool)
    await session.flush()
    session.add_all(
        ToolSupport(
            tool_id=tool.id, champion_id=tester.id, part=ToolPart.TESTS, since_on=date(2026, 9, 14), feedback="Clear."
        )
        for tester in testers
    )
    await session.commit()
    return tool
