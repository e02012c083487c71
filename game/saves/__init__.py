"""Playthroughs on disk, and as codes that fit on a postcard."""

from game.folders import saves_folder
from game.saves.codes import CodeError, code_of, play_of
from game.saves.errors import SaveError
from game.saves.fingerprint import Fingerprint, fingerprint
from game.saves.load import Loaded, replayed
from game.saves.memory import Memory, Share
from game.saves.save import Save, read_save, save_of
from game.saves.store import SaveRow, Store

__all__ = [
    "CodeError",
    "Fingerprint",
    "Loaded",
    "Memory",
    "Save",
    "SaveError",
    "SaveRow",
    "Share",
    "Store",
    "code_of",
    "fingerprint",
    "play_of",
    "read_save",
    "replayed",
    "save_of",
    "saves_folder",
]
