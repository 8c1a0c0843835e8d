"""Needs in words: how many there are at once, what differs, and how that went over time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from coordinator.domain.charts import Bar, BarChart, Part, Shade
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.needs.enquiries import EnquiryRow
from coordinator.domain.needs.rules import PRESENT, Complexity
from coordinator.domain.needs.views import NeedChange, NeedRow, Needs, NeedsDay
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import N_, _, ngettext

_BARS = 6
"""Days that are drawn: the latest; the history holds all of them."""


def complexity_words(found: Complexity | None) -> str:
    """Say how many needs there are: *6 areas of need, 3 high; 2 areas not known*.

    What is not known, and what nobody asked about, is said and never counted as none.
    """
    if found is None:
        return _("Nobody has asked about needs yet")
    return "; ".join((_present(found), *_unknown(found)))


def complexity_short(found: Complexity | None) -> str:
    """Say it in a narrow column: *6, 3 high*; that nobody has asked is said."""
    if found is None:
        return _("Not asked")
    return _("{count}, {high} high", count=found.present, high=found.high)


def severity_words(one: NeedSeverity | None) -> str:
    """Say how much; that nobody has asked is a word of its own."""
    return label(one) if one is not None else _("Not asked")


def change_words(one: NeedChange) -> str:
    """Say one area that differs: *Alcohol: high → some*."""
    before = inline(one.before) if one.before is not None else _("not asked")
    after = inline(one.after) if one.after is not None else _("not asked")
    return _("{area}: {before} → {after}", area=label(one.area), before=before, after=after)


def changes_words(changes: Iterable[NeedChange]) -> str:
    """Say what differs, area after area; that nothing does where nothing does."""
    return "; ".join(change_words(one) for one in changes) or _("nothing changed")


def need_words(one: NeedRow, today: date, *, with_who: bool = True) -> str:
    """Say of a finding how much, which part it plays, when, by whom, and since when."""
    day = dates.day(one.seen_on, today)
    who = one.source or one.seen_by
    parts = (
        label(one.severity),
        inline(one.need_part) if one.need_part is not None else "",
        _("{day}, {who}", day=day, who=who) if with_who and who else day,
        _("first seen {day}", day=dates.day(one.first_on, today)) if _since_before(one) else "",
    )
    return ", ".join(filter(None, parts))


def present_words(needs: Needs) -> tuple[str, ...]:
    """Say which needs stand, high ones first: *High: housing, alcohol*."""
    told = []
    for severity in (NeedSeverity.HIGH, NeedSeverity.SOME, NeedSeverity.NOT_KNOWN):
        names = [inline(one.area) for one in needs.standing if one.severity is severity]
        if names:
            told.append(_("{severity}: {areas}", severity=label(severity), areas="; ".join(names)))
    return tuple(told)


def rest_words(needs: Needs) -> str:
    """Say which areas are no need, which are not known, and which nobody asked about."""
    asked = {one.area: one.severity for one in needs.standing}
    told = []
    for severity, words in (
        (NeedSeverity.NOT_KNOWN, N_("Not known: {areas}.")),
        (NeedSeverity.NONE, N_("None: {areas}.")),
        (None, N_("Not asked: {areas}.")),
    ):
        names = [inline(area) for area in NeedDomain if asked.get(area) is severity]
        # Names of areas have commas of their own: *money, debt, benefits, ID*.
        told += [_(words, areas="; ".join(names))] if names else []
    return " ".join(told)


def needs_chart(days: Sequence[NeedsDay]) -> BarChart:
    """Draw what stood on the latest days, the first of them on top; every area is in every bar."""
    parts = (
        Part(label(NeedSeverity.HIGH), Shade.FULL),
        Part(label(NeedSeverity.SOME), Shade.HALF),
        Part(label(NeedSeverity.NONE), Shade.PALE),
        Part(label(NeedSeverity.NOT_KNOWN), Shade.STRIPED),
        Part(_("Not asked"), Shade.EMPTY),
    )
    bars = tuple(_bar(one) for one in reversed(days[:_BARS]))
    return BarChart(_("Areas of need over time"), parts, bars)


def table_of(needs: Needs, most: int = 3) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Give what stood on the latest days as a table: its heads, then a row for each area.

    Areas nobody ever asked about are told below it, not listed.

    Args:
        needs: Of one person.
        most: How many days, the latest last.
    """
    days = tuple(reversed(needs.days[:most]))
    heads = (_("Area"), *(dates.table_day(one.on) for one in days))
    rows = tuple(
        (label(one.area), *(severity_words(day.stood.get(one.area)) for day in days))
        for one in needs.standing
    )
    return heads, rows


def _bar(one: NeedsDay) -> Bar:
    counts = _counts(one.stood)
    total = ngettext("{count} need", "{count} needs", sum(counts[:2]))
    day = dates.table_day(one.on)
    return Bar(day, counts, total, f"{day}: {complexity_words(one.complexity)}")


def _counts(stood: Mapping[NeedDomain, NeedSeverity]) -> tuple[int, ...]:
    said = list(stood.values())
    order = (NeedSeverity.HIGH, NeedSeverity.SOME, NeedSeverity.NONE, NeedSeverity.NOT_KNOWN)
    return (*(said.count(one) for one in order), len(NeedDomain) - len(said))


def _present(found: Complexity) -> str:
    if not found.present:
        return _("No area of need found")
    told = ngettext("{count} area of need", "{count} areas of need", found.present)
    return _("{areas}, {high} high", areas=told, high=found.high) if found.high else told


def _unknown(found: Complexity) -> Iterable[str]:
    if found.not_known:
        yield ngettext("{count} area not known", "{count} areas not known", found.not_known)
    if found.not_asked:
        yield ngettext("{count} area not asked", "{count} areas not asked", found.not_asked)


def _since_before(one: NeedRow) -> bool:
    return one.severity in PRESENT and one.first_on is not None and one.first_on < one.seen_on


def enquiry_words(one: EnquiryRow, today: date) -> str:
    """Say what came of an enquiry about past harm, who asked when, and what follows from it."""
    said = one.said
    answer = label(said.enquiry) if said.enquiry is not None else ""
    parts = (
        _("{answer}, {day}, {who}", answer=answer, day=dates.day(said.asked_on, today),
          who=one.asked_by),
        _("wish: {words}", words=said.wish) if said.wish else "",
        _("support: {words}", words=said.support) if said.support else "",
        _("how we work: {words}", words=said.how_we_work) if said.how_we_work else "",
    )  # fmt: skip
    return "; ".join(filter(None, parts))
