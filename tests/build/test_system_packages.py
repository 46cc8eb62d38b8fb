"""Missing parts of Linux are found by asking for them, and named as this release names them."""

import sys

import pytest
import system_packages


def test_only_libraries_that_do_not_load_are_missing(monkeypatch):
    monkeypatch.setattr(system_packages, "is_loadable", lambda library: library == "libhere.so.1")
    libraries = {"libhere.so.1": "libhere1", "libgone.so.2": "libgone2"}
    assert system_packages.missing_libraries(libraries) == ["libgone2"]


def test_a_library_that_does_not_exist_does_not_load():
    assert not system_packages.is_loadable("libnobody-has-this.so.9")


def test_only_programs_that_are_not_there_are_missing(monkeypatch):
    monkeypatch.setattr(system_packages.shutil, "which", lambda program, path: program == "objdump")
    assert system_packages.missing_programs(["objdump", "pdftoppm"]) == ["poppler-utils"]


def test_programs_of_administrators_are_found_though_not_on_the_path(monkeypatch):
    asked = []
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setattr(system_packages.shutil, "which", lambda _program, path: asked.append(path) or "/usr/sbin/cupsd")
    assert system_packages.missing_programs(["cupsd"]) == []
    assert "/usr/sbin" in asked[0].split(":")


def test_a_python_without_pip_is_completed(monkeypatch):
    monkeypatch.setattr(system_packages.importlib.util, "find_spec", lambda _name: None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"python{version}-venv" in system_packages.missing_for_python()


def test_newer_releases_get_their_own_names():
    known = {"libglib2.0-0t64"}
    names = system_packages.debian_names(["libglib2.0-0", "libegl1"], known.__contains__)
    assert names == ["libglib2.0-0t64", "libegl1"]


def test_other_systems_need_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(system_packages, "missing_libraries", lambda _libraries: pytest.fail("asked the loader"))
    system_packages.ensure()


def test_without_root_one_line_says_what_to_do(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "is_loadable", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(system_packages.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(system_packages, "root_prefix", lambda: None)
    monkeypatch.setattr(system_packages, "is_known_to_apt", lambda _package: False)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*libegl1"):
        system_packages.ensure()


@pytest.mark.parametrize(("has_java", "has_jaxb", "missing"), [(True, False, 1), (True, True, 0), (False, False, 0)])
def test_jaxb_is_wanted_only_where_there_is_java(monkeypatch, tmp_path, has_java, has_jaxb, missing):
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: name if has_java else None)
    monkeypatch.setattr(system_packages, "JAXB", tmp_path / "jaxb-runtime.jar")
    if has_jaxb:
        system_packages.JAXB.touch()
    assert system_packages.missing_for_java() == ["libjaxb-java"] * missing
