"""Where the story and the saves are. Its home is `game.folders`, which asks for nothing else."""

from game.folders import APPLICATION, PACKAGE, checkout, saves_folder, story_folder

__all__ = ["APPLICATION", "PACKAGE", "checkout", "saves_folder", "story_folder"]
