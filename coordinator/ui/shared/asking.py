"""Putting a question and doing the act with the answer; a refused form stays open."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

from coordinator.casework.need_to_know.urgent_work import because, wants_urgency
from coordinator.domain.errors import (
    CancelledError,
    InvalidFieldsError,
    MissingRecordError,
    ReasonNeededError,
    RuleError,
    SameWorkerError,
    StaleRecordError,
    VaultError,
)
from coordinator.domain.need_to_know.bases import BASIS_INCOMPLETE
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import (
    Keeper,
    Question,
    reason_name,
    reasons_in,
    with_reasons,
    without_reason,
)
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.same_worker import SAME_AS, asks_the_same, with_answer, with_same_worker
from coordinator.ui.shared.unfinished import Unfinished
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

Values = Mapping[str, Any]
Act = Callable[[Values, int], "Callable[[Desk], Done[Any]]"]
"""Gets the answers and the revision they were given to; gives the act."""
ANEW: Final = UUID(int=0)
"""What a form is about that makes something new: it has no id yet."""


class Asker(Protocol):
    """Shows one form at a time."""

    def ask(
        self,
        question: Question,
        answered: Callable[[Values], None],
        keeper: Keeper | None = None,
    ) -> None:
        """Show a form; `answered` may come again when the act was refused."""

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks."""

    def object_to(self, notice: Notice) -> None:
        """Say why the act was refused; the form stays."""

    def finish(self, answered: Callable[[Values], None]) -> None:
        """Put the form away that hands its answers to this: it was done. Another one stays."""


