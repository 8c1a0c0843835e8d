"""The papers the information-governance officer asks for, put into words from the store itself.

None of them is legal advice, and each says so: what is decided locally is left to be filled in.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.office import read_office_facts, read_papers_out
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.domain.disclosing.log import DisclosureRow
from coordinator.domain.disclosing.office import OfficeFacts
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.office import Listing, OfficePaper, OfficePart
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.roles import Right, Role, may
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.wording import dates
from coordinator.wording import office as told
from coordinator.wording.disclosures import about_words, end_words, paper_words, whom_words
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import _


def _paper(
    desk: Desk, audience: Audience, title: str, note: str, parts: tuple[OfficePart, ...]
) -> OfficePaper:
    day = dates.long_day(desk.today())
    imprint = lines.imprint(read_panel_face(desk), audience, title, desk.today())
    is_draft = note == told.draft_note()
    version = _("draft") if is_draft else ""
    return OfficePaper(replace(imprint, version=version), title, day, note, parts, is_draft)


def impact_model(desk: Desk, audience: Audience) -> OfficePaper:
    """Summarise what an impact assessment asks: what is held, why, of whom, and what guards it."""
    facts = read_office_facts(desk)
    parts = (
        OfficePart(_("What it is for"), (told.purpose(facts),)),
        OfficePart(_("What is held, and about whom"), points=told.held(), facts=_counts(facts)),
        _bases(facts),
        _shared(facts),
        _kept(facts),
        OfficePart(_("What guards it"), points=told.guards()),
        OfficePart(_("What is not guarded against"), points=told.limits()),
        OfficePart(
            _("Rights of the people it is about"),
            (told.rights_lead(),),
            points=told.their_rights(),
        ),
        OfficePart(_("To be decided and signed here"), points=told.to_decide()),
    )
    return _paper(desk, audience, _("Impact assessment: summary"), told.draft_note(), parts)


def processing_model(desk: Desk, audience: Audience) -> OfficePaper:
    """Write the lines of a record of processing (UK GDPR, Article 30)."""
    facts = read_office_facts(desk)
    rows = (
        (_("Purpose"), told.purpose(facts)),
        (_("People it is about"), told.subjects()),
        (_("What is held"), told.held_in_all()),
        (_("Who receives it"), told.receivers(facts)),
        (_("Other countries"), told.abroad()),
        (_("How long it is kept"), told.kept_below(facts)),
        (_("How it is secured"), told.secured()),
        (_("Controllers"), told.controllers()),
    )
    listing = Listing((_("What is asked"), _("What is so here")), (1, 3), rows)
    parts = (OfficePart(_("Lines of the record"), listing=listing), _bases(facts), _kept(facts))
    return _paper(desk, audience, _("Record of processing"), told.draft_note(), parts)


def privacy_model(desk: Desk, audience: Audience) -> OfficePaper:
    """Draft a privacy notice in plain words, for the panel's people and not about any of them."""
    facts = read_office_facts(desk)
    parts = (
        OfficePart(_("Who we are"), (told.who_we_are(read_panel_face(desk).name),)),
        OfficePart(_("What we know about you"), points=told.held()),
        OfficePart(_("Why we may know it"), (told.why_we_may(facts),)),
        OfficePart(_("Who we share it with"), (told.receivers(facts),), points=told.sharing()),
        OfficePart(_("How long we keep it"), points=told.kept_lines(facts)),
        OfficePart(_("What you can ask for"), points=told.their_rights()),
        OfficePart(_("If you are not happy"), points=told.complaints()),
    )
    return _paper(desk, audience, _("Draft privacy notice"), told.draft_note(), parts)


def holders_model(desk: Desk, audience: Audience) -> OfficePaper:
    """List who holds what the panel made, as far as it never came back."""
    out = read_papers_out(desk)
    headings = (_("No."), _("Left"), _("Paper"), _("Who holds it"), _("About"), _("Now"))
    rows = tuple(_held(desk, one) for one in out)
    part = OfficePart(
        _("With others now"),
        (told.holders_lead(len(out)),),
        listing=Listing(headings, (0, 0, 1.6, 2.0, 1.6, 0), rows),
        nothing=_("Nothing the panel made is with others."),
    )
    return _paper(desk, audience, _("Who holds which copies"), told.holders_note(), (part,))


def encryption_model(desk: Desk, audience: Audience) -> OfficePaper:
    """State how the store is encrypted, and what that does not cover."""
    facts = read_office_facts(desk)
    tested = facts.restore_tested_at
    renewed = facts.keys_renewed_at
    dated = (
        Fact(_("A backup was last opened and checked"), dates.moment(tested) if tested else ""),
        Fact(_("The store's key was last renewed"), dates.moment(renewed) if renewed else ""),
        Fact(_("Users who can open it"), str(sum(one.has_way_in for one in facts.users))),
    )
    parts = (
        OfficePart(_("The store and its backups"), points=told.encrypted()),
        OfficePart(_("When it was last tried"), facts=dated),
        OfficePart(_("What leaves it"), points=told.leaving()),
        OfficePart(_("What is not promised"), points=told.limits()),
    )
    return _paper(desk, audience, _("How it is encrypted"), "", parts)


