"""Full-text search over texts in any of the official languages.

How a text is made comparable stands in the database (``search_vector``, ``search_query``: the migration
``search_in_six_languages``), since the vectors are generated there: each language by its own stems, with and without
accents, Chinese by pairs of characters. A text whose language is not known is stemmed in each that it may be in.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Computed, Integer, Text, case, cast, func, literal_column
from sqlalchemy.dialects.postgresql import TSVECTOR, array
from sqlmodel import col, select

from api.platform.highlights import CLOSES, OPENS
from api.platform.language import Language

_CONFIGURATIONS = {
    Language.ENGLISH: "english",
    Language.FRENCH: "french",
    Language.SPANISH: "spanish",
    Language.ARABIC: "arabic",
    Language.RUSSIAN: "russian",
    Language.CHINESE: "simple",
}
_MARKING = f"HighlightAll=true, StartSel={OPENS}, StopSel={CLOSES}"

UNKNOWN = "NULL"
"""Stands for the language of a text of which it is not known."""


def searched(texts: Mapping[str, str], *, language: str = UNKNOWN) -> Column[Any]:
    """The generated vector of a table: weight (A to D, as PostgreSQL ranks them) → SQL of the text, in ``language``."""
    weighted = (f"setweight(search_vector({language}, {text}), '{weight}')" for weight, text in texts.items())
    return Column(TSVECTOR, Computed(" || ".join(weighted), persisted=True))


def matches(search: Any, words: Any) -> ColumnElement[bool]:
    """Rows whose ``search`` vector matches ``words`` as a search engine's box takes them.

    Each row is asked in its own language, so that "-children" leaves out what it means to.
    """
    asked = select(func.search_query(words)).scalar_subquery()
    return col(search).bool_op("@@")(asked)


def relevance(search: Any, words: Any, *, language: Any = None) -> ColumnElement[int]:
    """How well a row that ``matches`` does, the title first; 0 where nothing is searched for. A whole number: cursors keep it."""
    asked = _asked(None, words) if language is None else _asked_in(language, words)
    rank = func.ts_rank_cd(col(search), asked, 1)
    return func.coalesce(cast(rank * 1_000_000, Integer), 0)


def _asked(language: Language | None, words: Any) -> Any:
    """The query for ``words``, made once a statement: a subquery of its own is not asked again for each row."""
    tongue = literal_column(f"'{language}'" if language else UNKNOWN, Text)
    return select(func.search_query(tongue, words)).scalar_subquery()


def _asked_in(language: Any, words: Any) -> Any:
    return case({tongue.value: _asked(tongue, words) for tongue in Language}, value=cast(col(language), Text))


def marked(text: Any, words: Any, *, language: Any = None) -> Any:
    """``text``, then copies of it in which the words found are marked, for ``highlights``; none marks what another must.

    For the rows of one page: PostgreSQL reads and marks those only that the limit leaves. That is why the text itself is
    among its copies: selected beside them, it would be read for every row that is sorted.
    """
    if language is None:
        asked, first, second = _asked(None, words), _configuration("english"), _configuration("french")
    else:
        asked = _asked_in(language, words)
        first = second = case(
            {tongue.value: _configuration(name) for tongue, name in _CONFIGURATIONS.items()},
            value=cast(col(language), Text),
        )
    has_accents = text.op("~")(r"[^\x01-\x7f]")
    return array(
        [
            text,
            func.ts_headline(first, func.search_fold(text), asked, _MARKING),
            case((has_accents, func.ts_headline(second, text, asked, _MARKING))),
        ]
    )


def _configuration(name: str) -> Any:
    return literal_column(f"'{name}'::regconfig")
