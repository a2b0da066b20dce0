"""How alike two records are, and why."""

WORDS_WEIGH, OBJECTIVES_WEIGH, REGION_WEIGHS, DATES_WEIGH = 0.6, 0.25, 0.1, 0.05
"""What each likeness adds to the score; together 1."""

LEAST_SCORE = 0.2
"""Less alike is not worth anybody's glance."""

WORDS_ASKED = 60
"""Of a long text, the words that tell it from others best are asked for, and no more."""

WORDS_TELLING = 12
"""A record with as much in common as this many of the weightiest words is as alike in words as can be."""

ROWS_ASKED = 1.0
"""The words asked for are together in no more records than this many times all."""

LOOKED_AT = 200
"""How many of those most alike in words are ranked by all that they have in common."""

NEAR_DAYS = 90
"""Activities as far apart as this are not near in time."""

WORDS_TOLD = 5
"""How many words in common are told."""
