"""What an agency offered, in words: on screen, read out and in the minutes alike."""

from coordinator.domain.meetings.came_of import OfferMade
from coordinator.wording.translation import _


def offered_words(offer: OfferMade) -> str:
    """Write what is offered and how much of it."""
    if not offer.amount.strip():
        return offer.what
    return _("{what} ({amount})", what=offer.what, amount=offer.amount)
