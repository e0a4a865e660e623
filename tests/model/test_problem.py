"""What a problem says stays on its lines, whatever it quotes."""

from __future__ import annotations

import pytest

from macros.model.problem import Problem


@pytest.mark.parametrize("line_break", ["\n", "\r\n", " \n  ", "\v", "\x85", "\u2028"])
def test_what_is_quoted_does_not_break_the_line(line_break: str) -> None:
    problem = Problem("docs/a.md", 3, f"`a{line_break}b` is not plain ASCII.", f"type `a{line_break}b`.")
    assert problem.as_text() == "docs/a.md:3: `a b` is not plain ASCII.\n    fix: type `a b`."
    assert "\n" not in problem.as_annotation()


def test_spaces_inside_of_a_quotation_stay() -> None:
    assert Problem("docs/a.md", 1, "`a  b`", "c").message == "`a  b`"
