"""add the seats of co-chair terms, and what champions say of coming semesters."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_cochair_seats"
down_revision = "20261124_add_mails"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A range of keys, so that an exclusion constraint can compare champions without an extension.
    op.execute("CREATE TYPE uuidrange AS RANGE (subtype = uuid)")
    op.create_table(
        "cochair_seats",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("term_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(number, number, '[]')"), "&&"),
            (sa.text("daterange(starts_on, ends_on, '[)')"), "&&"),
            using="gist",
            name="cochair_seat_holds_one",
        ),
        postgresql.ExcludeConstraint(
            (sa.text("uuidrange(champion_id, champion_id, '[]')"), "&&"),
            (sa.text("daterange(starts_on, ends_on, '[)')"), "&&"),
            using="gist",
            name="cochairs_are_two",
        ),
        sa.CheckConstraint("number IN (1, 2)", name="cochair_seats_are_two"),
        sa.CheckConstraint("ends_on > starts_on", name="cochair_seat_ends_after_it_starts"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["term_id"], ["cochair_terms.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("cochair_seats_champion", "cochair_seats", ["champion_id", "ends_on"], unique=False)
    op.create_index(op.f("ix_cochair_seats_term_id"), "cochair_seats", ["term_id"], unique=False)
    for number, column in ((1, "first_champion_id"), (2, "second_champion_id")):
        op.execute(
            "INSERT INTO cochair_seats (term_id, number, champion_id, starts_on, ends_on, reason) "  # noqa: S608
            f"SELECT id, {number}, {column}, starts_on, ends_on, '' FROM cochair_terms"
        )
    op.drop_index(op.f("ix_cochair_terms_first_champion_id"), table_name="cochair_terms")
    op.drop_index(op.f("ix_cochair_terms_second_champion_id"), table_name="cochair_terms")
    op.drop_constraint("cochairs_are_two", "cochair_terms", type_="check")
    op.drop_column("cochair_terms", "first_champion_id")
    op.drop_column("cochair_terms", "second_champion_id")
    op.create_table(
        "cochair_availabilities",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("semester_starts_on", sa.Date(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("volunteers", "if_needed", "not_available", name="availability", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "extract(day FROM semester_starts_on) = 1 AND extract(month FROM semester_starts_on) IN (1, 7)",
            name="semester_starts_in_january_or_july",
        ),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("champion_id", "semester_starts_on", name="cochair_availability_once_a_semester"),
    )
    op.create_index(
        "cochair_availabilities_semester", "cochair_availabilities", ["semester_starts_on", "id"], unique=False
    )
    op.create_index(op.f("ix_cochair_availabilities_person_id"), "cochair_availabilities", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_cochair_availabilities_person_id"), table_name="cochair_availabilities")
    op.drop_index("cochair_availabilities_semester", table_name="cochair_availabilities")
    op.drop_table("cochair_availabilities")
    # Who took a seat over in the middle of a term is lost: a term keeps the two that began it.
    for number, column in ((1, "first_champion_id"), (2, "second_champion_id")):
        op.add_column("cochair_terms", sa.Column(column, sa.Uuid(), nullable=True))
        op.execute(
            f"UPDATE cochair_terms SET {column} = champion_id FROM cochair_seats "  # noqa: S608
            f"WHERE term_id = cochair_terms.id AND number = {number} "
            "AND cochair_seats.starts_on = cochair_terms.starts_on"
        )
        op.alter_column("cochair_terms", column, nullable=False)
        op.create_foreign_key(f"cochair_terms_{column}_fkey", "cochair_terms", "champions", [column], ["id"])
        op.create_index(op.f(f"ix_cochair_terms_{column}"), "cochair_terms", [column], unique=False)
    op.create_check_constraint("cochairs_are_two", "cochair_terms", "first_champion_id <> second_champion_id")
    op.drop_table("cochair_seats")
    op.execute("DROP TYPE uuidrange")
