"""One sentence for every rule that can stop a person, keyed by the rule's key.

The domain and the acts raise errors that carry keys, never sentences: `GuardError.guard`,
`InvalidFieldsError.fields` (field -> key), `DuplicateRecordError.rule` and
`ReasonNeededError.prompts`. To add a rule, choose a short key of lower-case words joined by
hyphens (`open-safety-actions`), raise it, and add one line to the table it belongs to:

- `GUARDS` (in `guards.py`): what blocks, then what to do. Give a pair (one, many) where the
  count is worth telling.
- `FIELDS` (in `entries.py`, as the next two): what is wrong with one entry of a form; it is
  read after the name of the field.
- `DUPLICATES`: which of a kind stands already, then what to do.
- `PROMPTS`: what to give a reason for; it is read as one line of a list.

A key without a line is told by a general sentence, so nothing ever fails for want of words; a test
in `tests/wording` walks the keys that stand in the code and names those without a line.
"""

from coordinator.wording.refusals.entries import DUPLICATES, FIELD_NAMES, FIELDS, PROMPTS
from coordinator.wording.refusals.guards import GUARDS
from coordinator.wording.translation import _, ngettext

_WHY = frozenset({("reason", "required"), ("why", "required")})
_SEVERAL = frozenset({"value"})
"""Entries a form has several of: a key stands behind each name."""


def guard_words(guard: str, count: int = 0) -> tuple[str, str]:
    """Say what blocks and what to do about it."""
    if guard not in GUARDS:
        return _("Something else has to be settled first."), _("Look at what is still open.")
    what, then = GUARDS[guard]
    if isinstance(what, tuple):
        return ngettext(what[0], what[1], max(count, 1)), _(then)
    return _(what), _(then)


def field_words(field: str, rule: str) -> str:
    """Say what is wrong with one entry: *Due date is in the past*, with a full stop."""
    if (field.partition(" ")[0], rule) in _WHY:  # one of several has a number or a key
        return _("Say why in a few words.")
    if (field.partition(" ")[0], rule) == ("prompt", "required"):  # which one stands above it
        return _("Say it in a few words.")
    if (field, rule) == ("recipients", "required"):
        return _("Nobody gets a pack: let at least one go out.")
    told = _(FIELDS[rule]) if rule in FIELDS else _("cannot be kept like this")
    return f"{field_name(field)} {told}."


def duplicate_words(rule: str) -> tuple[str, str]:
    """Say what stands already and what to do about it."""
    if rule not in DUPLICATES:
        return _("There is already one of these."), _("Change the one that stands.")
    what, then = DUPLICATES[rule]
    return _(what), _(then)


def prompt_words(prompt: str) -> str:
    """Say what a reason is wanted for."""
    return _(PROMPTS[prompt]) if prompt in PROMPTS else _("This is not the usual way.")


def field_name(field: str) -> str:
    """Write the name of a field as a form shows it: *Due date*, *Why now*."""
    first = field.partition(" ")[0]  # one of several, such as the score of an item
    if field in FIELD_NAMES or first in _SEVERAL:
        return _(FIELD_NAMES[first if first in _SEVERAL else field])
    plain = field.removesuffix("_id").removesuffix("_on").replace("_", " ")
    return plain[:1].upper() + plain[1:]
