"""What other rooms bring to the quarterly report, in words, with small numbers hidden already."""

from collections.abc import Callable, Iterator

from coordinator.domain.demand.leaving import ToldTotals, tell_measures
from coordinator.domain.demand.views import MeasureTotals, PanelDemand
from coordinator.domain.learning.views import LearningFigures
from coordinator.domain.money.leaving import tell_sums
from coordinator.domain.money.views import MoneyFigures, PeopleSum, Sums
from coordinator.domain.reports.parts import PartTable
from coordinator.domain.small_numbers import Hidden, Told
from coordinator.wording import dates
from coordinator.wording.demand import INDICATIVE, change_words, measure_words
from coordinator.wording.demand_report import NOTHING, cell_words, scope_words, told_chart
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.small_numbers import people_words
from coordinator.wording.translation import _


def demand_table(found: PanelDemand) -> PartTable:
    """Write how often services were needed before and after, with what it may have cost."""
    shown = tell_measures([one.totals for one in found.measures])
    rows = [row for row in zip(found.measures, shown, strict=True) if row[0].totals.people]
    counts = ((one.measure, told.before, told.after, "") for one, told in rows)
    return PartTable(
        title=_("How often services were needed"),
        heads=(_("Measure"), _("People"), _("Before"), _("After"), _("Change"), _("Indicative")),
        rows=tuple(_measure(one, told) for one, told in rows),
        chart=told_chart(counts, found.wanted.months),
        explained=_(
            "{whose}. Only those known on both sides are summed up; what is not known is not"
            " nought. {indicative}",
            whose=scope_words(found),
            indicative=_(INDICATIVE),
        ),
    )


def _measure(one: MeasureTotals, shown: ToldTotals) -> tuple[str, ...]:
    change = NOTHING if shown.change is None else change_words(0, shown.change) or NOTHING
    return (
        measure_words(one.measure),
        cell_words(shown.people),
        cell_words(shown.before),
        cell_words(shown.after),
        change,
        _worth(one, shown),
    )


def _worth(one: MeasureTotals, shown: ToldTotals) -> str:
    """Say what the counts are said to cost: only where both of them are told."""
    if one.cost is None or shown.change is None:
        return NOTHING
    before, after = (pounds(one.cost.pence * at) for at in (one.totals.before, one.totals.after))
    return _("{before} before, {after} after", before=before, after=after)


_COLUMNS: tuple[Callable[[Sums], PeopleSum], ...] = (
    lambda one: one.asked,
    lambda one: one.agreed,
    lambda one: one.spent,
    lambda one: one.returned,
)


def money_table(found: MoneyFigures) -> PartTable:
    """Write the money of a period by where it comes from, and of all together."""
    columns = [
        tell_sums([of(one.sums) for one in found.sources], of(found.total)) for of in _COLUMNS
    ]
    rows = [
        (label(one.funding), *(_amount(parts[at]) for parts, _total in columns))
        for at, one in enumerate(found.sources)
    ]
    return PartTable(
        title=_("Money asked for, agreed, spent and given back"),
        heads=(_("From"), _("Asked for"), _("Agreed"), _("Spent"), _("Given back")),
        rows=(*rows, (_("Together"), *(_amount(total) for _parts, total in columns))),
        explained=_(
            "Money went out for {people} people. Each sum counts on the day it was asked for,"
            " decided, spent or given back. A sum about fewer than five people is not given.",
            people=people_words(found.helped),
        ),
    )


def _amount(one: Told) -> str:
    return _("not given") if isinstance(one, Hidden) else pounds(one)


def learning_tables(found: LearningFigures) -> Iterator[PartTable]:
    """Write what was learnt as it is told without names, and what became of recommendations."""
    if found.shared:
        yield PartTable(
            title=_("What was learnt"),
            heads=(_("When"), _("What is told")),
            rows=tuple((dates.long_day(one.noted_on), one.telling) for one in found.shared),
            explained=_("Told without names; what was noted inside the panel is not here."),
        )
    notes = sum(found.by_tag.values())
    if notes or found.recommended or found.reviews_begun or found.reviews_closed:
        yield PartTable(
            title=_("Notes and reviews"),
            heads=(_("What"), _("Count")),
            rows=(
                *((label(tag), found.by_tag[tag]) for tag in found.by_tag if tag is not None),
                (_("Notes in all"), notes),
                (_("Reviews begun"), found.reviews_begun),
                (_("Reviews closed"), found.reviews_closed),
                (_("Recommended by reviews"), found.recommended),
                (_("Of these acted on"), found.acted_on),
            ),
            explained=_("Notes and reviews are counted, not people."),
        )
