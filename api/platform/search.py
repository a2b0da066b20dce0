"""Full-text search over texts in any of the official languages."""

from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import col

_DICTIONARIES = ("english", "french", "spanish", "arabic", "russian", "simple")


def matches(search: Any, words: Any) -> ColumnElement[bool]:
    """Rows whose ``search`` vector matches ``words`` as a search engine's box takes them, in whichever language."""
    queries: list[Any] = [func.websearch_to_tsquery(dictionary, words) for dictionary in _DICTIONARIES]
    in_any_language = reduce(lambda one, other: one.op("||")(other), queries)
    return col(search).op("@@")(in_any_language)
