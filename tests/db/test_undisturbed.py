"""While somebody looks at a store or writes to it, nobody searches memory for rubbish."""

import gc

import pytest

from coordinator.casework.desk import Desk
from coordinator.db.models import Agency
from coordinator.domain.roles import Right
from tests.stores import COUNCIL


def test_a_look_is_undisturbed_and_the_search_goes_on_after_it(desk: Desk) -> None:
    with desk.store.reading() as look:
        with desk.store.reading() as inner:
            assert inner.get(Agency, COUNCIL).name
        assert look.get(Agency, COUNCIL).name
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_act_is_undisturbed_and_the_search_goes_on_after_one_that_failed(desk: Desk) -> None:
    searched: list[bool] = []

    def act() -> None:
        with desk.act(Right.EDIT_DIRECTORY):
            searched.append(gc.isenabled())
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        act()
    assert searched == [False]
    assert gc.isenabled()
