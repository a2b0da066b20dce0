"""Keep the review of practices: its rounds with what was submitted, comments and answers, those who advise and follow."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_review_practices"
down_revision = "20261124_lead_in_processes"
branch_labels = None
depends_on = None

_BACKFILL = """
    INSERT INTO practice_rounds (practice_id, number, opened_at, content, answered_at, decided_at, outcome)
    SELECT id, 1, coalesce(submitted_at, created_at),
           jsonb_build_object(
               'title', title, 'summary', summary, 'type_of_practice', type_of_practice, 'language', language,
               'objectives_primary', objectives_primary, 'objectives_secondary', objectives_secondary,
               'guiding_principles', guiding_principles, 'sdgs', sdgs, 'cross_cutting_themes', cross_cutting_themes,
               'starts_on', starts_on, 'ends_on', ends_on, 'geographic_scope', geographic_scope,
               'countries', countries, 'regions', regions,
               'main_implementing_organization', main_implementing_organization,
               'implementing_focal_point', implementing_focal_point, 'partners', partners,
               'organizations_involved', organizations_involved, 'benefit_and_impact', benefit_and_impact,
               'key_lessons', key_lessons, 'recommendations', recommendations, 'innovation', innovation,
               'additional_resources', additional_resources, 'licence', licence,
               'visibility', visibility
           ),
           CASE WHEN status IN ('changes_requested', 'accepted') THEN greatest(updated_at, submitted_at) END,
           CASE WHEN status IN ('changes_requested', 'accepted') THEN greatest(updated_at, submitted_at) END,
           CASE WHEN status IN ('changes_requested', 'accepted') THEN status END
      FROM practices
     WHERE status IN ('submitted', 'under_review', 'changes_requested', 'accepted')
"""
"""What is in review already is in its first round, with what it holds now as what was submitted."""


def upgrade() -> None:
    op.create_table(
        "practice_rounds",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", JSONB(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(decided_at IS NULL) = (outcome IS NULL)", name="decisions_say_when"),
        sa.CheckConstraint("answered_at >= opened_at", name="rounds_are_answered_after_they_open"),
        sa.CheckConstraint("decided_at >= answered_at", name="a_decision_is_an_answer"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "number", name="practice_rounds_are_numbered"),
    )
    op.create_index(
        "practice_rounds_one_open",
        "practice_rounds",
        ["practice_id"],
        unique=True,
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("practice_rounds_opened_at", "practice_rounds", ["opened_at"])
    op.create_table(
        "practice_comments",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(40), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.String(10_000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sa.String(200), nullable=False),
        sa.Column("voice", sa.String(40), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by_name", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["round_id"], ["practice_rounds.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_practice_comments_person_id"), "practice_comments", ["person_id"])
    op.create_index("practice_comments_round", "practice_comments", ["round_id", "id"])
    op.create_table(
        "practice_comment_answers",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(10_000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sa.String(200), nullable=False),
        sa.Column("voice", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["practice_comments.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_practice_comment_answers_person_id"), "practice_comment_answers", ["person_id"])
    op.create_index("practice_comment_answers_comment", "practice_comment_answers", ["comment_id", "id"])
    for table, told in (
        ("practice_reviewers", [sa.Column("assigned_by_name", sa.String(200), nullable=False)]),
        ("practice_followers", []),
    ):
        since = "assigned_at" if told else "since"
        op.create_table(
            table,
            sa.Column("practice_id", sa.Uuid(), nullable=False),
            sa.Column("person_id", sa.Uuid(), nullable=False),
            sa.Column(since, sa.DateTime(timezone=True), nullable=False),
            *told,
            sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
            sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("practice_id", "person_id"),
        )
        op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])
    op.execute(_BACKFILL)
    _freeze()


def _freeze() -> None:
    """What was submitted is written once, as are answers; in a closed round nothing is said or resolved any more."""
    op.execute(
        """
        CREATE FUNCTION refuse_in_a_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM practice_rounds WHERE id = NEW.round_id AND closed_at IS NOT NULL) THEN
                RAISE EXCEPTION 'a closed round keeps what was said in it' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END $$
        """
    )
    op.execute(
        "CREATE TRIGGER practice_comments_are_frozen BEFORE INSERT OR UPDATE OF field, kind, text, resolved_at"
        " ON practice_comments FOR EACH ROW EXECUTE FUNCTION refuse_in_a_closed_round()"
    )
    for table, columns in (("practice_rounds", "content, opened_at"), ("practice_comment_answers", "text, voice, at")):
        op.execute(
            f"CREATE TRIGGER {table}_are_kept BEFORE UPDATE OF {columns} ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_to_change()"
        )


def downgrade() -> None:
    for table in (
        "practice_followers",
        "practice_reviewers",
        "practice_comment_answers",
        "practice_comments",
        "practice_rounds",
    ):
        op.drop_table(table)
    op.execute("DROP FUNCTION refuse_in_a_closed_round()")
