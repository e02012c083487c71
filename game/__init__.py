"""Ten Days at Mutanchiang: an interactive history for the terminal."""

__version__ = "0.1.0"
