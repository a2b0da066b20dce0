"""Twenty years of the Initiative as real rows, made in the database: what its rhythm leaves behind.

80 meetings, 1,500 agenda items, 400 decisions, 3,000 action items, 500 workplan items, 40 terms, 60 consultations. What
belongs to something is spread over all there is, so that what stood there before grows too: a meeting of the tests gets
its agenda items, an action item its reports.
"""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

MEETINGS, AGENDA_ITEMS, DECISIONS, ACTION_ITEMS, WORKPLAN_ITEMS, TERMS, CONSULTATIONS = 80, 1500, 400, 3000, 500, 40, 60

_HEAD = "revision, created_at, updated_at"
_MADE = "1, TIMESTAMPTZ '2026-01-01', TIMESTAMPTZ '2026-01-01'"


def _one_of(table: str, number: str = "n") -> str:
    """The key of the ``number``-th of what ``table`` holds, round and round."""
    return f"((SELECT array_agg(id ORDER BY id) FROM {table})[1 + ({number}) % (SELECT count(*) FROM {table})])"


_ROWS = (
    f"""
    INSERT INTO cochair_terms ({_HEAD}, starts_on, ends_on, length_reason, note)
    SELECT {_MADE}, DATE '2003-07-01' + n * INTERVAL '6 months', DATE '2003-07-01' + (n + 1) * INTERVAL '6 months', '', ''
    FROM generate_series(0, {TERMS - 1}) AS n
    """,
    f"""
    INSERT INTO cochair_seats (term_id, number, champion_id, starts_on, ends_on, reason)
    SELECT term.id, seat, {_one_of("champions", "2 * term.n + seat")}, term.starts_on, term.ends_on, ''
    FROM (SELECT *, row_number() OVER (ORDER BY starts_on) AS n FROM cochair_terms WHERE starts_on < '2023-07-01') AS term,
         generate_series(1, 2) AS seat
    """,
    f"""
    INSERT INTO meetings ({_HEAD}, kind, title, starts_at, date_precision, time_zone, duration_minutes, format, place, link,
                          status, status_reason, summary, is_summary_public, preparation_notes, is_shared_with_observers)
    SELECT {_MADE}, 'technical', 'Quarterly technical meeting ' || n,
           TIMESTAMPTZ '2003-06-10 14:00Z' + n * INTERVAL '3 months', 'day', 'Europe/Zurich', 120, 'online', '', '',
           'closed', '', '', false, '', n % 2 = 0
    FROM generate_series(1, {MEETINGS}) AS n
    """,
    f"""
    INSERT INTO workplans ({_HEAD}, title, introduction, starts_on, ends_on, status, status_reason,
                           is_shared_with_observers)
    SELECT {_MADE}, 'Workplan ' || n, '', DATE '2003-01-01' + n * INTERVAL '2 years',
           DATE '2004-12-31' + n * INTERVAL '2 years', 'closed', '', true
    FROM generate_series(1, 10) AS n
    """,
    f"""
    INSERT INTO workplan_items ({_HEAD}, workplan_id, title, description, scope_of_work, lead_id, objectives, starts_on,
                                due_on, status)
    SELECT {_MADE}, {_one_of("workplans")}, 'Item ' || n, 'What it is for.', 'information_sharing',
           {_one_of("champions")}, ARRAY[n % 23 + 1]::smallint[], DATE '2025-01-01', DATE '2025-01-01' + n, 'on_track'
    FROM generate_series(1, {WORKPLAN_ITEMS}) AS n
    """,
    f"""
    INSERT INTO workplan_item_supporters (workplan_item_id, champion_id)
    SELECT id, {_one_of("champions", "row_number() OVER ()::int")} FROM workplan_items ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO workplan_item_updates ({_HEAD}, workplan_item_id, text, person_name, champion_id, reported_at)
    SELECT {_MADE}, {_one_of("workplan_items")}, 'Two of three steps are done.', 'Amina Diallo', {_one_of("champions")},
           TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 hour'
    FROM generate_series(1, 1500) AS n
    """,
    f"""
    INSERT INTO agenda_items ({_HEAD}, meeting_id, title, description, minutes, position, status, decision_reason,
                              proposed_by_id, workplan_item_id)
    SELECT {_MADE}, {_one_of("meetings")}, 'Point ' || n, '', 15,
           CASE WHEN n % 4 > 0 THEN 100 + n % 1000 END, CASE WHEN n % 4 > 0 THEN 'accepted' ELSE 'proposed' END, '',
           {_one_of("champions")}, CASE WHEN n % 5 = 0 THEN {_one_of("workplan_items")} END
    FROM generate_series(1, {AGENDA_ITEMS}) AS n
    """,
    """
    INSERT INTO agenda_item_supports (item_id, champion_id, person_name, given_at)
    SELECT agenda_items.id, champions.id, 'Amina Diallo', TIMESTAMPTZ '2026-01-01'
    FROM agenda_items, champions WHERE agenda_items.status = 'proposed' ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO attendances ({_HEAD}, meeting_id, champion_id, answer, answered_at, answered_by_name, answered_via,
                             is_on_behalf, for_starts_at, substitute, note)
    SELECT {_MADE}, meetings.id, champions.id, 'accepted', TIMESTAMPTZ '2026-01-01', 'Amina Diallo', 'app', false,
           meetings.starts_at, '', ''
    FROM meetings, champions ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO minutes (id, {_HEAD}, circulated_at, corrections_until, adopted_at)
    SELECT id, {_MADE}, starts_at + INTERVAL '7 days', starts_at + INTERVAL '21 days', starts_at + INTERVAL '30 days'
    FROM meetings WHERE status = 'closed' ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO minutes_texts (id, {_HEAD}, meeting_id, text, version, saved_at, saved_by)
    SELECT agenda_items.id, {_MADE}, meeting_id, 'The meeting noted what @KEN had reported.', 1,
           TIMESTAMPTZ '2026-01-01', 'Secretariat officer'
    FROM agenda_items WHERE status = 'accepted' ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO minutes_versions (agenda_item_id, number, text, origin, person_name, saved_at)
    SELECT id, number, text, 'written', 'Secretariat officer', TIMESTAMPTZ '2026-01-01'
    FROM minutes_texts, generate_series(50, 53) AS number
    """,
    f"""
    INSERT INTO minutes_corrections ({_HEAD}, meeting_id, agenda_item_id, champion_id, person_name, base_version, text,
                                     why, status, decision_reason, decided_by)
    SELECT {_MADE}, meeting_id, id, {_one_of("champions", "(row_number() OVER ())::int")}, 'Amina Diallo', 1,
           'The meeting welcomed it.', 'It did.', 'proposed', '', ''
    FROM minutes_texts
    """,
    f"""
    INSERT INTO decisions ({_HEAD}, meeting_id, agenda_item_id, number, text, is_public, workplan_item_id)
    SELECT {_MADE}, item.meeting_id, item.id, 100 + n, 'The calls go on, says decision ' || n, n % 3 = 0,
           CASE WHEN n % 4 = 0 THEN {_one_of("workplan_items")} END
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM agenda_items WHERE status = 'accepted') AS item
    WHERE n <= {DECISIONS}
    """,
    f"""
    INSERT INTO action_items ({_HEAD}, title, description, owner_id, due_on, asked_due_on, status, status_reason,
                              closed_at, meeting_id, decision_id)
    SELECT {_MADE}, 'Action ' || n, 'About contact persons.', CASE WHEN n % 7 > 0 THEN {_one_of("champions")} END,
           CASE WHEN n > 2900 THEN DATE '2026-11-24' + (n - 2950) ELSE DATE '2006-01-01' + n * 2 END,
           CASE WHEN n > 2980 THEN DATE '2027-06-01' END, CASE WHEN n > 2900 THEN 'open' ELSE 'done' END, '',
           CASE WHEN n <= 2900 THEN TIMESTAMPTZ '2026-01-01' END, {_one_of("meetings")},
           CASE WHEN n % 3 = 0 THEN {_one_of("decisions", "n / 3")} END
    FROM generate_series(1, {ACTION_ITEMS}) AS n
    """,
    f"""
    INSERT INTO action_item_updates ({_HEAD}, action_item_id, text, person_name, champion_id, reported_at)
    SELECT {_MADE}, action_items.id, 'Twelve have answered.', 'Amina Diallo', owner_id,
           TIMESTAMPTZ '2026-01-01' + n * INTERVAL '1 day'
    FROM action_items, generate_series(1, 2) AS n
    """,
    f"""
    INSERT INTO consultations ({_HEAD}, about, title, text, deadline_at, opened_at, extension_reason, ending_reason,
                               result, concluded_by_name)
    SELECT {_MADE}, 'date', 'Move the meeting, ' || n, '', TIMESTAMPTZ '2012-01-08' + n * INTERVAL '30 days',
           TIMESTAMPTZ '2012-01-01' + n * INTERVAL '30 days', '', '', '', ''
    FROM generate_series(1, {CONSULTATIONS}) AS n
    """,
    """
    INSERT INTO consultation_answers (consultation_id, champion_id, answer, text, person_name, is_on_behalf, given_at)
    SELECT consultations.id, champions.id, 'agree', '', 'Amina Diallo', false, TIMESTAMPTZ '2026-01-01'
    FROM consultations, champions WHERE opened_at IS NOT NULL
    """,
    f"""
    INSERT INTO documents ({_HEAD}, meeting_id, title, position, visibility, status, status_reason)
    SELECT {_MADE}, {_one_of("meetings")}, 'Note ' || n, 100 + n % 1000, 'members', 'shared', ''
    FROM generate_series(1, 400) AS n
    """,
)


async def add(connection: AsyncConnection) -> None:
    """Add the twenty years to a database that knows at least some champions, and let the planner know them."""
    for statement in _ROWS:
        await connection.execute(text(statement))
    await connection.execute(text("ANALYZE"))
