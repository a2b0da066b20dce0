"""The one statement that looks for similar records, as it is told to PostgreSQL.

Of the text asked about, the words that tell it best from others (often in it, rare in others: the planner's own statistics
know which are common) are looked up one by one in the search index, so that no record's text is read. A word weighs the
more the fewer records have it.
"""

from typing import Any

from sqlalchemy import Date, Float, Integer, SmallInteger, String, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY

from api.similar import rules

_PARTS = {
    # Stems in every language the text may be in, without what is a mere joint in one of them. 12: blanks.
    "words": """
        SELECT lexeme, min(token) AS word, sum(times) AS times
        FROM (SELECT lower(token) AS token, count(*) AS times
              FROM asked, ts_parse('default', search_bigrams(asked.text)) AS parsed(kind, token)
              WHERE parsed.kind <> 12 GROUP BY lower(token)) AS tokens,
             LATERAL unnest(search_vector(NULL, tokens.token)) AS stems(lexeme)
        WHERE lexeme <> '@any'
          AND 0 NOT IN (length(to_tsvector('english', token)), length(to_tsvector('french', token)),
                        length(to_tsvector('spanish', token)))
        GROUP BY lexeme""",
    # Of rare words many, of common ones few: looked up are together no more than so many times all records.
    "chosen": r"""
        SELECT lexeme, word, ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery AS query
        FROM (
            SELECT lexeme, word, row_number() OVER telling_first AS place, sum(share) OVER telling_first AS sum_of_shares
            FROM (
                SELECT lexeme, word, times, greatest(coalesce(share, 0), 0.0005) AS share
                FROM words LEFT JOIN (
                    SELECT common.lexeme, common.share
                    FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(lexeme, share)
                    WHERE schemaname = current_schema() AND tablename = :table AND attname = 'search'
                ) AS known USING (lexeme)
            ) AS shares
            WINDOW telling_first AS (ORDER BY times * ln(1 / share) DESC, lexeme)
        ) AS placed
        WHERE place <= :words_asked AND (sum_of_shares <= :rows_asked OR place = 1)""",
    "hits": """
        SELECT records.id, word, ln((SELECT count(*) + 1 FROM records) / count(*) OVER (PARTITION BY lexeme)::float) AS weight
        FROM chosen JOIN records ON records.search @@ chosen.query""",
    "shared": "SELECT id, word, max(weight) AS weight FROM hits GROUP BY id, word",
    "telling": """
        SELECT greatest(sum(weight), 0.001) AS weight
        FROM (SELECT max(weight) AS weight FROM shared GROUP BY word ORDER BY 1 DESC LIMIT :words_telling) AS most""",
    # Those most alike in words; whatever else speaks for a record is looked at in these only.
    "closest": """
        SELECT id, least(sum(shared.weight) / min(telling.weight), 1) AS likeness
        FROM shared, telling GROUP BY id ORDER BY likeness DESC, id DESC LIMIT :looked_at""",
    "alike": """
        SELECT id, array_agg(word ORDER BY weight DESC, word) AS words, likeness
        FROM closest JOIN shared USING (id) GROUP BY id, likeness""",
    # Without a telling word, what serves the same objectives in the same region.
    "candidates": """
        SELECT id, words, likeness FROM alike
        UNION ALL (
            SELECT records.id, '{}', 0 FROM records, asked
            WHERE NOT EXISTS (SELECT FROM alike) AND records.objectives && asked.objectives
              AND (records.region_m49 = ANY (asked.regions) OR records.subregion_m49 = ANY (asked.regions))
            ORDER BY abs(records.starts_on - asked.starts_on), records.id DESC LIMIT :looked_at)""",
}

_GIVEN = {
    "words_asked": rules.WORDS_ASKED,
    "words_telling": rules.WORDS_TELLING,
    "rows_asked": rules.ROWS_ASKED,
    "looked_at": rules.LOOKED_AT,
    "words_weigh": rules.WORDS_WEIGH,
    "objectives_weigh": rules.OBJECTIVES_WEIGH,
    "region_weighs": rules.REGION_WEIGHS,
    "dates_weigh": rules.DATES_WEIGH,
    "near_days": rules.NEAR_DAYS,
    "least_score": rules.LEAST_SCORE,
}

_RANKED = """
SELECT found.* FROM asked LEFT JOIN LATERAL (
    SELECT likely.*, :words_weigh * likeness
           + :objectives_weigh * cardinality(shared_objectives)::float / greatest(cardinality(asked.objectives), 1)
           + CASE WHEN region IS NULL THEN 0 ELSE :region_weighs END
           + :dates_weigh * greatest(0, 1 - coalesce(days_apart, :near_days) / CAST(:near_days AS float)) AS score
    FROM (
        SELECT records.id, title, status, champion_id, iso3, records.starts_on, words, likeness,
               ARRAY(SELECT unnest(records.objectives) INTERSECT SELECT unnest(asked.objectives)) AS shared_objectives,
               CASE WHEN records.region_m49 = ANY (asked.regions) THEN records.region_m49
                    WHEN records.subregion_m49 = ANY (asked.regions) THEN records.subregion_m49 END AS region,
               abs(records.starts_on - asked.starts_on) AS days_apart
        FROM candidates JOIN records USING (id)
    ) AS likely
) AS found ON score >= :least_score
ORDER BY score DESC, found.id DESC LIMIT :most"""


def similar_to(asked: Any, records: Any, *, table: str, most: int) -> Any:
    """The ``most`` of ``records`` that are most like what is ``asked`` about; one row of nulls where none is.

    ``asked``: text, objectives, regions, starts_on. ``records``: id, title, status, champion_id, iso3, region_m49,
    subregion_m49, objectives, starts_on, search. ``table``: where the records are kept.
    """
    given = {"table": table, "most": most, **_GIVEN}
    ranked = _with(given, _RANKED).columns(
        id=Uuid, title=String, status=String, champion_id=Uuid, iso3=String, starts_on=Date, words=ARRAY(Text),
        likeness=Float, shared_objectives=ARRAY(SmallInteger), region=String, days_apart=Integer, score=Float,
    )  # fmt: skip
    ctes = [_with(given, sql).columns().cte(name) for name, sql in _PARTS.items()]
    return ranked.add_cte(asked.cte("asked"), records.cte("records").prefix_with("NOT MATERIALIZED"), *ctes)


def _with(given: dict[str, Any], sql: str) -> Any:
    return text(sql).bindparams(**{name: value for name, value in given.items() if f":{name}" in sql})
