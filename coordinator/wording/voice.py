"""What somebody asked for, what may be said of them, how a plan is balanced: in sentences."""

from datetime import date

from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.wishes import WishOwner, WishRow, WishState
from coordinator.domain.plans.balance import Balance
from coordinator.wording import dates
from coordinator.wording.labels import inline
from coordinator.wording.translation import _


def balance_words(balance: Balance) -> str:
    """Count what open actions do: *Open actions: 4 support, 1 enforcement*; nothing for none."""
    if not balance.counts:
        return ""
    parts = (f"{count} {inline(group)}" for group, count in balance.counts)
    return _("Open actions: {counts}.", counts=", ".join(parts))


def alone_words(balance: Balance) -> str:
    """Say that enforcement stands alone; nothing where it does not."""
    if not balance.is_enforcement_alone:
        return ""
    return _("Enforcement stands alone: nothing is agreed for the person.")


def asked_words(wish: WishRow, today: date) -> str:
    """Say when something was asked, and who heard it."""
    on, ago = dates.day(wish.asked_on, today), dates.ago(wish.asked_on, today)
    if not wish.heard_by:
        return _("Asked on {day} ({ago}).", day=on, ago=ago)
    return _("Asked on {day} ({ago}), heard by {who}.", day=on, ago=ago, who=wish.heard_by)


def stands_words(wish: WishRow, today: date, *, is_marked: bool = False) -> str:
    """Say what has become of it: who answers by when, or the answer and whether they know.

    Args:
        wish: What was asked.
        today: The desk's day.
        is_marked: A mark beside it says already how far it has come.
    """
    if wish.state is WishState.WAITING:
        return _owed(wish, today) if is_marked else _waits(wish, today)
    told = answered_words(wish, today)
    if wish.told_on is None and is_marked:
        return told
    if wish.told_on is None:
        return _("{answered} They have not been told yet.", answered=told)
    on = dates.day(wish.told_on, today)
    return _("{answered} Told on {day} by {who}.", answered=told, day=on, who=wish.told_by)


def answered_words(wish: WishRow, today: date) -> str:
    """Say who answered, and when."""
    on = dates.day(wish.answered_on, today)
    return _("Answered on {day} by {who}.", day=on, who=wish.answered_by or _("somebody"))


def owner_words(owner: WishOwner) -> str:
    """Name who answers, or say that somebody has to."""
    if owner.needs_owner:
        return _("somebody is to be named")
    return ", ".join(part for part in (owner.name, owner.agency) if part)


def _owed(wish: WishRow, today: date) -> str:
    who = owner_words(wish.owner)
    if wish.answer_by is None:
        return _("To answer: {who}.", who=who)
    by = dates.day(wish.answer_by, today)
    if wish.late:
        return _("To answer: {who}, promised by {day}.", who=who, day=by)
    return _("To answer: {who}, by {day}.", who=who, day=by)


def _waits(wish: WishRow, today: date) -> str:
    who = owner_words(wish.owner)
    if wish.answer_by is None:
        return _("Not answered yet: {who}.", who=who)
    by = dates.day(wish.answer_by, today)
    if wish.late:
        return _("Not answered yet: {who}, promised by {day}.", who=who, day=by)
    return _("Not answered yet: {who}, by {day}.", who=who, day=by)


def comms_words(line: CommsRow) -> str:
    """Say what may be said outside and by whom, then what not."""
    parts = []
    if line.may_say:
        by = line.said_by or _("nobody named")
        parts.append(_("May be said, by {who}: {words}", who=by, words=_ended(line.may_say)))
    if line.not_say:
        parts.append(_("Not to be said: {words}", words=_ended(line.not_say)))
    return " ".join(parts)


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
