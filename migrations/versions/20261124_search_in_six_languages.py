"""Search in six languages: one way to make text and query comparable, and the vectors of every room made by it."""

import unicodedata

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_search_in_six_languages"
down_revision = "20261124_deliver_to_the_hub"
branch_labels = None
depends_on = None

_LATIN = range(0xE0, 0x180)
_DECOMPOSED = {chr(code): unicodedata.normalize("NFD", chr(code)) for code in _LATIN}
_PLAIN = {
    letter: parts[0] for letter, parts in _DECOMPOSED.items() if letter.islower() and parts[0].isascii() and parts[1:]
} | {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ё": "е"}
_FROM, _TO = "".join(_PLAIN), "".join(_PLAIN.values())

_HAN, _ARABIC, _CYRILLIC = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", r"\u0600-\u06ff", r"\u0400-\u04ff"

_CONFIGURATIONS = {
    "en": "english", "fr": "french", "es": "spanish", "ar": "arabic", "ru": "russian", "zh": "simple",
}  # fmt: skip

_VECTORS_BY_LANGUAGE = " ".join(
    f"WHEN '{code}' THEN search_stems('{name}'::regconfig, words) || '''@{code}'''::tsvector"
    for code, name in _CONFIGURATIONS.items()
)
_QUERIES_BY_LANGUAGE = " ".join(
    f"WHEN '{code}' THEN search_terms('{name}'::regconfig, words)" for code, name in _CONFIGURATIONS.items()
)

_VECTOR_IN_ANY = f"""(
    search_stems('english'::regconfig, words)::text
    || ' ' || search_stems('french'::regconfig, words)::text || ' ' || search_stems('spanish'::regconfig, words)::text
    || CASE WHEN words ~ '[{_ARABIC}]' THEN ' ' || search_stems('arabic'::regconfig, words)::text ELSE '' END
    || CASE WHEN words ~ '[{_CYRILLIC}]' THEN ' ' || search_stems('russian'::regconfig, words)::text ELSE '' END
    || ' ''@any'''
)::tsvector"""

_QUERY_IN_ANY = f"""search_terms('english'::regconfig, words)
    || search_terms('french'::regconfig, words) || search_terms('spanish'::regconfig, words)
    || CASE WHEN words ~ '[{_ARABIC}]' THEN search_terms('arabic'::regconfig, words) ELSE ''::tsquery END
    || CASE WHEN words ~ '[{_CYRILLIC}]' THEN search_terms('russian'::regconfig, words) ELSE ''::tsquery END"""

_LANGUAGES = [*((f"'{code}'", f"@{code}") for code in _CONFIGURATIONS), ("NULL", "@any")]
_EACH_IN_ITS_OWN = " || ".join(
    f"CASE WHEN numnode(search_query({language}, words)) > 0"
    f" THEN search_query({language}, words) && '''{mark}'''::tsquery ELSE ''::tsquery END"
    for language, mark in _LANGUAGES
)

_FUNCTIONS = (
    # Accents and case aside, letter by letter, so that every letter stays at its place.
    f"""
    CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN words ~ '[^\\x01-\\x7f]' THEN translate(lower(words), '{_FROM}', '{_TO}') ELSE lower(words) END
    """,
    # Chinese has no spaces: each character with the next one is a word.
    f"""
    CREATE FUNCTION search_bigrams(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN words ~ '[{_HAN}]' THEN regexp_replace(
        regexp_replace(words, '([A-Za-z0-9])([{_HAN}])', '\\1 \\2', 'g'), '([{_HAN}])', '\\1 \\1', 'g') ELSE words END
    """,
    # Stems of the words as they stand without their accents, and of the words written without them, at the same places.
    f"""
    CREATE FUNCTION search_stems(configuration regconfig, words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN words ~ '[^\\x01-\\x7f]' THEN (
        search_fold(to_tsvector(configuration, search_bigrams(words))::text)
        || ' ' || to_tsvector(configuration, search_fold(search_bigrams(words)))::text
        || CASE WHEN words ~ '[{_HAN}]'
           THEN ' ' || strip(to_tsvector(configuration, regexp_replace(words, '([{_HAN}])', ' \\1 ', 'g')))::text
           ELSE '' END
    )::tsvector ELSE to_tsvector(configuration, words) END
    """,
    # What is typed into a search box: as for texts, and a run of Chinese is a phrase.
    f"""
    CREATE FUNCTION search_phrases(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN words ~ '[{_HAN}]{{2}}' THEN regexp_replace(regexp_replace(
        search_bigrams(regexp_replace(words, '([{_HAN}]{{2,}})', '"\\1"', 'g')),
        '"[{_HAN}] ', '"', 'g'), ' [{_HAN}]"', '"', 'g') ELSE words END
    """,
    """
    CREATE FUNCTION search_terms(configuration regconfig, words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN words ~ '[^\\x01-\\x7f]' THEN
        search_fold(websearch_to_tsquery(configuration, search_phrases(words))::text)::tsquery
        || websearch_to_tsquery(configuration, search_fold(search_phrases(words)))
    ELSE websearch_to_tsquery(configuration, words) END
    """,
    # A vector names its language by a mark that no word can be.
    f"""
    CREATE FUNCTION search_vector(language text, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language {_VECTORS_BY_LANGUAGE} ELSE {_VECTOR_IN_ANY} END
    """,
    f"""
    CREATE FUNCTION search_query(language text, words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE language {_QUERIES_BY_LANGUAGE} ELSE {_QUERY_IN_ANY} END
    """,
    # Each language's own query for the texts in that language: one query, and so one look into the index.
    f"""
    CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN {_EACH_IN_ITS_OWN}
    """,
)


def _weighted(language: str = "NULL", **texts: str) -> str:
    return " || ".join(f"setweight(search_vector({language}, {text}), '{weight}')" for weight, text in texts.items())


_VECTORS = {
    "practices": _weighted(
        "language",
        A="title",
        B="summary",
        D="benefit_and_impact || ' ' || key_lessons || ' ' || recommendations || ' ' || innovation || ' ' ||"
        " cross_cutting_themes || ' ' || partners || ' ' || organizations_involved || ' ' || main_implementing_organization",
    ),
    "activities": _weighted(
        A="title",
        B="description",
        D="outcome || ' ' || lessons_learned || ' ' || place || ' ' || audience || ' ' || partners",
    ),
    "pledges": _weighted("language", A="title", B="description", D="partners || ' ' || network_number"),
    "workplan_items": _weighted(A="title", D="description"),
    "action_items": _weighted(A="title", D="description"),
    "decisions": _weighted(D="text"),
}


def _stemmed(searched: str) -> str:
    others = " ".join(
        f"WHEN '{code}' THEN to_tsvector('{_CONFIGURATIONS[code]}', {searched})"
        for code in ("ar", "fr", "ru", "es", "zh")
    )
    return f"CASE language {others} ELSE to_tsvector('english', {searched}) END"


_SEARCHED = (
    "coalesce(title,'') || ' ' || coalesce(summary,'') || ' ' || coalesce(benefit_and_impact,'') || ' ' || coalesce(key_lessons,'')"
    " || ' ' || coalesce(main_implementing_organization,'')"
)
_VECTORS_BEFORE = {
    "practices": _stemmed(_SEARCHED),
    "pledges": _stemmed("title || ' ' || description || ' ' || partners || ' ' || network_number"),
    "activities": "to_tsvector('english', title || ' ' || description || ' ' || outcome || ' ' || lessons_learned || ' ' || place"
    " || ' ' || audience || ' ' || partners)",
    "workplan_items": "to_tsvector('english', title || ' ' || description)",
    "action_items": "to_tsvector('english', title || ' ' || description)",
    "decisions": "to_tsvector('english', text)",
}


def upgrade() -> None:
    """Make the functions, then every room's vector anew: the texts of a room are a few megabytes at most."""
    for function in _FUNCTIONS:
        op.execute(function)
    _make_vectors(_VECTORS)


def downgrade() -> None:
    """Make the vectors as they were before, and drop the functions."""
    _make_vectors(_VECTORS_BEFORE)
    op.execute("DROP FUNCTION search_query(text)")
    for function in ("query", "vector"):
        op.execute(f"DROP FUNCTION search_{function}(text, text)")
    for function in ("terms", "stems"):
        op.execute(f"DROP FUNCTION search_{function}(regconfig, text)")
    for function in ("phrases", "bigrams", "fold"):
        op.execute(f"DROP FUNCTION search_{function}(text)")


def _make_vectors(expressions: dict[str, str]) -> None:
    for table, expression in expressions.items():
        op.drop_column(table, "search")
        op.add_column(table, sa.Column("search", postgresql.TSVECTOR(), sa.Computed(expression, persisted=True)))
        op.create_index(f"{table}_search", table, ["search"], postgresql_using="gin")
