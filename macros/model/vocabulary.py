"""The closed lists: types of pages, levels, kinds, sections, grades."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class PageType(StrEnum):
    QUESTION = "question"
    TOPIC = "topic"
    TERM = "term"
    KIT = "kit"
    PAGE = "page"  # ours: home, indexes, practice and so on


class Level(StrEnum):
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"

    @property
    def rank(self) -> int:
        """Place in the order of difficulty, 0 for the easiest."""
        return list(Level).index(self)


class QuestionKind(StrEnum):
    CONCEPT = "concept"
    DESIGN = "design"
    DEBUGGING = "debugging"
    ESTIMATION = "estimation"
    INCIDENT = "incident"
    EXPERIENCE = "experience"


class SourceKind(StrEnum):
    PAPER = "paper"
    BOOK = "book"
    STANDARD = "standard"
    DOCUMENTATION = "documentation"
    POST_MORTEM = "post-mortem"
    TALK = "talk"
    ARTICLE = "article"


SHORT_ANSWER, FULL_ANSWER, FROM_EXPERIENCE = "Short answer", "Full answer", "From experience"
RUBRIC, FOLLOW_UPS, FLASHCARDS, SOURCES = "What interviewers look for", "Follow-ups", "Flashcards", "Sources"
SECTIONS = (SHORT_ANSWER, FULL_ANSWER, FROM_EXPERIENCE, RUBRIC, FOLLOW_UPS, FLASHCARDS, SOURCES)
BRING_YOUR_OWN = "Bring your own"  # the first part of FROM_EXPERIENCE
GRADES = ("Weak", "Good", "Great")

EMOJI = ":name:"  # with any name that GitHub knows
# What GitHub makes of a page after it has read the Markdown, which no Markdown renderer does: mark -> what GitHub shows.
ADDED_BY_GITHUB: Mapping[str, str] = {
    "[!NOTE]": "a colored box",
    "[!TIP]": "a colored box",
    "[!IMPORTANT]": "a colored box",
    "[!WARNING]": "a colored box",
    "[!CAUTION]": "a colored box",
    "```mermaid": "a diagram",
    "```geojson": "a map",
    "```topojson": "a map",
    "```stl": "a 3D model",
    "```math": "a formula",
    EMOJI: "an emoji",
}
