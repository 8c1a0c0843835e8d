"""What can be done in this part of a person's page, and what it shows at once; no Qt."""

from dataclasses import dataclass, field
from enum import Enum

from coordinator.domain.person.keeping import Keeping
from coordinator.domain.roles import Right, Role, may


class Keep(Enum):
    """One thing that can be done so that nobody falls between."""

    HOLD = "hold"
    UNTIL = "until"
    MOVE = "move"
    CHANGE_MOVE = "change_move"
    HAPPENED = "happened"
    START = "start"
    ARRANGE = "arrange"
    TAKE = "take"
    END = "end"
    HOME = "home"
    APPLY = "apply"
    ANSWER = "answer"
    APPEAL = "appeal"
    APPEAL_RESULT = "appeal_result"
    BARRIER = "barrier"
    CONSTRAINT = "constraint"
    END_CONSTRAINT = "end_constraint"


_RIGHTS = {
    Right.LOG_CONTACTS: (
        Keep.HOLD,
        Keep.UNTIL,
        Keep.MOVE,
        Keep.CHANGE_MOVE,
        Keep.HAPPENED,
        Keep.TAKE,
    ),
    Right.EDIT_PLAN: (
        Keep.START,
        Keep.ARRANGE,
        Keep.END,
        Keep.HOME,
        Keep.APPLY,
        Keep.ANSWER,
        Keep.APPEAL,
        Keep.APPEAL_RESULT,
        Keep.BARRIER,
    ),
    Right.EDIT_PEOPLE: (Keep.CONSTRAINT, Keep.END_CONSTRAINT),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What this part of the page shows, and what the sitter may do here."""

    about: Keeping = field(repr=False)
    may: frozenset[Keep] = frozenset()


def allowed(role: Role, *, lives: bool, has_case: bool) -> frozenset[Keep]:
    """Tell what somebody may do here as things stand; a file of the dead is frozen."""
    if not lives:
        return frozenset()
    found = {keep for right, keeps in _RIGHTS.items() if may(role, right) for keep in keeps}
    if not has_case:
        found -= {Keep.HOLD, Keep.MOVE, Keep.START, Keep.HOME}
    return frozenset(found)
