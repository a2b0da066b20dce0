"""Create the job queue (procrastinate's own schema)."""

from alembic import op
from procrastinate import PsycopgConnector
from procrastinate.schema import SchemaManager

revision = "20261124_create_the_job_queue"
down_revision = "20261124_create_the_rooms"
branch_labels = None
depends_on = None

_DROP = """
DO $$ DECLARE found record; BEGIN
  FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'procrastinate\\_%' LOOP
    EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', found.tablename);
  END LOOP;
  FOR found IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = current_schema() AND p.proname LIKE 'procrastinate\\_%' LOOP
    EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', found.signature);
  END LOOP;
  FOR found IN SELECT typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = current_schema() AND typname LIKE 'procrastinate\\_%' AND typtype IN ('e', 'c') LOOP
    EXECUTE format('DROP TYPE IF EXISTS %I CASCADE', found.typname);
  END LOOP;
END $$;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(SchemaManager(PsycopgConnector()).get_schema().replace("%", "%%"))


def downgrade() -> None:
    op.execute(_DROP)
