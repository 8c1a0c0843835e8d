"""Letters about a person: where each is made, and what is to be read before one is written."""

from coordinator.domain.lists.sharing import ToldAboutPanel
from coordinator.domain.person_pages import PersonPage
from coordinator.exports.composing import PaperKind
from coordinator.ui.kit.asks import Question
from coordinator.ui.places import PapersPlace
from coordinator.ui.screens.person.steps import Step
from coordinator.wording.translation import _

_KINDS = {
    Step.HAND_OVER_NOTE: PaperKind.HAND_OVER,
    Step.CLOSURE_SUMMARY: PaperKind.CLOSURE,
    Step.OWN_LETTER: PaperKind.OWN_LETTER,
}


def place_of(step: Step, page: PersonPage) -> PapersPlace:
    """Say where a letter is made and looked at."""
    return PapersPlace(kind=_KINDS[step].value, person=page.person.reference)


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
