"""What two people wrote differently, in words, until somebody settles it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from coordinator.domain.merging.changes import REMOVED
from coordinator.domain.merging.unsettled import OneSays, Unsettled
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.imprint import NotSettled
from coordinator.domain.plans.views import PlanView
from coordinator.wording.dates import day
from coordinator.wording.moves import column_words, kind_words, value_words
from coordinator.wording.moving import UNTOLD
from coordinator.wording.translation import _

_LONG = 90
"""Letters; what is longer is not printed twice, the field itself holds one of them."""


def unsettled_words(plan: PlanView) -> str:
    """Name what says two things; nothing where nothing does."""
    named = dict.fromkeys(_named(one.kind, one.field) for one in plan.unsettled)
    if not named:
        return ""
    return _(
        "Two people wrote different things, and which of them holds is not settled: {what}.",
        what="; ".join(named),
    )


def marks_of(
    found: Iterable[Unsettled], today: date, *, alone: bool = False
) -> Iterator[NotSettled]:
    """Write what stands at a field that says two things.

    Args:
        found: The fields.
        today: The day of the paper.
        alone: Whether they stand away from their entry, so that it has to be named.
    """
    for one in found:
        if one.columns and not _told(one):
            continue
        name = _alone(one) if alone else _field(one)
        by = tuple(_who(said, today) for said in one.says)
        says = tuple(_says(one, said) for said in one.says)
        is_short = all(len(words) <= _LONG for words in says)
        yield NotSettled(name, says if is_short else (), by, is_removal=one.field == REMOVED)


def mark_words(mark: NotSettled) -> str:
    """Say what each wrote, who that was and when; else that two people wrote it."""
    if mark.is_removal:
        return mark.what
    if not mark.by:
        return _("{field}: two people wrote different things", field=mark.what)
    if not mark.says:
        who = _(" and ").join(mark.by)
        return _("{field}: {who} wrote different things", field=mark.what, who=who)
    both = (
        _("{words} ({who})", words=said, who=who)
        for said, who in zip(mark.says, mark.by, strict=True)
    )
    return _("{field}: {both}", field=mark.what, both=_(" or ").join(both))


def all_mark_words(marks: Iterable[NotSettled]) -> str:
    """Say it of several fields, in one line."""
    return "; ".join(mark_words(one) for one in marks)


def _named(kind: str, field: str) -> str:
    if field == REMOVED:
        return _("{entry}: taken off by one", entry=kind_words(kind))
    name = column_words(kind, field)
    if kind == RecordKind.PLAN.value:
        return name
    return _("{entry}: {field}", entry=kind_words(kind), field=name.lower())


def _alone(one: Unsettled) -> str:
    if one.field == REMOVED:
        return _("{entry}: taken off by one, written in by another", entry=kind_words(one.kind))
    return _("{entry}, {field}", entry=kind_words(one.kind), field=_field(one).lower())


def _field(one: Unsettled) -> str:
    """Name what differs, where one thing does; else the field as a whole."""
    if one.field == REMOVED:
        return _("Taken off by one, written in by another")
    told = _told(one)
    return column_words(one.kind, told[0] if len(told) == 1 or one.field in UNTOLD else one.field)


def _told(one: Unsettled) -> list[str]:
    return [column for column in one.columns if column not in UNTOLD]


def _says(one: Unsettled, said: OneSays) -> str:
    told, value = _told(one), said.value
    if isinstance(value, Mapping) and len(told) == 1:
        value = value.get(told[0])
    name = told[0] if len(told) == 1 else one.field
    return value_words(one.kind, name, value, one.names) or _("(nothing)")


def _who(said: OneSays, today: date) -> str:
    return ", ".join(filter(None, (said.agency, day(said.on, today))))
