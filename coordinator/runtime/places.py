"""Where a store may not be worked on: network drives and folders that a cloud copies.

A database in use needs locks and shared memory that network drives only pretend to have, and a
cloud service copies its files one by one in the middle of a change. Backups may go to both.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from coordinator.domain.errors import StorePlaceError

# fmt: off
NETWORK_SYSTEMS = frozenset({
    "9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs",
    "nfs3", "nfs4", "ocfs2", "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs",
    "vmhgfs", "webdav",
})
CLOUD_SYSTEMS = frozenset({
    "fuse.dropbox", "fuse.google-drive-ocamlfuse", "fuse.insync", "fuse.onedriver",
    "fuse.pcloud", "fuse.rclone",
})
# fmt: on
_CLOUD_SETTINGS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
# Names the services give their folders; some go on: "OneDrive - Agency", "Dropbox (Agency)".
_CLOUD_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "com~apple~clouddocs",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "box sync",
    "pcloud drive",
)
_EXACT_CLOUD_NAMES = ("Box", "Sync", "MEGA", "MEGAsync")
_CLOUD_FILES = (
    ".dropbox",  # as a folder in somebody's home it is only Dropbox's own settings
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".sync_*.db",
    "._sync_*.db",
    ".849C9593-D756-4E56-8D6E-42412F2A707B",  # OneDrive's own mark
)
_CLOUD_FOLDERS = (".dropbox.cache", ".stfolder", ".tmp.drivedownload", ".tmp.driveupload")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, and of what kind."""

    point: Path
    system: str
    options: str = ""


def check_place(
    folder: Path,
    *,
    mounts: Sequence[Mount] | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Refuse to work in a folder on a network drive or one that a cloud copies.

    Args:
        folder: Need not exist yet.
        mounts: What is mounted; this computer's own when not given.
        environment: Where cloud services leave their folders; the process's own when not given.

    Raises:
        StorePlaceError: `kind` is `network` or `cloud`.
    """
    place = Path(os.path.realpath(folder))  # `resolve` falls over links that go in a circle
    found = _mounts() if mounts is None else mounts
    if is_network(folder, found) or is_network(place, found):
        raise StorePlaceError("network")
    if is_cloud(place, found, os.environ if environment is None else environment):
        raise StorePlaceError("cloud")


def is_network(folder: Path, mounts: Sequence[Mount]) -> bool:
    """Whether the folder lies on another computer: a share, or a mount of a network kind."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    mount = _mount_of(folder, mounts)
    if mount is None or mount.point == Path("/"):
        return False  # what a computer itself runs from counts as its own disk, in a sandbox too
    return mount.system.lower() in NETWORK_SYSTEMS or "remote" in mount.options.split(",")


def is_cloud(folder: Path, mounts: Sequence[Mount], environment: Mapping[str, str]) -> bool:
    """Whether a cloud service copies the folder or one it lies in."""
    mount = _mount_of(folder, mounts)
    return (
        (mount is not None and mount.system.lower() in CLOUD_SYSTEMS)
        or any(_lies_in(folder, environment.get(name, "")) for name in _CLOUD_SETTINGS)
        or any(_has_cloud_name(part) for part in folder.parts)
        or any(_is_marked(parent) for parent in (folder, *folder.parents))
    )


def _mounts() -> list[Mount]:
    parts = psutil.disk_partitions(all=True)
    return [Mount(Path(part.mountpoint), part.fstype, part.opts) for part in parts]


def _mount_of(folder: Path, mounts: Sequence[Mount]) -> Mount | None:
    # The innermost mount holds the folder; of two on one point the later covers the earlier.
    found = None
    for mount in mounts:
        inside = folder.is_relative_to(mount.point)
        if inside and (found is None or len(mount.point.parts) >= len(found.point.parts)):
            found = mount
    return found


def _lies_in(folder: Path, cloud: str) -> bool:
    return bool(cloud) and folder.is_relative_to(Path(cloud).resolve())


def _has_cloud_name(name: str) -> bool:
    return name in _EXACT_CLOUD_NAMES or name.casefold().startswith(_CLOUD_NAMES)


def _is_marked(folder: Path) -> bool:
    try:
        return any((folder / name).is_dir() for name in _CLOUD_FOLDERS) or any(
            path.is_file() for mark in _CLOUD_FILES for path in folder.glob(mark)
        )
    except OSError:
        return False  # a parent we may not list; the other signs still count
