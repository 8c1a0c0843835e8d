"""The bell between two copies of the program."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator.ui.shell.bell import Bell, bell_of, ring


def test_ringing_is_heard_each_time(qtbot: QtBot, tmp_path: Path) -> None:
    place = bell_of(tmp_path / "store", tmp_path / "bells")
    bell = Bell(place)
    for _round in range(3):
        with qtbot.waitSignal(bell.rang, timeout=30_000):
            assert ring(place)
    bell.take_down()


def test_nobody_is_rung_for_once_the_store_is_closed(tmp_path: Path, qtbot: QtBot) -> None:
    place = bell_of(tmp_path / "store", tmp_path / "bells")
    assert not ring(place)
    Bell(place).take_down()
    assert not ring(place)


@pytest.mark.parametrize("name", ["store", "Kerrow Complex Needs Panel"])
def test_the_bell_does_not_tell_which_store_it_is(tmp_path: Path, name: str) -> None:
    assert name not in str(bell_of(tmp_path / name, tmp_path / "bells").name)
    assert bell_of(tmp_path / name, tmp_path) != bell_of(tmp_path / "other", tmp_path)
