"""Speaks with the Hub over HTTP: signs in, sends, asks, lists. Whatever goes wrong comes back as words."""

import asyncio
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from socket import inet_aton
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from api.hub.document import MEDIA_TYPE, NODE
from api.hub.models import AttemptOutcome
from api.hub.rules import outcome_of, retry_after, words_kept
from api.platform import clock
from api.settings import Settings

LARGEST_ANSWER = 4 * 1_048_576
"""No answer is read beyond this many bytes: a page of the Hub's listing has a tenth."""
LISTED_AT_ONCE = 50
_NODES = "jsonapi/node/practice"
_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,8000}")
"""A bearer token as RFC 6750 writes it (2.1): nothing else goes into a header."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a request: an outcome, the Hub's own words, and the resource where it gave one."""

    outcome: AttemptOutcome
    milliseconds: int
    status: int | None = None
    words: str = ""
    body: Mapping[str, Any] | None = None
    wait: timedelta | None = None
    """What the Hub asked us to wait."""


class _Unusable(Exception):
    """An answer that is not taken, with the reason."""


class Credentials(httpx.Auth):
    """OAuth 2 client credentials (RFC 6749, 4.4): a token is asked for once, kept, and renewed when it is not good any more."""

    def __init__(self, token_url: str, client_id: str, client_secret: str) -> None:
        self._token_url = token_url
        self._client = httpx.BasicAuth(client_id, client_secret)
        self._token: str | None = None
        self._one_at_a_time = asyncio.Lock()

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Send ``request`` with the token; once more with a new one where the Hub does not take the old."""
        for is_second in (False, True):
            async with self._one_at_a_time:
                if self._token is None:
                    answer = yield self._asks_for_token()
                    await answer.aread()
                    self._token = self._token_in(answer)
                token = self._token
            request.headers["Authorization"] = f"Bearer {token}"
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED or is_second:
                return
            if self._token == token:
                self._token = None

    def _asks_for_token(self) -> httpx.Request:
        request = httpx.Request("POST", self._token_url, data={"grant_type": "client_credentials"})
        return next(self._client.auth_flow(request))

    @staticmethod
    def _token_in(response: httpx.Response) -> str:
        if not response.is_success:
            raise _NotSignedIn(response)
        body = _json(response)
        token = body.get("access_token") if isinstance(body, Mapping) else None
        if not isinstance(token, str) or not _TOKEN.fullmatch(token):
            raise _Unusable("The Hub's answer to our sign-in holds no token.")
        return token


class _NotSignedIn(Exception):
    """The Hub gave no token."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__(response.status_code)
        self.response = response


class _Bounded(httpx.AsyncByteStream):
    """The bytes of an answer, as far as they are read."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for part in self._stream:
            read += len(part)
            if read > LARGEST_ANSWER:
                raise _Unusable("The Hub's answer is larger than we read.")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Transport(httpx.AsyncHTTPTransport):
    """Follows nothing and unpacks nothing: what an answer may do to us is settled here."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        if response.is_redirect:
            await response.aclose()
            raise _Unusable(_moved(response.headers.get("location", "")))
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise _Unusable("The Hub's answer is compressed, which we did not ask for.")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _Bounded(response.stream)
        return response


