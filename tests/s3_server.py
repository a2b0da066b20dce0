"""A small server that speaks S3 for tests: objects with ranges, uploads in parts, lists. Nothing leaves this machine."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import uuid4
from xml.sax.saxutils import escape, unescape

BUCKET = "champions"
KEY_ID = "AKIACHAMPIONS"


@dataclass
class S3Server:
    """``objects`` by key, with the moment of writing; ``parts`` of uploads under way. Signatures are asked for, not checked."""

    objects: dict[str, tuple[bytes, datetime]] = field(default_factory=dict)
    parts: dict[str, dict[int, bytes]] = field(default_factory=dict)
    port: int = 0

    @contextmanager
    def running(self) -> Iterator["S3Server"]:
        held = self

        class Handler(_Handler):
            server_state = held

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = server.server_port
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()

    @property
    def environment(self) -> dict[str, str]:
        """What an installation sets to keep its files here."""
        return {
            "AWS_ACCESS_KEY_ID": KEY_ID,
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_REGION": "eu-central-1",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ALLOW_HTTP": "true",
        }


class _Handler(BaseHTTPRequestHandler):
    server_state: S3Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- http.server's name
        pass

    def _asked(self) -> tuple[str, dict[str, list[str]], bytes]:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        key = unquote(address.path).removeprefix(f"/{BUCKET}").lstrip("/")
        return key, parse_qs(address.query, keep_blank_values=True), body

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        if f"Credential={KEY_ID}/" not in self.headers.get("Authorization", ""):
            status, body = 403, b"<Error><Code>AccessDenied</Code></Error>"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        key, query, body = self._asked()
        if "uploadId" in query:
            self.server_state.parts[query["uploadId"][0]][int(query["partNumber"][0])] = body
        else:
            self.server_state.objects[key] = (body, datetime.now(UTC))
        self._answer(200, ETag=f'"{hashlib.sha256(body).hexdigest()}"')

    def do_POST(self) -> None:
        key, query, body = self._asked()
        if "delete" in query:
            named = re.findall(r"<Key>(.*?)</Key>", body.decode())
            for each in named:
                self.server_state.objects.pop(unescape(each), None)
            deleted = "".join(f"<Deleted><Key>{each}</Key></Deleted>" for each in named)
            return self._answer(200, _xml("DeleteResult", deleted))
        if "uploads" in query:
            upload = uuid4().hex
            self.server_state.parts[upload] = {}
            return self._answer(200, _xml("InitiateMultipartUploadResult", f"<UploadId>{upload}</UploadId>"))
        parts = self.server_state.parts.pop(query["uploadId"][0])
        whole = b"".join(parts[number] for number in sorted(parts))
        self.server_state.objects[key] = (whole, datetime.now(UTC))
        return self._answer(200, _xml("CompleteMultipartUploadResult", f'<Key>{escape(key)}</Key><ETag>"e"</ETag>'))

    def do_GET(self) -> None:
        key, query, _ = self._asked()
        if "list-type" in query:
            return self._answer(200, self._listed(query.get("prefix", [""])[0]))
        if key not in self.server_state.objects:
            return self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        content, written = self.server_state.objects[key]
        told = {"Last_Modified": written.strftime("%a, %d %b %Y %H:%M:%S GMT"), "ETag": '"e"'}
        if ranged := re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", "")):
            start, end = int(ranged[1]), min(int(ranged[2] or len(content)), len(content) - 1)
            told["Content_Range"] = f"bytes {start}-{end}/{len(content)}"
            return self._answer(206, content[start : end + 1], **told)
        return self._answer(200, content, **told)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        key, query, _ = self._asked()
        if "uploadId" in query:
            self.server_state.parts.pop(query["uploadId"][0], None)
        else:
            self.server_state.objects.pop(key, None)
        self._answer(204)

    def _listed(self, prefix: str) -> bytes:
        found = "".join(
            f"<Contents><Key>{escape(key)}</Key><LastModified>{written:%Y-%m-%dT%H:%M:%S.000Z}</LastModified>"
            f'<ETag>"e"</ETag><Size>{len(content)}</Size></Contents>'
            for key, (content, written) in sorted(self.server_state.objects.items())
            if key.startswith(prefix)
        )
        return _xml("ListBucketResult", f"<IsTruncated>false</IsTruncated>{found}")


def _xml(name: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><{name}>{content}</{name}>'.encode()
