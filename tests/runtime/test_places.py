"""Where a store may be worked on."""

from pathlib import Path

import pytest

from coordinator.domain.errors import StorePlaceError
from coordinator.runtime.places import Mount, check_place, is_cloud, is_network

DISK = Mount(Path("/"), "ext4")


def refusal(folder: Path, mounts: list[Mount], environment: dict[str, str]) -> str:
    with pytest.raises(StorePlaceError) as refused:
        check_place(folder, mounts=mounts, environment=environment)
    return refused.value.kind


def test_a_folder_of_this_computer_is_fine(tmp_path: Path) -> None:
    check_place(tmp_path / "store")
    check_place(tmp_path, mounts=[DISK], environment={})


@pytest.mark.parametrize("system", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "NFS"])
def test_a_network_drive_is_refused(tmp_path: Path, system: str) -> None:
    assert refusal(tmp_path / "new", [DISK, Mount(tmp_path, system)], {}) == "network"


def test_a_drive_that_windows_calls_remote_is_refused(tmp_path: Path) -> None:
    mounts = [DISK, Mount(tmp_path, "NTFS", "rw,remote")]
    assert refusal(tmp_path, mounts, {}) == "network"


@pytest.mark.parametrize("path", ["\\\\server\\share\\store", "//server/share/store"])
def test_a_share_is_refused_by_its_name(path: str) -> None:
    assert is_network(Path(path), [DISK])


def test_the_innermost_mount_decides(tmp_path: Path) -> None:
    share, disk = Mount(tmp_path, "nfs"), Mount(tmp_path / "disk", "ext4")
    assert not is_network(tmp_path / "disk" / "store", [share, disk, DISK])
    assert is_network(tmp_path / "other", [disk, share, DISK])
    assert not is_network(tmp_path.with_name(tmp_path.name + "2"), [share, DISK])


def test_of_two_mounts_on_one_point_the_later_decides(tmp_path: Path) -> None:
    assert is_network(tmp_path, [Mount(tmp_path, "autofs"), Mount(tmp_path, "nfs4")])


def test_what_the_computer_itself_runs_from_is_its_own_disk() -> None:
    assert not is_network(Path("/srv/store"), [Mount(Path("/"), "9p")])


def test_a_link_into_a_network_drive_is_followed(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "store"
    link.symlink_to(share, target_is_directory=True)
    assert refusal(link, [DISK, Mount(share.resolve(), "cifs")], {}) == "network"


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Example Council",
        "Dropbox",
        "Dropbox (Example)",
        "Google Drive",
        "GoogleDrive-someone",
        "My Drive",
        "iCloudDrive",
        "com~apple~CloudDocs",
        "CloudStorage",
        "Nextcloud",
        "ownCloud",
        "Box",
        "Box Sync",
        "MEGA",
        "pCloud Drive",
    ],
)
def test_a_folder_with_the_name_of_a_cloud_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name / "panel" / "store", [DISK], {}) == "cloud"


@pytest.mark.parametrize("name", ["box", "boxes", "Synchro", "drive", "clouds", "megalith"])
def test_a_name_that_only_looks_alike_is_fine(tmp_path: Path, name: str) -> None:
    check_place(tmp_path / name / "store", mounts=[DISK], environment={})


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_a_cloud_folder_told_by_the_environment_is_refused(tmp_path: Path, variable: str) -> None:
    cloud = tmp_path / "Documents"
    assert refusal(cloud / "store", [DISK], {variable: str(cloud)}) == "cloud"
    check_place(tmp_path / "store", mounts=[DISK], environment={variable: str(cloud)})
    check_place(tmp_path / "store", mounts=[DISK], environment={variable: ""})


@pytest.mark.parametrize(
    "mark", [".dropbox", ".owncloudsync.log", ".sync_1a2b.db", "._sync_1a2b.db"]
)
def test_a_folder_marked_by_a_cloud_is_refused(tmp_path: Path, mark: str) -> None:
    inside = tmp_path / "Panel" / "store"
    inside.mkdir(parents=True)
    (tmp_path / "Panel" / mark).touch()
    assert refusal(inside, [DISK], {}) == "cloud"


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox.cache"])
def test_a_folder_with_a_clouds_own_folder_is_refused(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).mkdir()
    assert refusal(tmp_path / "store", [DISK], {}) == "cloud"


def test_a_home_with_settings_of_dropbox_is_fine(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    check_place(tmp_path / "store", mounts=[DISK], environment={})


def test_a_mounted_cloud_is_refused(tmp_path: Path) -> None:
    assert is_cloud(tmp_path, [DISK, Mount(tmp_path, "fuse.rclone")], {})
    assert not is_cloud(tmp_path, [DISK], {})
