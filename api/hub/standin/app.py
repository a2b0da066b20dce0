"""A stand-in for the Migration Network Hub: a small real server that speaks the protocol of ``docs/hub.md`` strictly.

It never runs beside the product by itself: ``champions hub-stand-in`` starts it, and the tests.
"""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from api.hub.document import MEDIA_TYPE
from api.hub.standin.faults import CutOff, Fault, Faults
from api.hub.standin.messages import Messenger
from api.hub.standin.nodes import LaterVersionThere, Nodes
from api.hub.standin.validation import problems

LONGEST_PAGE = 50
_WORDS_OF = {
    401: "Unauthorized",
    404: "Not Found",
    406: "Not Acceptable",
    409: "Conflict",
    415: "Unsupported Media Type",
}


class JSONAPI(JSONResponse):
    """An answer of the JSON:API."""

    media_type = MEDIA_TYPE


@dataclass
class StandIn:
    """One Hub. ``publishes``: its moderators publish at once; else they are told to, by the control."""

    client_id: str
    client_secret: str
    messenger: Messenger
    home: str
    publishes: bool = True
    kept: Nodes = field(default_factory=Nodes)
    faults: Faults = field(default_factory=Faults)

    def app(self) -> Starlette:
        """The server."""

        @asynccontextmanager
        async def lifespan(_: Starlette) -> AsyncIterator[None]:
            yield
            await self.messenger.close()

        return Starlette(
            lifespan=lifespan,
            routes=[
                Route("/oauth/token", self.token, methods=["POST"]),
                Route("/jsonapi/node/practice", self.collection, methods=["GET", "POST"]),
                Route("/jsonapi/node/practice/{practice_id}", self.node, methods=["GET", "PATCH"]),
                Route("/practice/{practice_id}", self.page, methods=["GET"]),
                Route("/stand-in/faults", self.set_faults, methods=["PUT"]),
                Route("/stand-in/messages", self.set_messages, methods=["PUT"]),
                Route("/stand-in/tokens", self.forget_tokens, methods=["DELETE"]),
                Route("/stand-in/journal", self.journal, methods=["GET"]),
                Route("/stand-in/nodes/{practice_id}", self.set_node, methods=["PUT", "DELETE"]),
                Route("/stand-in/nodes/{practice_id}/{verb}", self.moderate, methods=["POST"]),
            ],
        )

    async def token(self, request: Request) -> Response:
        """OAuth 2 client credentials, the client in HTTP Basic."""
        form = await request.form()
        expected = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        if form.get("grant_type") != "client_credentials":
            return JSONResponse({"error": "unsupported_grant_type"}, 400)
        if request.headers.get("authorization") != f"Basic {expected}":
            return JSONResponse({"error": "invalid_client", "error_description": "Client authentication failed."}, 401)
        return JSONResponse({"token_type": "Bearer", "expires_in": 3600, "access_token": self.kept.new_token()})

    async def collection(self, request: Request) -> Response:
        """The list, page by page; or a new node with the sender's id."""
        if request.method == "POST":
            return await self._write(request, None)
        if refused := self._refused_at_the_door(request):
            return refused
        offset, limit = (int(request.query_params.get(f"page[{name}]", most)) for name, most in _PAGE)
        listed = [self.kept.nodes[key] for key in sorted(self.kept.nodes)]
        limit = min(limit, LONGEST_PAGE)
        links: dict[str, Any] = {"self": {"href": str(request.url)}}
        if offset + limit < len(listed):
            following = request.url.include_query_params(**{"page[offset]": offset + limit, "page[limit]": limit})
            links["next"] = {"href": str(following)}
        return JSONAPI({"jsonapi": {"version": "1.0"}, "data": listed[offset : offset + limit], "links": links})

    async def node(self, request: Request) -> Response:
        """One node: read it, or change it."""
        practice_id = request.path_params["practice_id"]
        if request.method == "PATCH":
            return await self._write(request, practice_id)
        if refused := self._refused_at_the_door(request):
            return refused
        found = self.kept.nodes.get(practice_id)
        return JSONAPI({"data": found}) if found else _error(404, "The requested resource is not here.")

    async def _write(self, request: Request, practice_id: str | None) -> Response:
        fault = self.faults.next()
        if fault is Fault.SLOW:
            await asyncio.sleep(self.faults.seconds)
        if fault in _BEFORE_IT_ACTS:
            self.kept.note(method=request.method, practice_id=practice_id, fault=fault, acted=False)
            return self._failed(fault)
        answer, acted = await self._acted(request, practice_id, only_says_so=fault is Fault.LYING)
        self.kept.note(
            method=request.method,
            practice_id=practice_id,
            status=answer.status_code,
            key=request.headers.get("idempotency-key"),
            fault=fault,
            acted=acted,
        )
        if fault in {Fault.LOST, Fault.HALF} and acted is not None:
            return CutOff() if fault is Fault.LOST else CutOff(answer.body, answer.status_code, dict(answer.headers))
        return answer

    def _failed(self, fault: Fault | None) -> Response:
        if fault is Fault.BUSY:
            return JSONAPI(_errors(429, [("", "Too many requests.")]), 429, {"Retry-After": self.faults.retry_after})
        if fault is Fault.BROKEN:
            return HTMLResponse("<h1>The website encountered an unexpected error.</h1>", 500)
        if fault is Fault.ELSEWHERE:
            return RedirectResponse("http://127.0.0.1:22/jsonapi", 307)
        if fault is Fault.REFUSING:
            return JSONAPI(_errors(422, [("/data/attributes/field_summary", "Spell out the acronyms.")]), 422)
        return CutOff()

    async def _acted(
        self, request: Request, practice_id: str | None, *, only_says_so: bool
    ) -> tuple[Response, dict[str, Any] | None]:
        """The answer, and what was done: ``None`` where nothing was."""
        if refused := self._refused_at_the_door(request) or _malformed(request):
            return refused, None
        key = request.headers["idempotency-key"]
        if key in self.kept.answers:
            status, body = self.kept.answers[key]
            return JSONAPI(body, status, {"Idempotent-Replayed": "true"}), None
        try:
            body = json.loads(await request.body())
        except ValueError:
            return _error(400, "The body is no JSON."), None
        if refused := self._refused(body, practice_id):
            return refused, None
        if only_says_so:
            return JSONAPI({"data": body["data"]}), None
        return self._put(body["data"], key, status=201 if practice_id is None else 200)

    def _refused(self, body: Any, practice_id: str | None) -> Response | None:
        if practice_id is not None and practice_id not in self.kept.nodes:
            return _error(404, "The requested resource is not here.")
        if wrong := problems(body, practice_id=practice_id):
            return JSONAPI(_errors(422, wrong), 422)
        if practice_id is None and body["data"]["id"] in self.kept.nodes:
            return _error(409, "There is such a node already: change it.")
        return None

    def _put(self, data: dict[str, Any], key: str, *, status: int) -> tuple[Response, dict[str, Any] | None]:
        try:
            node = self.kept.put(data)
        except LaterVersionThere as error:
            return _error(409, str(error)), None
        answer = {"jsonapi": {"version": "1.0"}, "data": json.loads(json.dumps(node))}
        self.kept.answers[key] = status, answer
        attributes = data["attributes"]
        done = {"id": data["id"], "version": attributes["field_version"], "sequence": attributes["field_sequence"]}
        if node["attributes"]["moderation_state"] == "archived":
            self.messenger.tell("withdrawn", node)
        elif self.publishes:
            self._publish(data["id"])
        else:
            self.messenger.tell("accepted", node)
        return JSONAPI(answer, status), done

    def _publish(self, practice_id: str) -> None:
        url = f"{self.home}/practice/{practice_id}"
        self.messenger.tell("published", self.kept.moderate(practice_id, "published", url=url), url=url)

    def _refused_at_the_door(self, request: Request) -> Response | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or not self.kept.knows(token):
            return _error(401, "The access token is not good, or not good any more.")
        if MEDIA_TYPE not in request.headers.get("accept", ""):
            return _error(406, f"Only {MEDIA_TYPE} is given.")
        return None

    async def page(self, request: Request) -> Response:
        """What people would see at the Hub."""
        node = self.kept.nodes.get(request.path_params["practice_id"])
        if node is None or node["attributes"]["moderation_state"] != "published":
            return HTMLResponse("<h1>Page not found</h1>", 404)
        attributes = node["attributes"]
        title, summary = escape(attributes["title"]), escape(attributes["field_summary"]["value"])
        return HTMLResponse(f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{summary}</p>")

    async def set_faults(self, request: Request) -> Response:
        """Control: how it fails from now on."""
        self.faults = Faults.told(await request.json())
        return Response(status_code=204)

    async def set_messages(self, request: Request) -> Response:
        """Control: how often each message is sent."""
        self.messenger.times = int((await request.json())["times"])
        return Response(status_code=204)

    async def forget_tokens(self, _: Request) -> Response:
        """Control: no token is good any more."""
        self.kept.tokens.clear()
        return Response(status_code=204)

    async def journal(self, _: Request) -> Response:
        """Control: what it was asked, and what it has."""
        return JSONResponse({"journal": self.kept.journal, "nodes": self.kept.nodes, "messages": self.messenger.sent})

    async def set_node(self, request: Request) -> Response:
        """Control: somebody at the Hub changes a node by hand, or deletes it."""
        practice_id = request.path_params["practice_id"]
        if request.method == "DELETE":
            self.kept.nodes.pop(practice_id, None)
        else:
            empty = {"type": "node--practice", "id": practice_id, "attributes": {}, "relationships": {}}
            self.kept.nodes.setdefault(practice_id, empty)["attributes"] |= await request.json()
        return Response(status_code=204)

    async def moderate(self, request: Request) -> Response:
        """Control: a moderator publishes or refuses."""
        practice_id, verb = request.path_params["practice_id"], request.path_params["verb"]
        if practice_id not in self.kept.nodes or verb not in {"publish", "refuse"}:
            return JSONResponse({"error": "publish or refuse a practice that is here"}, 404)
        if verb == "publish":
            self._publish(practice_id)
        else:
            words = (await request.json()).get("words", "")
            self.messenger.tell("refused", self.kept.moderate(practice_id, "refused", words=words), words=words)
        return Response(status_code=204)


_PAGE = (("offset", 0), ("limit", LONGEST_PAGE))
_BEFORE_IT_ACTS = frozenset({Fault.DOWN, Fault.BUSY, Fault.BROKEN, Fault.ELSEWHERE, Fault.REFUSING})


def _malformed(request: Request) -> Response | None:
    if request.headers.get("content-type") != MEDIA_TYPE:
        return _error(415, f"Send {MEDIA_TYPE}.")
    return None if request.headers.get("idempotency-key") else _error(400, "Send an Idempotency-Key.")


def _error(status: int, detail: str) -> JSONAPI:
    return JSONAPI(_errors(status, [("", detail)]), status)


def _errors(status: int, wrong: list[tuple[str, str]]) -> Mapping[str, Any]:
    title = _WORDS_OF.get(status, "Error")
    return {
        "jsonapi": {"version": "1.0"},
        "errors": [
            {"status": str(status), "title": title, "detail": detail}
            | ({"source": {"pointer": pointer}} if pointer else {})
            for pointer, detail in wrong
        ],
    }
