"""Whether children may be affected, and whether safeguarding knows, in words."""

from coordinator.domain.people.children import Children
from coordinator.domain.states import Answer
from coordinator.wording.translation import _, ngettext


def children_words(one: Children) -> str:
    """Say it in a line that names nobody; nothing where no child may be affected."""
    if not one.may_be_affected:
        return ""
    known = one.affected is Answer.YES
    affected = _("Children are affected.") if known else _("Children may be affected.")
    if one.is_told:
        return f"{affected} {_('Safeguarding: an action is set, or their forum knows.')}"
    return f"{affected} {_('Has safeguarding been told?')}"


def children_noted(one: Children) -> str:
    """Say how many children stand around somebody; nothing where none does."""
    if not one.noted:
        return ""
    return ngettext(
        "{count} child stands among the people around them.",
        "{count} children stand among the people around them.",
        one.noted,
    )
