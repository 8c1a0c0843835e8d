"""Two closed stores that know each other, and a shell to work in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from coordinator.cli import contacts, workpacks
from coordinator.domain.errors import CoordinatorError
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.offices import WORDS
from tests.stores import Clock

Shell = Callable[..., list[str]]


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Both:
    """Two closed stores that know each other."""
    made = both_stores(tmp_path, clock)
    made.close()
    return made


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    app = Typer(pretty_exceptions_enable=False)
    contacts.join(app)  # a shell with one family would leave its name out
    workpacks.join(app)
    for name, words in (("panel", WORDS), ("away", PASSPHRASE), ("fresh", PASSPHRASE)):
        (tmp_path / f"{name}.txt").write_text(words + "\n", encoding="utf-8")

    def run(word: str, store: str, *more: object) -> list[str]:
        secret = ["--passphrase-file", str(tmp_path / f"{store}.txt")]
        given = ["workpack", word, str(tmp_path / store), *map(str, more), *secret]
        done = CliRunner().invoke(app, given)
        if isinstance(done.exception, CoordinatorError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output.splitlines()

    return run
