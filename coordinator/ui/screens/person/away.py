"""What a person's page says of work that went away: what stayed, what was not taken over."""

from collections.abc import Collection, Iterator
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.domain.exchange.away_pages import AwayBeside, HeldEntry
from coordinator.ui.kit.boxes import card, column, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.wording.away_pages import (
    aside_lines,
    entry_words,
    held_lines,
    held_reasons,
    stayed_words,
)
from coordinator.wording.translation import _


def stayed_line(opened: OpenedPerson) -> list[QWidget]:
    """Say quietly that not everything about them went along."""
    return [label(stayed_words(), "quiet", wraps=True)] if opened.away.stayed else []


def aside_of(away: AwayBeside, record: UUID) -> Iterator[QWidget]:
    """Say beside an entry what of it was kept aside."""
    lines = aside_lines(away.held_of(record), away.spoken, named=not away.is_away)
    return (label(words, "quiet", wraps=True) for words in lines)


def aside_card(opened: OpenedPerson) -> list[QWidget]:
    """List what is kept aside of entries that do not stand on the page."""
    besides = opened.away.held_besides(_beside_it(opened))
    if not besides:
        return []
    told = (
        _("The panel did not take this over.")
        if opened.away.is_away
        else _("Nothing of it is on file. It is taken over or left under Away and back.")
    )
    rows = [_row(one, opened.away) for one in besides]
    return [card(heading(_("Kept aside")), label(told, "quiet", wraps=True), *rows)]


def _beside_it(opened: OpenedPerson) -> Collection[UUID]:
    """Name the entries that say it themselves."""
    if (plan := opened.plan) is None:
        return ()
    return {plan.id, *(one.line.id for one in plan.goals), *(one.id for one in plan.actions)}


def _row(one: HeldEntry, away: AwayBeside) -> QWidget:
    words = entry_words(one.kind, one.record, one.person, away.spoken)
    lines = [label(said, wraps=True) for said in held_lines(one, away.spoken)]
    why = held_reasons(one)
    by = _("{name}: {why}", name=one.by, why=why) if one.by and not away.is_away else why
    parts = (label(words, "strong", wraps=True), *lines, label(by, "quiet", wraps=True))
    return ruled(widened(holder(column(*parts, gap=2))))
