"""A story as a script: what other tools can play, before it is written in their words.

Passages of plain steps: say, change, offer. Conditions stay checked trees of the
story's own language. `game.export.ink` and `game.export.twee` write it down.
"""

from game.export.script.make import script_of
from game.export.script.parts import Script

__all__ = ["Script", "script_of"]
