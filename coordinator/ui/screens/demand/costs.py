"""Unit costs as cards: what stands, what can be done to it, what others published."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.domain.demand.views import CostPage, CostRow, PublicFigure
from coordinator.ui.kit.boxes import card, column, flow, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.wording.demand import INDICATIVE
from coordinator.wording.labels import label as words_for
from coordinator.wording.money import pounds
from coordinator.wording.translation import _

Ways = tuple[Callable[[], None], Callable[[CostRow], None], Callable[[CostRow], None]]


def cost_cards(page: CostPage, ways: Ways) -> list[QWidget]:
    """Show the unit costs, and the published figures beside them."""
    add, change, end = ways
    title = row(widened(heading(_("What one costs"))))
    if page.may_change:
        title.addWidget(_link(_("Add a unit cost"), "", add))
    lines = [_line(one, change, end, may_change=page.may_change) for one in page.costs]
    nothing = label(
        _("No unit cost was typed in, so nothing is shown in money. None comes with the program."),
        "quiet",
        wraps=True,
    )
    shown: list[QWidget] = list(lines) or [nothing]
    return [
        card(holder(title), label(_(INDICATIVE), "quiet", wraps=True), *shown),
        card(
            heading(_("What others published")),
            label(
                _(
                    "Of a person, not of one call or one visit. Nothing is worked out with these"
                    " figures."
                ),
                "quiet",
                wraps=True,
            ),
            *(_public(one) for one in page.public),
        ),
    ]


def _line(
    one: CostRow,
    change: Callable[[CostRow], None],
    end: Callable[[CostRow], None],
    *,
    may_change: bool,
) -> QWidget:
    name = words_for(one.measure)
    words = column(label(f"{name}: {pounds(one.pence)}", "strong", wraps=True), gap=2)
    about = _("Prices of {year}. {source}", year=one.price_year, source=one.source)
    words.addWidget(label(about, "quiet", wraps=True))
    if one.note:
        words.addWidget(label(one.note, "quiet", wraps=True))
    if may_change:
        words.addWidget(
            flow(
                _link(_("Change"), name, partial(change, one)),
                _link(_("Take it out of use"), name, partial(end, one)),
            )
        )
    return ruled(widened(holder(words)))


def _public(one: PublicFigure) -> QWidget:
    said = _("{pounds} {what}", pounds=pounds(one.pence), what=one.what)
    about = _("{year}: {source}.", year=one.year, source=one.source)
    words = column(label(said, wraps=True), label(about, "quiet", wraps=True), gap=2)
    return ruled(widened(holder(words)))


def _link(words: str, of: str, tell: Callable[[], None]) -> QPushButton:
    made = button(words, "link", name=": ".join(filter(None, (words, of))))
    made.clicked.connect(partial(_told, tell))
    return made


def _told(tell: Callable[[], None], _checked: object = None) -> None:
    tell()
