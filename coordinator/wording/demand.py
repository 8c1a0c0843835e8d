"""Demand before and after in words: windows, figures, who is left out, what it is said to cost."""

from collections.abc import Iterable, Mapping, Sequence

from coordinator.domain.demand.cohorts import LeftOut, Totals
from coordinator.domain.demand.views import CostRow, CountRow, MeasurePair, MeasureTotals
from coordinator.domain.demand.windows import Edges, Figure, Known, Pair, Span, Start, StartedBy
from coordinator.domain.lists.measures import POSITIVE_MEASURES, Completeness, DemandMeasure
from coordinator.domain.pair_charts import PairBars, PairChart, Side
from coordinator.wording import dates
from coordinator.wording.labels import inline, label
from coordinator.wording.money import pounds
from coordinator.wording.translation import N_, _, ngettext

INDICATIVE = N_(
    "Indicative only: what services are said to cost. It is no money that could be taken out and"
    " spent."
)

EDGES: Mapping[Edges, str] = {
    Edges.WHOLE_MONTHS: N_("Whole months"),
    Edges.TO_THE_DAY: N_("To the day"),
}

_WHY: Mapping[LeftOut, tuple[str, str]] = {
    LeftOut.NO_START: (
        N_("{count} person has no plan and no case"),
        N_("{count} people have no plan and no case"),
    ),
    LeftOut.DIED: (
        N_("{count} person died before the time was over"),
        N_("{count} people died before the time was over"),
    ),
    LeftOut.NOT_OVER: (
        N_("for {count} person the time after is not over yet"),
        N_("for {count} people the time after is not over yet"),
    ),
    LeftOut.BOTH_MISSING: (
        N_("for {count} person nothing is known before or after"),
        N_("for {count} people nothing is known before or after"),
    ),
    LeftOut.BEFORE_UNKNOWN: (
        N_("for {count} person the time before is not known to the end"),
        N_("for {count} people the time before is not known to the end"),
    ),
    LeftOut.AFTER_UNKNOWN: (
        N_("for {count} person the time after is not known to the end"),
        N_("for {count} people the time after is not known to the end"),
    ),
}


_SHORT: Mapping[LeftOut, str] = {
    LeftOut.NO_START: N_("No: no case"),
    LeftOut.DIED: N_("No: they died"),
    LeftOut.NOT_OVER: N_("No: not over yet"),
    LeftOut.BOTH_MISSING: N_("No: not known"),
    LeftOut.BEFORE_UNKNOWN: N_("No: before not known"),
    LeftOut.AFTER_UNKNOWN: N_("No: after not known"),
}


def why_short(why: LeftOut | None) -> str:
    """Say in a cell why somebody is not in the sums; without a reason they have no start."""
    return _(_SHORT[why or LeftOut.NO_START])


def months_words(months: int) -> str:
    """Write how long a window is: *6 months*."""
    return ngettext("{count} month", "{count} months", months)


def start_words(start: Start | None) -> str:
    """Say around which day the windows lie, and what it is the day of."""
    if start is None:
        return _("Nobody opened a case, so there is no before and after.")
    day = dates.plain_day(start.on)
    if start.by is StartedBy.PLAN_AGREED:
        return _("Around the first plan, agreed on {day}.", day=day)
    if start.by is StartedBy.JOINED:
        return _("Around the day they joined the programme, {day}.", day=day)
    return _("No plan was agreed yet: around the day the case was opened, {day}.", day=day)


def span_words(span: Span) -> str:
    """Write days from the first to the last: *1 Jun 2026 to 30 Jun 2026*."""
    first, last = dates.table_day(span.first), dates.table_day(span.last)
    return first if span.first == span.last else _("{first} to {last}", first=first, last=last)


def figure_words(one: Figure) -> str:
    """Write what is known of a window: a figure, part of one, or that there is none."""
    so_far = _so_far(one)
    match one.known:
        case Known.COMPLETE:
            return str(one.count)
        case Known.NOT_OVER:
            return _("not over yet; {so_far}", so_far=so_far) if so_far else _("not over yet")
        case Known.CUT_SHORT:
            return _("they died before it was over")
        case Known.PART:
            return so_far
        case Known.MISSING:
            return _("not known")


def figure_cell(one: Figure) -> str:
    """Write what is known of a window in a cell, beside which stands why it is in no sum."""
    return (one.known is Known.NOT_OVER and _so_far(one)) or figure_words(one)


def _so_far(one: Figure) -> str:
    if one.count is None:
        return ""
    days = _("{known} of {all} days", known=one.days_full, all=one.span.days)
    return _("{count} so far as known ({days})", count=one.count, days=days)


def pair_notes(pair: Pair) -> tuple[str, ...]:
    """Say what was not counted and why, and whether the two can be compared."""
    notes = []
    if crossing := len({*pair.before.crossing, *pair.after.crossing}):
        notes.append(
            ngettext(
                "{count} count reaches over an edge and is in neither window; it is not split.",
                "{count} counts reach over an edge and are in neither window; they are not split.",
                crossing,
            )
        )
    if beside := len({*pair.before.beside, *pair.after.beside}):
        notes.append(
            ngettext(
                "{count} count of another source for the same days stands beside and is not"
                " added.",
                "{count} counts of other sources for the same days stand beside and are not"
                " added.",
                beside,
            )
        )
    if pair.is_complete and not pair.same_sources:
        notes.append(_("Another source counted after than before: compare with care."))
    return tuple(notes)


