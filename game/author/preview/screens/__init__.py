"""The preview's own screens, and those of the game that are others here."""
