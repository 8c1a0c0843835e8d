"""The forms about steps, the new home and the housing log; no Qt."""

from collections.abc import Sequence
from datetime import date

from coordinator.domain.cases.protocols import PlannedStep, ProtocolRow, StepRow
from coordinator.domain.cases.rules import CasePeriod
from coordinator.domain.housing import ApplicationRow, ConstraintRow
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.states import HousingStep, ProtocolStatus, Sensitivity
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.shared.keeping_forms import Named
from coordinator.wording.holding import (
    application_words,
    constraint_words,
    planned_steps_words,
)
from coordinator.wording.labels import label
from coordinator.wording.translation import _

_REFUSED = ("status", frozenset({HousingStep.REFUSED}))


def start(steps: Sequence[PlannedStep], today: date) -> Question:
    """Ask why a protocol begins, and show what it brings."""
    return Question(
        _("They have stopped taking part"),
        (Ask("why", _("What has happened"), Kind.TEXT, ""),),
        _("Begin the steps"),
        about="\n".join(planned_steps_words(steps, today)),
    )


def take(step: StepRow, today: date) -> Question:
    """Ask what came of a step."""
    return Question(
        _("A step was taken"),
        (
            Ask("note", _("What came of it"), Kind.TEXT, ""),
            Ask("done_on", _("Day"), Kind.DAY, today),
        ),
        _("Keep it"),
        about=step.text,
    )


def arrange(step: StepRow, named: Named) -> Question:
    """Ask who takes a step, and by when."""
    return Question(
        _("Who, and by when"),
        (
            Ask("owner_id", _("Who"), Kind.FIND, step.owner_id, named.workers),
            Ask(
                "due_on",
                _("By"),
                Kind.DAY,
                step.due_on,
                hint=_("A day on which offices are closed moves to the next one."),
            ),
        ),
        _("Keep it"),
        about=step.text,
    )


def end(row: ProtocolRow) -> Question:
    """Ask how a protocol ends; that they took part again is proposed."""
    usual = ProtocolStatus.BACK_IN_TOUCH if row.met_on else None
    if usual is None and not row.open_steps:
        usual = ProtocolStatus.COMPLETED
    ends = (ProtocolStatus.BACK_IN_TOUCH, ProtocolStatus.COMPLETED, ProtocolStatus.STOPPED)
    return Question(
        _("How it ends"),
        (
            Ask(
                "how",
                _("How"),
                Kind.CHOICE,
                usual or ProtocolStatus.STOPPED,
                tuple((one, label(one)) for one in ends),
            ),
            Ask("end_note", _("What to say about it"), Kind.TEXT, ""),
        ),
        _("End the steps"),
        about=_("The case stays open: closing it is the panel's decision."),
    )


def home(case: CasePeriod) -> Question:
    """Ask what was agreed about a new home."""
    agreed = case.move_in
    return Question(
        _("The new home"),
        (
            Ask("moved_in_on", _("Moved in on"), Kind.DAY, agreed.moved_in_on),
            Ask(
                "contact_every",
                _("Days between two contacts"),
                Kind.NUMBER,
                agreed.contact_every,
                hint=_("At most 90. Empty: nobody is reminded."),
            ),
            Ask("contact_rhythm", _("In words"), value=agreed.contact_rhythm),
            Ask(
                "tenancy_contact",
                _("Who holds the contact with the landlord"),
                value=agreed.tenancy_contact,
            ),
        ),
        _("Save"),
    )


def apply(named: Named) -> Question:
    """Ask who was asked for a home."""
    return Question(
        _("An application for a home"),
        (
            Ask("provider_id", _("Provider"), Kind.FIND, None, named.agencies),
            Ask("provider", _("Or by name"), hint=_("A landlord who is not in the directory.")),
            Ask("what", _("For what")),
            Ask("applied_on", _("Day"), Kind.DAY, named.today),
        ),
        _("Keep it"),
    )


def answer(one: ApplicationRow, steps: Sequence[HousingStep], today: date) -> Question:
    """Ask what the provider said; a refusal asks for its reason and words."""
    listed = tuple((step, label(step)) for step in steps)
    return Question(
        _("What came of it"),
        (
            Ask("status", _("What they said"), Kind.CHOICE, steps[0], listed),
            Ask("status_on", _("Day"), Kind.DAY, today),
            Ask(
                "refusal",
                _("Why"),
                Kind.CHOICE,
                None,
                choices_of(HousingRefusal, _("Choose")),
                only_for=_REFUSED,
            ),
            Ask("refusal_words", _("In their own words"), Kind.TEXT, "", only_for=_REFUSED),
            Ask("appeal_by", _("Last day to appeal"), Kind.DAY, None, only_for=_REFUSED),
        ),
        _("Keep it"),
        about=application_words(one),
    )


def appeal(one: ApplicationRow, today: date) -> Question:
    """Ask for the day of an appeal and its grounds."""
    return Question(
        _("An appeal"),
        (
            Ask("note", _("On what grounds"), Kind.TEXT, ""),
            Ask("on", _("Day"), Kind.DAY, today),
        ),
        _("Keep it"),
        about=application_words(one),
    )


def appeal_result(one: ApplicationRow, today: date) -> Question:
    """Ask what became of an appeal."""
    results = choices_of(AppealResult, _("Choose"))
    return Question(
        _("What became of the appeal"),
        (
            Ask("result", _("Result"), Kind.CHOICE, None, results),
            Ask("on", _("Day"), Kind.DAY, today),
            Ask("note", _("What to say about it"), Kind.TEXT, one.appeal_note),
        ),
        _("Keep it"),
        about=application_words(one),
    )


def barrier(one: ApplicationRow) -> Question:
    """Make sure that a refusal is to be named as a barrier."""
    return Question(
        _("Name it as a barrier"),
        (),
        _("Name the barrier"),
        about=_("{provider}: {words}", provider=one.provider, words=one.refusal_words)
        if one.refusal_words
        else one.provider,
    )


def constraint() -> Question:
    """Ask what a home must allow for."""
    kinds = choices_of(ConstraintKind, _("Choose"))
    usual = ((None, _("As such a thing usually is")),)
    sight = (Sensitivity.STANDARD, Sensitivity.RESTRICTED)
    return Question(
        _("What a home must allow for"),
        (
            Ask("constraint", _("What"), Kind.CHOICE, None, kinds),
            Ask("details", _("More about it"), hint=_("How far from where; how many.")),
            Ask(
                "sensitivity",
                _("Who may know"),
                Kind.CHOICE,
                None,
                (*usual, *((one, label(one)) for one in sight)),
                hint=_("Arson, a register and offences usually are restricted."),
            ),
        ),
        _("Keep it"),
    )


def end_constraint(one: ConstraintRow) -> Question:
    """Ask why it no longer holds."""
    return Question(
        _("It no longer holds"),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Take it off"),
        about=constraint_words(one),
    )
