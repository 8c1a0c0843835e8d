"""Whoever works apart holds the search for rubbish off; the last one lets it go on."""

import gc

from coordinator.runtime.collecting import go_on, hold_off


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
