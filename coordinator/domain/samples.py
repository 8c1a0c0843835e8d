"""Whom an auditor looks at: a sample nobody chose, the same one each time.

Who is in it follows from their ids alone, so that neither the panel nor the auditor picks them; it
grows with the panel. It is no secret and no wall: it keeps an audit from being a walk through
everybody's life.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

LEAST, SHARE = 20, 10
"""At least so many people, else one in so many."""


def sampled(people: Iterable[UUID]) -> frozenset[UUID]:
    """Choose the sample."""
    drawn = sorted(people, key=lambda one: hashlib.sha256(one.bytes).digest())
    return frozenset(drawn[: max(LEAST, len(drawn) // SHARE)])
