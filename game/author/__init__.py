"""The author's commands: what `author` does with a story folder."""
