"""The blank referral form: questions with room to answer by hand; nobody's name is in it."""

from dataclasses import replace

from coordinator.domain.panel.settings import FormQuestion
from coordinator.domain.papers.imprint import Fact, Tone
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.exports.documents.opening import facts, note, opening, prose, section
from coordinator.exports.layout.blocks import Blank, Block, Group
from coordinator.exports.layout.panels import Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import SOFT, TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.translation import _

_BOX = "[     ]"
_HAND = 20.0  # points from one written line to the next
_TYPE = replace(TYPE, section=replace(TYPE.section, size=12.5, leading=16, before=8, after=1))


def referral_form_paper(form: ReferralForm) -> Paper:
    """Compose the form."""
    name = _("{panel}: referral form", panel=form.imprint.panel)
    blocks = [
        *opening(form.imprint, _("Referral form"), form.imprint.panel),
        *prose(form.purpose, _TYPE.body),
        *([note(_("Before you begin."), form.intro, _TYPE)] if form.intro.strip() else []),
        facts(
            [
                Fact(_("Send it to"), form.send_to),
                Fact(_("At the latest"), form.send_by),
            ],
            _TYPE,
            columns=2,
        ),
        *_from(),
        *_criteria(form),
        *(_asked(number, one) for number, one in enumerate(form.questions, 1)),
    ]
    return Paper(name, form.imprint, blocks)


def _from() -> list[Block]:
    columns = [Column(_("Who refers"), share=1.2), Column(_("Agency"), share=1)]
    columns += [Column(_("Telephone and secure mail"), share=1.2), Column(_("Date"), share=0.6)]
    room = Blank(_HAND * 1.4)
    return [Table(columns, [(room, room, room, room)], _TYPE)]


def _criteria(form: ReferralForm) -> list[Block]:
    if not form.criteria:
        return []
    columns = [Column(_("What brings them to the panel"), share=6), Column(_("Tick"), share=1)]
    rows = [(words, _BOX) for words in form.criteria]
    return [section(_("Tick what holds"), _TYPE), Table(columns, rows, _TYPE)]


def _asked(number: int, one: FormQuestion) -> Group:
    parts: list[Block] = [section(f"{number}. {one.text}", _TYPE)]
    if one.hint.strip():
        parts.append(Text(Run(one.hint, colour=SOFT), _TYPE.small))
    return Group([*parts, Panel([Blank(one.lines * _HAND)], Tone.PLAIN, pad=4)])
