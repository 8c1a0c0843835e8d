"""What is held about somebody who asked, the officer's list, and to whom their data went."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from uuid import UUID

from coordinator.casework.access.reading import find_access_requests, read_access_request
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.panel.settings import read_text, read_topic
from coordinator.domain.access.entries import SECTIONS, AccessFile, HeldEntry, JudgedEntry, Section
from coordinator.domain.disclosing.log import DisclosureFilter, DisclosureRow
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.panel.settings import RetentionRule, retention_of
from coordinator.domain.papers.access import (
    AccessList,
    AccessReport,
    DecisionLine,
    DisclosureSchedule,
    HeldLine,
    HeldPart,
    HeldSection,
    ScheduleLine,
)
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.wording.access import (
    entry_lines,
    entry_text,
    entry_title,
    left_words,
    rest_words,
    section_words,
    whys,
)
from coordinator.wording.access_rights import rights
from coordinator.wording.dates import HOME, long_day, plain_day
from coordinator.wording.disclosures import basis_words, end_words, paper_words, whom_words
from coordinator.wording.labels import inline, label
from coordinator.wording.moves import kind_words
from coordinator.wording.office import kept_for
from coordinator.wording.sharing import law_words
from coordinator.wording.translation import _, ngettext

_SHORT = 48
"""Letters: what is longer stands on lines of its own."""
_A_PAGE = 200


def access_model(desk: Desk, person: UUID) -> AccessReport:
    """Read what is held about somebody who asked, as it is given to them.

    Raises:
        GuardError: `access-none`: they have not asked, or were answered; `access-undecided`.
        NotPermittedError, MissingRecordError, WithheldError: As for `read_access_request`.
    """
    file = _open_file(desk, person)
    if file.undecided:
        raise GuardError("access-undecided", file.undecided)
    row = file.request
    named = _("{reference} what is held", reference=row.reference)
    mark = lines.imprint(read_panel_face(desk), lines.themselves(), named, desk.today())
    facts = (
        Fact(_("You asked on"), long_day(row.received_on)),
        Fact(_("Made on"), long_day(desk.today())),
        Fact(_("Who decided what is given"), row.officer),
    )
    return AccessReport(
        imprint=replace(mark, handling=_("Private")),
        reference=row.reference,
        facts=facts,
        about=tuple(_about(desk, file)),
        sections=tuple(_sections(file)),
    )


def access_list_model(desk: Desk, person: UUID) -> AccessList:
    """Read the entries that an officer has to decide, with what was decided.

    Raises:
        GuardError: `access-none`.
        NotPermittedError, MissingRecordError, WithheldError: As for `read_access_request`.
    """
    file = _open_file(desk, person)
    row = file.request
    named = _("{reference} entries to decide", reference=row.reference)
    audience = Audience(row.officer or _("The officer who decides"))
    mark = lines.imprint(read_panel_face(desk), audience, named, desk.today())
    due = _("Answer owed {day}: {left}.", day=long_day(row.due_on), left=left_words(row))
    return AccessList(
        imprint=mark,
        reference=row.reference,
        due=due,
        lines=tuple(_to_decide(one, file) for one in file.to_decide),
        undecided=file.undecided,
    )


def schedule_model(desk: Desk, person: UUID) -> DisclosureSchedule:
    """Read to whom one person's data was disclosed; the journal says who looked.

    Raises:
        NotPermittedError: The role does not read the log.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rows = tuple(_disclosed(desk, person))
    reference = read_case_facts(desk, [person])[person].reference
    named = _("{reference} disclosures", reference=reference)
    mark = lines.imprint(read_panel_face(desk), Audience(), named, desk.today())
    return DisclosureSchedule(
        imprint=mark,
        reference=reference,
        lines=tuple(_scheduled(one, desk.today()) for one in rows),
        recipients=tuple(_recipients(rows)),
    )


def _open_file(desk: Desk, person: UUID) -> AccessFile:
    found = find_access_requests(desk, person=person, open_only=True)
    if not found:
        raise GuardError("access-none")
    return read_access_request(desk, found[0].id)


def _sections(file: AccessFile) -> Iterator[HeldSection]:
    given = [one for one in file.entries if one.given or one.given_words]
    for section in Section:
        kinds = SECTIONS[section]
        some = [one for one in given if one.entry.kind in kinds]
        if some:
            parts = groupby(some, key=lambda one: one.entry.kind)
            yield HeldSection(
                section_words(section),
                tuple(
                    HeldPart(kind_words(kind.value), tuple(_line(one, file) for one in found))
                    for kind, found in parts
                ),
            )


def _line(one: JudgedEntry, file: AccessFile) -> HeldLine:
    title = plain_day(one.entry.on) if one.entry.on else ""
    told = [Fact(*pair) for pair in entry_lines(one.given, file.names)] if one.given else []
    long = tuple(fact for fact in told if _is_long(fact.value))
    brief = (fact for fact in told if fact not in long)
    short = "; ".join(f"{fact.label}: {fact.value.removesuffix('.')}" for fact in brief)
    return HeldLine(title, short, (*long, *_in_part(one, file)))


