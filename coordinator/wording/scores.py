"""What somebody was scored with the panel's tools, in words and as a chart.

A number stands without colour, tick or praise: what it was and what it is, who scored and when.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from coordinator.domain.assessments.rules import NOT_THERE, Item, Score, Total
from coordinator.domain.assessments.views import (
    FactorCount,
    ItemRow,
    Prevalence,
    Scored,
    ToolHistory,
    ToolRow,
)
from coordinator.domain.charts import Line, LineChart, Point
from coordinator.domain.lists.assessments import ToolKind
from coordinator.wording import dates
from coordinator.wording.names import isolated
from coordinator.wording.translation import _, ngettext


def total_words(total: Total) -> str:
    """Write a total: *27*, or *21, from 9 of 10 items*."""
    if total.is_whole:
        return str(total.points)
    return _(
        "{points}, from {known} of {count} items",
        points=total.points,
        known=total.known,
        count=total.items,
    )


def came_to(one: Scored) -> str:
    """Write what a scoring came to; of a list, how many factors were found."""
    if one.tool.tool.kind is not ToolKind.CHECKLIST:
        return total_words(one.total)
    total = one.total
    there = _("{points} of {count} factors", points=total.points, count=total.items)
    if unknown := total.items - total.known:
        return _("{there}, {count} not known", there=there, count=unknown)
    return there


def band_words(one: Scored) -> str:
    """Write the band of a total; where items are not known, that it is at least in it."""
    if not one.band or one.total.is_whole:
        return one.band
    return _("at least {band}", band=one.band)


def latest_words(history: ToolHistory, today: date | None = None) -> str:
    """Write what stands: *Needs score 27 (31 in August), Kasia Dębska, Thu 19 Nov*."""
    latest = history.latest
    if latest is None:
        return ""
    parts = (came_and_was(history), band_words(latest), isolated(latest.scorer))
    told = ", ".join(filter(None, (*parts, dates.day(latest.done_on, today))))
    return _("{tool} {told}", tool=latest.tool.tool.name, told=told)


def latest_totals(histories: Iterable[ToolHistory], today: date) -> Iterator[str]:
    """Write the latest total of each tool that has one; lists of factors have none."""
    for one in histories:
        if one.tool.tool.kind is ToolKind.SCORED and (words := latest_words(one, today)):
            yield words


def with_acknowledgement(histories: Iterable[ToolHistory], today: date) -> Iterator[str]:
    """Write the same with what the owner of each tool wants printed."""
    for one in histories:
        for words in latest_totals((one,), today):
            owned = one.latest.tool.tool.acknowledgement if one.latest else ""
            yield ". ".join(filter(None, (words, owned)))


def came_and_was(history: ToolHistory) -> str:
    """Write what it came to and what it was before: *27 (31 in August)*."""
    latest, before = history.latest, history.before
    if latest is None:
        return ""
    if before is None:
        return came_to(latest)
    then = when(before.done_on, latest.done_on)
    return _("{now} ({before} {when})", now=came_to(latest), before=came_to(before), when=then)


def when(on: date, after: date) -> str:
    """Write the time before, as it is said inside a sentence; a day within one month."""
    if (on.year, on.month) == (after.year, after.month):
        return _("on {day}", day=dates.plain_day(on))
    return _("in {month}", month=dates.month_said(on, after))


def score_words(item: Item, score: Score, kind: ToolKind) -> str:
    """Write what an item was scored; of a factor, whether it is there."""
    if score.is_kept:
        return _("Kept from you")
    if score.value is None:
        return _("Not known")
    if kind is ToolKind.SCORED:
        return _("{value} of {highest}", value=score.value, highest=item.highest)
    return _("Not there") if score.value == NOT_THERE else _("There")


def item_words(row: ItemRow, kind: ToolKind, history: ToolHistory) -> str:
    """Write an item of the latest scoring beside the time before: *3 of 4 (4 in August)*."""
    now = score_words(row.item, row.now, kind)
    earlier = next(iter(history.standing[1:]), None)
    latest = history.latest
    if row.before is None or earlier is None or latest is None:
        return now
    if kind is ToolKind.SCORED and row.before.value is not None:
        before = str(row.before.value)
    else:
        before = score_words(row.item, row.before, kind)
        before = before[:1].lower() + before[1:]
    then = when(earlier.done_on, latest.done_on)
    return _("{now} ({before} {when})", now=now, before=before, when=then)


def range_words(item: Item, kind: ToolKind) -> str:
    """Write what can be scored: *0 to 8, in steps of 2*."""
    if kind is ToolKind.CHECKLIST:
        return _("There, not there, or not known")
    ends = _("{lowest} to {highest}", lowest=item.lowest, highest=item.highest)
    if item.step == 1:
        return ends
    return _("{ends}, in steps of {step}", ends=ends, step=item.step)


def score_title(row: ToolRow) -> str:
    """Say what is begun: *Score: Needs score*; of a list, that it is gone through."""
    if row.tool.kind is ToolKind.CHECKLIST:
        return _("Go through: {tool}", tool=row.tool.name)
    return _("Score: {tool}", tool=row.tool.name)


def edition_words(row: ToolRow) -> str:
    """Name an edition: *Needs score, edition 2*; the first by its name alone."""
    if row.edition == 1:
        return row.tool.name
    return _("{tool}, edition {number}", tool=row.tool.name, number=row.edition)


def score_chart(history: ToolHistory, today: date | None = None) -> LineChart | None:
    """Draw totals over time; nothing where there is one only. A part of a total is no total."""
    drawn = history.comparable[::-1]
    if len(drawn) < 2 or not any(one.total.is_whole for one in drawn):  # noqa: PLR2004 - two ends
        return None  # an empty scale would say nothing that the list of totals does not
    tool = drawn[-1].tool.tool
    is_list = tool.kind is ToolKind.CHECKLIST
    title = (
        _("{tool}: factors found over time", tool=tool.name)
        if is_list
        else _("{tool} over time", tool=tool.name)
    )
    points = tuple(_point(one, today) for one in drawn)
    highest = len(tool.items) if is_list else tool.most
    lowest = 0 if is_list else tool.least
    unknown = _("Not all factors known") if is_list else _("Not all items known")
    return LineChart(title, (Line("", points),), lowest, highest, unknown)


def _point(one: Scored, today: date | None) -> Point:
    value = one.total.points if one.total.is_whole else None
    words = _("{day}: {total}", day=dates.day(one.done_on, today), total=came_to(one))
    return Point(one.done_on, value, dates.table_day(one.done_on), words)


def prevalence_words(one: Prevalence) -> str:
    """Say of how many people factors are counted, and that the others were not asked."""
    return ngettext(
        "Counted in the latest list of {asked} of {count} person on the caseload whom you may see;"
        " the others have no list.",
        "Counted in the latest list of {asked} of {count} people on the caseload whom you may see;"
        " the others have no list.",
        one.people,
        asked=one.asked,
    )


def counted_words(one: FactorCount) -> str:
    """Say in how many lists a factor is there, is not, or is not known."""
    return _(
        "There: {there}. Not there: {not_there}. Not known: {not_known}.",
        there=one.there,
        not_there=one.not_there,
        not_known=one.not_known,
    )
