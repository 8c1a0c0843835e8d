"""What the panel is called, who runs it, and what is switched on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.directory.rules import PanelCard
from coordinator.domain.lists.panel import Feature
from coordinator.domain.panel.settings import PanelLine
from coordinator.ui.kit.boxes import (
    Columns,
    card,
    column,
    fill,
    flow,
    holder,
    refill,
    row,
    wide,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.panel.template import TemplateCard
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_ABOUT = {
    Feature.OFFERS: N_(
        "A card beside each plan for what agencies contribute, with amounts and conditions. Off,"
        " it is shown only where an offer was recorded."
    ),
    Feature.LONG_PLAN: N_(
        "Ten texts in each plan. Off, a plan asks for five: what matters, overall direction,"
        " warning signs, what happens if it breaks down and who to ring; others are shown where"
        " something is written in them."
    ),
    Feature.ASSESSMENTS: N_(
        "Tools with items and scores, filled in again and again for one person, and lists of"
        " factors. Off, they are shown only for people who were assessed."
    ),
    Feature.MONEY: N_(
        "Small sums for a person, asked for, decided and spent within the plan. Off, they are"
        " shown only where money was asked for."
    ),
    Feature.PLACES: N_(
        "Plans for a town or an estate, with groups, priorities and measures. Nobody is named in"
        " them. Off, they are shown only where one was written."
    ),
    Feature.THEMES: N_(
        "A register of issues of the whole area, with three bands each and how many cases show"
        " them. Off, it is shown only where an issue was written down."
    ),
}


_WAYS = {
    Feature.ASSESSMENTS: N_("Assessment tools"),
    Feature.MONEY: N_("Money"),
    Feature.PLACES: N_("Place plans and groups"),
    Feature.THEMES: N_("The register of themes"),
}
"""What is set up on a page of its own, once it is on."""


class FactsPart(QWidget):
    """The panel in facts.

    Signals:
        change_asked: They are to be changed.
        switched: Something is to be on or off (PanelLine, bool).
        open_asked: What belongs to something that is on is to be looked at (Feature).
    """

    change_asked = Signal()
    open_asked = Signal(object)
    switched = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.change = button(_("Change"), "primary", name=_("Change the panel"))
        self.change.clicked.connect(self.change_asked)
        self.template = TemplateCard()
        self._facts = QVBoxLayout()
        self._switches: dict[str, QCheckBox] = {}
        self._lines: dict[str, PanelLine] = {}
        self._ways: dict[str, QPushButton] = {}
        self._switched = QVBoxLayout()
        self._switched.setSpacing(px(M))
        told = label(
            _("Nothing that is on file is ever hidden by switching something off."),
            "quiet",
            wraps=True,
        )
        fill(
            self,
            card(row(wide(heading(_("What it is"))), self.change), self._facts, gap=M),
            card(heading(_("Off until you need it")), told, self._switched, gap=M),
            self.template,
            None,
            gap=L,
        )

    def show_panel(self, panel: PanelCard, *, letters_given: bool, may_edit: bool) -> None:
        """Show what the panel is and who runs it."""
        self.change.setVisible(may_edit)
        quorum = (
            ngettext("{count} agency", "{count} agencies", panel.quorum)
            if panel.quorum
            else _("Not decided")
        )
        letters = panel.prefix
        if letters_given:
            letters = _("{letters}; they stay, because references have them", letters=letters)
        left = (
            (_("Name"), panel.name),
            (_("Area"), panel.area),
            (_("Letters before each reference"), letters),
            (_("Marking of the papers"), words_for(panel.marking)),
        )
        right = (
            (_("Agencies that must be there"), quorum),
            (_("Chair"), panel.chair or _("Nobody")),
            (_("Vice-chair"), panel.vice_chair or _("Nobody")),
            (_("Coordinator"), panel.coordinator or _("Nobody")),
            (_("Deputy of the coordinator"), panel.deputy_coordinator or _("Nobody")),
        )
        refill(self._facts, [Columns(560, (_facts(left), 1), (_facts(right), 1))])

    def show_switches(self, lines: Sequence[PanelLine], *, may_edit: bool) -> None:
        """Show what is on."""
        for line in lines:
            self._lines[line.key] = line
            if line.key not in self._switches:
                self._make(line)
            switch = self._switches[line.key]
            switch.blockSignals(True)  # noqa: FBT003 - Qt takes no names
            switch.setChecked(line.details.get("on") is True)
            switch.blockSignals(False)  # noqa: FBT003 - Qt takes no names
            switch.setEnabled(may_edit)
            if (way := self._ways.get(line.key)) is not None:
                way.setVisible(switch.isChecked())

    def _make(self, line: PanelLine) -> None:
        feature = Feature(line.key)
        made = QCheckBox(words_for(feature))
        made.setAccessibleName(made.text())
        made.setAccessibleDescription(_(_ABOUT[feature]))
        made.toggled.connect(lambda on: self.switched.emit(self._lines[line.key], on))
        self._switches[line.key] = made
        about = label(_(_ABOUT[feature]), "quiet", wraps=True)
        parts: list[QWidget] = [made, about]
        if feature in _WAYS:
            way = button(_(_WAYS[feature]), "link")
            way.clicked.connect(lambda: self.open_asked.emit(feature))
            self._ways[line.key] = way
            parts.append(flow(way))
        self._switched.addWidget(holder(column(*parts, gap=2)))


def _facts(told: Sequence[tuple[str, str]]) -> QWidget:
    parts = [
        holder(
            column(
                label(name, "quiet", wraps=True),
                label(value or dates.not_recorded(), wraps=True),
                gap=2,
            )
        )
        for name, value in told
    ]
    return holder(column(*parts, None, gap=M))
