"""A chosen file is read whole, or said to be unreadable."""

import hashlib
import os
from pathlib import Path

import pytest

from coordinator.domain.errors import FileUnreadableError
from coordinator.runtime.reading import sha256_of
from coordinator.wording.refusals.notices import notice_for


def test_the_hash_of_a_file_is_of_all_of_it(tmp_path: Path) -> None:
    content = os.urandom(3_000_001)
    (tmp_path / "pack.pdf").write_bytes(content)
    assert sha256_of(tmp_path / "pack.pdf") == hashlib.sha256(content).hexdigest()


def test_what_is_gone_or_is_no_file_is_said_so_at_once(tmp_path: Path) -> None:
    chosen = [tmp_path / "gone.pdf", tmp_path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        chosen.append(tmp_path / "pipe")
    for path in chosen:
        with pytest.raises(FileUnreadableError) as refused:
            sha256_of(path)
        notice = notice_for(refused.value)
        assert (notice.what, notice.next) == ("This file cannot be read.", "Choose it again.")
