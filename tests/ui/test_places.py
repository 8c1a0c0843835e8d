"""Going back and forward."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.ui.places.every import PeoplePlace, PersonPlace, Place, WeekPlace
from coordinator.ui.places.wandering import History

PLACES = st.one_of(
    st.just(WeekPlace()),
    st.just(PeoplePlace()),
    st.integers(0, 5).map(lambda number: PersonPlace(UUID(int=number))),
)


def test_back_and_forward_lead_where_one_was() -> None:
    history = History(WeekPlace())
    history.go(PeoplePlace())
    history.go(PersonPlace(UUID(int=1)))
    assert history.back() == PeoplePlace()
    assert history.back() == WeekPlace()
    assert not history.can_go_back
    assert history.forward() == PeoplePlace()
    history.go(PersonPlace(UUID(int=2)))
    assert not history.can_go_forward


def test_a_filter_changes_the_place_without_a_step() -> None:
    history = History(WeekPlace())
    history.go(PeoplePlace())
    narrowed = PeoplePlace(CaseloadFilter(without_lead=True))
    history.change_here(narrowed)
    assert history.here == narrowed
    assert history.back() == WeekPlace()
    assert history.forward() == narrowed


@given(st.lists(PLACES, max_size=12))
def test_going_back_as_often_as_one_went_leads_to_the_start(places: list[Place]) -> None:
    history = History(WeekPlace())
    for place in places:
        history.go(place)
    assert history.here == (places[-1] if places else WeekPlace())
    while history.can_go_back:
        history.back()
    assert history.here == WeekPlace()
    assert history.back() == WeekPlace()
