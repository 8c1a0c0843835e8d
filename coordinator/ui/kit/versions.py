"""Agreed versions of a plan: a line for each, what it changed, and what it said."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.plans.differences import Difference
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.views import VersionRow, VersionView
from coordinator.ui.kit.boxes import column, holder, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.wording import dates
from coordinator.wording.differences import SECTION_NAMES, began, difference_words
from coordinator.wording.translation import _

Read = Callable[[VersionRow], None]


def version_lines(
    rows: Sequence[VersionRow], shown: VersionView | None, read: Read
) -> list[QWidget]:
    """Give a line for each version; the one that is shown is told below its line."""
    parts: list[QWidget] = []
    for one in rows:
        parts.append(_version(one, read))
        if shown is not None and shown.row.id == one.id:
            parts.append(_told(shown))
    return parts


def change_lines(found: Sequence[Difference]) -> list[QWidget]:
    """Say what differs, a line for each."""
    return [label(f"• {began(words)}", wraps=True) for words in difference_words(found)]


def _version(one: VersionRow, read: Read) -> QFrame:
    title = _("Version {number}, {day}", number=one.number, day=dates.plain_day(one.agreed_on))
    where = (
        _("Agreed at {meeting}", meeting=one.agreed_at)
        if one.agreed_at
        else _("Agreed by {name} without a meeting", name=one.decided_by or _("the chair"))
    )
    told = [label(title, "strong", wraps=True), label(where, "quiet", wraps=True)]
    if one.reason:
        told.append(label(one.reason, "quiet", wraps=True))
    show = button(_("Read"), "link", name=_("Read version {number}", number=one.number))
    show.clicked.connect(lambda: read(one))
    return ruled(wide(holder(column(*told, gap=2))), show)


def _told(version: VersionView) -> QWidget:
    parts: list[QWidget] = []
    if version.changes:
        parts += [label(_("What it changed"), "strong"), *change_lines(version.changes)]
    for place, goal in enumerate(version.snapshot.goals, 1):
        words = goal.own_words or goal.panel_words
        parts += [label(_("Goal {place}", place=place), "strong"), label(words, wraps=True)]
    for name in SECTIONS:
        if text := version.snapshot.text.get(name, "").strip():
            parts += [label(_(SECTION_NAMES[name]), "strong"), label(text, wraps=True)]
    print_ = _("Fingerprint {code}", code=version.row.fingerprint[:16])
    return holder(column(*parts, label(print_, "quiet", wraps=True)))
