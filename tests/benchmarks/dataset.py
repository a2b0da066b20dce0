"""10,000 published practices of 29 champions, in the product's tables and, for the entity-based ways, in tables with a
many-to-many relation as an object-relational mapper would have them. The same rows, the same keys."""

from sqlalchemy import Engine, text

PRACTICES = 10_000

_ROWS = f"""
INSERT INTO champions (iso3, region_m49, subregion_m49, review_region, commissions, about, revision, created_at, updated_at)
SELECT iso3, '002', '014', 'ECA', ARRAY['ECA'], '', 1, now(), now()
FROM unnest(ARRAY['AZE','BGD','CAN','COL','CRI','ECU','EGY','ETH','GHA','GMB','GNB','HND','IRQ','KEN','LUX','MAR','MEX','MLI',
                  'MWI','NER','NGA','PAN','PER','PRT','SEN','SLE','SLV','TCD','TUR']) AS iso3;

INSERT INTO people (email, name, standing, champion_id, is_lead, job_title, phone, language, time_zone, is_demonstration,
                    revision, created_at, updated_at)
SELECT 'reader@example.org', 'Reader', 'focal_point', id, true, '', '', 'en', 'UTC', false, 1, now(), now()
FROM champions WHERE iso3 = 'MAR';

INSERT INTO practices (title, summary, main_implementing_organization, implementing_focal_point, partners,
                       organizations_involved, benefit_and_impact, key_lessons, recommendations, innovation,
                       cross_cutting_themes, language, type_of_practice, starts_on, champion_id, status, visibility,
                       objectives_primary, objectives_secondary, version, review_note, submitted_at, published_at, revision,
                       created_at, updated_at)
SELECT 'Practice ' || n, repeat('What it is and does, for whom, and how that is known. ', 4), 'Ministry', 'Unit', '', '',
       'Impact', 'Lessons', '', '', '', 'en', 'programme_or_project', DATE '2023-01-01',
       (SELECT id FROM champions ORDER BY iso3 OFFSET n % 29 LIMIT 1), 'published',
       (ARRAY['public','public','public','members'])[n % 4 + 1],
       ARRAY[n % 23 + 1]::smallint[], ARRAY[(n * 7 + 3) % 23 + 1]::smallint[], 1, '', NULL,
       TIMESTAMPTZ '2020-01-01' + n * INTERVAL '3 hours', 1, TIMESTAMPTZ '2020-01-01', TIMESTAMPTZ '2020-01-01'
FROM generate_series(1, {PRACTICES}) AS n;

CREATE TABLE bench_country (id uuid PRIMARY KEY, iso3 text NOT NULL, name text NOT NULL);
INSERT INTO bench_country SELECT id, iso3, iso3 || ' by name' FROM champions;
CREATE TABLE bench_objective (number smallint PRIMARY KEY);
INSERT INTO bench_objective SELECT generate_series(1, 23);
CREATE TABLE bench_practice (
    id uuid PRIMARY KEY, title text NOT NULL, summary text NOT NULL, status text NOT NULL, visibility text NOT NULL,
    type_of_practice text, language text NOT NULL, starts_on date, published_at timestamptz NOT NULL, version int NOT NULL,
    country_id uuid NOT NULL REFERENCES bench_country);
INSERT INTO bench_practice SELECT id, title, summary, status, visibility, type_of_practice, language, starts_on,
    published_at, version, champion_id FROM practices;
CREATE INDEX ON bench_practice (published_at DESC);
CREATE TABLE bench_practice_objectives (
    id bigint GENERATED ALWAYS AS IDENTITY, practice_id uuid NOT NULL REFERENCES bench_practice,
    objective_id smallint NOT NULL REFERENCES bench_objective, PRIMARY KEY (practice_id, objective_id));
INSERT INTO bench_practice_objectives (practice_id, objective_id) SELECT DISTINCT id, unnest(objectives) FROM practices;
CREATE INDEX ON bench_practice_objectives (objective_id, practice_id);
"""


def fill(engine: Engine) -> str:
    """Write the data set into an empty, migrated database and return the key of somebody who may read."""
    with engine.begin() as connection:
        connection.execute(text(_ROWS))
        reader = str(connection.execute(text("SELECT id FROM people")).scalar_one())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return reader