def users_model(desk: Desk, audience: Audience) -> OfficePaper:
    """List who may open the store and what each role may do."""
    facts = read_office_facts(desk)
    rights = tuple((label(right), _roles_with(right)) for right in Right)
    users = tuple(
        (
            one.name,
            one.agency,
            label(one.role),
            dates.plain_day(one.since.astimezone(dates.HOME).date()),
            _way_in(one.has_way_in),
        )
        for one in facts.users
    )
    people = Listing(
        (_("Name"), _("Agency"), _("Role"), _("Since"), _("Way in")), (1.2, 1.2, 0, 0, 0), users
    )
    table = Listing((_("What"), _("Who may")), (1, 1.4), rights)
    parts = (
        OfficePart(_("Who may open the store"), listing=people, nothing=_("Nobody yet.")),
        OfficePart(_("What each role may do"), points=told.narrowed(), listing=table),
    )
    return _paper(desk, audience, _("Users and rights"), told.guard_rail(), parts)


OFFICE_MODELS: Mapping[PaperKind, Callable[[Desk, Audience], OfficePaper]] = {
    PaperKind.IMPACT: impact_model,
    PaperKind.PROCESSING: processing_model,
    PaperKind.PRIVACY: privacy_model,
    PaperKind.HOLDERS: holders_model,
    PaperKind.ENCRYPTION: encryption_model,
    PaperKind.USERS: users_model,
}


def _counts(facts: OfficeFacts) -> tuple[Fact, ...]:
    return (
        Fact(_("People on file"), str(facts.people)),
        Fact(_("Without a recorded basis"), str(facts.without_basis)),
        Fact(_("Entries in the journal"), str(facts.entries)),
    )


def _bases(facts: OfficeFacts) -> OfficePart:
    counted = (
        (_("Lawful basis"), facts.bases),
        (_("Condition"), facts.conditions),
        (_("Power to share"), facts.gateways),
    )
    rows = [
        (kind, name, str(count))
        for kind, some in counted
        for name, count in sorted((label(one), count) for one, count in some.items())
    ]
    if facts.offence_data:
        rows.append((_("Condition"), told.offence_data(), str(facts.offence_data)))
        rows.sort(key=lambda row: [kind for kind, _some in counted].index(row[0]))
    headings = (_("What it is"), _("As it is recorded"), _("People"))
    listing = Listing(headings, (0, 1, 0), tuple(rows))
    return OfficePart(
        _("On what basis"),
        (told.basis_lead(),),
        listing=listing,
        nothing=_("No basis is recorded for anybody yet."),
    )


def _shared(facts: OfficeFacts) -> OfficePart:
    rows = tuple(
        (
            one.name,
            one.kind,
            dates.plain_day(one.signed_on) if one.signed_on else _("Not signed"),
            dates.plain_day(one.expires_on) if one.expires_on else "-",
        )
        for one in facts.agencies
    )
    headings = (_("Agency"), _("Kind"), _("Agreement signed"), _("Runs out"))
    return OfficePart(
        _("With whom it is shared"),
        listing=Listing(headings, (1.2, 1, 0, 0), rows),
        nothing=_("No agency is in the directory yet."),
    )


def _kept(facts: OfficeFacts) -> OfficePart:
    rows = tuple(told.retention_row(line) for line in facts.retention)
    headings = (_("What"), _("How long"), _("Counted from"), _("Then"))
    return OfficePart(
        _("How long it is kept"),
        listing=Listing(headings, (1.4, 0, 1, 1), rows),
        nothing=_("The panel has set no times yet."),
    )


def _held(desk: Desk, row: DisclosureRow) -> tuple[str, ...]:
    today = desk.today()
    of_what = row.subject if any(map(str.isdigit, row.subject)) else ""  # else the panel's prefix
    paper = " ".join(filter(None, (paper_words(row.paper), of_what)))
    return (
        row.number or "-",
        dates.plain_day(row.made_at.astimezone(dates.HOME).date()),
        paper,
        whom_words(row),
        about_words(row),
        end_words(row, today),
    )


def _roles_with(right: Right) -> str:
    named = [role for role in Role if may(role, right)]
    if len(named) == len(Role):
        return _("Everybody")
    return ", ".join(inline(one) if at else label(one) for at, one in enumerate(named))


def _way_in(has: bool) -> str:  # noqa: FBT001 - what a row says
    return _("Has one") if has else _("None yet")
