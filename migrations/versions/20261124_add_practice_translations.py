"""Keep practices in the other official languages beside the language that they were written in."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_translations"
down_revision = "20261124_add_pictures"
branch_labels = None
depends_on = None

_LONG = (
    "summary",
    "benefit_and_impact",
    "key_lessons",
    "recommendations",
    "innovation",
    "partners",
    "organizations_involved",
    "cross_cutting_themes",
)


def upgrade() -> None:
    op.create_table(
        "practice_translations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("main_implementing_organization", sa.String(300), nullable=False),
        *(sa.Column(name, sa.String(10_000), nullable=False) for name in _LONG),
        sa.Column("rendered", postgresql.JSONB(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by_name", sa.String(200), nullable=False),
        sa.CheckConstraint("(checked_at IS NULL) = (checked_by_name = '')", name="checked_translations_say_by_whom"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "language", name="practice_translations_one_a_language"),
    )


def downgrade() -> None:
    op.drop_table("practice_translations")
