"""The ways in for somebody who wants to add something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.catalogue.blank_question import question_template
from macros.catalogue.site import Site
from macros.pages.parts import Part


@dataclass(frozen=True, kw_only=True)
class WaysIn(Part):
    """Addresses on GitHub, with everything filled in; None where the repository is not known."""

    template: ClassVar[str] = "ways-in.html"
    question: str | None
    idea: str | None
    term: str | None
    mistake: str | None


def ways_in(site: Site) -> WaysIn:
    text = question_template("The question, as an interviewer would ask it?", None)
    return WaysIn(
        question=site.new_file_address("docs/questions", "name-of-your-question.md", text),
        idea=site.issue_address("question.yml"),
        term=site.issue_address("term.yml"),
        mistake=site.issue_address("mistake.yml"),
    )
