"""The forms of place plans and groups; no Qt. Nobody on file is named in any of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from coordinator.domain.actions.enforcement import KINDS_AGAINST, Against
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.places.views import (
    GroupSeatRow,
    PlaceActionRow,
    PlaceGroupRow,
    PlaceMeasureRow,
    PlacePlanRow,
    PlacePriorityRow,
)
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.ui.kit.thoughts import thought_asks
from coordinator.ui.shared.names_meant import nobody_meant
from coordinator.wording.translation import _

Choices = Sequence[tuple[UUID, str]]


def plan(row: PlacePlanRow | None, groups: Choices, places: Sequence[str]) -> Question:
    """Ask what a place plan is for, whose, and over which time."""
    named = tuple((one, one) for one in places)
    none = (None, _("No group yet"))
    asks = (
        Ask("place", _("Place"), Kind.LINE, row.place if row else "", named),
        Ask("title", _("What is it called?"), Kind.LINE, row.title if row else ""),
        Ask("group_id", _("Group"), Kind.CHOICE, row.group_id if row else None, (none, *groups)),
        Ask("from_on", _("First day"), Kind.DAY, row.from_on if row else None),
        Ask("to_on", _("Last day"), Kind.DAY, row.to_on if row else None),
        Ask("summary", _("What is it about?"), Kind.TEXT, row.summary if row else ""),
        nobody_meant(),
    )
    title = _("{number}: change", number=row.number) if row else _("New place plan")
    return Question(title, asks, _("Save") if row else _("Draft it"), about=_about())


def priority(row: PlacePriorityRow | None, agencies: Choices) -> Question:
    """Ask what a plan sets out to change."""
    none = (None, _("No agency alone"))
    owner = row.owner_agency_id if row else None
    asks = (
        Ask("title", _("What is to change?"), Kind.LINE, row.title if row else ""),
        Ask("why", _("Why here and now?"), Kind.TEXT, row.why if row else ""),
        Ask("owner_agency_id", _("Agency that leads"), Kind.FIND, owner, (none, *agencies)),
        nobody_meant(),
    )
    title = _("Change the priority") if row else _("New priority")
    return Question(title, asks, _("Save"), about=_about())


def measure(row: PlaceMeasureRow | None, priorities: Choices) -> Question:
    """Ask by what a plan is told to work."""
    whole = (None, _("The plan as a whole"))
    asks = (
        Ask(
            "title",
            _("What is measured?"),
            Kind.LINE,
            row.title if row else "",
            hint=_("Such as: residents who feel safe outside after dark."),
        ),
        Ask(
            "priority_id",
            _("Of which priority"),
            Kind.CHOICE,
            row.priority_id if row else None,
            (whole, *priorities),
        ),
        Ask("unit", _("Unit"), Kind.LINE, row.unit if row else "", hint=_("Such as: calls.")),
        Ask("baseline", _("Baseline"), Kind.LINE, row.baseline if row else ""),
        Ask("baseline_on", _("Baseline of"), Kind.DAY, row.baseline_on if row else None),
        Ask("target", _("Target"), Kind.LINE, row.target if row else ""),
        Ask("target_on", _("Target by"), Kind.DAY, row.target_on if row else None),
        Ask("source", _("Source"), Kind.LINE, row.source if row else ""),
        Ask(
            "caveat",
            _("What it cannot say"),
            Kind.TEXT,
            row.caveat if row else "",
            hint=_("Printed wherever the figure is."),
        ),
        nobody_meant(),
    )
    title = _("Change the measure") if row else _("New measure")
    return Question(title, asks, _("Save"), about=_about())


def reading(row: PlaceMeasureRow, today: date) -> Question:
    """Ask what a measure stood at."""
    asks = (
        Ask("value", _("What it stood at"), Kind.LINE, "", unit=row.unit),
        Ask("read_on", _("On which day"), Kind.DAY, today),
        Ask("source", _("Source"), Kind.LINE, row.source),
        nobody_meant(),
    )
    return Question(_("Record a figure"), asks, _("Record it"), about=row.title)


def action(row: PlacePriorityRow, people: Choices) -> Question:
    """Ask what is done about a priority, by whom and when, and how that is told."""
    asks = (
        Ask("text", _("What will be done?"), Kind.TEXT, "", hint=_("Specific, and within reach.")),
        Ask("measure", _("How is it told to be done?"), Kind.LINE, ""),
        Ask("owner_id", _("Who answers for it"), Kind.FIND, None, ((None, ""), *people)),
        Ask("coworkers", _("Who helps"), Kind.MANY, (), tuple(people)),
        Ask("due_on", _("By when"), Kind.DAY, None),
        Ask(
            "kind",
            _("Kind"),
            Kind.CHOICE,
            ActionKind.SUPPORT,
            choices_of(ActionKind),
            hint=_("Enforcement asks first what it does for victims."),
        ),
        *thought_asks(("kind", frozenset(KINDS_AGAINST))),
        nobody_meant(),
    )
    return Question(_("New action"), asks, _("Agree it"), about=row.title)


def change_action(one: PlaceActionRow) -> Question:
    """Ask how an action is said better; owner and date change on the list of actions.

    New words may name a measure against somebody: what it does is said with them.
    """
    by_its_words = KINDS_AGAINST.get(one.row.kind) is Against.WHEN_NAMED
    asks = (
        Ask("text", _("What will be done?"), Kind.TEXT, one.row.text),
        Ask("measure", _("How is it told to be done?"), Kind.LINE, one.measure),
        *(thought_asks() if by_its_words else ()),
        nobody_meant(),
    )
    return Question(_("{number}: change", number=one.row.number), asks, _("Save"), about=_about())


def group(row: PlaceGroupRow | None, groups: Choices, places: Sequence[str]) -> Question:
    """Ask who meets, about what, and until when."""
    kinds = tuple(one for one in choices_of(GroupKind) if one[0] is not GroupKind.PEOPLE)
    none = (None, _("Nobody"))
    named = tuple((one, one) for one in places)
    asks: list[Ask] = [Ask("name", _("Name"), Kind.LINE, row.name if row else "")]
    if row is None:
        asks.append(Ask("kind", _("Kind"), Kind.CHOICE, GroupKind.PLACE, kinds))
    others = tuple(one for one in groups if row is None or one[0] != row.id)
    asks += [
        Ask("place", _("Place"), Kind.LINE, row.place if row else "", named),
        Ask(
            "under_id", _("Set up by"), Kind.CHOICE, row.under_id if row else None, (none, *others)
        ),
        Ask("task", _("Task"), Kind.LINE, row.task if row else ""),
        Ask("until_on", _("Last day"), Kind.DAY, row.until_on if row else None),
    ]
    if row is None:
        asks.append(
            Ask(
                "with_seats",
                _("Seats"),
                Kind.TICK,
                value=True,
                choices=((True, _("Begin with the published seats of such a group")),),
            )
        )
    title = _("Change the group") if row else _("Set up a group")
    return Question(title, (*asks, nobody_meant()), _("Save"), about=_about())


def seat(agencies: Choices) -> Question:
    """Ask for a seat."""
    none = (None, _("An agency that is not in the directory"))
    asks = (
        Ask("name", _("Seat"), Kind.LINE, "", hint=_("A post, such as: Town Clerk.")),
        Ask("agency_id", _("Agency"), Kind.FIND, None, (none, *agencies)),
        Ask("vacant_since", _("Vacant since"), Kind.DAY, None),
    )
    return Question(_("New seat"), asks, _("Add it"))


def fill(row: GroupSeatRow, people: Choices) -> Question:
    """Ask who holds a seat."""
    none = (None, _("Somebody who is not in the directory"))
    asks = (
        Ask("holder_id", _("Who"), Kind.FIND, row.holder_id, (none, *people)),
        Ask("holder", _("Name"), Kind.LINE, "", only_for=("holder_id", frozenset({None}))),
    )
    return Question(_("Who holds it?"), asks, _("Save"), about=row.name)


def vacate(row: GroupSeatRow, today: date) -> Question:
    """Ask since when nobody holds a seat."""
    asks = (Ask("since", _("Vacant since"), Kind.DAY, today),)
    return Question(_("Nobody holds it"), asks, _("Save"), about=row.name)


def why(title: str, about: str, *, nobody: bool = True) -> Question:
    """Ask why something ends, is taken back or goes on."""
    asks: Iterable[Ask] = (Ask("reason", _("Why?"), Kind.TEXT, "", hint=_("No names.")),)
    return Question(title, (*asks, nobody_meant()) if nobody else tuple(asks), title, about=about)


def _about() -> str:
    return _("Nobody on file is named in a place plan.")