def better_words(measure: DemandMeasure) -> str:
    """Say of a measure in which more is better that it is one."""
    return _("more is better") if measure in POSITIVE_MEASURES else ""


def measure_words(measure: DemandMeasure) -> str:
    """Name a measure, and say where more of it is better."""
    better = better_words(measure)
    return f"{label(measure)} ({better})" if better else label(measure)


def person_chart(pairs: Iterable[MeasurePair], months: int) -> PairChart:
    """Lay the windows of one person side by side, one pair for each measure."""
    return chart_of(
        months,
        [(one.measure, _side(one.pair.before), _side(one.pair.after)) for one in pairs],
    )


def panel_chart(measures: Iterable[MeasureTotals], months: int) -> PairChart:
    """Lay the sums of a panel side by side; without anybody to sum up, no bar is drawn."""
    return chart_of(months, [(one.measure, *_sides(one.totals)) for one in measures])


def chart_of(months: int, rows: Sequence[tuple[DemandMeasure, Side, Side]]) -> PairChart:
    """Lay two sides of each measure side by side."""
    length = months_words(months)
    pairs = tuple(
        PairBars(
            measure_words(measure),
            before,
            after,
            _(
                "{measure}: before {before}, after {after}",
                measure=measure_words(measure),
                before=before.words,
                after=after.words,
            ),
        )
        for measure, before, after in rows
    )
    return PairChart(
        _("How often, {length} before and after", length=length),
        _("{length} before", length=length),
        _("{length} after", length=length),
        pairs,
    )


def _side(one: Figure) -> Side:
    is_part = one.known in {Known.PART, Known.NOT_OVER}
    count = None if one.known is Known.CUT_SHORT else one.count
    return Side(count, figure_words(one), is_part=is_part and count is not None)


def _sides(totals: Totals) -> tuple[Side, Side]:
    if totals.people:
        return Side(totals.before, str(totals.before)), Side(totals.after, str(totals.after))
    if totals.people_before:
        words = _(
            "{count} ({people})", count=totals.known_before, people=_people(totals.people_before)
        )
        return Side(totals.known_before, words), Side(None, _("not known yet"))
    return Side(None, _("not known")), Side(None, _("not known"))


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count)


def summed_words(totals: Totals) -> str:
    """Say of how many people the sums are: *Of 12 of 16 people*."""
    if totals.people:
        return _(
            "Of {count} of {people}, known before and after.",
            count=totals.people,
            people=_people(totals.everybody),
        )
    if totals.people_before:
        return _(
            "Before only: of {count} of {people}. Nobody is known before and after yet.",
            count=totals.people_before,
            people=_people(totals.everybody),
        )
    return _("Nobody is known before and after.")


def left_out_words(totals: Totals) -> str:
    """Say who is not in the sums, and why; empty when everybody is."""
    if not totals.left_out:
        return ""
    told = (ngettext(*_WHY[why], count) for why, count in totals.left_out)
    return _("Left out: {why}.", why="; ".join(told))


def why_words(why: LeftOut, count: int) -> str:
    """Say of so many people why they are left out, as a sentence without its stop."""
    told = ngettext(*_WHY[why], count)
    return told[:1].upper() + told[1:]


def change_words(before: int, after: int) -> str:
    """Write the difference with its sign: *-12* with a true minus, *+3*, *0*."""
    change = after - before
    return f"\u2212{-change}" if change < 0 else f"+{change}" if change else "0"


def cost_words(one: CostRow) -> str:
    """Say what one of a measure costs, by whom, at the prices of when."""
    return _(
        "{pounds} for one, prices of {year} ({source})",
        pounds=pounds(one.pence),
        year=one.price_year,
        source=one.source,
    )


def money_words(one: MeasureTotals) -> str:
    """Say what the counts are said to have cost; empty where there is no unit cost or no sum."""
    if one.cost is None or not one.totals.people:
        return ""
    return _(
        "Indicative cost: {before} before, {after} after; {cost}.",
        before=pounds(one.cost.pence * one.totals.before),
        after=pounds(one.cost.pence * one.totals.after),
        cost=cost_words(one.cost),
    )


def count_words(row: CountRow) -> str:
    """Write what a count says: *4 police calls* is *4*; *not available* where there is none."""
    if row.count is None:
        return _("not available")
    return _("{count} (part)", count=row.count) if row.is_part else str(row.count)


def counted_by(row: CountRow) -> str:
    """Say who counted, from which list, and how far it can be trusted."""
    who = ", ".join(filter(None, (row.agency, row.source)))
    told = [who, inline(row.method)]
    if row.completeness is Completeness.PART:
        told.append(inline(Completeness.PART))
    return "; ".join(filter(None, told))


def as_at_words(row: CountRow) -> str:
    """Say on which day the source looked; that it looked too early for all of the days."""
    told = _("as at {day}", day=dates.table_day(row.as_at))
    if row.count is not None and row.as_at < row.span.last:
        return _("{told}, before the period was over", told=told)
    return told
