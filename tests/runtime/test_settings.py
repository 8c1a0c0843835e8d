"""What this device remembers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import StoreReadOnlyError
from coordinator.runtime.settings import (
    RECENT_MOST,
    THEMES,
    Settings,
    read_settings,
    settings_file,
    write_settings,
)

TEXT = st.text(min_size=1, max_size=30)


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    kept = Settings(("/srv/panel", 'C:\\Panel "A"'), "dark", 1.6, clear_letters=True)
    kept = replace(kept, idle_min=3, lock_with_desktop=False, remind_after=0)
    kept = kept.with_backup(Path("/srv/panel"), Path('/media/st"ick'), date(2026, 11, 19))
    write_settings(kept, path)
    assert read_settings(path) == kept


def test_the_first_day_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()
    assert Settings().last_store is None
    assert settings_file().name == "settings.toml"


@given(paths=st.lists(TEXT, max_size=RECENT_MOST), theme=st.sampled_from(THEMES))
def test_any_folder_name_is_kept_or_left_out(
    tmp_path_factory: pytest.TempPathFactory, paths: list[str], theme: str
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(Settings(tuple(paths), theme), path)
    found = read_settings(path)
    assert found.theme == theme
    assert found.recent_stores == tuple(name for name in paths if "\x7f" not in name)


def test_a_folder_whose_name_is_not_text_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_settings(Settings(("/srv/\udcff", "/srv/panel")), path)
    assert read_settings(path).recent_stores == ("/srv/panel",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme = ",
        "= = =",
        "theme = 7\ntext_scale = 'big'\nclear_letters = 'yes'\nrecent_stores = 'x'",
        "theme = 'purple'\ntext_scale = nan\nrecent_stores = [1, '', false]",
        "text_scale = true",
        "a = " + "[" * 5000,
    ],
)
def test_damaged_settings_are_as_on_the_first_day(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert read_settings(path) == Settings()
    path.write_bytes(b"\xff\xfe" + text.encode())
    assert read_settings(path) == Settings()


def test_one_bad_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("theme = 'purple'\ntext_scale = 9\nclear_letters = true\n")
    assert read_settings(path) == Settings(text_scale=2.0, clear_letters=True)


@pytest.mark.parametrize(
    ("line", "field", "found"),
    [
        ("idle_min = 0", "idle_min", 1),
        ("idle_min = 9000", "idle_min", 60),
        ("idle_min = true", "idle_min", 10),
        ("idle_min = 'soon'", "idle_min", 10),
        ("remind_after = -3", "remind_after", 0),
        ("lock_with_desktop = 'no'", "lock_with_desktop", True),
        ("lock_with_desktop = false", "lock_with_desktop", False),
        ("backups_elsewhere = [['/a', '/b', 'someday'], 'abc', 7]", "backups_elsewhere", ()),
        ("backups_elsewhere = 'x'", "backups_elsewhere", ()),
    ],
)
def test_a_setting_out_of_range_is_brought_back_into_it(
    tmp_path: Path, line: str, field: str, found: object
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line)
    assert getattr(read_settings(path), field) == found


def test_of_each_store_the_last_backup_elsewhere_is_remembered(tmp_path: Path) -> None:
    store, first, second = (tmp_path / name for name in ("store", "first", "second"))
    settings = Settings().with_backup(store, first, date(2026, 11, 1))
    settings = settings.with_backup(tmp_path / "other", first, date(2026, 11, 2))
    settings = settings.with_backup(store, second, date(2026, 11, 3))
    kept = settings.elsewhere(store)
    assert kept is not None
    assert (kept.folder, kept.on) == (str(second), date(2026, 11, 3))
    assert settings.elsewhere(tmp_path / "nowhere") is None
    assert len(settings.backups_elsewhere) == 2


def test_the_last_store_comes_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_MOST + 3):
        settings = settings.with_store(tmp_path / str(number))
    settings = settings.with_store(tmp_path / "5")
    assert settings.last_store == tmp_path / "5"
    assert len(settings.recent_stores) == len(set(settings.recent_stores)) == RECENT_MOST
    assert settings.without_store(tmp_path / "5").last_store == tmp_path / str(RECENT_MOST + 2)


def test_settings_that_cannot_be_kept_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreReadOnlyError):
        write_settings(Settings(), tmp_path / "file" / "settings.toml")
