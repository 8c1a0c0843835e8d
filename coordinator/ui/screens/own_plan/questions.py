"""The forms of the page of My plan; no Qt."""

from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.voice.own_plans import OwnPlanView, Part
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.own_plan.wishes import OpenOwnPlan
from coordinator.wording.labels import label
from coordinator.wording.own_plans import hint_of, title_of
from coordinator.wording.translation import _

_BY_HAND = (Channel.PRINTED, Channel.SECURE_MAIL, Channel.SPOKEN)


def writing(plan: OwnPlanView, part: Part) -> Question:
    """Ask for the sentences of one part, a line each."""
    lines = plan.words.get(part, ())
    hint = hint_of(part) or _("One idea to a line. Short words are best.")
    kind = Kind.LINE if part is Part.CALLED else Kind.TEXT
    text = "\n".join(lines)
    return Question(title_of(part), (Ask(part.value, title_of(part), kind, text, hint=hint),),
                    _("Save"))  # fmt: skip


def signing(opened: OpenOwnPlan) -> Question:
    """Ask whether it can be signed off, and about whoever is named in it."""
    asks: tuple[Ask, ...] = ()
    plan = opened.plan
    if plan.namings:
        told = "; ".join(dict.fromkeys(one.words for one in plan.namings))
        asks = (
            Ask(
                "names_agreed",
                _("It tells of: {words}", words=told),
                Kind.TICK,
                value=False,
                choices=((True, _("They agreed to it, and no secret address is told")),),
            ),
        )
    about = _(
        "{name} leads and has read it through. Your name stands under it: where you do not lead "
        "yourself, the copy says that you signed it off.",
        name=plan.lead,
    )
    return Question(_("Sign My plan off"), asks, _("Sign it off"), about=about)


def giving(opened: OpenOwnPlan) -> Question:
    """Ask when and how the person was given it."""
    return Question(
        _("They were given it"),
        (
            Ask("on", _("On which day"), Kind.DAY, opened.today),
            Ask(
                "variant",
                _("Which form"),
                Kind.CHOICE,
                OwnPlanVariant.EASY_READ,
                choices_of(OwnPlanVariant),
            ),
            Ask(
                "channel",
                _("How"),
                Kind.CHOICE,
                Channel.PRINTED,
                tuple((one, label(one)) for one in _BY_HAND),
            ),
        ),
        _("Save"),
        about=_("It is recorded as told to the person, with the copy that was made last."),
    )


def viewing(plan: OwnPlanView) -> Question:
    """Ask what the person thinks of it."""
    return Question(
        _("What they think of it"),
        (
            Ask("view", _("They are"), Kind.CHOICE, plan.view,
                choices_of(OwnView, _("Nobody has asked yet"))),
            Ask("said", _("In their words"), Kind.TEXT, plan.view_said),
        ),
        _("Save"),
    )  # fmt: skip
