"""The forms about the lead, the case and contacts of a person; no Qt."""

from datetime import time
from typing import Any

from coordinator.domain.cases.leads import PossibleLead
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.directory.rules import DirectoryPage, PanelCard
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import CloseReason, PauseReason
from coordinator.domain.people.contacts import ContactRow
from coordinator.domain.states import Answer, CasePhase
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.opened import Offered
from coordinator.ui.shared.chairs import ask_chair
from coordinator.wording.labels import label
from coordinator.wording.translation import _

Choices = tuple[tuple[Any, str], ...]
NOT_MET = frozenset(
    {
        ContactResult.NO_REPLY,
        ContactResult.NOT_THERE,
        ContactResult.MISSED,
        ContactResult.MESSAGE_LEFT,
    }
)
"""Nobody was met: that is the result, and nothing more is asked."""
_MET = frozenset(ContactResult) - NOT_MET
_NOT_DIED = frozenset({None, *CloseReason}) - {CloseReason.DIED, CloseReason.DUPLICATE}
_NEW_HOME = ("phase", frozenset({CasePhase.SUSTAINING}))


def contact(offered: Offered, last: ContactRow | None) -> Question:
    """Ask for a try at contact: its result first; whoever was not there is asked no more about."""
    result = choices_of(ContactResult, _("Choose"))
    tried = choices_of(ContactType, _("Choose"))
    now = offered.now
    return Question(
        _("A contact"),
        (
            Ask("result", _("What came of it"), Kind.CHOICE, None, result),
            Ask("type", _("How"), Kind.CHOICE, last.type if last else None, tried),
            Ask("place", _("Where"), Kind.LINE, ""),
            Ask(
                "words",
                _("What they said, or what you saw"),
                Kind.LINE,
                "",
                only_for=("result", _MET),
            ),
            Ask(
                "worker_id", _("Who tried"), Kind.FIND, offered.sitter, _in_post(offered.directory)
            ),
            Ask(
                "with_whom",
                _("Who else was there"),
                Kind.LINE,
                "",
                hint=_("A colleague, a friend, an advocate."),
            ),
            Ask("on", _("Day"), Kind.DAY, now.date()),
            Ask("at", _("Time"), Kind.TIME, time(now.hour, now.minute)),
        ),
        _("Keep it"),
        about=_("Nobody there is a result like any other."),
    )


def agree_lead(offered: Offered) -> Question:
    """Ask who is to hold the plan together."""
    return Question(
        _("Agree a lead professional"),
        (
            _who_leads(offered),
            Ask("from_on", _("Since"), Kind.DAY, offered.now.date()),
            _told(_("Does the person know?")),
        ),
        _("Agree the lead"),
        about=_("Everybody in post whose agency may be told about this person."),
    )


def hand_over(offered: Offered, lead: str) -> Question:
    """Ask who takes over, and what they need to know."""
    return Question(
        _("Hand over the lead"),
        (
            _who_leads(offered),
            Ask("note", _("What the next lead needs to know"), Kind.TEXT, ""),
            _told(_("Has the person been told?")),
            Ask("on", _("Since"), Kind.DAY, offered.now.date()),
        ),
        _("Hand over"),
        about=_("{name} leads now. The next lead is asked to accept.", name=lead),
    )


def end_lead(lead: str) -> Question:
    """Ask why the lead ends with nobody to follow."""
    return Question(
        _("End the lead"),
        (
            Ask("reason", _("Why"), Kind.TEXT, ""),
            Ask("note", _("What the next lead will need to know"), Kind.TEXT, ""),
        ),
        _("End the lead"),
        about=_(
            "{name} leads now. From today this case is listed under Leads to agree.", name=lead
        ),
    )


def phase(case: CasePeriod) -> Question:
    """Ask where the person is now; a new home brings three questions."""
    others = tuple((one, label(one)) for one in CasePhase if one is not case.phase)
    home = case.move_in
    return Question(
        _("Where the person is now"),
        (
            Ask("phase", _("Phase"), Kind.CHOICE, None, others),
            Ask(
                "moved_in_on",
                _("Moved in on"),
                Kind.DAY,
                home.moved_in_on,
                only_for=_NEW_HOME,
            ),
            Ask(
                "contact_every",
                _("Somebody is in touch every so many days"),
                Kind.NUMBER,
                home.contact_every,
                only_for=_NEW_HOME,
            ),
            Ask(
                "contact_rhythm",
                _("How often somebody keeps in touch, in words"),
                Kind.LINE,
                home.contact_rhythm,
                only_for=_NEW_HOME,
            ),
            Ask(
                "tenancy_contact",
                _("Who holds the contact with the landlord"),
                Kind.LINE,
                home.tenancy_contact,
                only_for=_NEW_HOME,
            ),
        ),
        _("Move to this phase"),
        about=_("Now: {phase}. People go back, too.", phase=label(case.phase)),
    )


