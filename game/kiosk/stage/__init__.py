"""Faces as lines, and the one screen that shows them."""
