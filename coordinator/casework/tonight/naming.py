"""An agency's copy of who holds tonight: whoever else is named in what was typed is hidden."""

from collections.abc import Callable, Collection
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.naming import hiding_from
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.hiding import About
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.tonight import HeldPart, MoveRow, Strip, Tonight

Hide = Callable[[str], str]


def named_for(
    desk: Desk, look: Reading, found: Tonight, reader: Reader, workers: Collection[str]
) -> Tonight:
    """Write it so that nobody the reader must not hear of is named in a text.

    Args:
        desk: Who makes it.
        look: Where to look.
        found: As it was read for the reader.
        reader: For whom.
        workers: Names of professionals: whoever holds is told by name.
    """
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    for strip in found.strips:
        _strip(strip, note, frozenset(workers))
    hiding = hiding_from(desk, look, texts, reader)

    def hide_in(strip: Strip) -> Hide:
        return lambda text: hiding.hide_names(text, About(strip.person_id))

    strips = tuple(_strip(one, hide_in(one), frozenset(workers)) for one in found.strips)
    return replace(found, strips=strips)


def _strip(one: Strip, hide: Hide, workers: frozenset[str]) -> Strip:
    def who(name: str) -> str:
        return name if name in workers else hide(name)

    return replace(
        one,
        parts=tuple(_part(part, hide, who) for part in one.parts),
        moves=tuple(_move(move, hide, who) for move in one.moves),
        offers=tuple(replace(offer, what=hide(offer.what)) for offer in one.offers),
        holdings=tuple(
            replace(line, who=who(line.who), what=hide(line.what)) for line in one.holdings
        ),
    )


def _part(part: HeldPart, hide: Hide, who: Hide) -> HeldPart:
    touches = (replace(one, who=who(one.who), what=hide(one.what)) for one in part.touches)
    return replace(part, touches=tuple(touches))


def _move(move: MoveRow, hide: Hide, who: Hide) -> MoveRow:
    return replace(
        move,
        at_time=hide(move.at_time),
        place=hide(move.place),
        plan=hide(move.plan),
        met_by=who(move.met_by),
    )
