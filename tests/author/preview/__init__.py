"""Tests of `author preview`."""
