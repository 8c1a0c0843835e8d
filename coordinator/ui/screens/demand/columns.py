"""The columns of the two tables: sums by measure, and the people behind one of them."""

from coordinator.domain.demand.cohorts import why_left_out
from coordinator.domain.demand.views import CohortPerson, MeasureTotals
from coordinator.domain.demand.windows import Figure
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.words import listed
from coordinator.wording import dates
from coordinator.wording.demand import change_words, figure_cell, measure_words, why_short
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

_NONE = "\u2013"


def measure_columns() -> tuple[Column[MeasureTotals], ...]:
    """Describe the sums of each measure."""
    return (
        Column(_("What is counted"), text=lambda one: measure_words(one.measure), share=3,
               width=190),
        Column(_("People"), text=_people, sort=lambda one: one.totals.people, width=92),
        Column(_("Before"), text=_before, sort=lambda one: one.totals.before, width=80),
        Column(_("After"), text=_after, sort=lambda one: one.totals.after, width=80),
        Column(_("Change"), text=_change, sort=_changed, width=86),
        Column(_("Indicative cost before, after"), text=_money, share=2, width=190, keep=1),
    )  # fmt: skip


def people_columns(measure: DemandMeasure) -> tuple[Column[CohortPerson], ...]:
    """Describe what is known of each person, of one measure."""

    def side(one: CohortPerson, *, after: bool) -> str:
        if one.start is None:
            return _NONE
        if (pair := one.pairs.get(measure)) is None:
            return _("not known")
        figure: Figure = pair.after if after else pair.before
        return figure_cell(figure)

    def summed(one: CohortPerson) -> str:
        if one.start is not None and (pair := one.pairs.get(measure)) is not None:
            why = why_left_out(pair)
            return _("Yes") if why is None else why_short(why)
        return why_short(None) if one.start is None else _("No: not known")

    return (
        Column(_("Reference"), text=lambda one: one.reference, width=100),
        Column(
            _("Name"),
            text=lambda one: listed(
                one.name.name, one.reference, initials_only=one.name.initials_only
            ),
            share=2,
            width=140,
        ),
        Column(
            _("Around"),
            text=lambda one: dates.table_day(one.start.on) if one.start else _NONE,
            width=110,
            keep=2,
        ),
        Column(_("Before"), text=lambda one: side(one, after=False), share=2, width=130),
        Column(_("After"), text=lambda one: side(one, after=True), share=3, width=130),
        Column(_("In the sums"), text=summed, width=180, keep=1),
    )


def _people(one: MeasureTotals) -> str:
    return _("{count} of {all}", count=one.totals.people, all=one.totals.everybody)


def _before(one: MeasureTotals) -> str:
    return str(one.totals.before) if one.totals.people else _NONE


def _after(one: MeasureTotals) -> str:
    return str(one.totals.after) if one.totals.people else _NONE


def _change(one: MeasureTotals) -> str:
    return change_words(one.totals.before, one.totals.after) if one.totals.people else _NONE


def _changed(one: MeasureTotals) -> int:
    return one.totals.after - one.totals.before


def _money(one: MeasureTotals) -> str:
    if one.cost is None or not one.totals.people:
        return _NONE
    before, after = (one.cost.pence * count for count in (one.totals.before, one.totals.after))
    return _("{before}, {after}", before=pounds(before), after=pounds(after))
