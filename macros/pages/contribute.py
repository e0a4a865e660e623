"""The ways in for somebody who wants to add something, as Markdown of the contribute page."""

from __future__ import annotations

from macros.catalogue.blank_question import question_template
from macros.catalogue.site import Site

_LOCALLY = "`make new`"


def ways_in(site: Site) -> str:
    """Links that land on GitHub with everything filled in; without a known repository, the commands."""
    template = question_template("The question, as an interviewer asks it?", None)
    new = site.new_file_address("docs/questions", "name-of-your-question.md", template)
    idea, term = site.issue_address("question.yml"), site.issue_address("term.yml")
    mistake = site.issue_address("mistake.yml")
    if not (new and idea and term and mistake):
        return (
            f"This copy of the site does not know where its source is published. In a clone of it, {_LOCALLY} writes a new page."
        )
    return "\n".join(
        [
            f"- [Write a new question]({new}) in GitHub's editor, with every heading in place.",
            f"- [Propose a question]({idea}), if somebody else should write the answer.",
            f"- [Propose a term]({term}) that the glossary lacks.",
            f"- [Report a mistake]({mistake}). The link at the end of each page fills in where.",
        ]
    )