class HubClient:
    """A connection to the Hub of the settings, for as long as the block lasts."""

    def __init__(self, settings: Settings) -> None:
        assert settings.hub_url is not None
        home = settings.hub_url.rstrip("/")
        secret = settings.hub_client_secret.get_secret_value() if settings.hub_client_secret else ""
        self._seconds = settings.hub_timeout_seconds
        self._http = httpx.AsyncClient(
            base_url=home,
            auth=Credentials(f"{home}/oauth/token", settings.hub_client_id or "", secret),
            headers={"Accept": MEDIA_TYPE, "Accept-Encoding": "identity", "User-Agent": "Champions"},
            timeout=settings.hub_timeout_seconds,
            transport=_Transport(limits=httpx.Limits(max_connections=settings.hub_concurrency)),
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        await self._http.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self._http.__aexit__(kind, error, trace)

    async def put(self, document: Mapping[str, Any], key: str) -> Answer:
        """Change the node at the Hub to ``document``, or make it where there is none. ``key`` names the delivery."""
        headers = {"Content-Type": MEDIA_TYPE, "Idempotency-Key": key}
        practice_id = document["data"]["id"]
        answer = await self._ask("PATCH", f"{_NODES}/{practice_id}", json=document, headers=headers)
        if answer.status == httpx.codes.NOT_FOUND and document["data"]["attributes"]["moderation_state"] != "archived":
            answer = await self._ask("POST", _NODES, json=document, headers=headers)
        if answer.outcome is AttemptOutcome.TAKEN and not _is_about(answer.body, document):
            return Answer(
                AttemptOutcome.UNREADABLE,
                answer.milliseconds,
                answer.status,
                "The Hub says that it took it, but answers with something else.",
            )
        return answer

    async def get(self, practice_id: UUID) -> Answer:
        """What the Hub has for a practice."""
        return await self._ask("GET", f"{_NODES}/{practice_id}")

    async def page(self, offset: int) -> Answer:
        """What the Hub has from us, from ``offset`` on."""
        asked = {"page[limit]": LISTED_AT_ONCE, "page[offset]": offset, "sort": "id"}
        return await self._ask("GET", _NODES, params=asked)

    async def _ask(self, method: str, path: str, **request: Any) -> Answer:
        started = time.perf_counter()

        def took() -> int:
            return round((time.perf_counter() - started) * 1000)

        try:
            async with asyncio.timeout(self._seconds):
                response = await self._http.request(method, path, **request)
        except TimeoutError:
            return Answer(AttemptOutcome.UNREACHABLE, took(), words=f"No answer within {self._seconds:g} seconds.")
        except _Unusable as error:
            return Answer(AttemptOutcome.UNREADABLE, took(), words=str(error))
        except _NotSignedIn as error:
            return self._refused_at_the_door(error.response, took())
        except httpx.HTTPError as error:
            return Answer(AttemptOutcome.UNREACHABLE, took(), words=words_kept(str(error)) or type(error).__name__)
        return self._read(response, took())

    def _refused_at_the_door(self, response: httpx.Response, milliseconds: int) -> Answer:
        wait = _wait(response)
        meant = outcome_of(response.status_code, asks_to_wait=wait is not None)
        outcome = AttemptOutcome.NOT_LET_IN if meant is AttemptOutcome.REFUSED else meant
        words = f"The Hub did not let us sign in: {_words_of(response)}"
        return Answer(outcome, milliseconds, response.status_code, words, wait=wait)

    def _read(self, response: httpx.Response, milliseconds: int) -> Answer:
        status, wait = response.status_code, _wait(response)
        outcome = outcome_of(status, asks_to_wait=wait is not None)
        if outcome is not AttemptOutcome.TAKEN:
            return Answer(outcome, milliseconds, status, _words_of(response), wait=wait)
        body = _json(response)
        if not isinstance(body, Mapping):
            return Answer(AttemptOutcome.UNREADABLE, milliseconds, status, "The Hub's answer is no JSON:API document.")
        return Answer(outcome, milliseconds, status, body=body)


def resources(answer: Answer) -> list[Mapping[str, Any]]:
    """The practices in an answer, one or many; whatever else it holds is left out."""
    data = answer.body.get("data") if answer.body else None
    listed = data if isinstance(data, list) else [data]
    return [each for each in listed if isinstance(each, Mapping) and each.get("type") == NODE]


def has_more(answer: Answer) -> bool:
    """Whether a page of the listing is followed by another."""
    links = answer.body.get("links") if answer.body else None
    return isinstance(links, Mapping) and bool(links.get("next"))


def _is_about(body: Mapping[str, Any] | None, document: Mapping[str, Any]) -> bool:
    data = body.get("data") if body else None
    if not isinstance(data, Mapping) or data.get("id") != document["data"]["id"]:
        return False
    attributes, sent = data.get("attributes"), document["data"]["attributes"]
    return isinstance(attributes, Mapping) and attributes.get("field_sequence") == sent["field_sequence"]


def _wait(response: httpx.Response) -> timedelta | None:
    return retry_after(response.headers.get("retry-after"), clock.now())


def _json(response: httpx.Response) -> Any:
    """The answer's JSON; ``None`` where it is none, or is nested deeper than anybody would mean."""
    try:
        return response.json()
    except (ValueError, RecursionError):
        return None


def _words_of(response: httpx.Response) -> str:
    """The Hub's own words: its JSON:API or OAuth errors, else the beginning of its text, else the status."""
    body = _json(response)
    errors = body.get("errors") if isinstance(body, Mapping) else None
    said = [_of_error(each) for each in (errors if isinstance(errors, list) else [body]) if isinstance(each, Mapping)]
    told = " ".join(filter(None, said)) or (response.text[:300] if body is None else "")
    return words_kept(told) or f"HTTP {response.status_code} {response.reason_phrase}".strip()


def _of_error(error: Mapping[str, Any]) -> str:
    words = error.get("detail") or error.get("error_description") or error.get("title") or error.get("error")
    source = error.get("source")
    pointer = source.get("pointer") if isinstance(source, Mapping) else None
    return f"{words} ({pointer})" if words and pointer else str(words or "")


def _moved(location: str) -> str:
    if _leads_inside(location):
        return f"The Hub sends us to {words_kept(location)[:200]}, an address inside this network. Refused: nothing was sent there."
    return f"The Hub sends us to {words_kept(location)[:200]}. No redirect is followed: if it has moved, set CHAMPIONS_HUB_URL."


def _leads_inside(location: str) -> bool:
    """Whether an address is plainly of this machine or this network, however its number is written."""
    try:
        host = urlsplit(location).hostname or ""
    except ValueError:
        return False
    try:
        address = ip_address(host)
    except ValueError:
        try:
            address = ip_address(inet_aton(host))  # one number, octal, hexadecimal: what browsers read as well
        except (OSError, UnicodeError):
            return host == "localhost" or host.endswith((".localhost", ".internal", ".local"))
    return not (getattr(address, "ipv4_mapped", None) or address).is_global
