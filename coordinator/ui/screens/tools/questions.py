"""The forms for setting up a tool; no Qt."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coordinator.domain.assessments.rules import Band, Item, Tool
from coordinator.domain.lists.assessments import ToolKind
from coordinator.ui.kit.asks import Ask, Kind, Question, choices_of
from coordinator.wording.translation import _

Values = Mapping[str, Any]


def new_tool() -> Question:
    """Ask for a tool; its items come after."""
    kind = Ask("kind", _("Kind"), Kind.CHOICE, ToolKind.SCORED, choices_of(ToolKind))
    return Question(
        _("A new tool"),
        (_name(None), kind, *_facts(None)),
        _("Add the tool"),
        about=_("Its items are added on the page, one by one."),
    )


def change_tool(tool: Tool) -> Question:
    """Ask what a tool is called and whose it is."""
    title = _("{tool}: change", tool=tool.name)
    return Question(title, (_name(tool), *_facts(tool)), _("Save"))


def end_tool(tool: Tool) -> Question:
    """Ask why a tool is used no more."""
    return Question(
        _("{tool} is used no more", tool=tool.name),
        (Ask("reason", _("Why"), Kind.TEXT, ""),),
        _("Use it no more"),
        about=_("What was scored with it stays readable."),
    )


def item(tool: Tool, one: Item | None) -> Question:
    """Ask for an item: what it is called, how it is scored, what each score means."""
    title = _("{tool}: an item", tool=tool.name) if one is None else one.words
    words = Ask("item_words", _("What it is called"), Kind.LINE, one.words if one else "")
    guide = Ask(
        "guide",
        _("What each score means"),
        Kind.TEXT,
        one.guide if one else "",
        hint=_("In the owner's words only where the panel is licensed to use them."),
    )
    if tool.kind is ToolKind.CHECKLIST:
        guide = replace(guide, title=_("What counts as there"), hint="")
        return Question(title, (words, guide), _("Save"))
    lowest = Ask("lowest", _("Lowest score"), Kind.NUMBER, one.lowest if one else 0)
    highest = Ask("highest", _("Highest score"), Kind.NUMBER, one.highest if one else 4)
    step = Ask("step", _("Step"), Kind.NUMBER, one.step if one else 1)
    return Question(title, (words, lowest, highest, step, guide), _("Save"))


def band(tool: Tool, one: Band | None) -> Question:
    """Ask for a band: what a total from here to there is called."""
    name = Ask("band_name", _("What it is called"), Kind.LINE, one.name if one else "")
    lowest = Ask("band_lowest", _("From"), Kind.NUMBER, one.lowest if one else tool.least)
    highest = Ask("band_highest", _("To"), Kind.NUMBER, one.highest if one else tool.most)
    about = _("Both are included. The items come to {least} to {most}.", least=tool.least,
              most=tool.most)  # fmt: skip
    title = _("{tool}: a band", tool=tool.name)
    return Question(title, (name, lowest, highest), _("Save"), about=about)


def made(values: Values) -> Tool:
    """Make of the answers a tool without items."""
    return Tool(
        values["name"],
        values["kind"],
        owner=values["owner"],
        acknowledgement=values["acknowledgement"],
        period=values["period"],
    )


def with_facts(tool: Tool, values: Values) -> Tool:
    """Give the tool as it is to be called."""
    return replace(tool, **{ask.name: values[ask.name] for ask in change_tool(tool).asks})


def with_item(tool: Tool, one: Item | None, values: Values) -> Tool:
    """Give the tool with one item said anew, or another one at its end."""
    said = _item_of(one or Item("", ""), values)
    if one is None:
        return replace(tool, items=(*tool.items, said))
    return replace(tool, items=tuple(said if each == one else each for each in tool.items))


def with_band(tool: Tool, one: Band | None, values: Values) -> Tool:
    """Give the tool with one band said anew, or another one."""
    said = Band(
        values["band_name"],
        _number(values["band_lowest"], tool.least),
        _number(values["band_highest"], tool.most),
    )
    kept = tuple(each for each in tool.bands if each != one)
    return replace(tool, bands=(*kept, said))


def without(tool: Tool, one: Item | Band) -> Tool:
    """Give the tool without an item or a band."""
    return replace(
        tool,
        items=tuple(each for each in tool.items if each != one),
        bands=tuple(each for each in tool.bands if each != one),
    )


def moved(tool: Tool, one: Item, places: int) -> Tool:
    """Give the tool with an item so many places further down."""
    items = [each for each in tool.items if each != one]
    at = min(max(tool.items.index(one) + places, 0), len(items))
    return replace(tool, items=(*items[:at], one, *items[at:]))


def _item_of(one: Item, values: Values) -> Item:
    said = replace(one, words=values["item_words"], guide=values["guide"])
    if "highest" not in values:
        return said
    return replace(
        said,
        lowest=_number(values["lowest"], 0),
        highest=_number(values["highest"], 0),
        step=_number(values["step"], 1),
    )


def _number(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def _name(tool: Tool | None) -> Ask:
    return Ask("name", _("Name"), Kind.LINE, tool.name if tool else "")


def _facts(tool: Tool | None) -> tuple[Ask, ...]:
    return (
        Ask(
            "period",
            _("Over which time it looks"),
            Kind.LINE,
            tool.period if tool else "",
            hint=_("Such as: the past month."),
        ),
        Ask(
            "owner",
            _("Who owns its wording"),
            Kind.LINE,
            tool.owner if tool else "",
            hint=_("Empty for one of the panel's own."),
        ),
        Ask(
            "acknowledgement",
            _("Acknowledgement"),
            Kind.TEXT,
            tool.acknowledgement if tool else "",
            hint=_("Shown and printed wherever the tool is."),
        ),
    )
