"""Search translations: their vectors, made as those of the practices that they render."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_search_translations"
down_revision = "20261124_index_activity_days"
branch_labels = None
depends_on = None

_TEXTS = {
    "A": "title",
    "B": "summary",
    "D": "benefit_and_impact || ' ' || key_lessons || ' ' || recommendations || ' ' || innovation || ' ' ||"
    " cross_cutting_themes || ' ' || partners || ' ' || organizations_involved || ' ' || main_implementing_organization",
}
_VECTOR = " || ".join(f"setweight(search_vector(language, {texts}), '{weight}')" for weight, texts in _TEXTS.items())


def upgrade() -> None:
    """A few thousand texts at most: the vectors are made at once."""
    op.add_column(
        "practice_translations", sa.Column("search", postgresql.TSVECTOR(), sa.Computed(_VECTOR, persisted=True))
    )
    op.create_index("practice_translations_search", "practice_translations", ["search"], postgresql_using="gin")


def downgrade() -> None:
    """Drop them."""
    op.drop_column("practice_translations", "search")
