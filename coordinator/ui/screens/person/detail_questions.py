"""The forms about who somebody is and what may be shared about them; no Qt."""

from coordinator.domain.lists.people import HousingStatus
from coordinator.domain.lists.sharing import (
    ToldAboutPanel,
)
from coordinator.domain.person.pages import AliasRow, IdentifierRow, PersonPage
from coordinator.domain.states import Answer
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.screens.person.death_questions import REVIEWS
from coordinator.wording.translation import _

_NOT_TOLD = frozenset({ToldAboutPanel.NOT_YET, ToldAboutPanel.NO})


def names(page: PersonPage) -> Question:
    """Ask how somebody is called and when they were born."""
    name, one = page.person.name, page.details
    return Question(
        _("Names and birth"),
        (
            Ask("given_name", _("Given name"), Kind.LINE, name.given),
            Ask("family_name", _("Family name"), Kind.LINE, name.family),
            Ask("preferred_name", _("Name they chose"), Kind.LINE, name.preferred),
            Ask("pronouns", _("Pronouns"), Kind.LINE, one.pronouns),
            Ask("born_on", _("Date of birth"), Kind.DAY, page.person.born_on),
            Ask(
                "estimated_age",
                _("Age, if only guessed"),
                Kind.NUMBER,
                one.estimated_age,
                hint=_("In years."),
            ),
            Ask("gender", _("Gender, in their words"), Kind.LINE, one.gender),
            Ask("ethnicity", _("Ethnicity, in their words"), Kind.LINE, one.ethnicity),
        ),
        _("Save"),
    )


def reach(page: PersonPage) -> Question:
    """Ask how somebody is reached and where they stay."""
    one = page.details
    return Question(
        _("Contact and places"),
        (
            Ask("phone", _("Telephone"), Kind.LINE, one.phone),
            _yes_or_no("safe_to_call", _("Safe to call?"), one.safe_to_call),
            Ask("safe_contact", _("How to get in touch safely"), Kind.TEXT, one.safe_contact),
            Ask("communication", _("Communication"), Kind.LINE, one.communication),
            Ask("language", _("Language"), Kind.LINE, one.language),
            _yes_or_no("needs_interpreter", _("Needs an interpreter?"), one.needs_interpreter),
            Ask("usual_places", _("Usual places"), Kind.LINE, one.usual_places),
            Ask("place", _("Town or area"), Kind.LINE, one.place),
            Ask("address", _("Last known address"), Kind.TEXT, one.address),
            Ask(
                "housing",
                _("Housing"),
                Kind.CHOICE,
                one.housing,
                choices_of(HousingStatus, _("Nobody has asked yet")),
            ),
        ),
        _("Save"),
    )


def about(page: PersonPage) -> Question:
    """Ask for what else a worker should know."""
    one = page.details
    return Question(
        _("Other details"),
        (
            Ask("gp", _("GP"), Kind.LINE, one.gp),
            Ask(
                "children_affected",
                _("Are children affected?"),
                Kind.CHOICE,
                one.children_affected,
                choices_of(Answer, _("Nobody has asked yet")),
            ),
            Ask("mobility", _("Mobility"), Kind.LINE, one.mobility),
            Ask("pets", _("Pets"), Kind.LINE, one.pets),
        ),
        _("Save"),
    )


def alias() -> Question:
    """Ask for another name."""
    return Question(
        _("Another name"), (Ask("name", _("Also known as"), Kind.LINE, ""),), _("Add the name")
    )


def drop_alias(row: AliasRow) -> Question:
    """Ask why a name is not theirs."""
    return Question(_("Take off: {name}", name=row.name), _why_not(), _("Take it off"))


def number() -> Question:
    """Ask for a number somebody has elsewhere."""
    return Question(
        _("A number held elsewhere"),
        (
            Ask(
                "issuer", _("Who gave it"), Kind.LINE, "", hint=_("Such as NHS, police, housing.")
            ),
            Ask("value", _("Number"), Kind.LINE, ""),
        ),
        _("Add the number"),
    )


def drop_number(row: IdentifierRow) -> Question:
    """Ask why a number is not theirs."""
    title = _("Take off the number of: {issuer}", issuer=row.issuer)
    return Question(title, _why_not(), _("Take it off"), about=row.value)


def death() -> Question:
    """Ask when somebody died and who told the panel."""
    return Question(
        _("Record that the person has died"),
        (
            Ask("died_on", _("Died on"), Kind.DAY, None),
            Ask("death_source", _("Who told the panel"), Kind.LINE, ""),
            Ask(
                "death_review",
                _("Review that follows"),
                Kind.LINE,
                "",
                tuple((_(one), _(one)) for one in REVIEWS),
                hint=_("Such as a Safeguarding Adults Review; may stay empty."),
            ),
        ),
        _("Record it"),
        about=_("From then on what is kept no longer changes. The case is closed separately."),
    )


def death_withdrawn() -> Question:
    """Ask why a death was recorded that was none."""
    return Question(
        _("The person has not died"),
        (Ask("reason", _("How the error came about"), Kind.TEXT, ""),),
        _("Take it back"),
    )


def _why_not() -> tuple[Ask, ...]:
    return (Ask("reason", _("Why"), Kind.LINE, "", hint=_("May stay empty.")),)


def _yes_or_no(name: str, title: str, value: bool | None) -> Ask:  # noqa: FBT001 - as it is kept
    listed = ((None, _("Nobody has asked yet")), (True, _("Yes")), (False, _("No")))
    return Ask(name, title, Kind.CHOICE, value, listed)
