"""An agency's copy of a sheet: who else is named in what workers typed is hidden from it.

A sheet is carried through the streets, and an agency is told of those it looks for and no others.
Where somebody is and how to reach them stays readable: only names are taken out of that.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import hiding_from
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.hiding import About, Hiding
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outreach import Sheet, SheetLine
from coordinator.domain.people.contacts import ContactRow

Hide = Callable[[str], str]


def named_for(desk: Desk, look: Reading, sheet: Sheet, reader: Reader) -> Sheet:
    """Write a sheet so that whoever may not be named to a reader is not.

    Somebody beyond doubt whom the reader may hear of stands as initials and reference.
    """
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _rewritten(sheet, lambda _line: (note, note))
    hiding = hiding_from(desk, look, texts, reader)
    return _rewritten(sheet, lambda line: _of(line, hiding))


def _of(line: SheetLine | None, hiding: Hiding) -> tuple[Hide, Hide]:
    about = About(line.person) if line is not None else None
    return partial(hiding.hide, about=about), partial(hiding.hide_names, about=about)


def _rewritten(sheet: Sheet, hides: Callable[[SheetLine | None], tuple[Hide, Hide]]) -> Sheet:
    """Rewrite every typed text, those that say where with names alone hidden."""
    _hide, hide_names = hides(None)
    lines = tuple(_line(one, *hides(one)) for one in sheet.lines)
    return replace(sheet, area=hide_names(sheet.area), lines=lines)


def _line(one: SheetLine, hide: Hide, hide_names: Hide) -> SheetLine:
    return replace(
        one,
        where=hide_names(one.where),
        safe_contact=hide_names(one.safe_contact),
        why=hide(one.why),
        warnings=tuple(
            replace(warning, text=hide(warning.text), source=hide(warning.source))
            for warning in one.warnings
        ),
        tries=tuple(_contacts(one.tries, hide)),
        actions=tuple(replace(due, text=hide(due.text)) for due in one.actions),
        contact=next(iter(_contacts([one.contact], hide)), None) if one.contact else None,
    )


def _contacts(found: Iterable[ContactRow], hide: Hide) -> Iterable[ContactRow]:
    return (
        replace(one, place=hide(one.place), words=hide(one.words), note=hide(one.note))
        for one in found
    )
