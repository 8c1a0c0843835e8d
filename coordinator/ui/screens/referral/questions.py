"""The forms of the page of a referral; no Qt."""

from collections.abc import Sequence

from coordinator.domain.cases.referrals import ReferralPage
from coordinator.domain.directory.rules import DirectoryPage, PanelCard
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.panel.settings import Criterion
from coordinator.domain.people.children import PROMPT, Children
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of, reason_name
from coordinator.ui.shared.chairs import ask_chair
from coordinator.ui.shared.held_back import without_held_back
from coordinator.ui.shared.referral_form import asks_of_referral
from coordinator.wording.refusals.rules import prompt_words
from coordinator.wording.translation import _

_PROMPT = "prompt "
ACTION = "safeguarding_action"
"""The tick that sets an action to tell safeguarding."""


def screening(purpose: str = "") -> Question:
    """Ask what screening found; `purpose` says who the panel is for."""
    told = _("Say so when the panel can answer it; it goes to the chair for a decision.")
    return Question(
        _("Record the screening"),
        (Ask("note", _("What screening found"), Kind.TEXT, ""),),
        _("It has what the panel needs"),
        about="\n\n".join(filter(None, (purpose, told))),
    )


def withdrawal() -> Question:
    """Ask why a referral is taken back."""
    return Question(
        _("Withdraw the referral"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Withdraw it"),
    )


def reasons(prompts: Sequence[str]) -> Question:
    """Ask why something usual is missing."""
    return Question(
        _("Hand it in"),
        tuple(
            Ask(_PROMPT + prompt, prompt_words(prompt), Kind.TEXT, "", hint=_("Say why."))
            for prompt in prompts
        ),
        _("Hand it in"),
        about=_("It can be handed in without, with a reason."),
    )


def prompt_of(name: str) -> str:
    """Tell which prompt an entry answers."""
    return name.removeprefix(_PROMPT)


def acceptance(panel: PanelCard, children: Children) -> Question:
    """Ask for the decision to take somebody on, and for children who may be affected by it."""
    return Question(
        _("Accept"),
        (
            *_decision(panel),
            *(_for_children() if children.is_open else ()),
            Ask("next_review_on", _("The panel looks again on"), Kind.DAY, None),
        ),
        _("Take the person on"),
        about=_("This opens a case, with what the referrer offers as the first offer."),
    )


def _for_children() -> tuple[Ask, ...]:
    words = _("Set an action: tell children's safeguarding")
    return (
        Ask(ACTION, prompt_words(PROMPT), Kind.TICK, value=False, choices=((True, words),)),
        Ask(
            reason_name(PROMPT),
            _("Or who was told, and when"),
            Kind.TEXT,
            "",
            hint=_("Or why nobody has to be. Name no child."),
        ),
    )


def deferral(panel: PanelCard) -> Question:
    """Ask for the decision to put the answer off."""
    return Question(
        _("Defer"),
        _decision(panel),
        _("Put the answer off"),
        about=_("The referral comes back to the panel."),
    )


def not_for_us(panel: PanelCard) -> Question:
    """Ask for the decision that the panel is not the place, and who is."""
    return Question(
        _("Not for us"),
        (
            Ask(
                "not_accepted_reason",
                _("Because"),
                Kind.CHOICE,
                None,
                choices_of(NotAcceptedReason, _("Choose")),
            ),
            Ask(
                "destination",
                _("Who can help instead"),
                Kind.LINE,
                "",
                hint=_("Needed when another forum or another area is the place."),
            ),
            *_decision(panel),
        ),
        _("Record the answer"),
    )


def change(
    page: ReferralPage, directory: DirectoryPage, criteria: Sequence[Criterion] = ()
) -> Question:
    """Ask for everything a referral says anew."""
    asks = asks_of_referral(directory, page, page.row.referred_on, criteria)
    return without_held_back(Question(_("Change the referral"), asks, _("Save")), page.held)


def _decision(panel: PanelCard) -> tuple[Ask, ...]:
    usual = panel.acting_chair_id or panel.chair_id
    return (
        ask_chair(_("Decided by"), usual, panel.chairs),
        Ask("reason", _("The reason, in a sentence"), Kind.TEXT, ""),
    )
