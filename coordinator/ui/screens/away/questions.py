"""What the page of away and back asks before it acts. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from coordinator.casework.away.sheet_making import SheetOwner
from coordinator.domain.errors import CoordinatorError, SheetCellsError
from coordinator.domain.exchange.away_pages import Going, HeldEntry, PanelAway, SheetGoing
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.lists.sharing import Channel
from coordinator.exchange.giving_each import GivenEach
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.shared.asking import Values
from coordinator.wording.away_pages import (
    given_words,
    going_lines,
    meeting_words,
    person_words,
    sheet_lines,
)
from coordinator.wording.labels import label
from coordinator.wording.refusals.notices import Notice, notice_for
from coordinator.wording.translation import _, ngettext

_GIVEN = (
    PackKind.TAKE_AWAY,
    PackKind.AGENCY_ACTIONS,
    PackKind.MEETING_COPY,
    PackKind.WHOLE_PANEL,
)


def for_whom(shown: PanelAway) -> Question:
    """Ask who takes what away."""
    return Question(
        _("Take away"),
        (
            Ask(
                "contact",
                _("Who takes it away"),
                Kind.CHOICE,
                None,
                shown.contacts,
                hint=_("Contacts whose words were read, and who are in the directory."),
            ),
            Ask(
                "kind",
                _("What they are given"),
                Kind.CHOICE,
                PackKind.TAKE_AWAY,
                tuple((one, given_words(one)) for one in _GIVEN),
            ),
            Ask(
                "meeting",
                _("Which meeting"),
                Kind.CHOICE,
                shown.meetings[0][0] if shown.meetings else None,
                tuple(
                    (key, meeting_words(reference, on)) for key, reference, on in shown.meetings
                ),
                only_for=("kind", frozenset({PackKind.MEETING_COPY})),
            ),
        ),
        _("Show what goes"),
    )


def giving(going: Going) -> Question:
    """Show who and how much goes, and ask by when it is wanted back."""
    asks = [Ask("due", _("Back by"), Kind.DAY, None, hint=_("May stay empty."))]
    asks += _lending(going, _("Whoever is not ticked goes from their store with this pack."))
    if going.lacking:
        asks.append(
            Ask(
                "rest",
                _("Information basis"),
                Kind.TICK,
                choices=((True, _("Let the rest go without whoever cannot")),),
                hint=_(
                    "Of what they have already nothing changes; where the basis was withdrawn, it"
                    " goes from their store."
                ),
            )
        )
    asks.append(_why())
    return Question(
        _("{name} takes away", name=going.name),
        tuple(asks),
        _("Save the pack"),
        about="\n".join(going_lines(going)),
    )


def to_each(shown: PanelAway) -> Question:
    """Ask who is given a newer pack, one each, of those who took their own people away."""
    out = [one.contact for one in shown.holders if one.may_be_given_again]
    listed = tuple((key, name) for key, name in shown.contacts if key in out)
    rest = ((True, _("Let the rest go without whoever cannot")),)
    asks = [
        Ask("contacts", _("Who is given one"), Kind.MANY, tuple(key for key, _name in listed),
            listed),
        Ask("due", _("Back by"), Kind.DAY, None, hint=_("May stay empty.")),
        Ask("rest", _("Information basis"), Kind.TICK, choices=rest),
    ]  # fmt: skip
    asks.append(_why())
    return Question(
        _("A newer pack for each"),
        tuple(asks),
        _("Save the packs"),
        about=_(
            "Each is sealed for its receiver alone and holds their own people, and whoever is lent"
            " to them, as everything stands now."
        ),
    )


def _why() -> Ask:
    return Ask(
        "reason",
        _("Why it leaves"),
        Kind.TEXT,
        "",
        hint=_(
            "Of the chair, and where an agreement or a confidentiality statement is not in order;"
            " else it may stay empty."
        ),
    )


def each_told(found: GivenEach, names: Mapping[str, str]) -> Notice:
    """Say whose pack was made, and whose was not."""
    made = tuple(
        _("{name}: {file}", name=names.get(one, one), file=pack.path.name)
        for one, pack in found.made
    )
    refused = tuple(
        _("{name}: not made. {why}", name=names.get(one, one), why=notice_for(error).text)
        for one, error in found.refused
    )
    left = tuple(
        _("{name}: not made, it was stopped before.", name=names.get(one, one))
        for one in found.left
    )
    count = len(found.made)
    what = ngettext("{count} pack is made.", "{count} packs are made.", count)
    return Notice(what, _("Send each as it is."), (*made, *refused, *left))


def _lending(going: Going | SheetGoing, hint: str) -> list[Ask]:
    """Ask who of somebody else's people is lent to them, where they stand in for anybody."""
    if not going.lendable:
        return []
    lent = tuple(one.person for one in going.lendable if one.person in going.lent)
    listed = tuple((one.person, person_words(one.reference, one.name)) for one in going.lendable)
    return [Ask("lent", _("Lent while they stand in"), Kind.MANY, lent, listed, hint=hint)]


