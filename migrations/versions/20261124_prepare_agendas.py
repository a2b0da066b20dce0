"""prepare agendas: languages, merging, support, carrying over."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_prepare_agendas"
down_revision = "20261124_add_workplan_reviews"
branch_labels = None
depends_on = None

_STANDING = (
    "status = 'accepted' AND origin IN "
    "('opening', 'adoption_of_the_agenda', 'action_items', 'any_other_business', 'next_meeting')"
)


def upgrade() -> None:
    op.add_column(
        "agenda_items",
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            server_default="en",
            nullable=False,
        ),
    )
    op.add_column(
        "agenda_items",
        sa.Column("translations", postgresql.JSONB(), server_default="{}", nullable=False),
    )
    op.add_column(
        "agenda_items",
        sa.Column(
            "origin",
            sa.Enum(
                "proposal", "carried_over", "opening", "adoption_of_the_agenda", "action_items", "workplan_item",
                "any_other_business", "next_meeting", name="agendaitemorigin", native_enum=False, length=40,
            ),
            server_default="proposal",
            nullable=False,
        ),
    )  # fmt: skip
    op.add_column(
        "agenda_items",
        sa.Column("co_proposed_by", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
    )
    op.add_column("agenda_items", sa.Column("merged_into_id", sa.Uuid(), nullable=True))
    op.add_column("agenda_items", sa.Column("carried_from_id", sa.Uuid(), nullable=True))
    op.add_column("agenda_items", sa.Column("is_reached", sa.Boolean(), nullable=True))
    op.create_foreign_key(
        "agenda_items_merged_into_id_fkey",
        "agenda_items",
        "agenda_items",
        ["merged_into_id"],
        ["id"],
        ondelete="CASCADE",
    )
    op.create_foreign_key(
        "agenda_items_carried_from_id_fkey",
        "agenda_items",
        "agenda_items",
        ["carried_from_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.create_unique_constraint("agenda_items_carried_from_id_key", "agenda_items", ["carried_from_id"])
    op.create_index("ix_agenda_items_merged_into_id", "agenda_items", ["merged_into_id"])
    op.create_index(
        "agenda_items_standing", "agenda_items", ["meeting_id", "origin"], unique=True, postgresql_where=_STANDING
    )
    op.create_check_constraint(
        "merged_agenda_items_name_where_they_went",
        "agenda_items",
        "(status = 'merged') = (merged_into_id IS NOT NULL)",
    )
    op.create_check_constraint("agenda_item_merges_into_another", "agenda_items", "merged_into_id <> id")
    op.create_check_constraint(
        "agenda_item_translates_into_other_languages", "agenda_items", "NOT translations ? language"
    )
    op.create_table(
        "agenda_item_supports",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("given_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("item_id", "champion_id"),
    )
    op.create_index("ix_agenda_item_supports_champion_id", "agenda_item_supports", ["champion_id"])
    op.create_index("ix_agenda_item_supports_person_id", "agenda_item_supports", ["person_id"])


def downgrade() -> None:
    op.drop_table("agenda_item_supports")
    for name in (
        "agenda_item_translates_into_other_languages",
        "agenda_item_merges_into_another",
        "merged_agenda_items_name_where_they_went",
    ):
        op.drop_constraint(name, "agenda_items", type_="check")
    op.execute("UPDATE agenda_items SET status = 'withdrawn' WHERE status = 'merged'")
    op.drop_index("agenda_items_standing", table_name="agenda_items")
    for name in (
        "is_reached", "carried_from_id", "merged_into_id", "co_proposed_by", "origin", "translations", "language",
    ):  # fmt: skip
        op.drop_column("agenda_items", name)
