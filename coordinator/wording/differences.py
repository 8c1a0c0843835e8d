"""What differs between two states of a plan, in words: *2 actions added*, *goal 1 reworded*."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.plans.differences import Difference, How, Part
from coordinator.domain.states import ActionStatus, GoalStatus, OfferStatus
from coordinator.wording.dates import plain_day
from coordinator.wording.labels import inline
from coordinator.wording.translation import N_, _, ngettext

_WORDS_OF_A_GOAL = frozenset({"own_words", "panel_words"})

SECTION_NAMES: Mapping[str, str] = {
    "what_matters": N_("What matters to me"),
    "how_to_work": N_("How to work with me"),
    "what_to_avoid": N_("What to avoid"),
    "triggers": N_("What brings it on"),
    "preferred_words": N_("Words to use, and not to use"),
    "who_i_trust": N_("Who I trust"),
    "formulation": N_("What is going on and why"),
    "direction": N_("Overall direction"),
    "warning_signs": N_("Warning signs"),
    "contingency": N_("If it breaks down"),
    "who_to_ring": N_("Who to ring"),
    "unknowns": N_("What we do not know"),
}
"""The sections of a plan as screens and papers head them."""

_COUNTED: Mapping[tuple[Part, How], tuple[str, str]] = {
    (Part.GOAL, How.ADDED): (N_("1 goal added"), N_("{count} goals added")),
    (Part.GOAL, How.REMOVED): (N_("1 goal removed"), N_("{count} goals removed")),
    (Part.ACTION, How.ADDED): (N_("1 action added"), N_("{count} actions added")),
    (Part.ACTION, How.REMOVED): (
        N_("1 action no longer open"),
        N_("{count} actions no longer open"),
    ),
    (Part.OFFER, How.ADDED): (N_("1 offer added"), N_("{count} offers added")),
    (Part.OFFER, How.REMOVED): (N_("1 offer withdrawn"), N_("{count} offers withdrawn")),
    (Part.RISK, How.ADDED): (N_("1 risk added"), N_("{count} risks added")),
    (Part.RISK, How.REMOVED): (N_("1 risk ended"), N_("{count} risks ended")),
    (Part.RISK, How.CHANGED): (N_("1 risk changed"), N_("{count} risks changed")),
    (Part.STRENGTH, How.ADDED): (N_("1 strength added"), N_("{count} strengths added")),
    (Part.STRENGTH, How.REMOVED): (N_("1 strength removed"), N_("{count} strengths removed")),
    (Part.STRENGTH, How.CHANGED): (N_("1 strength changed"), N_("{count} strengths changed")),
}
"""What is only counted; everything else is told one by one."""


def difference_words(found: Sequence[Difference]) -> tuple[str, ...]:
    """Say what differs, in the order of the plan: what is alike is counted, the rest is named.

    The words begin in lower case, to be joined in a sentence or listed.
    """
    counts = Counter((one.part, one.how) for one in found)
    told: list[str] = []
    for one in found:
        kind = (one.part, one.how)
        words = _counted(kind, counts.pop(kind, 0)) if kind in _COUNTED else _named(one)
        told += [words] if words else []
    return tuple(told)


def summary(found: Sequence[Difference]) -> str:
    """Say it as one line: *2 actions added, goal 1 reworded*; *no changes* when nothing is."""
    return ", ".join(difference_words(found)) or _("no changes")


def began(words: str) -> str:
    """Write one of them as a line of its own: *Goal 1 reworded*."""
    return words[:1].upper() + words[1:]


def _counted(kind: tuple[Part, How], count: int) -> str:
    """Say a count where its kind is met first, nothing where it is met again."""
    return ngettext(*_COUNTED[kind], count) if count else ""


def _named(one: Difference) -> str:
    if one.part is Part.TEXT:
        return _of_text(one)
    if one.part is Part.LEAD:
        return _of_lead(one)
    if one.part is Part.GOAL:
        return _of_goal(one)
    if one.part is Part.ACTION:
        return _of_action(one)
    if one.part is Part.OFFER:
        return _of_offer(one)
    return _("goals in another order")


def _of_text(one: Difference) -> str:
    name = _(SECTION_NAMES[one.fields[0]])
    if one.how is How.ADDED:
        return _("“{section}” written", section=name)
    if one.how is How.REMOVED:
        return _("“{section}” emptied", section=name)
    return _("“{section}” reworded", section=name)


def _of_lead(one: Difference) -> str:
    if one.how is How.ADDED:
        return _("{name} became lead professional", name=one.after["name"])
    if one.how is How.REMOVED:
        return _("lead professional to agree")
    return _(
        "lead professional changed from {before} to {after}",
        before=one.before["name"],
        after=one.after["name"],
    )


def _of_goal(one: Difference) -> str:
    if "status" in one.fields:
        status = GoalStatus(one.after["status"])
        return _("goal {place}: {status}", place=one.place, status=inline(status))
    if _WORDS_OF_A_GOAL & set(one.fields):
        return _("goal {place} reworded", place=one.place)
    if one.fields == ("target_on",):
        day = one.after["target_on"]
        if day is None:
            return _("goal {place} without a date", place=one.place)
        return _("goal {place} now by {day}", place=one.place, day=plain_day(day))
    return _("goal {place} changed", place=one.place)


def _of_action(one: Difference) -> str:
    changes = tuple(_changes_of_action(one))
    told = "; ".join(changes) or _("changed")
    return _("action {number}: {changes}", number=one.label, changes=told)


def _changes_of_action(one: Difference) -> Iterable[str]:
    if "status" in one.fields:
        yield _status_of_action(one.before["status"], one.after["status"])
    if "owner" in one.fields:
        yield _("now with {owner}", owner=one.after["owner"] or _("nobody yet"))
    if "due_on" in one.fields:
        yield _("now due {day}", day=plain_day(one.after["due_on"]))
    if "text" in one.fields:
        yield _("reworded")


def _status_of_action(before: StrEnum, after: StrEnum) -> str:
    now = ActionStatus(after)
    was_closed = ActionStatus(before) not in STILL_OPEN
    return _("opened again") if was_closed and now in STILL_OPEN else inline(now)


def _of_offer(one: Difference) -> str:
    if "status" in one.fields:
        status = inline(OfferStatus(one.after["status"]))
        return _("offer of {agency}: {status}", agency=one.label, status=status)
    return _("offer of {agency} changed", agency=one.label)
