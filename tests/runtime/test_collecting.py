"""Whoever works apart holds the search for rubbish off; the last one lets it go on."""

import gc
from collections.abc import Iterator

import pytest

from coordinator.runtime.collecting import go_on, hold_off, keep_for_good


@pytest.fixture
def _search_all_again() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_it_goes_on_when_everybody_who_held_it_off_lets_it() -> None:
    one, other = object(), object()
    hold_off(one)
    hold_off(other)
    go_on(one)
    assert not gc.isenabled()
    go_on(other)
    assert gc.isenabled()


def test_letting_it_go_on_twice_takes_nothing_from_others() -> None:
    one, other = object(), object()
    hold_off(one)
    hold_off(other)
    go_on(one)
    go_on(one)
    assert not gc.isenabled()
    go_on(other)
    assert gc.isenabled()


@pytest.mark.usefixtures("_search_all_again")
def test_what_is_kept_for_good_is_never_searched_and_what_comes_later_is() -> None:
    kept: list[list[object]] = []
    with keep_for_good():
        kept.append([])
        assert not gc.isenabled()
    assert gc.isenabled()
    later: list[object] = []
    searched = {id(one) for one in gc.get_objects()}
    assert id(kept[0]) not in searched
    assert id(later) in searched


@pytest.mark.usefixtures("_search_all_again")
def test_what_fails_half_way_lets_the_search_go_on() -> None:
    with pytest.raises(OSError, match="full"), keep_for_good():
        raise OSError("full")
    assert gc.isenabled()
