"""The engine: pure, without clock, chance, terminal or text.

position = start(story, "meretskov")
while not position.is_ending:
position = step(position, options(position)[0].id)
"""

from game.engine.errors import EngineError
from game.engine.historical import historical_choice, historical_path
from game.engine.play import Leg, begin, enter, go, options, replay, start, step
from game.engine.playthrough import Playthrough
from game.engine.position import Option, Position, Stop
from game.engine.program import Program, program

__all__ = [
    "EngineError",
    "Leg",
    "Option",
    "Playthrough",
    "Position",
    "Program",
    "Stop",
    "begin",
    "enter",
    "go",
    "historical_choice",
    "historical_path",
    "options",
    "program",
    "replay",
    "start",
    "step",
]
