"""A story drawn: as an indented tree, as Mermaid, as DOT, as SVG."""
