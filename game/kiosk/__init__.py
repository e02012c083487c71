"""The kiosk: the game alone in a museum, for months, in front of the public."""
