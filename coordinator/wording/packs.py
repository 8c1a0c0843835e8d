"""How packs, their recipients and what goes with them are written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from coordinator.domain.disclosing.packs import (
    LeftOut,
    PackPerson,
    PackRow,
    PasswordNote,
    Refusal,
)
from coordinator.domain.disclosing.sendings import Prompt
from coordinator.domain.lists.sharing import PackVariant
from coordinator.wording.dates import day, long_day
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import N_, _, ngettext

_VARIANTS: Mapping[PackVariant, str] = {
    PackVariant.FULL: N_("Full"),
    PackVariant.OWN_CASES: N_("Own people"),
    PackVariant.LIMITED: N_("Limited"),
    PackVariant.STRATEGIC: N_("Without names"),
    PackVariant.PRINT_LIGHT: N_("Light for printing"),
}
_REFUSALS: Mapping[Refusal, str] = {
    Refusal.VACANT: N_("Nobody holds the seat."),
    Refusal.NO_AGENCY: N_("No agency is recorded for them."),
    Refusal.LEFT: N_("They have left, or their agency has closed."),
    Refusal.NOBODY_IN_IT: N_("Nobody on the agenda is theirs: the pack would be empty."),
}
_LEFT_OUT: Mapping[LeftOut, str] = {
    LeftOut.NOT_TO_BE_TOLD: N_("must not be told"),
    LeftOut.NOT_THEIRS: N_("has no part in it"),
    LeftOut.NO_NAMES: N_("this pack names nobody"),
    LeftOut.ANSWER_ONLY: N_("only an answer came; a limited pack tells none"),
    LeftOut.INITIALS_ONLY: N_("initials only: the information basis is not complete"),
}


def variant_words(variant: PackVariant) -> str:
    """Name a variant in a list."""
    return _(_VARIANTS[variant])


def refusal_words(refusal: Refusal) -> str:
    """Say why there is no pack."""
    return _(_REFUSALS[refusal])


def left_out_words(why: LeftOut) -> str:
    """Say why somebody is not in a pack, as the end of a line."""
    return _(_LEFT_OUT[why])


def person_words(person: PackPerson) -> str:
    """Write somebody as initials and reference."""
    name = person.name
    return hidden_name(NameParts(person.reference, name.given, name.family, name.preferred))


def prompt_sentence(
    prompt: Prompt, agreement_until: date | None, today: date, not_for_all: int = 0
) -> str:
    """Say what is not as usual about a recipient."""
    if prompt is Prompt.AGREEMENT_EXPIRED and agreement_until is not None:
        return _("The sharing agreement ran out {day}.", day=day(agreement_until, today))
    if prompt is Prompt.CONFIDENTIALITY_NOT_SIGNED:
        return _("The confidentiality statement is not signed.")
    if prompt is Prompt.COLLEAGUE_NOT_TOLD and not not_for_all:
        return _("Somebody at this agency must not be told of somebody in this copy.")
    if prompt is Prompt.COLLEAGUE_NOT_TOLD:
        return ngettext(
            "A colleague at this agency must not be told of {count} person in this copy: for whom"
            " is it, and how is it kept from them?",
            "A colleague at this agency must not be told of {count} people in this copy: for whom"
            " is it, and how is it kept from them?",
            not_for_all,
        )
    return _("The sharing agreement is not signed.")


def why_all_the_same(prompts: Iterable[Prompt], agreement_until: date | None, today: date) -> str:
    """Ask for the reason why something goes out although it is not as usual."""
    said = " ".join(prompt_sentence(one, agreement_until, today) for one in prompts)
    return _("{what} Say why it goes out all the same.", what=said)


def deputy_sentences(row: PackRow) -> Iterator[str]:
    """Say for whom a deputy stands in, and whether the pack waits."""
    whom = row.to.deputy_for
    if not whom:
        return
    if row.waits:
        yield _("Stands in for {name}. The pack waits until you let it go out.", name=whom)
    else:
        yield _("Stands in for {name}, who does not come.", name=whom)


def lock_sentences(row: PackRow, today: date) -> Iterator[str]:
    """Say whether the file is locked, what is known of its password, and whom an e-mail is for."""
    if not row.needs_password:
        yield _("Not locked: it goes by secure e-mail.")
    else:
        yield _("Locked with the agency's password.")
        yield password_sentence(row.to.password, today)
    if not row.to.email.strip():
        yield _("No e-mail address is recorded: an e-mail is addressed to nobody.")
    elif not row.to.can_be_written_to:
        yield _("The e-mail address on file is not a whole one: an e-mail is addressed to nobody.")


def password_sentence(known: PasswordNote | None, today: date) -> str:
    """Say since when there is a password, and whether the agency was told."""
    if known is None:
        return _("It is made with the packs.")
    made = day(known.made_on, today)
    if known.told_on is None:
        return _("Made {day}; the agency is not told yet.", day=made)
    told = day(known.told_on, today)
    return _("Made {day}, told {told}: {how}.", day=made, told=told, how=known.told_how)


def recipient_words(row: PackRow) -> str:
    """Write whom a copy is for: *Rhys Roskilly, Kerrow Homes*."""
    said = (row.to.name or row.to.seat, row.to.agency_name)
    return ", ".join(part for part in said if part)


def mail_subject(panel: str, on: date, marking: str) -> str:
    """Write the subject of the e-mail a pack goes with; it names nobody."""
    words = _("{panel}, papers for {day}", panel=panel, day=long_day(on))
    return f"{marking}: {words}" if marking else words


def mail_text(on: date, destroy_by: date | None, *, is_locked: bool) -> str:
    """Write the e-mail a pack goes with."""
    parts = [_("The pack for the meeting of {day} is attached.", day=long_day(on))]
    if is_locked:
        parts.append(_("It is locked. You are told the password by telephone, never by e-mail."))
    if destroy_by is not None:
        parts.append(_("Return or destroy it by {day}.", day=long_day(destroy_by)))
    parts.append(
        _("It is for you alone. If it reached you by mistake, tell the coordinator at once.")
    )
    return "\n\n".join(parts) + "\n"
