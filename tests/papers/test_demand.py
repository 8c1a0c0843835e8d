"""The report on demand as it leaves the panel: true sums, small ones hidden, nobody named."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.demand.costing import add_cost
from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.db.models import Disclosure
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.demand.views import Wanted
from coordinator.domain.errors import InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.papers.demand import DemandReport
from coordinator.domain.roles import Role
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.demand.counted import months_of, somebody_since
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import HEALTH, NURSE, sitting

AGREED = date(2026, 3, 1)
NAMES = ("Kezia", "Petroc", "Wenna", "Jory", "Demelza", "Tamsin", "Piran")
CALLS, AE = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES


def people(desk: Desk, many: int = 7) -> list[UUID]:
    """Put people on file with six whole months before and after: nine calls, then four."""
    found = []
    for name in NAMES[:many]:
        person = somebody_since(desk, date(2026, 2, 20), AGREED, name)
        found.append(person)
        for one in months_of(date(2025, 9, 1), [2, 1, 2, 1, 2, 1, 1, 0, 1, 0, 2, 0]):
            note_count(desk, person, one)
    return found


def report(desk: Desk, wanted: Wanted | None = None, **order: object) -> DemandReport:
    asked = Order(PaperKind.DEMAND, Path(), demand=wanted or Wanted(), **order)  # type: ignore[arg-type]
    (draft,) = draft_papers(desk, asked)
    assert isinstance(draft.model, DemandReport)
    return draft.model


def test_the_sums_are_those_of_the_counts_added_up_by_hand(desk: Desk) -> None:
    people(desk)
    (line,) = report(desk).lines
    assert (line.people, line.before, line.after, line.change) == ("7", "63", "28", "\u221235")
    printed = words(lay_out(PaperKind.DEMAND, report(desk)))
    for said in ("Demand before and after", "Police calls and incidents", "63", "28"):
        assert said in printed
    assert "it is not split" in printed
    assert "Made up" not in printed  # of a panel at work, no paper says so


def test_sums_of_fewer_than_five_people_are_not_given_in_any_way(desk: Desk) -> None:
    everybody = people(desk, 4)
    for name in NAMES[4:]:
        somebody_since(desk, date(2026, 2, 20), AGREED, name)
    add_cost(desk, NewCost(CALLS, 10_000, "2023/24", "A list"))
    told = report(desk)
    (line,) = told.lines
    assert (line.people, line.before, line.after) == ("fewer than 5", "not given", "not given")
    assert (line.change, line.money) == ("\u2013", "")
    assert told.chart is not None
    assert told.chart.pairs[0].before.count is None
    content = everything(lay_out(PaperKind.DEMAND, told))
    assert "36" not in words(lay_out(PaperKind.DEMAND, told))  # four times nine
    assert len(everybody) == 4
    for name in NAMES:
        assert name not in content


def test_money_is_counted_to_the_penny_beside_the_counts_it_is_made_of(desk: Desk) -> None:
    people(desk)
    add_cost(desk, NewCost(CALLS, 10_050, "2023/24", "A list"))
    assert report(desk).lines[0].money == "£6,331.50 before, £2,814 after"


def test_few_times_are_not_told(desk: Desk) -> None:
    for at, person in enumerate(people(desk)):
        for one in months_of(date(2025, 9, 1), [int(at == 0)] * 6 + [0] * 5 + [int(at < 2)], AE):
            note_count(desk, person, one)
    add_cost(desk, NewCost(AE, 10_050, "2023/24", "A list"))
    line = report(desk).lines[1]
    assert (line.before, line.after) == ("6", "fewer than 5")
    assert (line.change, line.money) == ("\u2013", "")


def test_every_money_figure_is_called_indicative_and_has_its_source_and_year(desk: Desk) -> None:
    people(desk)
    add_cost(desk, NewCost(CALLS, 10_050, "2023/24", "A list somebody published"))
    told = report(desk)
    assert any("prices of 2023/24 (A list somebody published)" in one for one in told.costs)
    assert sum("not used here" in one for one in told.costs) == 2
    printed = words(lay_out(PaperKind.DEMAND, told))
    assert "Indicative cost" in printed
    assert "Indicative only" in printed


def test_every_copy_says_the_same(desk: Desk) -> None:
    people(desk)
    assert report(desk).lines == report(desk, agency="Kerrow Mental Health").lines


def test_it_is_tagged_and_its_chart_is_read_out(desk: Desk) -> None:
    people(desk)
    laid = lay_out(PaperKind.DEMAND, report(desk))
    assert faults(laid) == []
    assert "Police calls and incidents: before 63, after 28" in everything(laid)


def test_without_any_count_it_says_so(desk: Desk) -> None:
    told = report(desk)
    assert told.lines == ()
    assert "Nothing was counted." in words(lay_out(PaperKind.DEMAND, told))


def test_windows_are_of_three_six_or_twelve_months(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        report(desk, Wanted(months=7))
    assert refused.value.fields == {"months": "not-in-list"}


def test_it_is_recorded_when_it_leaves_and_only_who_may_makes_it(
    desk: Desk, tmp_path: Path
) -> None:
    people(desk)
    (path,) = make_papers(desk, [Order(PaperKind.DEMAND, tmp_path)])
    assert path.is_file()
    assert not any(name.lower() in path.name.lower() for name in NAMES)
    with desk.read() as look:
        assert [one.paper for one in look.session.query(Disclosure)] == ["demand"]
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        make_papers(nurse, [Order(PaperKind.DEMAND, tmp_path)])
