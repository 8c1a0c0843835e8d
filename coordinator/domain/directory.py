"""The panel's directory: agencies that come and go, people in post, seats filled or vacant."""

from collections.abc import Mapping
from uuid import UUID


def family_of(agency: UUID, successors: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """Gather every agency that has become one with this one, itself included.

    Args:
        agency: Any of them.
        successors: Merged agency -> the one it went into. Two stores may have merged the same
            agencies the other way round: such a circle is one family like any other.
    """
    family = {agency}
    grown = True
    while grown:
        near = {one for pair in successors.items() if family & set(pair) for one in pair}
        grown = not near <= family
        family |= near
    return frozenset(family)
