"""What stands above a code block: its language, what a tool has done with it, a button."""

from __future__ import annotations

import markdown
import pytest
import yaml
from justhtml import JustHTML

from macros.model.languages import LANGUAGES
from macros.rendering.allow_list import breaches
from tests.conftest import ROOT

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
WANTED = ("pymdownx", "macros.rendering.scrollable", "macros.rendering.code_blocks")


def rendered(source: str) -> str:
    """As the site renders it, with the extensions that have to do with code."""
    options = {
        name: values
        for entry in SETTINGS
        for name, values in (entry.items() if isinstance(entry, dict) else [(entry, {})])
        if name.startswith(WANTED)
    }
    return markdown.markdown(source, extensions=list(options), extension_configs=options)


def heads(html: str) -> list[str]:
    return [" ".join(head.to_text().split()) for head in JustHTML(html, sanitize=False, fragment=True).query(".code-head")]


@pytest.mark.parametrize(
    ("fence", "code", "head"),
    [
        ("pycon", ">>> 1 < 2 and '&amp;'\n'&amp;'", "Python run by the tests Copy"),
        ("promql", 'up{job="<b>"}', "PromQL checked with promtool Copy"),
        ("yaml", "# those of\ngroups:\n  - name: a & b", "Prometheus rules checked with promtool Copy"),
        ("yaml", '"apiVersion": v1\nkind: Pod', "Kubernetes checked with kubernetes-validate Copy"),
        ("yaml", "a:\n  groups: 1", "YAML parsed with PyYAML Copy"),
        ("haproxy", "backend a", "HAProxy checked with haproxy Copy"),
        ("console", "$ ls\na", "Terminal checked with shellcheck Copy"),
        ("text", "a  b", "Text Copy"),
    ],
)
def test_a_block_says_what_it_is_and_who_looked_at_it(fence: str, code: str, head: str) -> None:
    html = rendered(f"Before.\n\n```{fence}\n{code}\n```\n\nAfter.")
    assert heads(html) == [head]
    assert breaches(html) == []
    tree = JustHTML(html, sanitize=False, fragment=True)
    assert tree.query(".code > .highlight > pre code")[0].to_text(separator="", strip=False).strip("\n") == code
    assert [node.to_text() for node in tree.query("p:not(.code-head)")] == ["Before.", "After."]


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_language_of_the_table_is_taken_for_another(name: str) -> None:
    """Pygments knows some by no name; mkdocs.yml says what it reads those as."""
    kind = LANGUAGES[name]
    assert heads(rendered(f"```{name}\nx\n```")) == [" ".join(f"{kind.label} {kind.promise} Copy".split())]


def test_each_block_has_its_own_head() -> None:
    html = rendered("```sh\nls\n```\n\n- A list:\n\n    ```sql\n    SELECT 1;\n    ```\n")
    assert heads(html) == ["Shell checked with shellcheck Copy", "PostgreSQL run by the tests Copy"]


def test_what_no_tool_knows_has_no_head_and_text_that_looks_like_a_block_is_text() -> None:
    assert heads(rendered("```ruby\nputs 1\n```")) == []
    assert heads(rendered('```text\n<div class="language-sh highlight"><pre>x</pre></div>\n```')) == ["Text Copy"]
    assert heads(rendered('`<div class="language-sh highlight"><pre>x</pre></div>`')) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<button type="button" class="quiet" data-copy-code>Copy</button>', []),
        ('<button data-copy="x">Copy</button>', ["data-copy of <button>"]),
        ("<p data-copy-code>Copy</p>", ["data-copy-code of <p>"]),
        ("<button data-copy-code onclick='x()'>Copy</button>", ["onclick of <button>"]),
    ],
)
def test_the_list_allows_that_button_and_nothing_like_it(html: str, what: list[str]) -> None:
    assert [breach.what for breach in breaches(html)] == what
