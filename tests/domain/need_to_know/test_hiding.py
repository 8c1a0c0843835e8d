"""Names inside text: whatever is typed around them, nobody on file can be read."""

import re
import time
import unicodedata
from datetime import date
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordinator.domain.need_to_know.common_words import COMMON_WORDS
from coordinator.domain.need_to_know.hiding import About, Hiding, Instead, OnFile, words_to_ask

TODAY = date(2026, 11, 19)
INSTEAD = Instead("[name hidden]", "[hidden]")
KEZIA, SIAN, WILL, HOPE, KEPT = (UUID(int=at) for at in range(1, 6))
PEOPLE = (
    OnFile(
        KEZIA,
        "KT (KP-0142)",
        ("Kezia Anne", "Kez", "the Captain"),
        "Trelawny",
        ("4 Quay Lane", "RXK-77-A"),
        is_today=True,
    ),
    OnFile(SIAN, "SO (KP-0002)", ("Siân",), "O'Neill-Jones", is_today=True),
    OnFile(WILL, "WG (KP-0003)", ("Will",), "Green"),
    OnFile(HOPE, "HT (KP-0004)", ("Hope",), "Truro", is_today=True),
    OnFile(KEPT, "", ("Petroc",), "Angove", is_today=True),
)


def hidden(text: str, people: tuple[OnFile, ...] = PEOPLE, about: About | None = None) -> str:
    return Hiding(people, about=about or About(), today=TODAY, instead=INSTEAD).hide(text)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kezia's flat", "KT (KP-0142)'s flat"),
        ("ring kezia trelawny by Fri 20 Nov", "ring KT (KP-0142) by Fri 20 Nov"),
        ("TRELAWNY, KEZIA", "KT (KP-0142)"),
        ("Trelaw-\nny came", "KT (KP-0142) came"),
        ("KeziaTrelawny", "KT (KP-0142)"),
        ("Kéziás room_Kez2", "KT (KP-0142)s room_KT (KP-0142)2"),
        ("Ke\u200bz\u00adia", "KT (KP-0142)"),
        ("sian o neill jones; ONEILL; O\u2019Neill", "SO (KP-0002); SO (KP-0002); SO (KP-0002)"),
        ("Sian O\u02bcNeill\u02bcs; O\u02bbNEILL", "SO (KP-0002)\u02bcs; SO (KP-0002)"),
        ("The Captain said", "KT (KP-0142) said"),
    ],
)
def test_a_name_becomes_initials_and_reference_however_it_is_written(
    typed: str, read: str
) -> None:
    assert hidden(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Petroc (Angove) came", "[name hidden] came"),
        ("(Petroc) Angove came", "[name hidden] came"),
        ("(Petroc) (Angove), Petroc came", "[name hidden] came"),
        ("(Petroc Angove) came", "([name hidden]) came"),
        ("Petroc (Angove; he came)", "[name hidden] ([name hidden]; he came)"),
        ("(he and Petroc) Angove", "(he and [name hidden]) [name hidden]"),
        ("Angove 'Petroc' and \u2018Angove\u2019 Petroc", "[name hidden] and [name hidden]"),
        ("Angove 'Petroc came'", "[name hidden] '[name hidden] came'"),
    ],
)
def test_no_half_of_a_bracket_is_left_of_what_is_hidden(typed: str, read: str) -> None:
    assert hidden(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Green light, green light", "[name hidden] light, green light"),
        ("seen in Truro", "seen in HT (KP-0004)"),
        ("we hope he will", "we HT (KP-0004) he will"),
        ("Will Green will", "WG (KP-0003) will"),
    ],
)
def test_a_name_that_is_a_word_is_hidden_with_a_capital_or_when_it_is_somebodys_of_today(
    typed: str, read: str
) -> None:
    assert hidden(typed) == read


def test_who_is_meant_is_only_said_beyond_doubt() -> None:
    other = OnFile(UUID(int=9), "PT (KP-0150)", ("Piran",), "Trelawny")
    people = (*PEOPLE, other)
    assert hidden("Trelawny rang", people) == "[name hidden] rang"
    assert hidden("Piran Trelawny rang", people) == "PT (KP-0150) rang"
    assert hidden("Piran rang", people) == "[name hidden] rang"  # perhaps another Piran
    assert hidden("Trelawny rang", people, About(KEZIA)) == "KT (KP-0142) rang"


def test_of_whom_the_room_must_not_hear_not_even_initials_are_read() -> None:
    assert hidden("Petroc Angove and petroc") == "[name hidden] and [name hidden]"


def test_the_item_can_be_read_by_name_while_all_others_stay_hidden() -> None:
    about = About(KEZIA, by_name=True)
    read = hidden("Kezia met Siân and Petroc, 07700 900123", about=about)
    assert read == "Kezia met SO (KP-0002) and [name hidden], [hidden]"


