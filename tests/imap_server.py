"""A small IMAP server (RFC 3501) for tests: one mailbox, and as many commands as reading it takes."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class ImapServer:
    """Holds mails by number; ``seen`` are those that were marked as read."""

    user: str = "champions"
    password: str = "secret word"
    mails: dict[int, bytes] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    port: int = 0
    served: list["asyncio.Task[None]"] = field(default_factory=list)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["ImapServer"]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self
            await asyncio.gather(*self.served)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.served.append(task)
        writer.write(b"* OK ready\r\n")
        while line := (await reader.readline()).decode().strip():
            tag, _, command = line.partition(" ")
            for answer in self._answers(command):
                writer.write(answer + b"\r\n")
            status = "NO" if command.startswith("LOGIN") and not self._knows(command) else "OK"
            writer.write(f"{tag} {status} done\r\n".encode())
            await writer.drain()
            if command.startswith("LOGOUT"):
                break
        writer.close()
        await writer.wait_closed()

    def _knows(self, command: str) -> bool:
        return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)[1:]] == [self.user, self.password]

    def _answers(self, command: str) -> list[bytes]:
        if command.startswith("CAPABILITY"):
            return [b"* CAPABILITY IMAP4rev1"]
        if command.startswith("SELECT"):
            return [f"* {len(self.mails)} EXISTS".encode(), b"* FLAGS (\\Seen)"]
        if command.startswith("UID SEARCH"):
            unread = sorted(self.mails.keys() - self.seen)
            return [f"* SEARCH {' '.join(map(str, unread))}".encode()]
        if command.startswith("UID FETCH"):
            return [self._fetched(int(number)) for number in re.findall(r"\d+", command.split()[2])]
        if command.startswith("UID STORE"):
            self.seen |= {int(number) for number in re.findall(r"\d+", command.split()[2])}
        return [b"* BYE"] if command.startswith("LOGOUT") else []

    def _fetched(self, number: int) -> bytes:
        mail = self.mails[number]
        return f"* {number} FETCH (UID {number} FLAGS () BODY[] {{{len(mail)}}}\r\n".encode() + mail + b")"
