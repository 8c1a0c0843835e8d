"""Finding in a text whom on file it names: told while it is typed, refused where nobody may be.

Everybody on file is looked for, also those whom the sitter may not see: what is told is only that
a word of the sitter's own text is somebody's name.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.hiding import hiding_for
from coordinator.casework.need_to_know.sharing import visible
from coordinator.db.models import Panel
from coordinator.db.transaction import Reading
from coordinator.domain.learning.themes import ThemeRow
from coordinator.domain.need_to_know.hiding import About, Hiding, Telling
from coordinator.domain.need_to_know.names_in_texts import (
    check_nobody_named,
    references_in,
    without_references,
)
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.roles import Right
from coordinator.domain.stuck.gaps import GapRow
from coordinator.wording.translation import _

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", GapRow, ThemeRow)
_NOBODY = About(None)


def find_names(desk: Desk, texts: Mapping[str, str]) -> dict[str, tuple[Telling, ...]]:
    """Give what tells of somebody in each text; for texts in which nobody may be named."""
    with desk.read(Right.DECIDE) as look:
        return names_in(desk, look, texts)


def refuse_names(
    desk: Desk, look: Reading, texts: Mapping[str, str], *, nobody_is_meant: bool
) -> None:
    """Refuse texts that name somebody on file.

    Raises:
        InvalidFieldsError: `names-somebody`, `may-name-somebody`.
    """
    check_nobody_named(names_in(desk, look, texts), nobody_is_meant=nobody_is_meant)


def names_in(
    desk: Desk, look: Reading, texts: Mapping[str, str]
) -> dict[str, tuple[Telling, ...]]:
    """Give what tells of somebody in each text; texts without any are left out."""
    said = {field: text for field, text in texts.items() if text.strip()}
    if not said:
        return {}
    hiding, prefix = _hiding(desk, look, said.values()), _prefix(look)
    found = {
        field: (*references_in(text, prefix), *hiding.telling(text))
        for field, text in said.items()
    }
    return {field: tellings for field, tellings in found.items() if tellings}


def without_names(desk: Desk, look: Reading, texts: Mapping[str, str]) -> dict[str, str]:
    """Take out of texts what tells of somebody beyond doubt; plain words that are names stay."""
    found, instead = names_in(desk, look, texts), _("[hidden]")
    clean = dict(texts)
    for key, tellings in found.items():
        for one in sorted(tellings, key=lambda one: -len(one.words)):
            if one.beyond_doubt:
                clean[key] = clean[key].replace(one.words, instead)
    return clean


def rows_naming_nobody(
    desk: Desk, look: Reading, rows: Collection[R], texts: Collection[str]
) -> tuple[R, ...]:
    """Give rows without what tells of somebody beyond doubt in any of these of their texts."""
    said = {f"{row.id.hex} {name}": getattr(row, name) for row in rows for name in texts}
    clean = without_names(desk, look, said)

    def told(row: R) -> dict[str, Any]:
        return {name: clean[f"{row.id.hex} {name}"] for name in texts}

    return tuple(replace(row, **told(row)) for row in rows)


def name_nobody(desk: Desk, look: Reading, texts: Mapping[K, str]) -> dict[K, str]:
    """Write texts without anybody's name, initials, number or reference."""
    hiding, prefix = _hiding(desk, look, texts.values()), _prefix(look)
    instead = _("[hidden]")
    return {
        key: without_references(hiding.hide(text), prefix, instead) for key, text in texts.items()
    }


def hiding_from(desk: Desk, look: Reading, texts: Iterable[str], reader: Reader) -> Hiding:
    """Give what hides people in texts that a reader gets who may hear of some of them.

    A single word that is somebody's name is hidden. Only a whole name, of somebody both the
    sitter and the reader may see, stands as initials and reference.
    """
    return hiding_for(
        look,
        texts,
        today=(),
        about=_NOBODY,
        heard=lambda people: visible(look, reader, visible(look, desk.reader(look), people)),
        on=desk.today(),
    )


def with_initials(
    desk: Desk, texts: Sequence[str], *, people: Collection[UUID], reader: Reader | None
) -> tuple[str, ...]:
    """Write initials and reference for whoever is named in texts that leave for a reader.

    Args:
        desk: Who asks.
        texts: What leaves.
        people: Who is likely to be named: a part of their name is enough.
        reader: For whom; whom they must not hear of is not written by initials either. Nobody
            is the sitter.
    """

    def heard(some: Collection[UUID]) -> Collection[UUID]:
        if reader is None:
            return some
        kept_from = look.readers.not_told(some)
        entries = {one: Entry(one, not_told=kept_from.get(one, frozenset())) for one in some}
        return {one for one, entry in entries.items() if may_see(reader, entry)}

    with desk.read(reader=reader) as look:
        on = desk.today()
        hiding = hiding_for(look, texts, today=people, about=_NOBODY, heard=heard, on=on)
    return tuple(map(hiding.initialled, texts))


def _prefix(look: Reading) -> str:
    return look.get(Panel, look.info.panel_id).prefix


def _hiding(desk: Desk, look: Reading, texts: Iterable[str]) -> Hiding:
    return hiding_for(
        look,
        texts,
        today=(),
        about=_NOBODY,
        heard=lambda _people: (),
        on=desk.today(),
    )