@pytest.mark.parametrize(
    "secret",
    [
        "07700 900123",
        "+44 (0)1632 960 123",
        "01632-960123",
        "kezia.trelawny@example.org",
        "943 476 5919",
        "9434765919",
        "QQ 12 34 56 C",
        "3/4/85",
        "03.04.1985",
        "1985-04-03",
        "3rd April 1985",
        "April 3, 1985",
        "born in spring 1985",
        "DOB: 3 Apr 85",
        "TR1 2AB",
        "tr12ab",
        "4 quay lane",
        "12 Chapel Street",
        "12b St Piran's Row",
        "Flat 3",
        "rxk 77a",
        "\uff10\uff17\uff17\uff10\uff10 900123",
    ],
)
def test_what_tells_who_somebody_is_without_a_name_is_hidden(secret: str) -> None:
    assert hidden(f"about {secret}, please") == "about [hidden], please"


@pytest.mark.parametrize(
    "plain",
    [
        "Book the joint visit by Fri 20 Nov",
        "KP-0142 12 Nov, M26-047/3 and A26-0142",
        "due 30/11/2026 at 10:30, or 2026-11-30 10:30",
        "10 minutes to walk, 2 visits a week, £250,000",
        "Ask the surgery for 3 appointments",
        "",
        "ﬁne \u2013 “quoted” 👍🏽 e\u0301te\u0301",
    ],
)
def test_a_text_without_names_is_left_as_it_is(plain: str) -> None:
    assert hidden(plain) == plain


LETTERS = "abcdefghijklmnoprstuvwyzâêłøñéßš"
NAMES = st.text(LETTERS, min_size=3, max_size=9).map(str.title)
AROUND = st.text(st.sampled_from(" .,;:!?()[]'\u2019-_/\n\t0123456789\u200b\u00ad“”…"), max_size=4)
FILLING = st.lists(st.sampled_from(("ring", "the", "surgery", "before", "noon", "with")))
WRITTEN = st.sampled_from((str, str.upper, str.lower, str.title, lambda name: f"{name}'s"))


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    seen = "".join(one for one in folded if unicodedata.category(one) not in {"Mn", "Cf"})
    return set(re.findall(r"[^\W\d_]+", seen.translate({322: "l", 248: "o"})))


@given(st.data())
def test_whatever_is_typed_around_names_nobody_on_file_can_be_read(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=5))
    people = tuple(
        OnFile(
            UUID(int=at), data.draw(st.sampled_from(("", f"QX (KP-{at:04})"))), (one, two), last
        )
        for at, (one, two, last) in enumerate(names, 1)
    )
    flat = [name for three in names for name in three]
    assume(
        not {w for n in flat for w in _words(n)} & (COMMON_WORDS | {"hidden", "name", "kp", "qx"})
    )
    parts = []
    for _at in range(data.draw(st.integers(1, 8))):
        parts += [data.draw(AROUND), " ".join(data.draw(FILLING)), data.draw(AROUND)]
        parts.append(data.draw(WRITTEN)(data.draw(st.sampled_from(flat))))
    read = hidden(" ".join(parts) + data.draw(AROUND), people)
    assert not _words(read) & {word for name in flat for word in _words(name)}


@given(
    st.lists(st.sampled_from(["ring", "the", "surgery", "before", "noon", "with", "£5", "10:30"]))
)
def test_words_that_are_nobodys_name_are_never_touched(words: list[str]) -> None:
    text = " ".join(words)
    assert hidden(text) == text


@given(st.text())
def test_any_text_can_be_asked_about_and_twice_hidden_is_once_hidden(text: str) -> None:
    words_to_ask([text])
    once = hidden(text)
    assert hidden(once) == once


def test_the_store_is_asked_for_every_way_a_name_may_be_on_file() -> None:
    asked = words_to_ask(["O'Neill and KeziaRang the Trelawnys, Mary-Ann"])
    assert {"oneill", "neill", "kezia", "rang", "trelawny", "maryann", "mary", "ann"} <= asked
    asked = words_to_ask(
        ["O\u02bcNeill\u02bcs"]
    )  # a letter to the index, if it was typed so there
    assert {"oneill", "neill", "o\u02bcneill"} <= asked


@pytest.mark.parametrize("unit", ["a", "k", "a1", "1", "a-", "@", "a@", "a.", "\u02bc", "1a "])
def test_a_long_unbroken_word_costs_no_more_than_in_proportion(unit: str) -> None:
    hiding = Hiding(PEOPLE, about=About(), today=TODAY, instead=INSTEAD)

    def cost(length: int) -> float:
        text = (unit * length)[:length]
        spent = []
        for _at in range(5):
            begun = time.thread_time()
            words_to_ask([text])
            hiding.hide(text)
            spent.append(time.thread_time() - begun)
        return min(spent)

    assert cost(8 * 2_000) < 24 * cost(2_000)  # eight times in proportion, 64 by the square
