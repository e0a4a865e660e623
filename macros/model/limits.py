"""How much of everything a question page has: least and most. `check` holds pages to it, and a blank page says it."""

from __future__ import annotations

SHORT_ANSWER_WORDS = (40, 110)
FULL_ANSWER_WORDS = (350, 900)
REASON_SENTENCES = (1, 2)
FOLLOW_UPS_ASKED = (3, 5)
FOLLOW_UP_WORDS = (40, 90)
CARDS = (4, 8)
CARD_WORDS = 30
MIN_SOURCES = 3