def _in_part(one: JudgedEntry, file: AccessFile) -> Iterator[Fact]:
    """Tell what is given in the place of an entry, or of the one part that was held back."""
    if one.given_words:
        called = [name for name, _words in entry_lines(one.to_look_at, file.names)]
        yield Fact(called[0] if one.part and called else "", one.given_words)


def _is_long(value: str) -> bool:
    return len(value) > _SHORT or "\n" in value


def _to_decide(one: JudgedEntry, file: AccessFile) -> DecisionLine:
    decided = one.decided
    reason = "\n".join(filter(None, (decided.reason, decided.words))) if decided else ""
    return DecisionLine(
        title=entry_title(one.entry),
        text="\n".join(_to_read(one, file)),
        why=whys(one),
        choice=label(decided.choice) if decided else "",
        reason=", ".join(filter(None, (reason, decided.by))) if decided else "",
    )


def _to_read(one: JudgedEntry, file: AccessFile) -> Iterator[str]:
    yield entry_text(one.to_look_at, file.names)
    if one.rest is not None and not one.decided_about_all:
        yield rest_words()
        yield entry_text(one.rest, file.names)


def _about(desk: Desk, file: AccessFile) -> Iterator[Fact]:
    """Tell what Article 15 wants told besides the data themselves."""
    sharing = read_sharing(desk, file.request.person)
    given = [one.given for one in file.entries if one.given]
    yield Fact(_("What it is for"), read_text(desk, TextKey.PURPOSE))
    yield Fact(_("On what legal basis"), "; ".join(law_words(sharing.basis.facts)))
    yield Fact(_("What kinds of information"), _kinds(given))
    told = "; ".join(_told_to(given, file)) or _("Nobody outside the panel.")
    yield Fact(_("Who has had any of it"), told)
    yield Fact(_("Where it came from"), "; ".join(_sources(given, file)))
    yield Fact(_("How long it is kept"), "; ".join(map(_kept, _rules(desk))))
    yield from rights()


def _rules(desk: Desk) -> Sequence[RetentionRule]:
    return retention_of(read_topic(desk, Topic.RETENTION))


def _kept(rule: RetentionRule) -> str:
    return _(
        "{what}: {months} (from: {start}; then: {end})",
        what=rule.what,
        months=kept_for(rule.months),
        start=inline(rule.start),
        end=inline(rule.end),
    )


def _kinds(given: Iterable[HeldEntry]) -> str:
    kinds = {one.kind for one in given}
    found = (section for section in Section if kinds.intersection(SECTIONS[section]))
    told = [section_words(section) for section in found]
    return "; ".join(told)


_FROM = ("agency_id", "agency", "issuer", "source")
_NO_SOURCE = frozenset({RecordKind.DISCLOSURE, RecordKind.EXCLUSION})
"""Kinds that name an agency which gave nothing."""


def _sources(given: Iterable[HeldEntry], file: AccessFile) -> Sequence[str]:
    """Name agencies and others that what is given came from; of what is withheld, none."""
    found = {
        file.names.get(str(value), "") if name == "agency_id" else str(value).strip()
        for one in given
        if one.kind not in _NO_SOURCE
        for name, value in one.values
        if name in _FROM
    }
    return sorted(found - {""})


def _told_to(given: Iterable[HeldEntry], file: AccessFile) -> Iterator[str]:
    times: Counter[str] = Counter()
    for one in given:
        if one.kind is RecordKind.DISCLOSURE:
            said = dict(one.values)
            agency = file.names.get(str(said.get("agency_id", "")), "")
            times[agency or str(said.get("recipient", ""))] += 1
    for name in sorted(filter(None, times)):  # nobody is the panel's own copy
        yield _("{name}: {times}", name=name, times=_times(times[name]))


def _times(count: int) -> str:
    return ngettext("once", "{count} times", count)


def _disclosed(desk: Desk, person: UUID) -> Iterator[DisclosureRow]:
    wanted = DisclosureFilter(person=person, limit=_A_PAGE)
    while True:
        page = find_disclosures(desk, wanted)
        yield from page.rows
        if page.before is None:
            return
        wanted = replace(wanted, before=page.before)


def _scheduled(one: DisclosureRow, today: date) -> ScheduleLine:
    is_only_theirs = len(one.people) + one.others <= 1
    told = (one.what, one.proportionality, one.reason) if is_only_theirs else ()
    return ScheduleLine(
        number=one.number,
        left_on=one.made_at.astimezone(HOME).date(),
        what=paper_words(one.paper),
        whom=whom_words(one),
        how=label(one.channel) if one.channel else "",
        basis=basis_words(one),
        why="\n".join(filter(None, told)),
        ended=end_words(one, today) if one.has_copy else "",
    )


def _recipients(rows: Sequence[DisclosureRow]) -> Iterator[Fact]:
    by_whom: dict[str, list[DisclosureRow]] = {}
    for one in rows:
        by_whom.setdefault(one.agency or whom_words(one), []).append(one)
    for name in sorted(by_whom):
        last = max(one.made_at for one in by_whom[name]).astimezone(HOME).date()
        times = _times(len(by_whom[name]))
        yield Fact(name, _("{times}, last {day}", times=times, day=plain_day(last)))
