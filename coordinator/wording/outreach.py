"""Why somebody is to be found, in the words a sheet prints."""

from collections.abc import Sequence

from coordinator.domain.lists.outreach import WhyFind
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import ngettext

_UNSEEN = frozenset({WhyFind.MAYBE_MISSING, WhyFind.NOT_SEEN})


def why_words(why: Sequence[WhyFind], unseen: int, actions_due: int = 0) -> str:
    """Say why somebody is to be found: *Missing? Not seen for 16 days; an action is due*.

    Args:
        why: The reasons, the weightiest first.
        unseen: Days since anybody saw them.
        actions_due: How many actions are due.
    """
    said = [_said(one, unseen, actions_due) for one in why]
    return "; ".join([*said[:1], *(text[:1].lower() + text[1:] for text in said[1:])])


def why_short(why: Sequence[WhyFind]) -> str:
    """Say the same as one phrase without figures: *Missing?; an action is due*."""
    return "; ".join(inline(one) if place else label(one) for place, one in enumerate(why))


def _said(why: WhyFind, unseen: int, actions_due: int) -> str:
    if why in _UNSEEN:
        text = ngettext("Not seen for {count} day", "Not seen for {count} days", unseen)
        return f"{label(why)} {text}" if why is WhyFind.MAYBE_MISSING else text
    if why is WhyFind.ACTIONS_DUE:
        return ngettext("{count} action is due", "{count} actions are due", actions_due)
    return label(why)
