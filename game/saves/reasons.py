"""Why a file could not be written or read, in plain words."""

from __future__ import annotations

import errno

_BOTH = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "the folder's name belongs to a file",
    errno.EEXIST: "the folder's name belongs to a file",
    errno.ENAMETOOLONG: "its name is too long",
}
_SHUT = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def unwritten(fault: OSError) -> str:
    """Why a file could not be written."""
    if fault.errno in _SHUT:
        return "the folder may not be written to"
    if fault.errno in _FULL:
        return "the disk is full"
    if fault.errno == errno.EFBIG:
        return "the system lets no file grow so large"
    return _other(fault)


def unread(fault: OSError) -> str:
    """Why a save could not be read, in one sentence."""
    why = "it may not be read" if fault.errno in _SHUT else _other(fault)
    return f"The save cannot be read: {why}."


def _other(fault: OSError) -> str:
    return _BOTH.get(fault.errno or 0, (fault.strerror or "unknown reason").lower())
