"""What could be raised at the first level, agency by agency: shown, never raised by itself."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.accountability import Proposal, ProposedAction
from coordinator.ui.kit.boxes import card, column, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.wording.accountability import proposal_words, proposed_words, repeated_words
from coordinator.wording.translation import _

_MOST = 5
OpenAction = Callable[[ProposedAction], object]
OpenAgency = Callable[[UUID | None], object]
Raise = Callable[[tuple[Proposal, ProposedAction | None]], object]


def proposal_cards(
    proposals: Sequence[Proposal],
    today: date,
    open_action: OpenAction,
    open_agency: OpenAgency,
    raise_it: Raise,
) -> Iterator[QFrame]:
    """Give a card for each agency."""
    for one in proposals:
        shown = [
            _line(one, action, today, (open_action, raise_it)) for action in one.actions[:_MOST]
        ]
        yield card(
            _head(one, open_agency), *_why(one), *_repeated(one, raise_it), *shown, *_rest(one)
        )


def _head(one: Proposal, open_agency: OpenAgency) -> QWidget:
    name = one.name or _("Nobody owns them")
    every = button(
        _("Show their actions"), "link", name=_("Show the actions of {agency}", agency=name)
    )
    every.clicked.connect(lambda: open_agency(one.agency))
    return holder(row(widened(heading(name)), every))


def _why(one: Proposal) -> Iterator[QWidget]:
    """Say why, where the lines below do not say it all."""
    if one.actions:
        yield label(_("{why}.", why=proposal_words(one)), wraps=True)


def _line(
    one: Proposal, action: ProposedAction, today: date, does: tuple[OpenAction, Raise]
) -> QFrame:
    open_action, raise_it = does
    raiser = button(_("Raise it"), "link", name=_("Raise {name}", name=action.number))
    raiser.clicked.connect(lambda: raise_it((one, action)))
    opener = button(_("Open"), "link", name=_("Open {name}", name=action.number))
    opener.clicked.connect(lambda: open_action(action))
    about = [action.number, action.reference or _("the panel"), proposed_words(action, today)]
    words = column(
        label(action.text, wraps=True), label(", ".join(about), "quiet", wraps=True), gap=0
    )
    return ruled(widened(holder(words)), raiser, opener)


def _repeated(one: Proposal, raise_it: Raise) -> Iterator[QFrame]:
    """Give the line of what was said not to be done so often: no single action is meant."""
    if not one.not_done or one.agency is None:
        return
    what = repeated_words(one)
    raiser = button(_("Raise it"), "link", name=_("Raise {name}", name=what))
    raiser.clicked.connect(lambda: raise_it((one, None)))
    yield ruled(widened(label(what, wraps=True)), raiser)


def _rest(one: Proposal) -> Iterator[QWidget]:
    left = len(one.actions) - _MOST
    if left > 0:
        yield label(_("and {count} more", count=left), "quiet")
