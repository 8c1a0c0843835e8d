"""Counts of people as a paper that leaves the panel writes them."""

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told, told
from coordinator.wording.translation import _


def number_words(count: Told) -> str:
    """Write a count that was made fit to leave the panel."""
    if count is Hidden.SMALL:
        return _("fewer than {number}").format(number=LEAST_TOLD)
    if isinstance(count, Hidden):
        return _("not given, so that nobody can be told")
    return str(count)


def people_words(count: int) -> str:
    """Write a count of people as it may leave the panel."""
    return number_words(told(count))