def whose_sheet(leads: Sequence[SheetOwner]) -> Question:
    """Ask for which lead professional a sheet is made."""
    listed = tuple((one.id, f"{one.name}, {one.agency}") for one in leads)
    return Question(
        _("Update sheet"),
        (
            Ask(
                "lead",
                _("Whose people go onto the sheet"),
                Kind.FIND,
                None,
                listed,
                hint=_("Lead professionals; they need no card."),
            ),
        ),
        _("Show what goes"),
        about=_(
            "For a lead professional who cannot install the program: a spreadsheet they fill in"
            " and send back."
        ),
    )


def making_sheet(going: SheetGoing) -> Question:
    """Show who goes, and ask how the sheet goes and why it is no sealed pack."""
    ways = tuple((way, label(way)) for way in (Channel.SECURE_MAIL, Channel.PRINTED))
    usual = Channel.SECURE_MAIL if going.has_secure_email else None
    asks = [
        Ask("due", _("Back by"), Kind.DAY, None, hint=_("May stay empty.")),
        *_lending(going, _("Whoever is ticked stands on this sheet and the next ones.")),
    ]
    if going.lacking:
        rest = ((True, _("Let the rest go without whoever cannot")),)
        asks.append(Ask("rest", _("Information basis"), Kind.TICK, choices=rest))
    return Question(
        _("Update sheet for {name}", name=going.name),
        (
            *asks,
            Ask("channel", _("How it goes"), Kind.CHOICE, usual, ((None, _("Not said")), *ways)),
            Ask("reason", _("Why it goes unsealed"), Kind.TEXT, ""),
        ),
        _("Save the sheet"),
        about="\n".join(sheet_lines(going)),
    )


def terms_asked(values: Values) -> Terms:
    """Read what was answered to `for_whom`."""
    kind = values.get("kind") or PackKind.TAKE_AWAY
    is_copy = kind is PackKind.MEETING_COPY
    return Terms(kind=kind, meeting=values.get("meeting") if is_copy else None)


def sheet_terms(going: SheetGoing, values: Values) -> Terms:
    """Read what was answered to `making_sheet`."""
    lent = frozenset(values.get("lent", going.lent))
    return Terms(
        due=values["due"],
        also=lent - going.lent,
        ended=going.lent - lent,
        rest=bool(values.get("rest")),
    )


def terms_of(going: Going, values: Values) -> Terms:
    """Read what was answered to `giving`."""
    lent = frozenset(values.get("lent", going.lent))
    return Terms(
        due=values["due"],
        also=lent - going.lent,
        ended=going.lent - lent,
        rest=bool(values.get("rest")),
        kind=going.kind,
        meeting=going.meeting,
    )


def leaving(entry: HeldEntry) -> Question:
    """Ask why something that was kept aside is not taken over."""
    return Question(
        _("Leave what {name} wrote", name=entry.by),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Leave it"),
        about=_("They are told with their next pack that it was not taken over, not why."),
    )


def the_rest(file: Path, refused: SheetCellsError) -> Question:
    """Say which cells of a sheet cannot be taken, and ask whether the rest is looked at."""
    told = notice_for(refused)
    return Question(
        _("Some cells cannot be taken"),
        (),
        _("Look at the rest"),
        about="\n".join((file.name, told.what, told.next, *told.details)),
    )


def refused_of_several(file: Path, refused: CoordinatorError) -> Notice:
    """Say why a file is refused that came together with others, and which of them it is."""
    told = notice_for(refused)
    return replace(told, what=_("{file}: {why}", file=file.name, why=told.what))


def going_on() -> Question:
    """Ask whether work goes on from a store that was brought back."""
    return Question(
        _("This store came from a backup"),
        (),
        _("Go on from here and take it over"),
        about=_(
            "The sender saw a newer pack than the last this store knows of. Look for a newer"
            " backup first: what was written here since is not in this store."
        ),
    )


def taking_in() -> Question:
    """Ask whether a pack of the panel is taken in."""
    return Question(
        _("Take the pack in"),
        (),
        _("Take it in"),
        about=_(
            "The panel's newest state comes in, after a backup. Whoever is no longer yours goes"
            " from this store; nothing you wrote is lost, whether you handed it back or not."
        ),
    )
