"""Where one can be among the panel's money; see `places`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoneyPlace:
    """What is asked and waits, and what is left of what the panel was given."""
