"""The ten days that the story tells of."""

from datetime import date

FIRST_DAY = date(1945, 8, 9)
DAYS = 10
