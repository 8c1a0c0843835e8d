"""What goes out from Actions: returns sheets, recorded and saved; texts to be copied. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from coordinator.domain.action_rows import ActionRow
from coordinator.papers.copies import read_copies_of_action
from coordinator.papers.returns import (
    ReturnDraft,
    Wanted,
    draft_returns,
    keep_returns,
    write_out,
)
from coordinator.ui.chasing import Chase
from coordinator.ui.copying import as_texts
from coordinator.ui.jobs import Jobs
from coordinator.wording.translation import _, ngettext


class Sending:
    """Makes the sheets of one or all agencies."""

    def __init__(
        self, jobs: Jobs, toast: Callable[[str, Callable[[], object] | None], None]
    ) -> None:
        self._jobs, self._toast = jobs, toast

    def make(self, folder: Path, said: Mapping[str, Any]) -> None:
        """Make the sheets a form asks for."""
        wanted = Wanted(said["agency"], said["all_open"])
        read = partial(draft_returns, wanted=wanted)
        self._jobs.query(read, partial(self._write, folder), replaces="sheets")

    def _write(self, folder: Path, drafts: Sequence[ReturnDraft]) -> None:
        if not drafts:
            self._toast(_("Nothing is due that any agency could be asked about."), None)
            return
        self._jobs.apart(
            _("The sheets are written"),
            partial(write_out, drafts),
            partial(self._keep, folder, drafts),
        )

    def _keep(
        self, folder: Path, drafts: Sequence[ReturnDraft], contents: Sequence[bytes]
    ) -> None:
        act = partial(keep_returns, drafts=drafts, contents=contents, folder=folder)
        self._jobs.command(act, then=self._tell)

    def _tell(self, paths: Sequence[Path]) -> None:
        count = len(paths)
        told = ngettext("{count} returns sheet saved.", "{count} returns sheets saved.", count)
        self._toast(told, None)


def write_copies(jobs: Jobs, show: Callable[[Sequence[Chase]], None], row: ActionRow) -> None:
    """Write how an action stands, for agencies' own systems."""
    read = partial(read_copies_of_action, action_id=row.id)
    jobs.query(read, lambda found: show(as_texts(found)), replaces="copies")
