"""What is in the way, in the words the panel chose for it."""

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.wording.labels import inline, label


def category_words(category: BarrierCategory, own: str = "") -> str:
    """Write what is in the way; `own` are the panel's words, where it has its own."""
    return own or label(category)


def category_inline(category: BarrierCategory, own: str = "") -> str:
    """Write it inside a sentence; the panel's own words stand as they are."""
    return own or inline(category)
