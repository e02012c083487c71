"""Makes `from tests.helpers import ...` work however pytest was started; settings for all tests."""

import signal
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

ROOT = str(Path(__file__).parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

# Random examples may be slow on a busy machine; that is no failure.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# A shell in the background starts us with these ignored, and programs that the tests
# start would inherit it: then no test of an interrupt or a hang-up could hold.
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32":
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
