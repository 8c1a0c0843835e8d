"""What other rooms bring to the quarterly report, in words, with small numbers hidden already."""

from collections.abc import Callable, Iterator, Sequence

from coordinator.domain.demand.leaving import ToldTotals, tell_measures
from coordinator.domain.demand.views import MeasureTotals, PanelDemand
from coordinator.domain.learning.views import LearningFigures
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.money.leaving import tell_sums
from coordinator.domain.money.views import MoneyFigures, PeopleSum, Sums
from coordinator.domain.reports.parts import Amount, Cell, Change, PartTable
from coordinator.domain.small_numbers import Hidden, Told
from coordinator.wording import dates
from coordinator.wording.demand import INDICATIVE, cost_words, measure_words
from coordinator.wording.demand_report import (
    NOTHING,
    cell_words,
    instead_of_after,
    people_known,
    scope_words,
    told_chart,
)
from coordinator.wording.labels import label
from coordinator.wording.small_numbers import number_words, people_words
from coordinator.wording.translation import _

_Row = tuple[MeasureTotals, ToldTotals]


def demand_table(found: PanelDemand) -> PartTable:
    """Write how often services were needed before and after, with what it may have cost."""
    shown = tell_measures([one.totals for one in found.measures])
    rows = [*zip(found.measures, shown, strict=True)]
    costed = [one for one in rows if _is_costed(one)]
    money = (_("Indicative before"), _("Indicative after")) if costed else ()
    return PartTable(
        title=_("How often services were needed"),
        heads=(_("Measure"), _("People"), _("Before"), _("After"), _("Change"), *money),
        rows=tuple((*_measure(row), *(_worth(row) if costed else ())) for row in rows),
        chart=told_chart(map(_sides, rows), found.wanted.months),
        explained=" ".join(_explained(found, rows, costed)),
    )


def _explained(found: PanelDemand, rows: Sequence[_Row], costed: Sequence[_Row]) -> Iterator[str]:
    everybody = rows[0][1].everybody if rows else len(found.people)
    yield _(
        "{whose}. People looked at: {everybody}. Only those known on both sides are summed up;"
        " what is not known is not nought.",
        whose=scope_words(found),
        everybody=number_words(everybody),
    )
    if costed:
        yield _(INDICATIVE)
    for one, _shown in costed:
        if one.cost is not None:
            yield f"{label(one.measure)}: {cost_words(one.cost)}."


def _measure(row: _Row) -> tuple[Cell, ...]:
    one, shown = row
    _name, before, after, instead = _sides(row)
    return (
        measure_words(one.measure),
        people_known(shown) if shown.before_only else _cell(shown.people),
        _cell(before),
        instead or _cell(after),
        NOTHING if shown.change is None else Change(shown.change),
    )


def _sides(row: _Row) -> tuple[DemandMeasure, Told | None, Told | None, str]:
    one, shown = row
    return one.measure, shown.before, shown.after, instead_of_after(shown)


def _cell(count: Told | None) -> Cell:
    return cell_words(count) if count is None or isinstance(count, Hidden) else count


def _is_costed(row: _Row) -> bool:
    """Say whether money is told of a measure: only where both of its counts are."""
    one, shown = row
    return one.cost is not None and shown.change is not None


def _worth(row: _Row) -> tuple[Cell, Cell]:
    one, _shown = row
    if one.cost is None or not _is_costed(row):
        return NOTHING, NOTHING
    pence = one.cost.pence
    return Amount(pence * one.totals.before), Amount(pence * one.totals.after)


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


def _amount(one: Told) -> Cell:
    return _("not given") if isinstance(one, Hidden) else Amount(one)


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
