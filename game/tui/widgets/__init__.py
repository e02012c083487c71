"""The widgets: view data in, lines out."""
