"""A Hub, or whoever has taken its place, that sends us elsewhere or answers with what no Hub would: nothing leaves, nothing breaks."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from uuid import UUID

import pytest
import uvicorn
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from api.hub.client import Answer, HubClient
from api.hub.document import MEDIA_TYPE
from api.hub.models import AttemptOutcome
from api.hub.rules import MOST_WORDS
from api.settings import Settings
from tests.hub.conftest import serving
from tests.running_server import free_port

pytestmark = pytest.mark.anyio

Ask = Callable[[], AsyncIterator[Answer]]

PRACTICE = UUID("0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01")
ONE_PLACE = ("http://127.0.0.1:{}/trap", "http://[::1]:{}/trap", "http://[::ffff:127.0.0.1]:{}/trap")
IN_DISGUISE = (
    "http://2130706433:{}/trap",
    "http://0x7f.1:{}/trap",
    "http://0177.0.0.1:{}/trap",
    "http://localhost:{}/",
)
UNTOLD = ("/trap", "//127.0.0.1:{}/trap", "http://[::1:{}/trap", "https://elsewhere.example/trap", "file:///etc/passwd")


@dataclass
class Impostor:
    """A server that answers as it is told to, at one of two places, and notes who falls into its trap."""

    port: int
    token: Response = field(default_factory=lambda: JSONResponse({"access_token": "good"}))
    node: Response = field(default_factory=Response)
    trapped: list[str] = field(default_factory=list)

    def app(self) -> ASGIApp:
        async def answer(request: Request) -> Response:
            match request.url.path:
                case "/oauth/token":
                    return self.token
                case "/trap" | "/":
                    self.trapped.append(request.headers.get("authorization", "nothing"))
            return self.node

        methods = ["GET", "POST", "PATCH"]
        return Starlette(routes=[Route("/{path:path}", answer, methods=methods)])


@pytest.fixture
async def impostor() -> AsyncIterator[Impostor]:
    made = Impostor(free_port())
    settings = uvicorn.Config(made.app(), host="127.0.0.1", port=made.port, log_config=None, access_log=False)
    async with serving(uvicorn.Server(settings)):
        yield made


@pytest.fixture
def asked(settings: Settings, impostor: Impostor) -> Ask:
    """Ask it for a practice, and give it one."""
    home = f"http://127.0.0.1:{impostor.port}"
    told = {"hub_url": home, "hub_client_id": "champions", "hub_client_secret": SecretStr("secret")}
    connected = settings.model_copy(update=told)
    document = {"data": {"id": str(PRACTICE), "attributes": {"field_sequence": 1, "moderation_state": "draft"}}}

    async def ask() -> AsyncIterator[Answer]:
        async with HubClient(connected) as client:
            yield await client.get(PRACTICE)
            yield await client.put(document, "key")

    return ask


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_it_is_followed_nowhere(impostor: Impostor, asked: Ask, status: int) -> None:
    told = []
    for place in (*ONE_PLACE, *IN_DISGUISE, *UNTOLD):
        moved = Response(status_code=status, headers={"Location": place.format(impostor.port)})
        for impostor.token, impostor.node in ((moved, Response()), (JSONResponse({"access_token": "good"}), moved)):
            told += [(place, answer) async for answer in asked()]

    assert {answer.outcome for _, answer in told} == {AttemptOutcome.UNREADABLE}
    assert impostor.trapped == []
    inside = {place for place, answer in told if "inside this network" in answer.words}
    assert inside == {*ONE_PLACE, *IN_DISGUISE, "//127.0.0.1:{}/trap"}


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (200, b"[" * 100_000, AttemptOutcome.UNREADABLE),
        (200, b"\xff\xfe", AttemptOutcome.UNREADABLE),
        (200, b'{"data": [[]]}', None),
        (200, b'{"data": {"type": "node--practice", "attributes": []}}', None),
        (200, b"x" * 5_000_000, AttemptOutcome.UNREADABLE),
        (500, b'{"errors": ' + b"[" * 100_000, AttemptOutcome.FAILED),
        (422, b'{"errors": [{"detail": {"\\u0000": 1}}, 7]}', AttemptOutcome.REFUSED),
        (422, b'{"errors": [{"detail": "\\u0000\\ud800\\u202e' + b"x" * 9000 + b'"}]}', AttemptOutcome.REFUSED),
    ],
)
async def test_an_answer_that_no_hub_gives_is_an_answer_in_words(
    impostor: Impostor,
    asked: Ask,
    status: int,
    body: bytes,
    outcome: AttemptOutcome | None,
) -> None:
    impostor.node = Response(body, status, media_type=MEDIA_TYPE)

    read, given = [answer async for answer in asked()]

    assert read.outcome is (outcome or AttemptOutcome.TAKEN)
    assert given.outcome is (outcome or AttemptOutcome.UNREADABLE)
    assert len(given.words) <= MOST_WORDS
    assert given.words.isprintable()


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "clé", 7, None, "x" * 9000])
async def test_a_token_that_is_none_goes_into_no_header(impostor: Impostor, asked: Ask, token: object) -> None:
    impostor.token = JSONResponse({"access_token": token})

    answers = [answer async for answer in asked()]

    assert {answer.words for answer in answers} == {"The Hub's answer to our sign-in holds no token."}
