"""The plan on a page: landscape, three columns read one after the other.

The type is made as large as the page allows. Where even the smallest is too large, lists are cut
shorter, with a word on how many more the full plan holds; only then is there a second page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.plan import LevelLine, Plan
from coordinator.exports.documents.actions import brief_actions
from coordinator.exports.documents.opening import facts, labelled, opening, section, started
from coordinator.exports.documents.plan import plan_facts, reference_and_name
from coordinator.exports.documents.plan_parts import (
    barrier_line,
    for_few,
    harder,
    level_lines,
    more,
    not_settled,
    offer_line,
    said,
)
from coordinator.exports.documents.plan_voice import asked_words, waiting_line
from coordinator.exports.layout.blocks import BOUNDLESS, Block, Room
from coordinator.exports.layout.fitting import Fitting, height_of
from coordinator.exports.layout.furniture import FOOT_ROOM, HEAD_ROOM
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Columns
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import A4_LANDSCAPE, SOFT, TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import day
from coordinator.wording.translation import _

_MARGIN = 36.0
_SHARES = (1.0, 1.25, 1.0)
_GAP = 18.0
_PAGE = Room(
    A4_LANDSCAPE[0] - 2 * _MARGIN,
    A4_LANDSCAPE[1] - HEAD_ROOM - FOOT_ROOM,
    A4_LANDSCAPE[1] - HEAD_ROOM - FOOT_ROOM,
)
_GOALS = 5
_SENTENCES = 3
_LONGEST_WISH = 110


@dataclass(frozen=True, slots=True)
class _Cut:
    """How many are listed: wishes that wait, lines of a text and offers, strengths, actions."""

    wishes: int
    lines: int = 5
    levels: int = 3
    actions: int = 8


_CUTS = (
    _Cut(wishes=3),
    _Cut(wishes=2),
    _Cut(wishes=2, lines=3),
    _Cut(wishes=1, lines=3, levels=2),
    _Cut(wishes=1, lines=2, levels=2),
    _Cut(wishes=1, lines=2, levels=2, actions=7),
    _Cut(wishes=1, lines=2, levels=2, actions=6),
    _Cut(wishes=1, lines=1, levels=1, actions=6),
    _Cut(wishes=1, lines=1, levels=1, actions=5),
    _Cut(wishes=1, lines=1, levels=1, actions=4),
    _Cut(wishes=1, lines=1, levels=1, actions=3),
)
"""What a page that is too full lists less of, step by step; the full plan holds all of it."""
# The type of the other papers with less air, since a page is all there is.
_TYPE = replace(
    TYPE,
    title=replace(TYPE.title, size=21, leading=25),
    subtitle=replace(TYPE.subtitle, size=12, leading=16, after=2),
    section=replace(TYPE.section, size=14, leading=18, before=9, after=3),
    body=replace(TYPE.body, leading=15.5, after=3.5),
    small=replace(TYPE.small, after=2),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def plan_page_paper(plan: Plan) -> Paper:
    """Compose the plan on a page, as large as fits."""
    blocks = _on_one_page(plan)
    for topic in plan.more:
        blocks += labelled(topic.title + ".", topic.text, TYPE.body)
    name = _("{reference}: plan on a page", reference=plan.reference)
    return Paper(name, plan.imprint, blocks, size=A4_LANDSCAPE, margin=_MARGIN)


def _on_one_page(plan: Plan) -> list[Block]:
    """Compose it with as many lines of the long lists as leave it on one page."""
    blocks: list[Block] = []
    for cut in _CUTS:
        blocks = Fitting(_TYPE).largest(partial(_blocks, plan, cut=cut), _PAGE)
        if height_of(blocks, _PAGE) <= _PAGE.left:
            break
    return blocks


def _blocks(plan: Plan, type_: Type, *, cut: _Cut) -> list[Block]:
    return [
        *opening(
            plan.imprint,
            reference_and_name(plan),
            _agreed(plan, cut),
            type_,
            listed_as=plan.reference,
        ),
        facts(_facts(plan), type_, columns=5),
        *for_few(plan, type_),
        *not_settled(plan, type_, brief=True),
        Columns(_balanced(_boxes(plan, type_, cut)), _SHARES, _GAP),
    ]


def _balanced(boxes: list[list[Block]]) -> list[list[Block]]:
    """Share the boxes out to three columns, in their order, so that the longest is shortest."""
    width = _PAGE.width - 2 * _GAP
    rooms = [Room(width * share / sum(_SHARES), BOUNDLESS, BOUNDLESS) for share in _SHARES]
    heights = [[height_of(box, room) for room in rooms] for box in boxes]

    def longest(cuts: tuple[int, int]) -> float:
        edges = (0, *cuts, len(boxes))
        parts = zip(edges, edges[1:], range(len(rooms)), strict=False)
        return max(
            sum(row[column] for row in heights[start:stop]) for start, stop, column in parts
        )

    first, second = min(combinations(range(1, len(boxes)), 2), key=longest)
    edges = ((0, first), (first, second), (second, len(boxes)))
    return [[block for box in boxes[start:stop] for block in box] for start, stop in edges]


def _boxes(plan: Plan, type_: Type, cut: _Cut) -> list[list[Block]]:
    """The boxes in reading order; one that has nothing to say is left out."""
    today = plan.imprint.issued_on
    boxes: tuple[list[Block], ...] = (
        [section(_("What matters to me"), type_), *_few(plan.matters, type_, cut.lines)],
        [section(_("How to work with me"), type_), *_do_and_avoid(plan, type_, cut.lines)],
        [
            section(_("What is going on and why"), type_),
            Text(_sentences(plan.formulation), type_.body),
        ],
        [
            section(_("Strengths"), type_),
            *level_lines(plan.strengths, type_.body, today, cut.levels, _("Not yet asked.")),
        ],
        [
            section(_("Risks"), type_),
            *level_lines(_short(plan.risks), type_.body, today, cut.levels),
        ],
        _goals(plan, type_),
        _actions(plan, type_, cut.actions),
        _asked(plan, type_, cut.wishes),
        _offers(plan, type_, cut.lines),
        _home(plan, type_, cut.levels),
        _stuck(plan, type_, cut.levels),
        [section(_("If things get harder"), type_), *harder(plan, type_.body)],
    )
    return [box for box in boxes if box]


def _agreed(plan: Plan, cut: _Cut) -> str:
    """Say which version this is, what waits for an answer, and what the open actions do."""
    today = plan.imprint.issued_on
    words = _("One plan, one team. No version is agreed yet.")
    if plan.agreed_on is not None:
        words = _(
            "One plan, one team. Version {version}, agreed {day}.",
            version=plan.version,
            day=day(plan.agreed_on, today),
        )
    changed = _("Changed since.") if plan.agreed_on and plan.since_agreed else ""
    has_room = cut.lines >= _Cut(wishes=1).lines
    told = plan.needs if plan.needs is not None and plan.needs.rows and has_room else None
    needs = f"{told.count}." if told is not None else ""
    return " ".join(filter(None, (words, changed, needs, asked_words(plan), plan.balance)))


def _facts(plan: Plan) -> list[Fact]:
    name, lead, deputy, review, agreed, copy = plan_facts(plan)
    told = ", ".join(part for part in (agreed.value, copy.value) if part)
    return [name, lead, deputy, review, Fact(_("Agreed with them, copy given"), told)]


def _do_and_avoid(plan: Plan, type_: Type, most: int) -> list[Block]:
    pairs = (
        (_("Do."), plan.helps),
        (_("Do not."), plan.avoid),
        *_brings_on(plan, most),
        (_("Getting in touch."), plan.contact_rules),
    )
    blocks: list[Block] = []
    for label, value in pairs:
        words = one_line("; ".join(value.splitlines())) if value.strip() else started("")
        blocks.append(Text([Run(label + " ", bold=True), Run(words)], type_.body))
    return blocks


def _brings_on(plan: Plan, most: int) -> Iterator[tuple[str, str]]:
    """What brings it on and which words to use; on a full page only that the plan says so."""
    asked = ((_("What brings it on."), plan.triggers), (_("Words."), plan.preferred_words))
    said = [(title, words) for title, words in asked if words.strip()]
    pairs = ((_("What brings it on."), plan.triggers), (_("Words."), plan.preferred_words))
    said = [(title, words) for title, words in pairs if words.strip()]
    if most >= _Cut(wishes=1).lines:
        yield from said
    elif said:
        titles = " ".join(title for title, _words in said)
        yield titles, _("See the full plan.")


def _short(risks: Sequence[LevelLine]) -> list[LevelLine]:
    """Give risks with their level alone: source and review stand in the full plan."""
    return [replace(one, source="", review_on=None) for one in risks]


def _few(value: str, type_: Type, most: int) -> list[Block]:
    lines = value.splitlines()
    return said("\n".join(lines[:most]), type_.body) + more(len(lines) - most, type_.small)


def _sentences(value: str) -> str:
    """The first three sentences; three dots say that there are more."""
    parts = _SENTENCE.split(one_line(value))
    words = " ".join(parts[:_SENTENCES])
    return started(words) if len(parts) <= _SENTENCES else f"{words} …"


def _goals(plan: Plan, type_: Type) -> list[Block]:
    goals = plan.goals[:_GOALS]
    nothing = Text(_("No goal is agreed yet."), type_.body)
    return [
        section(_("My goals"), type_),
        *(bullets([_goal(g.own_words, g.measure) for g in goals], type_.body) or [nothing]),
        *more(len(plan.goals) - len(goals), type_.small),
    ]


def _actions(plan: Plan, type_: Type, most: int) -> list[Block]:
    title = _("What we are doing together")
    if not plan.actions:
        return [section(title, type_), Text(_("No open actions."), type_.body)]
    actions = plan.actions[:most]
    if len(plan.actions) > len(actions):
        of_all = _("{shown} of {all}", shown=len(actions), all=len(plan.actions))
        title = f"{title} ({of_all})"
    table = brief_actions(actions, type_, plan.imprint.issued_on)
    return [section(title, type_), table]


def _asked(plan: Plan, type_: Type, most: int) -> list[Block]:
    """What the person asked for and nobody has answered, the longest waiting first."""
    waiting = [one for one in plan.wishes if not one.answer]
    if not waiting:
        return []
    today = plan.imprint.issued_on
    return [
        section(_("Asked, not answered yet"), type_),
        *bullets([waiting_line(one, today, _LONGEST_WISH) for one in waiting[:most]], type_.body),
        *more(len(waiting) - most, type_.small),
    ]


def _offers(plan: Plan, type_: Type, most: int) -> list[Block]:
    lines = [offer_line(offer) for offer in plan.offers[:most]]
    nothing = Text(_("No offer is recorded."), type_.body)
    return [
        section(_("What agencies offer"), type_),
        *(bullets(lines, type_.body) or [nothing]),
        *more(len(plan.offers) - most, type_.small),
    ]


def _goal(own_words: str, measure: str) -> list[Run]:
    runs = [Run(own_words, bold=True)]
    return [*runs, Run(f" ({measure})", colour=SOFT)] if measure.strip() else runs


def _home(plan: Plan, type_: Type, most: int) -> list[Block]:
    if not plan.home:
        return []
    lines = [[Run(words)] for words in plan.home[:most]]
    left = len(plan.home) - len(lines)
    return [
        section(_("A home must allow for"), type_),
        *bullets(lines, type_.body),
        *more(left, type_.small),
    ]


def _stuck(plan: Plan, type_: Type, most: int) -> list[Block]:
    today = plan.imprint.issued_on
    lines = [barrier_line(barrier, today) for barrier in plan.barriers[:most]]
    lines += [[Run(line.ask), Run(f" ({line.to})", colour=SOFT)] for line in plan.escalations[:2]]
    if not lines:
        return []
    left = len(plan.barriers) + len(plan.escalations) - len(lines)
    return [
        section(_("What stands in the way"), type_),
        *bullets(lines, type_.body),
        *more(left, type_.small),
    ]
