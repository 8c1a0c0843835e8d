"""What one connection compiled serves the next: of this store, of another, on another thread."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.sql.compiler import SQLCompiler

from coordinator.db.models import Agency, Strength
from coordinator.db.store import Store
from tests.stores import COUNCIL, keyspec


def asked(path: Path) -> tuple[str, int]:
    """Ask a store two things, on connections of its own."""
    store = Store(path, keyspec)
    try:
        with store.reading() as look:
            return look.get(Agency, COUNCIL).name, len(look.people.about(Strength, [UUID(int=1)]))
    finally:
        store.close()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that had to be compiled since."""
    found: list[str] = []
    plain = SQLCompiler.__init__

    def counted(self: SQLCompiler, *given: object, **named: object) -> None:
        plain(self, *given, **named)  # type: ignore[arg-type]
        found.append(self.string)

    monkeypatch.setattr(SQLCompiler, "__init__", counted)
    return found


def test_a_store_that_is_opened_again_or_copied_compiles_nothing_anew(
    template: Path, tmp_path: Path, compiled: list[str]
) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    for path in (first, second):
        shutil.copy(template, path)
    answer = asked(first)
    compiled.clear()

    assert asked(first) == asked(second) == answer
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(asked, second).result() == answer
    assert compiled == []
