"""The pack: every part, reachable, with true page numbers."""

import re
from dataclasses import replace

from coordinator.domain.papers.plan import BarrierLine, GoalLine, LevelLine
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading
from tests.exports.example_basics import action
from tests.exports.example_packs import case


def test_every_person_is_bookmarked_under_a_section() -> None:
    outline = reading.outline(lay_out(PaperKind.PACK, examples.pack(3)))
    assert [title for level, title in outline if level == 1] == [
        "Agenda",
        "Attendance sheet",
        "Action tracker",
        "People",
        "New referrals",
        "Ready to step down?",
        "Escalations",
        "Terms of reference",
        "Contacts",
    ]
    assert [title.split(",")[0] for level, title in outline if level == 2] == [
        "SC-0142",
        "SC-0143",
        "SC-0144",
        "SC-0161",
        "SC-0077",
    ]


def test_the_contents_tell_the_page_where_a_person_stands() -> None:
    pages = reading.pages(lay_out(PaperKind.PACK, examples.pack(30)))
    contents = " ".join(pages[:2])
    for place in range(30):
        reference = f"SC-{142 + place:04}"
        found = re.search(rf"{reference}, TG\s+(\d+)", contents)
        assert found is not None
        assert reference in pages[int(found[1]) - 1]


def test_the_contents_name_people_by_reference_and_initials_only() -> None:
    assert "Gwynedd" not in reading.pages(lay_out(PaperKind.PACK, examples.pack()))[0]


def test_each_person_has_one_side() -> None:
    pages = reading.pages(lay_out(PaperKind.PACK, examples.pack(12)))
    sheets = [page for page in pages if "The question for the panel." in page]
    assert len(sheets) == 12
    assert all("Lead professional" in page for page in sheets)


def test_the_longest_sheet_has_one_side_and_says_how_much_more_is_on_file() -> None:
    words = "Asked again and again; nobody has answered yet, and it is winter. " * 8
    longest = case(
        changes=tuple(f"{number}. {words}" for number in range(20)),
        warnings=tuple(f"Ring before you knock, always twice ({number})" for number in range(6)),
        goals=tuple(GoalLine(f"{number}. {words}") for number in range(12)),
        actions=tuple(action(text=words) for _number in range(60)),
        risks=tuple(LevelLine(words) for _number in range(9)),
        strengths=tuple(LevelLine(words) for _number in range(9)),
        barriers=tuple(BarrierLine("No room", words) for _number in range(9)),
        elsewhere=tuple(f"MARAC {number}, open since Mon 2 Nov, {words}" for number in range(9)),
        assessed=tuple(f"DASH {number}, high, {words}" for number in range(9)),
        known_to=words * 3,
        question=words * 9,
        last_decision=words * 9,
    )
    pack = replace(examples.pack(1), cases=(longest, case()))
    pages = reading.pages(lay_out(PaperKind.PACK, pack))
    first, second = [at for at, page in enumerate(pages) if "Where it stands" in page]
    assert second == first + 1
    sheet = " ".join(pages[first].split())
    assert "The question for the panel." in sheet
    assert all(warning in sheet for warning in longest.warnings)
    assert "and 8 more on file" in sheet
    assert "And 58 more on file." in sheet
    assert "more on file" not in pages[second]


def test_a_full_sheet_lists_fewer_forums_before_it_lists_fewer_actions() -> None:
    words = "asked again and again, nobody has answered yet"
    forums = tuple(f"MARAC {number}, open since Mon 2 Nov, {words}" for number in range(12))
    full = case(elsewhere=forums, assessed=forums)
    pages = reading.pages(lay_out(PaperKind.PACK, replace(examples.pack(), cases=(full,))))
    (sheet,) = (" ".join(page.split()) for page in pages if "Where it stands" in page)
    assert "The question for the panel." in sheet
    assert re.search(r"MARAC 0, [^;]*;.* and \d+ more on file", sheet)
    assert "First meeting at the recovery café" in sheet
    assert "more on file" not in sheet.partition("Assessed.")[0]


def test_warnings_come_before_everything_else_about_a_person() -> None:
    read = reading.words(lay_out(PaperKind.PACK, examples.pack(1)))
    sheet = read[read.index("Where it stands") :]
    assert sheet.index("Please know first.") < sheet.index("Since last time")
    assert "Visit in pairs (Police, 3 June; review 1 December)" in sheet


def test_members_sign_on_the_attendance_sheet() -> None:
    read = reading.words(lay_out(PaperKind.PACK, examples.pack(1)))
    assert "Signed: I keep the statement" in read


def test_a_pack_of_nobody_is_printed() -> None:
    paper = lay_out(PaperKind.PACK, examples.pack(0, referrals=(), closures=(), tracker=None))
    assert "0 people" in reading.words(paper)


def test_the_cover_counts_everybody_the_copy_is_about() -> None:
    cover = reading.pages(lay_out(PaperKind.PACK, examples.pack(3)))[0]
    assert "3 people, 1 new referral, 1 ready to step down" in " ".join(cover.split())
