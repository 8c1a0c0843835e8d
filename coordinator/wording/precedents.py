"""Precedent in words: one quiet line, and what each time came of."""

from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.stuck.precedents import Precedents, Unblocked
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

_AGREED = {
    EscalationOutcome.RESOLVED: N_("last resolved as asked"),
    EscalationOutcome.PARTLY: N_("last resolved in part"),
    EscalationOutcome.WORKAROUND: N_("last by a workaround"),
    EscalationOutcome.EXCEPTION: N_("last by an exception"),
    EscalationOutcome.MONEY: N_("last by money agreed"),
    EscalationOutcome.POLICY_CHANGED: N_("last by a change of contract or policy"),
}


def precedent_line(found: Precedents) -> str:
    """Say how such barriers went, in a line: *Resolved 4 times before, usually in 18 days*."""
    if not found.met:
        return _("Not met before.")
    if not found.resolved:
        return ngettext(
            "Met {count} time before, and not resolved yet.",
            "Met {count} times before, and not resolved yet.",
            found.met,
        )
    line = ", ".join(filter(None, (_resolved(found), _usual(found))))
    return "; ".join(filter(None, (line, _last(found)))) + "."


def range_words(found: Precedents) -> str:
    """Say how long it took at the least and the most; empty when only one time is known."""
    if not found.days or found.days[0] == found.days[-1]:
        return ""
    return _(
        "From {least} to {most}",
        least=dates.days(found.days[0]),
        most=dates.days(found.days[-1]),
    )


def tried_words(found: Precedents) -> str:
    """Say how often it was met and what became of it otherwise."""
    parts = [ngettext("Met {count} time", "Met {count} times", found.met)]
    if found.accepted:
        parts.append(ngettext("risk accepted once", "risk accepted {count} times", found.accepted))
    if found.gaps:
        parts.append(ngettext("became a gap once", "became a gap {count} times", found.gaps))
    return ", ".join(parts)


def unblocked_words(one: Unblocked) -> str:
    """Say how one was resolved: when, after how long, by what and at which level."""
    when = dates.plain_day(one.settled_on) if one.settled_on else _("Day not recorded")
    took = _("after {days}", days=dates.days(one.days)) if one.days is not None else ""
    return ", ".join(filter(None, (when, took, _agreed(one))))


def _resolved(found: Precedents) -> str:
    if found.with_agency:
        return ngettext(
            "Resolved once before with this agency",
            "Resolved {count} times before with this agency",
            found.resolved,
        )
    return ngettext("Resolved once before", "Resolved {count} times before", found.resolved)


def _usual(found: Precedents) -> str:
    if found.usual_days is None:
        return ""
    days = dates.days(found.usual_days)
    return _("usually in {days}", days=days) if len(found.days) > 1 else _("in {days}", days=days)


def _last(found: Precedents) -> str:
    last = found.last_agreed
    if last is None or last.outcome is None:
        return ""
    words = _(_AGREED[last.outcome])
    if last.level is None:
        return words
    return _("{how} at level {level}", how=words, level=last.level)


def _agreed(one: Unblocked) -> str:
    if one.outcome is None:
        return ""
    level = _("level {level}", level=one.level) if one.level is not None else ""
    by = ", ".join(filter(None, (one.agreed_by, level)))
    return f"{label(one.outcome)} ({by})" if by else label(one.outcome)