class Asking:
    """Forms of one page, each leading to one act."""

    def __init__(self, jobs: Jobs, asker: Asker) -> None:
        self._jobs = jobs
        self._asker = asker

    def put(
        self,
        question: Question,
        act: Act,
        *,
        about: UUID | None = None,
        seen: int = 0,
        then: Callable[[Any], None] | None = None,
        reasons: bool = False,
    ) -> None:
        """Ask, and do it.

        Args:
            question: What is asked.
            act: Makes the act of the answers.
            about: The record it is about, or `ANEW`: what is typed is kept under it until the act
                was done. With nothing, it is not kept.
            seen: The revision the form was filled from; a later one after a clash was shown.
            then: Gets the result.
            reasons: The act takes a reason for each prompt (`kit.asks.reasons_in`): when it wants
                some, the form comes again and asks for them.
        """
        round_ = _Round(self._jobs, self._asker, question, act, seen, then)
        round_.gives_reasons = reasons
        if about is not None:
            round_.unfinished = Unfinished(self._jobs, question, about, seen)
        round_.begin()

    def command(
        self,
        act: "Callable[[Desk], Done[Any]]",
        *,
        then: Callable[[Any], None] | None = None,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Do an act that needs no form, and ask in one why it cannot wait where that is wanted.

        Args:
            act: It.
            then: Gets its result.
            refused: Sees any other error first, and this one when the form is let go.
        """

        def stopped(error: Exception) -> bool:
            if wants_urgency(error):
                let_go = partial(refused, error) if refused is not None else None
                self._ask_why(act, then, let_go)
                return True
            return refused is not None and refused(error)

        self._jobs.command(act, then=then, refused=stopped)

    def _ask_why(
        self,
        act: "Callable[[Desk], Done[Any]]",
        then: Callable[[Any], None] | None,
        let_go: Callable[[], object] | None,
    ) -> None:
        question = with_reasons(_cannot_wait(), {}, (BASIS_INCOMPLETE,))
        round_ = _Round(self._jobs, self._asker, question, lambda _values, _seen: act, 0, then)
        if let_go is not None:
            round_.keeper = _Left(let_go)
        round_.begin()

    def hear(
        self,
        question: Question,
        answered: "Callable[[Values, Answered], None]",
        *,
        about: UUID | None = None,
    ) -> None:
        """Ask what leads to something else than one act, such as a file that is written.

        Args:
            question: What is asked.
            answered: Gets the answers, and the form that waits to be told what came of them; it
                may come again.
            about: As in `put`; what is typed is kept until the form is told that it was done.
        """
        form = Answered(self._asker, question, answered)
        if about is not None:
            form.unfinished = Unfinished(self._jobs, question, about, 0)
        form.begin()


class Answered:
    """A form that was sent and waits for what comes of it."""

    unfinished: Unfinished | None = None

    def __init__(
        self,
        asker: Asker,
        question: Question,
        answered: "Callable[[Values, Answered], None]",
    ) -> None:
        self._asker, self._question, self._answered = asker, question, answered

    def begin(self) -> None:
        """Show the form, with what was typed in it before."""
        if self.unfinished is None:
            self._show()
        else:
            self.unfinished.look(self._show)

    def done(self) -> None:
        """What it asked for was done: it goes, and what was typed is forgotten."""
        self._asker.finish(self._answer)
        if self.unfinished is not None:
            self.unfinished.let_go()

    def again(self) -> None:
        """Nothing was done and nothing is wrong: it can be sent again."""
        self._asker.show_faults({})

    def refused(self, error: Exception) -> bool:
        """Say in the form why it was not done; gives whether nobody else needs to."""
        if isinstance(error, CancelledError):
            self.again()
            return False
        asks_why = any(ask.name == "reason" for ask in self._question.asks)
        return _tell(self._asker, error, asks_why=asks_why)

    def _show(self) -> None:
        self._asker.ask(self._question, self._answer, self.unfinished)

    def _answer(self, values: Values) -> None:
        self._answered(values, self)


class _Round:
    """One form from its opening to its act."""

    gives_reasons = False
    unfinished: Unfinished | None = None
    keeper: Keeper | None = None

    def __init__(
        self,
        jobs: Jobs,
        asker: Asker,
        question: Question,
        act: Act,
        seen: int,
        then: Callable[[Any], None] | None,
    ) -> None:
        self._jobs, self._asker, self._question = jobs, asker, question
        self._asked = question
        self._act, self._seen, self._then = act, seen, then

    def begin(self) -> None:
        """Show the form, with what was typed in it before."""
        if self.unfinished is None:
            self._show()
        else:
            self.unfinished.look(self._show)

    def answer(self, values: Values) -> None:
        """Do the act with these answers."""
        said = with_answer(self._question, without_reason(values, BASIS_INCOMPLETE))
        work = self._act(said, self._seen)
        if why := reasons_in(values).get(BASIS_INCOMPLETE, ""):
            work = because(work, why)
        if self.unfinished is not None:
            work = self.unfinished.ended_by(work)
        self._jobs.command(work, then=self._done, refused=partial(self._refused, values))

    def _show(self) -> None:
        self._asker.ask(self._question, self.answer, self.unfinished or self.keeper)

    def _done(self, result: Any) -> None:
        self._asker.finish(self.answer)
        if self._then is not None:
            self._then(result)

    def _refused(self, values: Values, error: Exception) -> bool:
        if isinstance(error, StaleRecordError) and error.theirs:
            self._seen = error.found
            self._asker.object_to(self._clash(error))
            return True
        if isinstance(error, ReasonNeededError):
            asked = {reason_name(one): "required" for one in error.prompts}
            if asked.keys() <= {ask.name for ask in self._question.asks}:
                self._asker.show_faults(asked)
                self._asker.object_to(notice_for(error))
                return True
            if self.gives_reasons or wants_urgency(error):
                self._ask_again(values, with_reasons(self._question, values, error.prompts))
                return True
        if isinstance(error, SameWorkerError):
            self._ask_who(values, error)
            return True
        return _tell(self._asker, error, asks_why="reason" in values)

    def _ask_who(self, values: Values, error: SameWorkerError) -> None:
        if asks_the_same(self._question, error):
            self._asker.show_faults({SAME_AS: "required"})
            return
        self._ask_again(values, with_same_worker(self._question, values, error))

    def _ask_again(self, values: Values, question: Question) -> None:
        if self.unfinished is not None:
            said = {ask.name: values[ask.name] for ask in self._asked.asks}
            self.unfinished.said(self._asked.changed(said))
        self._question = question
        self._asker.finish(self.answer)
        self._show()

    def _clash(self, error: StaleRecordError) -> Notice:
        theirs = tuple(
            _(
                "{field} now says: {value}",
                field=ask.title,
                value=ask.shown(error.theirs[ask.name]),
            )
            for ask in self._question.asks
            if ask.name in error.theirs
        )
        return Notice(
            _("Somebody else changed this while the form was open."),
            _("Press the button again to keep what you typed, or cancel to leave theirs."),
            theirs,
        )


class _Left:
    """Keeps nothing of a form, and tells when it is left without an answer."""

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self.typed: Values = {}
        self.news: tuple[str, ...] = ()

    def keep(self, answers: Values) -> None:
        """Keep nothing."""

    def let_go(self) -> None:
        """Tell."""
        self._tell()

    def give_way(self) -> None:
        """Tell: nobody will answer any more."""
        self._tell()


def _cannot_wait() -> Question:
    return Question(_("Why can this not wait?"), (), _("Go on"))


def _tell(asker: Asker, error: Exception, *, asks_why: bool) -> bool:
    """Say in a form why it was refused; of trouble with store or files the window tells too."""
    if isinstance(error, InvalidFieldsError):
        asker.show_faults(error.fields)
        return True
    if isinstance(error, ReasonNeededError) and asks_why:
        asker.show_faults({"reason": "required"})
    asker.object_to(notice_for(error))
    return isinstance(error, RuleError | MissingRecordError | VaultError)
