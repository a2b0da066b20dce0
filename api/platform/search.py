"""Full-text search over texts in any of the official languages."""

from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col

_DICTIONARIES = ("english", "french", "spanish", "arabic", "russian", "simple")


def matches(search: Any, words: str) -> ColumnElement[bool]:
    """Rows whose ``search`` vector matches ``words`` as a search engine's box takes them, in whichever language."""
    first, *others = (func.websearch_to_tsquery(dictionary, words) for dictionary in _DICTIONARIES)
    query = first
    for other in others:
        query = query.op("||")(other)
    return col(search).op("@@")(query)
