"""What words find: practices by their own texts, and by the translations of them that readers see."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, Text, and_, func, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from api.platform.highlights import highlight
from api.platform.language import Language
from api.platform.prepared import given
from api.platform.search import marked, matches, relevance
from api.practices.models import FURTHER_TEXTS, Practice
from api.practices.schemas import PracticeHighlight
from api.translations.models import Maker, PracticeTranslation, TranslatedTexts

READER_LANGUAGE = "reader_language"
"""What ``HIGHLIGHTED`` is given beside the words."""

_WORDS = given("q", String)
_LONGEST_TEXT = 20_000

_Original: Any = aliased(Practice)


def _is_shown(original: Any) -> ColumnElement[bool]:
    """As ``api.translations.rules``: checked by a person once, or a machine's and whole."""
    is_whole = and_(
        *(
            or_(getattr(original, name) == "", getattr(PracticeTranslation, name) != "")
            for name in TranslatedTexts.model_fields
        )
    )
    return or_(
        col(PracticeTranslation.checked_at).is_not(None),
        and_(col(PracticeTranslation.made_by) == Maker.MACHINE, is_whole),
    )


def _matching(original: Any, *selected: Any) -> Any:
    """Of the translations of ``original`` that readers see, those that say the words."""
    return select(*selected).where(
        col(PracticeTranslation.practice_id) == original.id,
        matches(PracticeTranslation.search, _WORDS),
        _is_shown(original),
    )


FOUND = col(Practice.id).in_(
    union_all(
        select(_Original.id).where(matches(_Original.search, _WORDS)),
        _matching(_Original, col(PracticeTranslation.practice_id)),
    )
)
"""Practices that say the words in any of their languages; each half of it is found by an index."""

RELEVANCE = func.greatest(
    relevance(Practice.search, _WORDS, language=Practice.language),
    _matching(Practice, func.max(relevance(PracticeTranslation.search, _WORDS, language=PracticeTranslation.language)))
    .correlate(Practice)
    .scalar_subquery(),
    type_=Integer,
)
"""That of the text that says them best."""


def _marked_texts(of: Any) -> tuple[Any, Any]:
    text = func.left(
        func.concat_ws("\n", *(getattr(of, name) for name in ("summary", *FURTHER_TEXTS)), type_=Text),
        _LONGEST_TEXT,
        type_=Text,
    )
    return marked(of.title, _WORDS, language=of.language), marked(text, _WORDS, language=of.language)


_titles, _texts = _marked_texts(Practice)
_translated = (
    _matching(Practice, func.json_build_array(col(PracticeTranslation.language), *_marked_texts(PracticeTranslation)))
    .order_by(
        (col(PracticeTranslation.language) == given(READER_LANGUAGE, String)).desc(), col(PracticeTranslation.language)
    )
    .limit(1)
    .correlate(Practice)
    .scalar_subquery()
)

HIGHLIGHTED = (
    matches(Practice.search, _WORDS).label("is_own"),
    _titles.label("marked_titles"),
    _texts.label("marked_texts"),
    _translated.label("translated"),
)
"""What a list with ``q`` selects too, for ``highlight_of``."""


def highlight_of(values: Mapping[str, Any], words: str, reader: Language) -> PracticeHighlight:
    """Where the words stand: in the reader's language where they do, else in the original, else in a translation."""
    language, titles, texts = values["language"], values["marked_titles"], values["marked_texts"]
    if values["translated"] and (values["translated"][0] == reader or not values["is_own"]):
        language, titles, texts = values["translated"]
    shown = highlight(titles, texts, words)
    return PracticeHighlight.model_construct(language=Language(language), title=shown.title, excerpt=shown.excerpt)
