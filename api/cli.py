"""``champions …``: what an administrator runs."""

import asyncio
import json
import secrets
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from api.doctor import findings, mail_findings
from api.hub.standin.app import StandIn
from api.hub.standin.messages import Messenger
from api.hub.standin.serving import server as serve_stand_in
from api.main import create_app
from api.platform import embedded, logging, server
from api.platform.database import Database
from api.platform.jobs import Surroundings
from api.platform.migrating import migrate as migrate_database
from api.platform.storage import Storage
from api.platform.worker import work
from api.seeding import service as seeding
from api.settings import Settings, get_settings

app = typer.Typer(help="The working platform of the Champion countries Initiative.", no_args_is_help=True)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
) -> None:
    """Migrate, seed what is missing, and serve the API, the app and (by default) the job worker."""
    settings = _with_database(get_settings())
    _stop_on(findings(settings))
    logging.configure(level=settings.log_level, log_format=settings.log_format)
    migrate_database(_address(settings))
    password = asyncio.run(_seed(settings))
    _say_where(settings, host, port, password)
    signal.signal(signal.SIGTERM, _leave)
    server.run(create_app(settings), host=host, port=port)


@app.command()
def worker() -> None:
    """Work through the job queue; run as many as needed."""
    settings = _with_database(get_settings())
    logging.configure(level=settings.log_level, log_format=settings.log_format)
    asyncio.run(_work(settings))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    migrate_database(_address(_with_database(get_settings())))


@app.command()
def seed() -> None:
    """Put the reference data (and in demonstration mode the demonstration data) into an empty database."""
    settings = _with_database(get_settings())
    _say_password(settings, asyncio.run(_seed(settings)))


@app.command("create-admin")
def create_admin(
    email: Annotated[str, typer.Argument(help="The address to sign in with.")],
    name: Annotated[str, typer.Argument(help="The person's name.")],
) -> None:
    """Make the first secretariat account and print the one-time link to choose its password."""
    settings = _with_database(get_settings())
    typer.echo(asyncio.run(_create_admin(settings, email, name)))


@app.command()
def openapi(path: Annotated[Path, typer.Argument(help="File to write.")] = Path("openapi/openapi.json")) -> None:
    """Write the OpenAPI document."""
    document = create_app(Settings(_env_file=None)).openapi()
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@app.command()
def doctor() -> None:
    """Check the settings and what they point to; say what is wrong in a sentence."""
    settings = get_settings()
    _stop_on(findings(settings))
    _stop_on(asyncio.run(mail_findings(settings)))
    typer.echo("All settings are fine.")


@app.command("hub-stand-in")
def hub_stand_in(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8090,
    client_id: Annotated[str, typer.Option(help="Who may sign in.")] = "champions",
    client_secret: Annotated[str, typer.Option(help="With which secret.")] = "stand-in",  # noqa: S107 -- it holds nothing real
    callback_url: Annotated[
        str, typer.Option(help="Where its messages go.")
    ] = "http://127.0.0.1:8000/api/v1/hub/callbacks",
    callback_secret: Annotated[str, typer.Option(help="Signs its messages; none are sent without.")] = "",
    moderates: Annotated[bool, typer.Option(help="Wait for a moderator instead of publishing at once.")] = False,  # noqa: FBT002
) -> None:
    """Run a stand-in for the Migration Network Hub, to try the connection: it speaks its protocol and fails when told to."""
    stand_in = StandIn(
        client_id=client_id,
        client_secret=client_secret,
        messenger=Messenger(callback_url, callback_secret or None),
        home=f"http://{host}:{port}",
        publishes=not moderates,
    )
    typer.echo(f"The stand-in Hub is at http://{host}:{port}. Connect the product with")
    typer.echo(
        f"  CHAMPIONS_HUB_URL=http://{host}:{port} CHAMPIONS_HUB_CLIENT_ID={client_id} CHAMPIONS_HUB_CLIENT_SECRET={client_secret}"
    )
    try:
        serve_stand_in(stand_in, host=host, port=port).run()
    except KeyboardInterrupt:
        return


def _leave(*_: object) -> None:
    """Ends on SIGTERM as on Ctrl-C, so that the embedded database stops too: uvicorn hands the signal on when done."""
    sys.exit(0)


def _with_database(settings: Settings) -> Settings:
    if settings.database_url:
        return settings
    return settings.model_copy(update={"database_url": embedded.start(settings.data_dir)})


def _address(settings: Settings) -> str:
    assert settings.database_url is not None
    return settings.database_url


def _stop_on(wrong: list[str]) -> None:
    for sentence in wrong:
        typer.secho(sentence, fg="red", err=True)
    if wrong:
        raise typer.Exit(code=1)


async def _seed(settings: Settings) -> str | None:
    database = Database(_address(settings), pool_size=1)
    try:
        async with database.session() as session:
            password = settings.demo_password or SecretStr(secrets.token_urlsafe(9))
            made = await seeding.seed(
                session,
                Storage(settings.storage_address),
                demonstration_password=password.get_secret_value() if settings.demo else None,
            )
            await session.commit()
    finally:
        await database.close()
    return password.get_secret_value() if made else None


async def _create_admin(settings: Settings, email: str, name: str) -> str:
    database = Database(_address(settings), pool_size=1)
    try:
        async with database.session() as session:
            link = await seeding.create_administrator(session, settings, email=email, name=name)
            await session.commit()
    finally:
        await database.close()
    return link


async def _work(settings: Settings) -> None:
    database = Database(_address(settings), pool_size=settings.database_pool_size)
    try:
        await work(Surroundings(database, settings))
    finally:
        await database.close()


def _say_where(settings: Settings, host: str, port: int, password: str | None) -> None:
    typer.echo(f"Champions is at http://{host}:{port} (API: /api/docs)")
    if settings.demo:
        typer.echo(
            "Demonstration accounts: secretariat@demo.example, observer@demo.example, and mar@demo.example, slv@demo.example, …"
        )
        _say_password(settings, password)


def _say_password(settings: Settings, password: str | None) -> None:
    """Keeps the password of new demonstration accounts, and prints the one that was kept."""
    kept = settings.data_dir / "demo-password"
    if password:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(password, encoding="utf-8")
    if kept.exists():
        typer.echo(f"Their password: {kept.read_text(encoding='utf-8')}")
