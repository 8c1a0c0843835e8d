"""Column types as the steps use them, on both engines. Frozen: no step may change meaning."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

ID = sa.LargeBinary().with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(postgresql.JSONB(), "postgresql")
