"""Sentences of the papers for the information-governance officer.

What is said of the program is what it does; what a panel decides for itself is left to be filled
in. None of it is legal advice.
"""

from coordinator.domain.disclosing.office import OfficeFacts
from coordinator.domain.lists.panel import RetentionEnd, RetentionStart, TextKey
from coordinator.domain.panel.settings import PanelLine
from coordinator.wording.labels import inline, label
from coordinator.wording.translation import _, ngettext

_YEAR = 12  # months


def draft_note() -> str:
    """Say what such a paper is."""
    return _(
        "A draft from the panel's settings and its store, for the officer to check and finish."
        " It is not legal advice. Nobody the panel works with is named in it."
    )


def purpose(facts: OfficeFacts) -> str:
    """Say what the panel works with information for."""
    return facts.texts.get(TextKey.PURPOSE, "").strip() or _(
        "To agree one plan for each person with several needs, with named owners and dates."
    )


def held() -> tuple[str, ...]:
    """Say which kinds of information are held."""
    return (
        _("names, dates of birth, contact details, addresses and usual places"),
        _("health, substance use, housing, offences and safeguarding, where the plan needs them"),
        _("risks, warnings, strengths and what the person says matters to them"),
        _("plans, actions, meetings, decisions and tries at contact"),
        _("people around them: relatives, friends and others, as far as the plan needs them"),
        _("who works with them: name, job, agency, telephone and e-mail"),
    )


def held_in_all() -> str:
    """Say the same as one sentence."""
    said = "; ".join(held())
    return f"{said[:1].upper()}{said[1:]}."


def subjects() -> str:
    """Say whom it is about."""
    return _(
        "Adults the panel works with, people around them, and the professionals who take part."
    )


def receivers(facts: OfficeFacts) -> str:
    """Say who receives it."""
    if not facts.agencies:
        return _("No agency is in the directory yet.")
    named = ", ".join(one.name for one in facts.agencies)
    return _("The agencies of the panel, each what it needs to know: {named}.", named=named)


def abroad() -> str:
    """Say whether it goes to other countries."""
    return _("The program sends nothing anywhere. Where backups and papers are kept: to fill in.")


def controllers() -> str:
    """Leave who decides to be filled in."""
    return _("Which agencies decide together, and who answers for the plan: to fill in.")


def secured() -> str:
    """Say how it is secured, in one sentence."""
    return _(
        "An encrypted store on a computer of the panel, a passphrase for each user, roles, a"
        " journal of what was done and read, encrypted backups."
    )


def kept_lines(facts: OfficeFacts) -> tuple[str, ...]:
    """Say how long each kind of record is kept, a line for each."""
    if not facts.retention:
        return (_("The panel has set no times yet."),)
    return tuple(
        _("{what}: {time}", what=line.text, time=_time_of(line)) for line in facts.retention
    )


def kept_below(facts: OfficeFacts) -> str:
    """Point to the times where they are listed on the same paper."""
    return _("As listed below.") if facts.retention else " ".join(kept_lines(facts))


def retention_row(line: PanelLine) -> tuple[str, str, str, str]:
    """Write one rule of keeping as a row."""
    start, end = line.details.get("start"), line.details.get("end")
    return (
        line.text,
        _time_of(line),
        label(RetentionStart(str(start))) if start else "-",
        label(RetentionEnd(str(end))) if end else "-",
    )


def _time_of(line: PanelLine) -> str:
    return kept_for(int(str(line.details.get("months") or 0)))


