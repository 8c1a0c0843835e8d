"""A store away from a panel before its first pack: who sits there, whose cards were swapped."""

from dataclasses import dataclass, field

from coordinator.casework.away.contacts import contacts_on_file
from coordinator.casework.away.identity import own_card_read
from coordinator.casework.away.keeping_contacts import check_keeps
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_names
from coordinator.domain.exchange.contacts import ContactRead, SettingOut
from coordinator.domain.roles import Right
from coordinator.vault.spoken import six_words


@dataclass(frozen=True, slots=True)
class NamesAt:
    """Whose store this is.

    Attributes:
        panel: Its name; nothing in a store that has nothing of a panel yet.
        sitter: Who sits there.
        is_away: Whether it is somebody's own, away from its panel.
        has_work: Whether there is anything to work on: at a panel, or once a pack was taken.
    """

    panel: str
    sitter: str = field(repr=False)
    is_away: bool = False
    has_work: bool = True


def read_names_at(desk: Desk) -> NamesAt:
    """Tell the names of the panel and of who sits at the desk, also before the first pack."""
    with desk.store.reading() as look:
        away, own = look.cards.away(), look.cards.own()
    if away is not None and away.taken_at is None:
        return NamesAt("", own.name if own else "", is_away=True, has_work=False)
    return NamesAt(*read_names(desk), is_away=away is not None)


def read_setting_out(desk: Desk) -> SettingOut:
    """Give our own card and every card that was brought in, the newest first, with their words.

    Raises:
        NotPermittedError: At a panel, of whoever does not keep its contacts.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look, Right.CHECK_WORDS)
        own = own_card_read(desk, look)
        on_file = contacts_on_file(look)
    newest = sorted(on_file, key=lambda one: one.added_at, reverse=True)
    cards = tuple(ContactRead(one, six_words(one.id)) for one in newest)
    return SettingOut(own, cards, desk.now())
