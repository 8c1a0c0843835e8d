"""The report on demand in words: cells that may be hidden, what was done, what it cannot say."""

from collections.abc import Iterable, Iterator, Mapping

from coordinator.domain.demand.cohorts import LeftOut
from coordinator.domain.demand.leaving import ToldTotals
from coordinator.domain.demand.views import PanelDemand
from coordinator.domain.demand.windows import Edges
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.pair_charts import PairChart, Side
from coordinator.domain.small_numbers import Hidden, Told
from coordinator.wording.demand import INDICATIVE, chart_of, months_words
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import N_, _

NOTHING = "\u2013"


_REASONS: Mapping[LeftOut, str] = {
    LeftOut.NO_START: N_("No case"),
    LeftOut.DIED: N_("They died"),
    LeftOut.NOT_OVER: N_("Not over yet"),
    LeftOut.BOTH_MISSING: N_("Nothing known"),
    LeftOut.BEFORE_UNKNOWN: N_("Before not known"),
    LeftOut.AFTER_UNKNOWN: N_("After not known"),
}


def reason_words(why: LeftOut) -> str:
    """Head a column of people left out."""
    return _(_REASONS[why])


def cell_words(count: Told | None) -> str:
    """Write a count in a cell: *56*, *fewer than 5*, *not given*, *not known*."""
    if count is None:
        return _("not known")
    return _("not given") if count is Hidden.GIVES_AWAY else number_words(count)


def people_known(shown: ToldTotals) -> str:
    """Say how many people the sums of a measure are of."""
    if shown.before_only:
        return _("{count}, before only", count=number_words(shown.everybody))
    return cell_words(shown.people)


def instead_of_after(shown: ToldTotals) -> str:
    """Say why there is no count after; nothing where one may stand."""
    return _("not known yet") if shown.before_only else ""


def told_chart(
    rows: Iterable[tuple[DemandMeasure, Told | None, Told | None, str]], months: int
) -> PairChart:
    """Lay sums side by side; what is not told has no bar.

    Args:
        rows: A measure, before, after, and what to say instead of an after that is not known.
        months: How long the windows are.
    """
    laid = [
        (measure, _side(before, ""), _side(after, instead))
        for measure, before, after, instead in rows
    ]
    return chart_of(months, laid)


def _side(count: Told | None, instead: str) -> Side:
    if not isinstance(count, int):
        return Side(None, instead or cell_words(count))
    return Side(count, str(count))


def scope_words(found: PanelDemand) -> str:
    """Say whose the sums are, and around which day."""
    wanted, length = found.wanted, months_words(found.wanted.months)
    if wanted.programme is not None:
        names = {one.id: one.name for one in found.programmes}
        name = names.get(wanted.programme, "")
        return _("{programme}: {length} before and after people joined", programme=name,
                 length=length)  # fmt: skip
    if wanted.closed_too:
        return _("Everybody the panel has had: {length} before and after their plan began",
                 length=length)  # fmt: skip
    return _("Everybody with an open case: {length} before and after their plan began",
             length=length)  # fmt: skip


def method_lines(found: PanelDemand) -> Iterator[str]:
    """Say how it was counted, and what it cannot say."""
    if found.wanted.programme is None:
        yield _(
            "A plan began on the day the first one was agreed; where none was, on the day the case"
            " was opened."
        )
    if found.wanted.edges is Edges.WHOLE_MONTHS:
        yield _(
            "Windows are of whole months, as agencies' lists are. The month in which a plan began"
            " belongs to neither, unless it began on the first."
        )
    else:
        yield _("Windows are to the day; the day itself is after.")
    yield _(
        "A count whose days lie partly outside a window is in neither; it is not split. Of several"
        " sources for the same days one counts, and they are never added up."
    )
    yield _(
        "Only people of whom every day of both windows is known are summed up. What nobody counted"
        " is missing, which is not nought."
    )
    yield _(
        "Counts of one to four, sums of fewer than five people, and whatever would give one of"
        " them away are not given."
    )
    yield _(
        "Demand goes up and down for many reasons. People come to a panel when it is at its"
        " highest, and it would often fall without any plan. Nobody was compared with people who"
        " had none."
    )
    yield _(INDICATIVE)
