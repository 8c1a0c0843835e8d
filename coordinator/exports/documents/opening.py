"""Parts that papers share: the opening, headings, texts that may be missing, lists of actions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coordinator.domain.papers.imprint import Fact, Imprint, Tone
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Facts, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.safety import one_line, paragraphs
from coordinator.exports.layout.tokens import TYPE, Style, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day, not_recorded
from coordinator.wording.statements import made_up
from coordinator.wording.translation import _


def opening(
    imprint: Imprint, title: str, subtitle: str, type_: Type = TYPE, *, listed_as: str = ""
) -> list[Block]:
    """Title, whether all of it is made up, subtitle, the marking and the reader in words.

    `listed_as` is what the side bar says in place of a title that names somebody.
    """
    heading = Text(title, type_.title, "H1", key="top", bookmark=0, bookmark_as=listed_as)
    blocks: list[Block] = [heading]
    if imprint.is_made_up:
        blocks.append(Text([Run(made_up(), bold=True)], type_.body))
    if subtitle:
        blocks.append(Text(subtitle, type_.subtitle))
    if runs := _marking(imprint):
        blocks.append(Text(runs, type_.small))
    return blocks


def _marking(imprint: Imprint) -> list[Run]:
    runs = []
    if imprint.marking:
        runs.append(Run(_("{marking}.", marking=imprint.marking) + " ", bold=True))
    if imprint.recipient:
        runs.append(Run(_("Copy for: {recipient}", recipient=imprint.recipient)))
    return runs


def hidden(reference: str, initials: str) -> str:
    """A person outside their own section: reference and initials."""
    return ", ".join(part for part in (reference, initials) if part.strip())


def known(value: str) -> str:
    """The value, or that it is not recorded."""
    return value if value.strip() else not_recorded()


def started(value: str) -> str:
    """A value that begins a line, or *Not recorded*."""
    missing = not value.strip() or value == not_recorded()
    return not_recorded().capitalize() if missing else value


def dated(on: date | None, today: date) -> str:
    """A day in a cell of its own, its year where it is another than today's."""
    return started("") if on is None else day(on, today)


def section(words: str, type_: Type = TYPE, *, key: str = "", level: int | None = None) -> Text:
    """A heading of the second level; with a key, it can be linked to and is bookmarked."""
    return Text(words, type_.section, "H2", key=key, bookmark=level)


def subsection(words: str, type_: Type = TYPE) -> Text:
    """A heading of the third level."""
    return Text(words, type_.person, "H3")


def minor(words: str, type_: Type = TYPE) -> Text:
    """A heading of the fourth level."""
    return Text(words, type_.minor, "H4")


def flush(style: Style) -> Style:
    """A style without room before or after."""
    return replace(style, before=0.0, after=0.0)


def prose(value: str, style: Style) -> list[Block]:
    """A text of any length, one block per paragraph; *Not recorded* when there is none."""
    return [Text(part, style) for part in paragraphs(value) or [started("")]]


def labelled(label: str, value: str, style: Style) -> list[Block]:
    """A text led by its label in bold; its further paragraphs follow."""
    first, *others = paragraphs(value) or [started("")]
    lead = Text([Run(f"{one_line(label)} ", bold=True), Run(first)], style)
    return [lead, *(Text(part, style) for part in others)]


def listed(items: Sequence[str], style: Style) -> list[Block]:
    """A bulleted list, or *Not recorded*."""
    kept = [item for item in items if item.strip()]
    return bullets(kept, style) if kept else [Text(started(""), style)]


def points(head: Block, items: Sequence[str], style: Style) -> Group:
    """A heading and its points, on one page where one can hold them."""
    return Group([head, *bullets(list(items) or [_("Nothing was counted.")], style)])


def facts(pairs: Sequence[Fact], type_: Type = TYPE, columns: int = 3) -> Facts:
    """Facts in a grid, *Not recorded* where there is nothing."""
    return Facts([Fact(pair.label, started(pair.value)) for pair in pairs], columns, type_)


def note(label: str, value: str, type_: Type = TYPE, tone: Tone = Tone.ACCENT) -> Panel:
    """A text on a tinted ground, led by its label."""
    return Panel(_tight(labelled(label, value, type_.body)), tone)


def _tight(blocks: list[Block]) -> list[Block]:
    if blocks:
        blocks[-1].after = 0.0
    return blocks
