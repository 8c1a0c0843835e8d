"""A line that is typed and becomes an act with Enter: kept until then, whatever happens. No Qt."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from coordinator.casework.records.drafts import DraftView, drop_draft, keep_draft, read_draft
from coordinator.domain.errors import CoordinatorError
from coordinator.domain.outcomes import Done
from coordinator.ui.lanes.jobs import Jobs

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

Texts = dict[str, str]


class Kept:
    """The draft of one line, or of a few that belong together, about one record at a time.

    It is written behind the acts and says nothing of itself: the words still stand in the line,
    and its act tells of trouble.
    """

    def __init__(self, jobs: Jobs, form: str) -> None:
        """Begin with nothing.

        Args:
            jobs: For the drafts.
            form: The permanent name of the draft, such as *live.action*.
        """
        self._jobs, self._form = jobs, form
        self._record: UUID | None = None
        self._texts: Texts = {}

    def look(self, record: UUID, then: Callable[[Texts], object]) -> None:
        """Go over to another record; `then` gets what was typed there before, if anything was."""
        self._record, self._texts = record, {}

        def found(draft: DraftView | None) -> None:
            if self._record == record and not self._texts and draft is not None:
                self._texts = {str(name): str(text) for name, text in draft.values.items()}
                then(dict(self._texts))

        read = partial(read_draft, form=self._form, record=record)
        self._jobs.query(read, found, replaces=self._form, refused=lambda _error: True)

    def typed(self, **texts: str) -> None:
        """Keep what is typed so far; without a word in it, forget it."""
        if self._record is None or texts == self._texts:
            return
        had_any, self._texts = any(self._texts.values()), texts
        if any(texts.values()):
            form, record = self._form, self._record
            self._quietly(partial(keep_draft, form=form, record=record, seen=0, values=texts))
        elif had_any:
            self._quietly(partial(drop_draft, form=self._form, record=self._record))

    def ended_by(
        self, act: "Callable[[Desk], Done[Any]]", **texts: str
    ) -> "Callable[[Desk], Done[Any]]":
        """Make the act one that forgets the draft: both are done, or the draft stays.

        Args:
            act: What the words become.
            texts: The words, the last of which may not have been kept yet; they are when the act
                is refused.
        """
        record, self._texts = self._record, {}
        if record is None:
            return act

        def both(desk: "Desk") -> Done[Any]:
            try:
                done = act(desk)
            except CoordinatorError:
                if texts:
                    keep_draft(desk, self._form, record, seen=0, values=texts)
                raise
            with suppress(CoordinatorError):  # what was done is done, draft or no draft
                drop_draft(desk, self._form, record)
            return done

        return both

    def _quietly(self, write: "Callable[[Desk], None]") -> None:
        self._jobs.query(write, lambda _kept: None, refused=lambda _error: True, journalled=True)
