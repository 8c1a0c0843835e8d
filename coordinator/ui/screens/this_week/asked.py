"""What people asked for and nobody has answered, on the first screen: one's own first."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.people.wishes import WishRow
from coordinator.ui.kit.boxes import card, column, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext
from coordinator.wording.voice import owner_words

_MOST = 3


def asked_card(
    wishes: Sequence[WishRow],
    sitter: UUID | None,
    today: date,
    open_person: Callable[[object], object],
    seen: TellSeen,
    more: Callable[[], object],
) -> QFrame:
    """Show what waits for an answer, the sitter's own first, then the oldest; `more` shows all."""
    ordered = sorted(wishes, key=lambda one: (one.owner.id != sitter, one.asked_on))
    own = sum(one.owner.id == sitter for one in wishes)
    count = ngettext("{count} waits", "{count} wait", len(wishes))
    if own:
        yours = ngettext("{count} is yours", "{count} are yours", own)
        count = f"{count}, {yours}"
    head = row(
        widened(heading(_("Asked, not answered"))), Chip(Mark(count, Tone.CAREFUL, "clock"))
    )
    lines = [_line(one, today, open_person, seen) for one in ordered[:_MOST]]
    left = len(wishes) - _MOST
    every = button(_("Every wish that waits"), "link")
    every.clicked.connect(more)
    rest = ngettext("and {count} more", "and {count} more", left) if left > 0 else ""
    return card(holder(head), *lines, holder(row(label(rest, "quiet"), None, every)))


def _line(
    wish: WishRow, today: date, open_person: Callable[[object], object], seen: TellSeen
) -> QFrame:
    name = (
        listed(wish.name, wish.reference, initials_only=wish.initials_only)
        if wish.name
        else wish.reference
    )
    opener = button(_("Open"), "link", name=_("Open {name}", name=name))
    opener.clicked.connect(lambda: open_person(wish.person_id))
    about = _(
        "Asked {ago}. {who} answers.",
        ago=dates.ago(wish.asked_on, today),
        who=owner_words(wish.owner).capitalize()
        if wish.owner.needs_owner
        else owner_words(wish.owner),
    )
    parts: list[QWidget] = [
        label(name, "strong", wraps=True),
        label(_("“{words}”", words=wish.words), wraps=True),
        label(joined(seen(wish.person_id), about), "quiet", wraps=True),
    ]
    words = widened(holder(column(*parts, gap=0)))
    late = [Chip(Mark(_("Promised before"), Tone.CAREFUL, "clock"))] if wish.late else []
    return ruled(words, *late, opener)
