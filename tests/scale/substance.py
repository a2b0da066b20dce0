"""The Initiative's substance in bulk, made in the database: 10,000 practices, 20,000 activities, 200,000 audit entries.

The texts are made of some hundred words in English, French and Spanish, few of them frequent and many rare, as in texts
that people write; so what is measured and planned on them holds for real ones.
"""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

PRACTICES, ACTIVITIES, AUDIT_ENTRIES = 10_000, 20_000, 200_000

_WORDS = {
    "en": "migrants labour information district training consular protection border data health children return women"
    " recruitment skills recognition remittances diaspora integration housing legal pathways trafficking smuggling rescue"
    " cities schools language centres counselling reintegration documents identity registration statistics forum dialogue"
    " employers unions contracts complaints hotlines mobile seasonal nurses domestic workers fishing climate drought floods"
    " relocation visas permits ports islands mountains rivers markets cooperatives savings banks insurance pensions",
    "fr": "migrants travail information région formation protection consulaire frontière données santé enfants retour femmes"
    " recrutement compétences reconnaissance transferts diaspora intégration logement voies régulières traite sauvetage villes"
    " écoles langue centres accompagnement réintégration documents identité statistiques forum dialogue employeurs syndicats"
    " contrats plaintes saisonniers infirmières climat sécheresse inondations visas permis ports îles marchés coopératives",
    "es": "migrantes trabajo información distrito formación protección consular frontera datos salud niños retorno mujeres"
    " contratación competencias reconocimiento remesas diáspora integración vivienda vías regulares trata rescate ciudades"
    " escuelas lengua centros orientación reintegración documentos identidad estadísticas foro diálogo empleadores sindicatos"
    " contratos quejas temporeros enfermeras clima sequía inundaciones visados permisos puertos islas mercados cooperativas",
}
_HEAD, _MADE = "revision, created_at, updated_at", "1, TIMESTAMPTZ '2026-01-01', TIMESTAMPTZ '2026-01-01'"
_LANGUAGE = "(ARRAY['en','en','en','fr','es'])[n % 5 + 1]"


def _text(words: int, seed: int) -> str:
    """SQL of ``words`` words of the row ``n``: the first of the list come often, the last now and then."""
    lists = " ".join(f"WHEN '{language}' THEN '{listed}'" for language, listed in _WORDS.items())
    hashed = f"abs(hashint4(n * 7919 + w * 104729 + {seed}))"
    size = "cardinality(list.words)"
    place = f"1 + floor({size} * power({hashed} / 2147483648.0, 2))::int"
    rare = f"CASE WHEN {hashed} % 3 = 0 THEN list.words[1 + {hashed} / 3 % {size}] ELSE '' END"
    return f"""(SELECT string_agg(list.words[{place}] || {rare}, ' ' ORDER BY w)
                FROM string_to_array(CASE {_LANGUAGE} {lists} END, ' ') AS list(words), generate_series(1, {words}) AS w)"""


def _some(most: int, seed: int) -> str:
    """A number from 1 to ``most`` for the row ``n``."""
    return f"abs(hashint4(n + {seed})) % {most} + 1"


def _champion(number: str) -> str:
    """The key of the ``number``-th champion, round and round."""
    return f"((SELECT array_agg(id ORDER BY iso3) FROM champions)[1 + ({number}) % (SELECT count(*) FROM champions)])"


def _state(number: str) -> str:
    """The code of the ``number``-th champion."""
    return f"((SELECT array_agg(iso3 ORDER BY iso3) FROM champions)[1 + ({number}) % (SELECT count(*) FROM champions)])"


_ROWS = (
    f"""
    INSERT INTO practices ({_HEAD}, title, summary, benefit_and_impact, key_lessons, main_implementing_organization,
                           implementing_focal_point, partners, organizations_involved, recommendations, innovation,
                           cross_cutting_themes, language, type_of_practice, geographic_scope, starts_on, ends_on, champion_id,
                           status, visibility, objectives_primary, objectives_secondary, guiding_principles, sdgs, countries,
                           version, review_note, published_at)
    SELECT {_MADE}, initcap({_text(5, 1)}) || ' ' || n, {_text(60, 2)}, {_text(60, 3)}, {_text(40, 4)}, 'Ministry ' || n % 300,
           'Unit', '', '', '', '', '', {_LANGUAGE},
           (ARRAY['programme_or_project','policy_or_legislation','partnership_or_initiative','campaign','tool_or_service',
                  'event'])[n % 6 + 1], 'national', DATE '2016-01-01' + n % 3600,
           CASE WHEN n % 3 > 0 THEN DATE '2016-01-01' + n % 3600 + n % 900 END, {_champion("n")}, 'published',
           (ARRAY['public','public','public','members'])[n % 4 + 1], ARRAY[n % 23 + 1]::smallint[],
           ARRAY[{_some(23, 5)}]::smallint[], ARRAY[n % 10 + 1, {_some(10, 6)}]::smallint[],
           ARRAY[n % 17 + 1, {_some(17, 7)}]::smallint[], ARRAY[{_state("n")}, {_state("n * 7 + n % 11")}],
           1, '', TIMESTAMPTZ '2020-01-01' + n * INTERVAL '3 hours'
    FROM generate_series(1, {PRACTICES}) AS n
    """,
    f"""
    INSERT INTO activities ({_HEAD}, kind, title, description, champion_id, status, status_reason, visibility,
                            is_open_for_partners, starts_on, place, link, audience, partners, objectives, outcome,
                            lessons_learned)
    SELECT {_MADE}, (ARRAY['peer_learning','pledges','whole_of_society','joint_statements_events'])[n % 4 + 1],
           initcap({_text(5, 5)}) || ' ' || n, {_text(50, 6)}, {_champion("n")},
           (ARRAY['planned','confirmed','held'])[n % 3 + 1], '', (ARRAY['public','public','members'])[n % 3 + 1], n % 5 = 0,
           DATE '2020-01-01' + n % 3000, 'Nairobi', '', '', '', ARRAY[n % 23 + 1]::smallint[], '', ''
    FROM generate_series(1, {ACTIVITIES}) AS n
    """,
    f"""
    INSERT INTO audit_entries (at, person_name, action, record_type, record_id, record_title, reason, before, after, request_id)
    SELECT TIMESTAMPTZ '2020-01-01' + n * INTERVAL '10 minutes', 'Amina Diallo', 'practice.changed', 'practice',
           record.ids[1 + n % cardinality(record.ids)], 'A practice', '', '{{}}', '{{}}', ''
    FROM (SELECT array_agg(id ORDER BY id) AS ids FROM practices) AS record, generate_series(1, {AUDIT_ENTRIES}) AS n
    """,
)


async def add(connection: AsyncConnection) -> None:
    """Add it all to a database that knows at least some champions, and let the planner know."""
    for statement in _ROWS:
        await connection.execute(text(statement))
    await connection.execute(text("ANALYZE"))
