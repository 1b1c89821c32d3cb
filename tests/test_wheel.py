"""The wheel works from any folder, without the checkout and without development tools."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_an_installed_wheel_lists_and_builds_from_another_folder(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "home"
    venv.create(home, with_pip=False, system_site_packages=False)
    python = home / "bin" / "python"
    site = next(home.glob("lib/python*/site-packages"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)],
        check=True,
        capture_output=True,
    )
    libraries = next(p for p in sys.path if p.endswith("site-packages"))
    code = (
        "import sys, pathlib, briefs; assert 'site-packages' in briefs.__file__, briefs.__file__; "
        "from briefs.cli import main; main(sys.argv[1:])"
    )
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    # The libraries come from this environment; the program and its data come from the wheel alone.
    run = [str(python), "-c", f"import sys; sys.path.append({libraries!r}); {code}"]
    listed = subprocess.run(
        [*run, "list", "filings"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert listed.returncode == 0, listed.stderr
    assert "national-memorandum" in listed.stdout
    built = subprocess.run(
        [*run, "build", str(ROOT / "examples/poland-2018/case.yaml"), "-o", "out", "--pages", "none"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "out/to-file/echr-rule39.docx").is_file()
