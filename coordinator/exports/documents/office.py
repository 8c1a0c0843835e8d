"""Papers of the office: the audit log, and what the information-governance officer asks for."""

from collections.abc import Iterator, Sequence

from coordinator.domain.papers.imprint import Tone
from coordinator.domain.papers.office import Listing, OfficePaper, OfficePart
from coordinator.exports.documents.opening import facts, listed, note, opening, prose, section
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tables import Column, Table, fitted
from coordinator.exports.layout.tokens import TYPE, Type
from coordinator.wording.translation import _

_TYPE = TYPE.scaled(0.93)
_LOG = TYPE.scaled(0.86)
_LONG = 100  # rows: a longer listing is a log, a line each, and is looked things up in
_WIDEST = 13.0  # sizes: a day with its time, and most people's names, stay on a line
_FACTS = 3
_LONGEST = 40  # characters of a heading: it stands again on every page


def office_paper(office: OfficePaper) -> Paper:
    """Compose one."""
    blocks: list[Block] = [*opening(office.imprint, office.title, office.subtitle)]
    if office.is_draft:
        blocks.append(note(_("Draft: do not use it yet."), office.note, tone=Tone.WARN))
    elif office.note:
        blocks.append(Text(office.note, TYPE.small))
    for at, part in enumerate(office.parts):
        blocks += _part(part, f"part{at}")
    name = _("{panel}: {title}", panel=office.imprint.panel, title=office.title)
    return Paper(name, office.imprint, blocks)


def _part(part: OfficePart, key: str) -> Iterator[Block]:
    yield section(part.heading, level=1, key=key)
    said = [one for text in filter(None, part.texts) for one in prose(text, TYPE.body)]
    if said and part.listing is not None and part.listing.rows and not (part.facts or part.points):
        said[-1].keeps = True  # what leads to a table stands on its page
    yield from said
    if part.facts:
        yield facts(part.facts, columns=min(_FACTS, len(part.facts)))
    if part.points:
        yield from listed(part.points, TYPE.body)
    if part.listing is not None and part.listing.rows:
        yield _table(part.listing)
    elif part.nothing:
        yield Text(part.nothing, TYPE.body)


def _table(listing: Listing) -> Table:
    type_ = _LOG if len(listing.rows) > _LONG else _TYPE
    columns = [
        _column(one_line(heading)[:_LONGEST], share, [row[at] for row in listing.rows], type_)
        for at, (heading, share) in enumerate(zip(listing.headings, listing.shares, strict=True))
    ]
    return Table(columns, listing.rows, type_)


def _column(heading: str, share: float, texts: Sequence[str], type_: Type) -> Column:
    if share:
        return Column(heading, share=share)
    return fitted(heading, texts, type_, widest=_WIDEST)
