"""The first store. Still moves with the models; written out and frozen before a release."""

from alembic import op

from coordinator.db.models import Table

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    Table.metadata.create_all(op.get_bind())
