"""Requests whose sheets could not be written stand in the log as what never left."""

import hashlib
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.domain.errors import ExportTargetError
from coordinator.domain.lists.sharing import Channel
from coordinator.papers.requests import draft_requests, send_requests
from coordinator.runtime.writing import write_atomically
from tests.requests import ANSWER_BY, coming_meeting, known_case
from tests.stores import HEALTH, HOUSING, POLICE


def test_of_sheets_that_could_not_be_written_the_log_says_that_nothing_left(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known_case(desk)
    meeting, folder = coming_meeting(desk), tmp_path / "sheets"
    drafts = draft_requests(desk, meeting, [POLICE, HOUSING, HEALTH], ANSWER_BY)

    def full(path: Path, content: bytes) -> None:
        if list(folder.iterdir()):
            raise OSError(28, "No space left on device")
        write_atomically(path, content)

    monkeypatch.setattr("coordinator.papers.requests.write_atomically", full)
    with pytest.raises(ExportTargetError):
        send_requests(
            desk, meeting, drafts, answer_by=ANSWER_BY, how=Channel.SECURE_MAIL, folder=folder
        )
    (there,) = folder.iterdir()
    left = hashlib.sha256(there.read_bytes()).hexdigest()
    rows = find_disclosures(desk).rows
    assert len(rows) == 3
    assert {row.sha256 for row in rows if not row.was_not_made} == {left}
