"""Exact answers about a story: every reachable state, walked and merged."""
