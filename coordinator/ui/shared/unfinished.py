"""What somebody types in a form, kept until its act is done or the form is let go; no Qt."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from coordinator.casework.records.drafts import DraftView, drop_draft, keep_draft, read_draft
from coordinator.domain.errors import CoordinatorError
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.kit.typed import taken_up, to_keep
from coordinator.ui.lanes.jobs import Jobs
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

Values = Mapping[str, Any]


class Unfinished:
    """The draft of one form.

    It is written behind the acts and says nothing of itself, neither that it was saved nor that
    it could not be: the words still stand in the form, and its act tells of trouble.
    """

    def __init__(self, jobs: Jobs, question: Question, about: UUID, seen: int) -> None:
        self._jobs, self._about, self._seen = jobs, about, seen
        self._asks = question.asks
        self._secrets = {ask.name for ask in self._asks if ask.kind is Kind.SECRET}
        self._form = f"form.{question.title}"
        self._said: Values = {}
        self._is_on_file = False
        self.typed: Values = {}
        self.news: tuple[str, ...] = ()

    def look(self, then: Callable[[], None]) -> None:
        """Look for what was typed before, then go on, whatever came of it."""

        def found(draft: DraftView | None) -> None:
            if draft is not None:
                self._take_up(draft)
            then()

        def refused(_error: Exception) -> bool:
            then()
            return True

        read = partial(read_draft, form=self._form, record=self._about)
        self._jobs.query(read, found, replaces="form", refused=refused)

    def keep(self, answers: Values) -> None:
        """Keep the answers that differ from what stood there; without any, forget the draft.

        Secrets are left out: they are for the moment they are typed in.
        """
        said = {**self._said, **answers}
        kept = to_keep({name: said[name] for name in said if name not in self._secrets})
        if not kept:
            self.let_go()
            return
        self._is_on_file = True
        write = partial(
            keep_draft, form=self._form, record=self._about, seen=self._seen, values=kept
        )
        self._quietly(write)

    def let_go(self) -> None:
        """Forget what was typed."""
        if self._is_on_file:
            self._quietly(self._drop)
            self._is_on_file = False

    def give_way(self) -> None:
        """Leave what was typed: it is there again when the form is."""

    def said(self, answers: Values) -> None:
        """Note what was answered already: the form comes again and asks for more."""
        self._said, self.typed, self.news = dict(answers), {}, ()

    def ended_by(self, act: "Callable[[Desk], Done[Any]]") -> "Callable[[Desk], Done[Any]]":
        """Make the act one that forgets the draft: they are done together, whoever locks."""
        if not self._is_on_file:
            return act

        def both(desk: "Desk") -> Done[Any]:
            done = act(desk)
            with suppress(CoordinatorError):  # what was done is done, draft or no draft
                self._drop(desk)
            return done

        return both

    def _take_up(self, draft: DraftView) -> None:
        self._is_on_file = True
        self.typed = taken_up(self._asks, draft.values)
        if draft.seen != self._seen:
            self.news = tuple(_now(ask) for ask in self._asks if ask.name in self.typed)

    def _drop(self, desk: "Desk") -> None:
        drop_draft(desk, self._form, self._about)

    def _quietly(self, write: "Callable[[Desk], None]") -> None:
        self._jobs.query(write, lambda _kept: None, refused=lambda _error: True, journalled=True)


def _now(ask: Ask) -> str:
    return _("{field} now says: {value}", field=ask.title, value=ask.shown(ask.value))
