"""Files of a story, put in their place whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def put_whole(path: Path, raw: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one, never half.

    Raises:
        OSError: if it cannot be written; nothing has changed then.
    """
    handle, name = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(raw)
        os.chmod(name, path.stat().st_mode if path.exists() else 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
