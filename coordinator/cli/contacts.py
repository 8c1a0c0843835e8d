"""`contact card|check|key`: our own card, whose a card is, and our key as a file of its own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coordinator.casework.away.contacts import (
    add_contact,
    contact_of_card,
    read_contact,
    record_words_read,
)
from coordinator.casework.away.key_leaving import check_key_leaves
from coordinator.cli.asking import PassphraseFile, StoreFolder, ask, opened
from coordinator.cli.telling import say, say_exactly
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.exchange.contacts import CheckedHow, same_words
from coordinator.exchange.away import is_away
from coordinator.exchange.card_files import card_in, save_own_card
from coordinator.exchange.key_files import save_key_file
from coordinator.wording.contact_cards import (
    added_words,
    key_lines,
    key_warnings,
    said_words,
    state_words,
)
from coordinator.wording.translation import _

_Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", help=_("The folder the card goes into."))
]
_KeyOut = Annotated[
    Path, typer.Option("--out", metavar="DIR", help=_("The folder the key file goes into."))
]
_Why = Annotated[
    str,
    typer.Option("--reason", metavar="WHY", help=_("Why it is wanted where this program is not.")),
]
_Card = Annotated[Path, typer.Argument(metavar="CARD", help=_("The card, as it was sent."))]
_How = Annotated[
    str,
    typer.Option(
        metavar="in-person|telephone",
        help=_("Record that their words were read, and how."),
    ),
]
_Words = Annotated[
    str, typer.Option(metavar="WORDS", help=_("The six words they read; else they are asked for."))
]


def join(app: typer.Typer) -> None:
    """Add the commands of this family."""
    family = typer.Typer(no_args_is_help=True, help=_("Whom work packs are exchanged with."))
    family.command(help=_("Save this store's contact card; its path and words are printed."))(card)
    family.command(
        help=_("Bring in a contact card; whose it is and their six words are printed.")
    )(check)
    family.command(
        help=_("Save the key that opens packs for us, under a passphrase that is asked for twice.")
    )(key)
    app.add_typer(family, name="contact")


def card(store: StoreFolder, out: _Out, passphrase_file: PassphraseFile = None) -> None:
    """Write our card as a file, and print what is read aloud."""
    with opened(store, passphrase_file) as office:
        path, own = save_own_card(office.desk, out).result
    say_exactly(str(path))
    say_exactly(said_words(own.words))


def check(
    store: StoreFolder,
    card: _Card,
    how: _How = "",
    words: _Words = "",
    passphrase_file: PassphraseFile = None,
) -> None:
    """Bring a card in; record that its words were read only where they are the ones heard."""
    heard_how = _how(how)
    data = card_in(card)
    with opened(store, passphrase_file) as office:
        found = contact_of_card(office.desk, data)
        say(f"{found.contact.name}, {found.contact.agency}")
        if heard_how is not None and not same_words(words or _asked(), found.words):
            raise GuardError("words-differ")  # before the card is kept: nothing is recorded
        identity, added = add_contact(office.desk, data).result
        if heard_how is None:
            say_exactly(said_words(found.words))
            say(added_words(added))
        else:
            record_words_read(office.desk, identity, how=heard_how)
        contact = read_contact(office.desk, identity).contact
        say(state_words(contact, office.desk.now()))


def key(
    store: StoreFolder, out: _KeyOut, *, reason: _Why, passphrase_file: PassphraseFile = None
) -> None:
    """Say what a key file opens, ask for its passphrase, and write it."""
    with opened(store, passphrase_file) as office:
        check_key_leaves(office.desk, reason)
        if not _is_asked():
            raise GuardError("key-at-terminal")
        for line in key_warnings(is_away=is_away(office.desk)):
            typer.echo(line, err=True)
        path = save_key_file(office, out, passphrase=_chosen(), reason=reason)
    say_exactly(str(path))
    for line in key_lines():
        say_exactly(line)


def _chosen() -> str:
    """Ask for a new passphrase, twice: a slip in it could not be mended afterwards."""
    first = ask(_("Passphrase of the key file"))
    if ask(_("The same once more")) != first:
        raise InvalidFieldsError({"passphrase_again": "differs"})
    return first


def _how(said: str) -> CheckedHow | None:
    names = {one.value.replace("_", "-"): one for one in CheckedHow}
    if said and said not in names:
        raise typer.BadParameter(", ".join(names), param_hint="--how")
    return names.get(said)


def _is_asked() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _asked() -> str:
    """Ask for the words that were heard; where nobody can be asked, none were."""
    if not _is_asked():
        return ""
    return str(typer.prompt(_("The six words they read"), err=True))
