"""An invitation reaches a mailbox: a real mail server, the real worker, a database that really commits."""

from collections.abc import AsyncIterator, Iterator

import httpx
import psycopg
import pytest
from aiosmtpd.controller import Controller
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from api.main import create_app
from api.platform import clock
from api.platform.database import Database
from api.platform.migrating import migrate
from api.settings import Settings
from tests.factories.world import World
from tests.mailbox import Mailbox, text_of
from tests.running_server import free_port

pytestmark = pytest.mark.anyio


@pytest.fixture
def committed_address(server_address: str) -> Iterator[str]:
    """A migrated database of this test's own, dropped afterwards: jobs are seen by a worker only once committed."""
    name = f"mail_{free_port()}"
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        address = make_url(server_address).set(database=name).render_as_string(hide_password=False)
        migrate(address)
        yield address
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp_url(mailbox: Mailbox) -> Iterator[str]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield f"smtp://127.0.0.1:{controller.port}"
    controller.stop()


@pytest.fixture
async def running_app(
    settings: Settings, committed_address: str, smtp_url: str, without_sweeps: None
) -> AsyncIterator[FastAPI]:
    """The app with its worker, as ``champions serve`` runs it."""
    clock.set_to(None)
    app = create_app(
        settings.model_copy(
            update={
                "database_url": committed_address,
                "smtp_url": SecretStr(smtp_url),
                "public_url": "https://champions.example/",
            }
        )
    )
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def people(running_app: FastAPI) -> AsyncIterator[tuple[httpx.AsyncClient, World]]:
    database: Database = running_app.state.database
    async with database.session() as session:
        world = await World.make(session, secret=running_app.state.secret_key)
    transport = httpx.ASGITransport(app=running_app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test/api/v1") as client:
        yield client, world


async def test_an_invitation_is_mailed_in_the_readers_language_and_its_link_works(
    people: tuple[httpx.AsyncClient, World], mailbox: Mailbox
) -> None:
    client, world = people

    invited = await client.post(
        "/people",
        json={"email": "amina@example.org", "name": "Amina Diallo", "champion": "MAR", "language": "fr"},
        headers=world.headers("secretariat"),
    )
    mail = await mailbox.next_mail()

    person = invited.json()
    assert person["is_mailed"] is True
    assert mail["To"] == "Amina Diallo <amina@example.org>"
    assert mail["Subject"] == "Votre compte sur la plateforme des pays champions"
    assert person["one_time_link"].startswith("https://champions.example/invitation/")
    assert person["one_time_link"] in text_of(mail)
    token = person["one_time_link"].rsplit("/", 1)[1]
    chosen = await client.post(f"/auth/one-time-links/{token}/redeem", json={"password": "four seas and one harbour"})
    assert chosen.status_code == 204


async def test_a_forgotten_password_is_mailed_to_the_account_and_to_nobody_else(
    people: tuple[httpx.AsyncClient, World], mailbox: Mailbox
) -> None:
    client, _ = people

    await client.post("/auth/password-reset-requests", json={"email": "nobody@example.org"})
    await client.post("/auth/password-reset-requests", json={"email": "ken@example.org"})
    mail = await mailbox.next_mail()

    assert mail["To"] == "Focal point of KEN <ken@example.org>"
    assert "https://champions.example/reset-password/" in text_of(mail)
    assert mailbox.is_empty


async def test_a_refused_invitation_mails_nothing(people: tuple[httpx.AsyncClient, World], mailbox: Mailbox) -> None:
    """The job goes with the transaction: what was rolled back is not told."""
    client, world = people
    somebody_there = {"email": "ken@example.org", "name": "Again", "champion": "KEN"}

    refused = await client.post("/people", json=somebody_there, headers=world.headers("secretariat"))
    await client.post("/auth/password-reset-requests", json={"email": "mar@example.org"})
    mail = await mailbox.next_mail()

    assert refused.status_code == 409
    assert mail["To"] == "Focal point of MAR <mar@example.org>"
    assert mailbox.is_empty
