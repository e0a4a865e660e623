"""Workflows, forms and settings for GitHub, which cannot run here: their schemas, their safety, their thinness."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks import check
from macros.model import Level, QuestionKind
from macros.reading.bank import bank_of
from macros.reading.folder import Loaded, read
from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = [
    *((str(path), "vendor.github-workflows") for path in WORKFLOWS),
    *((str(path), "vendor.github-issue-forms") for path in FORMS),
    (str(ROOT / ".github/ISSUE_TEMPLATE/config.yml"), "vendor.github-issue-config"),
    (str(ROOT / ".github/dependabot.yml"), "vendor.dependabot"),
]


@pytest.mark.parametrize(("file", "schema"), SCHEMAS)
def test_schema(file: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_zizmor_finds_nothing_in_its_strictest_persona() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--no-progress", "--persona", "auditor", str(ROOT / ".github")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_full_hash(path: Path) -> None:
    uses = re.findall(r"uses:\s*(\S+)", path.read_text(encoding="utf-8"))
    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in uses)


def test_ci_runs_what_a_newcomer_runs() -> None:
    ci = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert "make test" in ci
    assert "pull_request_target" not in ci
    jobs = yaml.safe_load(ci)["jobs"]
    assert "pages" not in jobs["test"].get("permissions", {})


def _fields(form: str) -> dict[str, Any]:
    body = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{form}").read_text(encoding="utf-8"))["body"]
    return {field["id"]: field for field in body}


def test_the_form_for_a_question_offers_what_the_model_knows(loaded: Loaded) -> None:
    fields = _fields("question.yml")
    assert fields["level"]["attributes"]["options"] == list(Level)
    assert fields["kind"]["attributes"]["options"] == list(QuestionKind)
    assert fields["topic"]["attributes"]["options"] == sorted(topic.document.slug for topic in loaded.bank.topics)


def test_links_to_forms_name_forms_and_fields_that_exist() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros").rglob("*.py"))
    named = set(re.findall(r'issue_address\("(\S+?)"', sources))
    assert named == {form.name for form in FORMS} - {"site.yml"}
    assert {"page", "address"} <= set(_fields("mistake.yml"))


def test_labels_of_forms_and_workflows_are_on_the_list() -> None:
    labels = {label["name"] for label in yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))}
    used = {name for form in FORMS for name in yaml.safe_load(form.read_text(encoding="utf-8"))["labels"]}
    assert used | {"links", "dependencies"} <= labels
    assert yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text())["blank_issues_enabled"] is False


def test_the_format_shown_to_contributors_is_the_format(bank_loaded: Loaded) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = text.partition("````markdown\n")[2].partition("````")[0]
    document, problems = read(example.encode(), "docs/questions/example.md")
    assert document and problems == []
    documents = dict(bank_loaded.bank.documents) | {document.path: document}
    messages = [problem.message for problem in check(bank_of(documents)) if problem.path == document.path]
    only_lengths = r"There is no topic `overload`\.|There is no page `\.\./glossary/.*|.*(has only|is answered in) \d+ words\."
    only_lengths += r"|There (is only one follow-up|are only \d flashcards|are \d sources)\."
    assert [message for message in messages if not re.fullmatch(only_lengths, message)] == []


def test_ci_run_calls_make_test_and_nothing_more() -> None:
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").split("\n")[1:] == ["exec make test", ""]


def test_no_registry_address_is_committed() -> None:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    hosts = re.compile("|".join(["files." + "pythonhosted", "pypi" + r"\.org/simple", "registry." + "npmjs"]))
    texts = {name: (ROOT / name).read_text(encoding="utf-8", errors="ignore") for name in files if (ROOT / name).is_file()}
    assert [name for name, text in texts.items() if hosts.search(text)] == []
