"""The report on demand before and after, made fit to leave the panel and put into words."""

from collections.abc import Iterator, Sequence

from coordinator.casework.demand.costing import read_costs
from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.demand.cohorts import LeftOut
from coordinator.domain.demand.leaving import ToldTotals, tell_measures
from coordinator.domain.demand.views import MeasureTotals, PanelDemand, Wanted
from coordinator.domain.pair_charts import PairChart
from coordinator.domain.papers.demand import DemandLine, DemandReport, LeftOutLine
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.wording import demand as words
from coordinator.wording import demand_report as report
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

Row = tuple[MeasureTotals, ToldTotals]


def demand_model(desk: Desk, audience: Audience, wanted: Wanted | None = None) -> DemandReport:
    """Read the sums; people are counted in them and never named, whoever it is for.

    Args:
        desk: Who makes it.
        audience: Whose copy it is; all say the same, so that none can be set against another.
        wanted: Which windows, and whose.

    Raises:
        InvalidFieldsError: There is no window of so many months.
    """
    found = read_panel_demand(desk, wanted=wanted)
    shown = tell_measures([one.totals for one in found.measures])
    rows = [*zip(found.measures, shown, strict=True)]
    reference = _("Demand before and after")
    return DemandReport(
        imprint=lines.imprint(read_panel_face(desk), audience, reference, desk.today()),
        scope=report.scope_words(found),
        facts=tuple(_facts(found, rows)),
        lines=tuple(_line(*row) for row in rows),
        chart=_chart(rows, found.wanted.months) if rows else None,
        reasons=tuple(report.reason_words(why) for why in LeftOut),
        left_out=tuple(
            LeftOutLine(label(one.measure), tuple(map(report.cell_words, shown.left_out)))
            for one, shown in rows
        ),
        costs=tuple(_costs(desk, found)),
        method=tuple(report.method_lines(found)),
    )


def _facts(found: PanelDemand, rows: Sequence[Row]) -> Iterator[Fact]:
    everybody = rows[0][1].everybody if rows else len(found.people)
    yield Fact(_("People looked at"), number_words(everybody))
    yield Fact(_("How long before and after"), words.months_words(found.wanted.months))


def _line(one: MeasureTotals, shown: ToldTotals) -> DemandLine:
    change = "" if shown.change is None else words.change_words(0, shown.change)
    return DemandLine(
        measure=words.measure_words(one.measure),
        people=report.people_known(shown),
        before=report.cell_words(shown.before),
        after=report.instead_of_after(shown) or report.cell_words(shown.after),
        change=change or report.NOTHING,
        money=_money(one, shown),
    )


def _money(one: MeasureTotals, shown: ToldTotals) -> str:
    """Write what the counts are said to have cost: only where both counts stand beside it."""
    if one.cost is None or shown.change is None:
        return ""
    pence = one.cost.pence
    before, after = pounds(pence * one.totals.before), pounds(pence * one.totals.after)
    return _("{before} before, {after} after", before=before, after=after)


def _chart(rows: Sequence[Row], months: int) -> PairChart:
    sides = (
        (one.measure, shown.before, shown.after, report.instead_of_after(shown))
        for one, shown in rows
    )
    return report.told_chart(sides, months)


def _costs(desk: Desk, found: PanelDemand) -> Iterator[str]:
    costs = read_costs(desk)
    used = {one.measure for one in found.measures if one.cost is not None}
    for cost in costs.costs:
        if cost.measure in used:
            yield f"{label(cost.measure)}: {words.cost_words(cost)}"
    for one in costs.public:
        yield _(
            "Published, and not used here: {pounds} {what} ({source}, {year})",
            pounds=pounds(one.pence),
            what=one.what,
            source=one.source,
            year=one.year,
        )
