"""What every test of the windows stands on: a look, a cache of its own, nothing left behind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from coordinator.ui.kit import theme
from tests.ui.desktops import closed_store, desktop
from tests.ui.panels import MadeUp, demo_panel

__all__ = ["closed_store", "desktop"]  # fixtures from elsewhere


@pytest.fixture(scope="session")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUp]:
    """A made-up panel that is only looked at."""
    made = demo_panel(tmp_path_factory.mktemp("panel") / "store", date(2026, 11, 16))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, caches and logs of the tests out of this user's own."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[theme.Look]:
    """The light look; widgets that were thrown away are gone before the next test."""
    worn = theme.Look()
    theme.wear(qapp, worn)
    yield worn
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
