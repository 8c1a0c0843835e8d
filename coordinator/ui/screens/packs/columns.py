"""The list of recipients, column by column; no Qt beyond what tables are described with."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from coordinator.domain.disclosing.packs import PackRow
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.packs import variant_words
from coordinator.wording.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient, and whether their pack goes out."""

    row: PackRow
    goes: bool


def lines(rows: Collection[PackRow], held_back: Collection[UUID]) -> tuple[Line, ...]:
    """Give each recipient a line."""
    return tuple(Line(row, row.refused is None and row.to.key not in held_back) for row in rows)


def columns() -> tuple[Column[Line], ...]:
    """Describe the recipients."""
    return (
        Column(_("Recipient"), text=_name, share=3, width=150),
        Column(_("Agency"), text=lambda one: one.row.to.agency_name, share=3, width=150, keep=3),
        Column(_("Pack"), text=_variant, width=132),
        Column(_("People"), text=_people, width=84, keep=2),
        Column(_("Stands"), text=_stands, mark=_stands_mark, width=150),
        Column(_("Locked"), text=_locked, width=120, keep=1),
    )


def _name(one: Line) -> str:
    return one.row.to.name or one.row.to.seat


def _variant(one: Line) -> str:
    return "" if one.row.refused else variant_words(one.row.variant)


def _people(one: Line) -> str:
    return "" if one.row.refused else str(len(one.row.people))


def _locked(one: Line) -> str:
    if one.row.refused is not None:
        return ""
    return _("Password") if one.row.needs_password else _("Secure e-mail")


def _stands(one: Line) -> str:
    if one.row.refused is not None:
        return _("No pack")
    if not one.goes:
        return _("Waits: deputy") if one.row.waits else _("Held back")
    if one.row.prompts:
        count = len(one.row.prompts)
        return ngettext("{count} reason wanted", "{count} reasons wanted", count)
    return _("Goes out")


def _stands_mark(one: Line) -> Mark:
    if one.row.refused is not None or not one.goes:
        return Mark(_stands(one), Tone.NEUTRAL, "circle")
    if one.row.prompts:
        return Mark(_stands(one), Tone.CAREFUL, "circle-alert")
    return Mark(_stands(one), Tone.GOOD, "circle-check")
