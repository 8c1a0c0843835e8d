"""Letters about a person: where each is made, what is read before; and what agencies copy."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Protocol

from coordinator.domain.lists.sharing import ToldAboutPanel
from coordinator.domain.person.pages import PersonPage
from coordinator.exports.composing import PaperKind
from coordinator.papers.copies import CopyOut, read_copies
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Answered, Asking
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import as_texts
from coordinator.wording.translation import _

_WRITTEN = {
    Step.HAND_OVER_NOTE: PaperKind.HAND_OVER,
    Step.CLOSURE_SUMMARY: PaperKind.CLOSURE,
    Step.OWN_LETTER: PaperKind.OWN_LETTER,
}
_KINDS = {**_WRITTEN, Step.JOURNEY: PaperKind.JOURNEY}


class Texts(Protocol):
    """Shows texts to copy."""

    def show_texts(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""


class Letters:
    """Leads to the letters about one person, and to what agencies copy."""

    def __init__(
        self,
        jobs: Jobs,
        view: Texts,
        asking: Asking,
        go: Callable[[Place], None],
        say: Callable[[str], None],
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._say = go, say

    def do(self, step: Step, page: PersonPage) -> None:
        """Go where a letter is made; what must be known before one is sent is read first."""
        if step is Step.COPY_OUT:
            read = partial(read_copies, person=page.person.id)
            self._jobs.query(read, self._show, replaces="person texts")
            return
        place = place_of(step, page)
        question = before_writing(page) if step is Step.OWN_LETTER else None

        def go_on(_said: object, form: Answered) -> None:
            form.done()
            self._go(place)

        if question is None:
            self._go(place)
        else:
            self._asking.hear(question, go_on)

    def _show(self, copies: Sequence[CopyOut]) -> None:
        if copies:
            self._view.show_texts(as_texts(copies))
        else:
            self._say(_("No agency may be told about them."))


def place_of(step: Step, page: PersonPage) -> PapersPlace:
    """Say where a letter is made and looked at."""
    return PapersPlace(kind=_WRITTEN[step].value, person=page.person.reference)


def that_wait(kinds: Collection[PaperKind]) -> frozenset[Step]:
    """Tell which steps lead to a paper that waits for the information basis."""
    return frozenset(step for step, kind in _KINDS.items() if kind in kinds)


def before_writing(page: PersonPage) -> Question | None:
    """Say what must be known before the person is written to; nothing when there is nothing."""
    told = []
    if page.details.safe_contact.strip():
        told.append(_("How to get in touch safely: {how}", how=page.details.safe_contact))
    if page.sharing.basis.facts.told is not ToldAboutPanel.YES:
        told.append(_("It is not recorded that the person was told about the panel."))
    if not told:
        return None
    return Question(_("A letter to the person"), (), _("Make the letter"), about="\n".join(told))
