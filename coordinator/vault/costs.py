"""How much work one guess at a passphrase costs."""

from dataclasses import dataclass
from typing import Final

_MIB = 1024
_MOST_MEMORY_KIB = 1024 * _MIB
_MOST_PASSES = 16
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """The settings of Argon2id: memory in KiB, passes over it, lanes side by side.

    The bounds keep a forged key file from taking all memory or all day of the computer that
    tries it.

    Raises:
        ValueError: Outside what Argon2id knows or this program accepts.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if not (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        ):
            raise ValueError("cost out of bounds")

    @property
    def is_enough(self) -> bool:
        """Whether it is no cheaper than the floor."""
        return self.memory_kib >= FLOOR_COST.memory_kib and self.passes >= FLOOR_COST.passes


USUAL_COST: Final = Cost(memory_kib=256 * _MIB, passes=3, lanes=4)
"""About 0.7 seconds on a two-core office computer."""

FLOOR_COST: Final = Cost(memory_kib=64 * _MIB, passes=3, lanes=4)
"""For computers short of memory: the second choice of RFC 9106, section 4."""

TEST_COST: Final = Cost(memory_kib=8, passes=1, lanes=1)
"""Next to no protection: for tests that open hundreds of stores."""
