"""Sums of demand on a paper: of few people nothing, and nothing that can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.demand.cohorts import LeftOut, Totals
from coordinator.domain.demand.leaving import ToldTotals, tell_measures
from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told
from coordinator.domain.telling_together import Sum
from tests.domain.guessing import could_be

SMALL = range(1, LEAST_TOLD)
SOME = st.integers(min_value=0, max_value=12)


@st.composite
def totals(draw: st.DrawFn) -> Totals:
    people = draw(SOME)
    left_out = tuple((why, count) for why in LeftOut if (count := draw(SOME)))
    everybody = people + sum(count for _why, count in left_out)
    known = draw(st.integers(min_value=people, max_value=everybody))
    before, after = (draw(SOME) if people else 0 for _side in range(2))
    more = draw(SOME) if known > people else 0
    return Totals(people, before, after, left_out, known, before + more, 0)


def told_alone(one: Totals) -> ToldTotals:
    (shown,) = tell_measures([one])
    return shown


WHOEVER_COUNTS = (LeftOut.NO_START, LeftOut.DIED, LeftOut.NOT_OVER)
FEW = st.sampled_from((0, 1, 2, 5))


@st.composite
def papers(draw: st.DrawFn) -> list[Totals]:
    """Measures of the same people: whom no window fits is left out of every one of them."""
    alike = {why: draw(FEW) for why in WHOEVER_COUNTS}
    others = draw(st.integers(0, 12))
    found = []
    for _measure in range(draw(st.integers(2, 3))):
        left, people = dict(alike), others
        for why in (LeftOut.BOTH_MISSING, LeftOut.BEFORE_UNKNOWN):
            left[why] = min(draw(FEW), people)
            people -= left[why]
        found.append(Totals(people, 9, 9, tuple(left.items()), people, 9, 0))
    return found


@given(papers())
def test_no_row_tells_what_another_hides(measures: list[Totals]) -> None:
    counts: dict[str, int] = {}
    told: dict[str, Told] = {}
    sums: list[Sum[str]] = []
    for at, (one, shown) in enumerate(zip(measures, tell_measures(measures), strict=True)):
        true = {
            "people": one.people,
            **{why.value: dict(one.left_out).get(why, 0) for why in LeftOut},
        }
        cells = dict(zip(true, (shown.people, *shown.left_out), strict=True))
        names = {name: name if name in WHOEVER_COUNTS else f"{name}-{at}" for name in true}
        counts |= {"all": one.everybody} | {names[name]: count for name, count in true.items()}
        read = {"all": shown.everybody} | {names[name]: cell for name, cell in cells.items()}
        told |= {
            key: cell
            for key, cell in read.items()
            if isinstance(told.get(key, Hidden.SMALL), Hidden)
        }
        sums.append(Sum("all", tuple(names.values())))
    hidden = [name for name, value in told.items() if isinstance(value, Hidden)]
    assert [name for name in hidden if not could_be(name, counts, told, sums)] == []


@given(totals())
def test_sums_of_few_people_are_not_told(given_: Totals) -> None:
    shown = told_alone(given_)
    if given_.people in SMALL:
        assert isinstance(shown.people, Hidden)
        assert shown.before is shown.after is Hidden.GIVES_AWAY
        assert shown.change is None


@given(totals())
def test_no_side_can_be_worked_out_from_the_other_and_the_change(given_: Totals) -> None:
    shown = told_alone(given_)
    if shown.change is not None:
        assert shown.before == given_.before
        assert shown.after == given_.after
        assert shown.change == given_.after - given_.before
    assert shown.before not in SMALL
    assert shown.after not in SMALL


@given(totals())
def test_what_is_told_of_people_is_true_and_one_hidden_is_never_alone(given_: Totals) -> None:
    shown = told_alone(given_)
    counts = dict(given_.left_out)
    true = (given_.people, *(counts.get(why, 0) for why in LeftOut))
    cells = (shown.people, *shown.left_out)
    assert all(
        isinstance(cell, Hidden) or cell == one for cell, one in zip(cells, true, strict=True)
    )
    if not isinstance(shown.everybody, Hidden):
        assert sum(isinstance(cell, Hidden) for cell in cells) != 1


@given(totals())
def test_what_is_known_before_only_is_told_only_of_everybody(given_: Totals) -> None:
    shown = told_alone(given_)
    if shown.before_only:
        assert given_.people == 0
        assert given_.people_before == given_.everybody >= LEAST_TOLD
        assert not isinstance(shown.after, int)
        assert shown.change is None
    elif not given_.people:
        assert not isinstance(shown.before, int)


def test_the_pilot_before_is_told_while_what_came_after_is_not_over() -> None:
    pilot = Totals(0, 0, 0, ((LeftOut.NOT_OVER, 16),), 16, 56, 0)
    shown = told_alone(pilot)
    assert (shown.everybody, shown.before, shown.before_only) == (16, 56, True)
