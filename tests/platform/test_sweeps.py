"""Sweeps run each in a transaction of its own; one that fails stops no other."""

from collections.abc import Iterator

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.identity.models import Person
from api.platform import sweeps
from tests.conftest import RolledBackDatabase
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, sweeps.Sweep]]:
    known: dict[str, sweeps.Sweep] = {}
    monkeypatch.setattr(sweeps, "_known", known)
    return known


async def names(session: AsyncSession) -> set[str]:
    return set((await session.exec(select(Person.name).where(col(Person.email).like("%@example.org")))).all())


async def rename(session: AsyncSession) -> None:
    person = (await session.exec(select(Person).where(col(Person.email) == "mar@example.org"))).one()
    person.name = "Swept"
    session.add(person)
    await session.flush()


async def rename_and_fail(session: AsyncSession) -> None:
    person = (await session.exec(select(Person).where(col(Person.email) == "slv@example.org"))).one()
    person.name = "Half done"
    session.add(person)
    await session.flush()
    raise RuntimeError("no further")


async def test_a_sweep_that_fails_leaves_nothing_and_stops_no_other(
    only: dict[str, sweeps.Sweep], database: RolledBackDatabase, session: AsyncSession, world: World
) -> None:
    sweeps.every("fails")(rename_and_fail)
    sweeps.every("works")(rename)

    failed = await sweeps.run_all(database)

    assert failed == ["fails"]
    assert "Swept" in await names(session)
    assert "Half done" not in await names(session)


async def test_setting_the_test_clock_runs_every_sweep(
    only: dict[str, sweeps.Sweep], client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    sweeps.every("works")(rename)

    answer = await client.put("/test/clock", json={"now": "2027-01-01T00:00:00Z"})

    assert answer.status_code == 200
    assert "Swept" in await names(session)


async def test_the_test_clock_tells_of_a_sweep_that_failed(
    only: dict[str, sweeps.Sweep], client: httpx.AsyncClient, world: World
) -> None:
    sweeps.every("fails")(rename_and_fail)

    answer = await client.put("/test/clock", json={"now": "2027-01-01T00:00:00Z"})

    assert answer.status_code == 503
    assert "fails" in answer.json()["detail"]
