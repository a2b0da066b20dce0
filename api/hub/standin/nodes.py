"""What the stand-in Hub holds: the nodes, the answers it gave under each key, and a journal of what it was asked."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import Any

TOKEN_LIFE = timedelta(hours=1)


def its_clock() -> datetime:
    """The present instant at the Hub: another house, whose clock nobody here sets."""
    return datetime.fromtimestamp(time.time(), UTC)


class LaterVersionThere(Exception):
    """The node is of a later delivery already."""


@dataclass
class Nodes:
    """Everything that survives a restart of the server."""

    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    journal: list[dict[str, Any]] = field(default_factory=list)
    tokens: dict[str, Any] = field(default_factory=dict)

    def new_token(self) -> str:
        """A token that is good for an hour."""
        token = token_urlsafe(24)
        self.tokens[token] = its_clock() + TOKEN_LIFE
        return token

    def knows(self, token: str) -> bool:
        """Whether ``token`` is good now."""
        until = self.tokens.get(token)
        return until is not None and until > its_clock()

    def put(self, data: dict[str, Any]) -> dict[str, Any]:
        """Make the node or change it: once for each delivery, never back to an earlier one. Returns the node."""
        key, sequence = data["id"], data["attributes"]["field_sequence"]
        node = self.nodes.setdefault(key, {"type": data["type"], "id": key, "attributes": {}, "relationships": {}})
        had = node["attributes"].get("field_sequence", 0)
        if sequence < had:
            raise LaterVersionThere(f"The node is of delivery {had} already.")
        node["attributes"] |= data["attributes"]
        node["relationships"] |= data.get("relationships", {})
        node["attributes"] |= {"field_moderation_note": None, "field_public_url": None}
        return node

    def moderate(self, practice_id: str, state: str, *, words: str = "", url: str | None = None) -> dict[str, Any]:
        """What a moderator of the Hub does."""
        node = self.nodes[practice_id]
        node["attributes"] |= {
            "moderation_state": state,
            "field_moderation_note": words or None,
            "field_public_url": url,
        }
        return node

    def note(self, **what: Any) -> None:
        """Write into the journal."""
        self.journal.append({"at": its_clock().isoformat(), **what})
