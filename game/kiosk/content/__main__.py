"""Checks a story: python -m game.kiosk.content FOLDER prints its facts in JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.kiosk.content.checking import checked

print(json.dumps(checked(Path(sys.argv[1]))._asdict()))