def review(case: CasePeriod) -> Question:
    """Ask when the panel looks at the plan again."""
    return Question(
        _("Next review"),
        (
            Ask(
                "next_review_on",
                _("The panel looks again on"),
                Kind.DAY,
                case.next_review_on,
            ),
            Ask("reason", _("Why then"), Kind.LINE, "", hint=_("May stay empty.")),
        ),
        _("Set the day"),
    )


def priority(case: CasePeriod, panel: PanelCard) -> Question:
    """Ask how urgently the panel takes the person; the chair decides."""
    chairs = ((panel.chair_id, panel.chair), (panel.vice_chair_id, panel.vice_chair))
    return Question(
        _("Priority"),
        (
            Ask("priority", _("Priority"), Kind.CHOICE, case.priority, choices_of(PanelPriority)),
            Ask("reason", _("Why"), Kind.TEXT, ""),
            ask_chair(
                _("Decided by"),
                panel.chair_id,
                tuple((who, name) for who, name in chairs if who is not None),
            ),
        ),
        _("Set the priority"),
        about=case.priority_reason,
    )


def pause() -> Question:
    """Ask why a case rests, and until when."""
    return Question(
        _("Pause the case"),
        (
            Ask(
                "pause_reason",
                _("Why"),
                Kind.CHOICE,
                None,
                choices_of(PauseReason, _("Choose")),
            ),
            Ask("look_again_on", _("Look again on"), Kind.DAY, None),
            Ask("reason", _("What to say about it"), Kind.LINE, "", hint=_("May stay empty.")),
        ),
        _("Pause"),
        about=_("On that day it is on the agenda again."),
    )


def resume() -> Question:
    """Ask what has changed."""
    return Question(
        _("Take the case up again"),
        (Ask("reason", _("What has changed"), Kind.LINE, "", hint=_("May stay empty.")),),
        _("Take it up again"),
    )


def close() -> Question:
    """Ask for everything that would be left unsaid when a case ends."""
    unless_died = ("close_reason", _NOT_DIED)
    return Question(
        _("Ready to step down?"),
        (
            Ask(
                "close_reason",
                _("Why the case closes"),
                Kind.CHOICE,
                None,
                choices_of(CloseReason, _("Choose")),
            ),
            Ask(
                "close_note",
                _("What to say about it"),
                Kind.TEXT,
                "",
                hint=_("Needed where somebody takes over: which forum, to whom, which plan."),
            ),
            Ask(
                "person_told",
                _("Has the person been told?"),
                Kind.CHOICE,
                None,
                choices_of(Answer, _("Nobody has asked yet")),
                only_for=unless_died,
            ),
            Ask(
                "remaining_risk",
                _("What risk remains"),
                Kind.TEXT,
                "",
                only_for=unless_died,
            ),
            Ask(
                "risk_held_by",
                _("Who holds it"),
                Kind.LINE,
                "",
                only_for=unless_died,
            ),
            Ask("learning", _("What we learned"), Kind.TEXT, ""),
        ),
        _("Close the case"),
        about=_("The lead and the live plan end with it; the versions of the plan stay."),
    )


def reopen() -> Question:
    """Ask why somebody comes back."""
    return Question(
        _("Open the case again"),
        (Ask("reason", _("Why now"), Kind.TEXT, ""),),
        _("Open it again"),
        about=_("A new period begins, with the last plan as a draft. A lead is to be agreed."),
    )


def _who_leads(offered: Offered) -> Ask:
    return Ask(
        "professional_id",
        _("Who"),
        Kind.FIND,
        None,
        ((None, ""), *((one.id, _worker(one)) for one in offered.leads)),
        hint=_("Type part of a name, a job or an agency."),
    )


def _worker(one: PossibleLead) -> str:
    return ", ".join(filter(None, (one.name, one.job, one.agency)))


def _in_post(page: DirectoryPage) -> Choices:
    return tuple((one.id, f"{one.name}, {one.agency}") for one in page.professionals)


def _told(title: str) -> Ask:
    words = choices_of(Answer, _("Nobody has asked yet"))
    return Ask("person_told", title, Kind.CHOICE, None, words)
