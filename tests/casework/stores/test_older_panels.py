"""A store from before panels wrote their settings down opens, and says what it always did."""

import random
from pathlib import Path

import pytest

from coordinator.casework.panel.settings import change_line, read_settings, read_topic
from coordinator.casework.records.history import read_history
from coordinator.casework.stores.founding import make_store
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.casework.stores.restoring import check_office
from coordinator.db import migrating
from coordinator.db.engine import Access, connect
from coordinator.db.models import Act
from coordinator.domain.lists.panel import Topic
from coordinator.vault.costs import TEST_COST
from tests.offices import NEW, WORDS
from tests.stores import Clock

LENT = '''

_first = upgrade


def upgrade() -> None:
    """Make every table, with the columns that agencies are written with today."""
    _first()
    op.add_column("agency", sa.Column("pack_variant", sa.Text(), nullable=True))
    op.add_column("agency", sa.Column("may_have_restricted", sa.Boolean(), server_default="0"))
'''


@pytest.fixture
def older(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store made by the first program, closed."""
    steps = tmp_path / "steps"
    steps.mkdir()
    own = Path(migrating.__file__).parent / "migrations" / "versions"
    first = (own / "0001_first_store.py").read_text(encoding="utf-8")
    (steps / "0001_first_store.py").write_text(first + LENT, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "_step_folders", lambda: [steps])
        patched.setattr(migrating, "SCHEMA_NUMBER", 1)
        source = Source(now=clock, random=random.Random(1).randbytes)
        office, _code = make_store(tmp_path / "store", NEW, source=source, cost=TEST_COST)
        assert not _has_lines(office)
        connection = connect(Access(office.desk.store.path, office.desk.store.keyspec))
        for column in ("pack_variant", "may_have_restricted"):
            connection.execute(f"ALTER TABLE agency DROP COLUMN {column}")
        connection.close()
        office.close(back_up=False)
    return tmp_path / "store"


def _has_lines(office: Office) -> bool:
    with office.desk.store.reading() as look:
        named = "SELECT count(*) FROM sqlite_master WHERE name = 'panel_line'"
        return bool(look.session.connection().exec_driver_sql(named).scalar())


def _acts(office: Office) -> int:
    with office.desk.store.reading() as look:
        return look.session.query(Act).count()


def test_an_older_store_reads_what_is_shipped_and_invents_no_act(
    older: Path, clock: Clock
) -> None:
    office = open_store(older, WORDS, source=Source(now=clock))
    acts = _acts(office)

    settings = read_settings(office.desk)

    assert settings.kind == "complex_needs"
    assert settings.changed == frozenset()
    assert len(settings.lines[Topic.PHRASES]) == 40
    assert _has_lines(office)
    assert _acts(office) == acts == 1  # making the store, nothing since
    assert check_office(office).is_whole
    office.close(back_up=False)


def test_the_first_change_in_an_older_store_is_one_act_of_who_made_it(
    older: Path, clock: Clock
) -> None:
    office = open_store(older, WORDS, source=Source(now=clock))
    line = read_topic(office.desk, Topic.LADDER)[0]

    change_line(office.desk, Topic.LADDER, line.id, seen=line.revision, text="Between workers")

    assert _acts(office) == 2
    (happened,) = read_history(office.desk, line.id).happenings
    assert happened.by == office.desk.sitter.professional
    assert read_topic(office.desk, Topic.LADDER)[0].text == "Between workers"
    assert check_office(office).is_whole
    office.close(back_up=False)
