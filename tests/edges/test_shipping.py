"""What leaves the house: the wheel works elsewhere; the Dockerfile's steps hold.

No container engine runs in the tests: its steps are read, and those that can be are done.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as the Dockerfile builds it."""
    folder = tmp_path_factory.mktemp("wheels")
    command = ["-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([sys.executable, *command, str(folder), str(ROOT)], check=True, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_carries_rules_templates_and_history(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("rules/forms/contact-update.yaml", "rules/countries.yaml", "templates/digest/es.txt", "db/env.py"):
        assert f"mailbot/_shipped/{wanted}" in names
    assert not [name for name in names if name.startswith(("tests", "benchmarks"))]


def test_the_wheel_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run([sys.executable, *install], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(target), "LC_ALL": "C.UTF-8"}

    def mailbot(*arguments: str) -> str:
        code = f"import sys; sys.path.insert(0, {str(target)!r}); from mailbot.cli import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert json.loads(mailbot("when", "enero de 2009", "--json"))["start"] == "2009-01-01"
    assert "✓ templates" in mailbot("doctor")
    mailbot("init", "m")
    assert json.loads(mailbot("--config", "m/mailbot.toml", "show", "contacts", "--json")) == []


def steps() -> list[list[tuple[str, str]]]:
    """The Dockerfile as stages of (instruction, argument)."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    stages: list[list[tuple[str, str]]] = []
    for line in text.splitlines():
        word, _, rest = line.strip().partition(" ")
        if not word or word.startswith("#"):
            continue
        if word == "FROM":
            stages.append([])
        stages[-1].append((word, rest))
    return stages


def test_the_image_has_two_stages_and_only_the_wheel_reaches_the_second() -> None:
    build, final = steps()
    assert build[0][1].endswith(" AS build")
    copied = [rest for word, rest in final if word == "COPY"]
    assert copied == ["requirements/base.txt /tmp/base.txt", "--from=build /wheels /tmp/wheels"]
    for word, rest in (*build, *final):
        if word == "RUN" and re.search(r"install[^&]* -r \S+\.txt", rest):
            assert "--require-hashes" in rest


def test_what_is_copied_exists_and_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    for stage in steps():
        for word, rest in stage:
            if word == "COPY" and not rest.startswith("--from"):
                for source in rest.split()[:-1]:
                    assert (ROOT / source).exists(), source
                    assert source.split("/")[0] not in ignored


def test_it_runs_unprivileged_with_a_health_check() -> None:
    final = steps()[1]
    words = [word for word, _ in final]
    user = dict(final)["USER"]
    assert user not in {"root", "0"}
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert json.loads(dict(final)["ENTRYPOINT"]) == ["mailbot"]
    assert dict(final)["HEALTHCHECK"].endswith('CMD ["mailbot", "status"]')


def test_compose_waits_for_a_healthy_database_and_keeps_secrets_in_files() -> None:
    document = yaml.safe_load((ROOT / "compose.yaml").read_text())
    services = document["services"]
    assert services["mailbot"]["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in services["database"]
    assert not any("ports" in service for service in services.values())
    assert "POSTGRES_PASSWORD" not in services["database"]["environment"]
    for service in services.values():
        assert set(service["secrets"]) <= set(document["secrets"])


def test_lock_files_pin_with_hashes_and_name_no_index() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text()
        pins = re.findall(r"^([a-zA-Z0-9_.-]+(?:\[[a-z,]+\])?)==\S+ \\$", text, re.MULTILINE)
        assert len(pins) > 15
        assert text.count("--hash=sha256:") >= len(pins)
        assert "index-url" not in text
        assert "://" not in text