def kept_for(months: int) -> str:
    """Write how long something is kept: *6 years*, *18 months*."""
    if months and months % _YEAR == 0:
        return ngettext("{count} year", "{count} years", months // _YEAR)
    return ngettext("{count} month", "{count} months", months)


def guards() -> tuple[str, ...]:
    """Say what guards it."""
    return (
        *encrypted(),
        _("One rule decides about every entry who may see it, on screens and on paper."),
        _("Agencies that must not be told are left out before anything else is asked."),
        _("Every paper that leaves is in a log with its number, its content and its recipient."),
        _("The journal says who opened whom, who searched, and who changed what and why."),
    )


def encrypted() -> tuple[str, ...]:
    """Say how the store and its backups are encrypted."""
    return (
        _("The store is a SQLCipher 4 database (AES-256) under a random key of 256 bits."),
        _("Each user's passphrase wraps that key by Argon2id; no passphrase is kept anywhere."),
        _("A backup is encrypted in the same way, under a key of its own."),
        _("No name stands in clear in any file of the store, nor in the name of a file."),
        _("The program has no network code and opens no attachments."),
    )


def leaving() -> tuple[str, ...]:
    """Say how what leaves is guarded."""
    return (
        _("A PDF can be closed with a password (AES-256); it is sent by another way."),
        _("What is printed or saved without a password is in clear, and the log says it left."),
    )


def limits() -> tuple[str, ...]:
    """Say what is not promised."""
    return (
        _("Whoever can open the store has its key: inside one store a role is a guard-rail."),
        _("A copy somebody kept opens with the passphrase of its day."),
        _("Malicious software on an open computer sees what its user sees."),
        _("What was printed or sent is out; nothing done later reaches it."),
        _("The journal cannot show that something was written down at all, or who sat there."),
        _("The computer's own disk encryption and screen lock are the agency's to provide."),
    )


def rights_lead() -> str:
    """Say how people's rights are served."""
    return _("The panel answers within one month, through its officer.")


def their_rights() -> tuple[str, ...]:
    """Say what people can ask for."""
    return (
        _("to be told what is held about them, and to have a copy"),
        _("to have what is wrong put right"),
        _("to object, and to say which agency must not be told"),
        _("to have it erased, where the law allows"),
        _("to be told to whom it went"),
    )


def to_decide() -> tuple[str, ...]:
    """Leave what is decided locally to be filled in."""
    return (
        _("Who decides together with whom, and who answers for the plan:"),
        _("Why less would not do, and what was considered instead:"),
        _("Who was asked: the people it is about, or those who speak for them:"),
        _("What remains a risk, and who accepts it:"),
        _("Officer, day and signature; when it is looked at again:"),
    )


def basis_lead() -> str:
    """Say what the list of bases is."""
    return _(
        "As recorded for each person; somebody may be counted under several."
        " What was withdrawn is left out."
    )


def offence_data() -> str:
    """Name what data about offences is held under."""
    return _(
        "Criminal offence data, Article 10, with a condition of Schedule 1 where one is named"
    )


def who_we_are(panel: str) -> str:
    """Introduce the panel."""
    return _(
        "{panel} is a group of agencies that agree one plan with people who have several needs at"
        " once. How to reach us: to fill in.",
        panel=panel,
    )


def why_we_may(facts: OfficeFacts) -> str:
    """Say on what basis, as it is recorded."""
    named = [inline(one) for one in (*facts.bases, *facts.conditions, *facts.gateways)]
    if facts.offence_data:
        named.append(_("for criminal offence data, Article 10"))
    if not named:
        return _("The law we rely on: to fill in.")
    return _("The law we rely on: {named}.", named="; ".join(sorted(set(named))))


def sharing() -> tuple[str, ...]:
    """Say how it is shared, to the people it is about."""
    return (
        _("Each agency sees what it needs for its part of the plan, and no more."),
        _("You can say that an agency or a person must not be told."),
        _("We write down what went to whom, and you can ask for that list."),
    )


def complaints() -> tuple[str, ...]:
    """Say where to go with a complaint."""
    return (
        _("Tell your lead professional or the panel. How to reach its officer: to fill in."),
        _("You can complain to the Information Commissioner's Office, ico.org.uk, 0303 123 1113."),
    )


def holders_lead(count: int) -> str:
    """Count what is with others."""
    if not count:
        return ""
    return ngettext(
        "{count} copy is with others. Once it comes back or is destroyed, note it in the log.",
        "{count} copies are with others. Once one comes back or is destroyed, note it in the log.",
        count,
    )


def holders_note() -> str:
    """Say what the list of holders is."""
    return _(
        "From the log of disclosures. People are named by reference only. Words told aloud,"
        " the panel's own copies and copies of copies are not in it."
    )


def guard_rail() -> str:
    """Say what a role is and is not."""
    return _(
        "Inside one store a role prevents mistakes and is no wall: whoever opens the store has its"
        " key. Agencies and commissioners are given papers, never a way in."
    )


def narrowed() -> tuple[str, ...]:
    """Say what narrows a right further than the table can show."""
    return (
        _("A lead professional sees their own people, and their own entries of the audit log."),
        _("A representative sees people shared with their agency, and changes its actions only."),
        _("A commissioner sees counts, small numbers hidden, and no people."),
        _("An auditor looks at a sample nobody chose, changes nothing, and reads the audit log."),
        _("The chair says why before papers leave."),
        _("Nobody sees anybody whose agency, or who themselves, must not be told."),
    )
