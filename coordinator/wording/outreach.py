"""Why somebody is to be found, in the words a sheet prints."""

from collections.abc import Mapping, Sequence

from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.outreach import WhyFind
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

_TICKS: Mapping[ContactResult, str] = {
    ContactResult.MET_ENGAGED: N_("Talked"),
    ContactResult.MET_BRIEF: N_("Met briefly"),
    ContactResult.MET_REFUSED: N_("Met, no talk"),
    ContactResult.MET_UNSAFE: N_("Not safe"),
    ContactResult.SIGHTED: N_("Seen only"),
    ContactResult.NOT_THERE: N_("Not there"),
    ContactResult.NO_REPLY: N_("No reply"),
    ContactResult.MESSAGE_LEFT: N_("Message left"),
    ContactResult.THIRD_PARTY: N_("Others told us"),
}
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


def tick_words(result: ContactResult) -> str:
    """Name a result in the few letters a box on paper has room for."""
    return _(_TICKS[result]) if result in _TICKS else label(result)


def safe_words(safe: bool | None) -> str:  # noqa: FBT001 - three answers, one value
    """Say whether somebody may be rung."""
    if safe is None:
        return _("not asked whether it is safe to ring")
    return _("safe to ring") if safe else _("not safe to ring")


def _said(why: WhyFind, unseen: int, actions_due: int) -> str:
    if why in _UNSEEN:
        text = ngettext("Not seen for {count} day", "Not seen for {count} days", unseen)
        return f"{label(why)} {text}" if why is WhyFind.MAYBE_MISSING else text
    if why is WhyFind.ACTIONS_DUE:
        return ngettext("{count} action is due", "{count} actions are due", actions_due)
    return label(why)
