"""Full-text search over texts in any of the official languages."""

from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col

_DICTIONARIES = ("english", "french", "spanish", "arabic", "russian", "simple")
_STEMMED = {"ar": "arabic", "fr": "french", "ru": "russian", "es": "spanish", "zh": "simple"}


def stemmed(searched: str) -> str:
    """The SQL of a ``tsvector`` of ``searched``, stemmed by the row's ``language``; English where there is no other."""
    others = " ".join(f"WHEN '{code}' THEN to_tsvector('{name}', {searched})" for code, name in _STEMMED.items())
    return f"CASE language {others} ELSE to_tsvector('english', {searched}) END"


def matches(search: Any, words: Any) -> ColumnElement[bool]:
    """Rows whose ``search`` vector matches ``words`` as a search engine's box takes them, in whichever language."""
    queries: list[Any] = [func.websearch_to_tsquery(dictionary, words) for dictionary in _DICTIONARIES]
    in_any_language = reduce(lambda one, other: one.op("||")(other), queries)
    return col(search).op("@@")(in_any_language)
