#!/usr/bin/env python3
"""usage: recipes.py SOURCE
Whether the Homebrew formula, the conda recipe and the workflow of a release are right as far as that shows without their
services: every library has its name in each (packaging/dependencies.json), versions agree, and their own tools take
them. A tool that is not installed is named, and the test then counts as skipped (77)."""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
missing = []


def fail(what):
    sys.exit(f"error: {what}")


def read(path):
    return (root / path).read_text(encoding="utf-8")


def have_module(name):
    if importlib.util.find_spec(name) is None:
        missing.append(name)
        return False
    return True


def check_names():
    formula, recipe, image = read("packaging/homebrew/newsgraph.rb"), read("packaging/conda/recipe.yaml"), read(
        "packaging/manylinux_packages.sh")
    named = {
        "homebrew": set(re.findall(r'^  (?:depends_on|uses_from_macos) "([^"]+)"', formula, re.MULTILINE)),
        "conda": set(re.findall(r"^    - ([a-z0-9_-]+)", recipe, re.MULTILINE)),
        "fedora": set(image.split()),
    }
    for library in json.loads(read("packaging/dependencies.json")):
        if library["link"] == "page":
            continue
        for kind, names in named.items():
            if library.get(kind, "") not in names and not (library.get("optional") and kind not in library):
                fail(f"{library['name']}: its name {library.get(kind)!r} is not among the {kind} packages")
    for kind, name in (("homebrew", "node"), ("conda", "nodejs"), ("fedora", "nodejs")):
        if name not in named[kind]:
            fail(f"without {name} among the {kind} packages there is no page for the browser")


def check_versions():
    version = re.search(r"project\(newsgraph VERSION ([0-9.]+)", read("CMakeLists.txt")).group(1)
    if f"\n  version: {version}\n" not in read("packaging/conda/recipe.yaml"):
        fail(f"packaging/conda/recipe.yaml has another version than {version}")
    if f"/v{version}.tar.gz" not in read("packaging/homebrew/newsgraph.rb"):
        fail(f"packaging/homebrew/newsgraph.rb has another version than {version}")
    builder = re.search(r"^cibuildwheel==\S+", read("tests/python/requirements.txt"), re.MULTILINE).group()
    if f"pipx run {builder} " not in read(".github/workflows/release.yml"):
        fail(f".github/workflows/release.yml does not run {builder}, which is what the tests try")


def check_recipe():
    if not have_module("rattler_build"):
        return
    from rattler_build import PlatformConfig, RenderConfig, Stage0Recipe, VariantConfig

    variants = VariantConfig({"python": ["3.12.*"], "c_compiler": ["gcc"], "cxx_compiler": ["gxx"], "c_stdlib": ["sysroot"],
                              "c_stdlib_version": ["2.17"]})
    config = RenderConfig(platform=PlatformConfig(target_platform="linux-64"))
    rendered = Stage0Recipe.from_file(str(root / "packaging/conda/recipe.yaml")).render(variants, config)
    if len(rendered) != 1:
        fail(f"the conda recipe gives {len(rendered)} packages")
    recipe = rendered[0].recipe
    made = (recipe() if callable(recipe) else recipe).to_dict()
    if "gxx_linux-64" not in made["requirements"]["build"] or not made["tests"]:
        fail("the conda recipe has no compiler or no test")


def check_formula():
    formula = str(root / "packaging/homebrew/newsgraph.rb")
    if shutil.which("rubocop"):
        command = ["rubocop", "--format", "emacs", "--cache", "false", "--config", str(root / "packaging/homebrew/.rubocop.yml"), formula]
    elif shutil.which("ruby"):
        command = ["ruby", "-c", formula]
    else:
        missing.append("rubocop")
        return
    if subprocess.run(command).returncode != 0:
        fail("the formula is not right")


def check_workflow_security():
    """Actions are named by commit, permissions are few, nothing of a pull request gets into a command."""
    zizmor = shutil.which("zizmor", path=f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if zizmor is None:
        missing.append("zizmor")
    elif subprocess.run([zizmor, "--offline", "--no-progress", "--min-severity", "low", str(root / ".github/workflows")]).returncode != 0:
        fail("the workflow is not safe")


def check_workflow():
    if have_module("check_jsonschema"):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows",
                   str(root / ".github/workflows/release.yml")]
        if subprocess.run(command).returncode != 0:
            fail("the workflow is not right")
    check_workflow_security()
    if have_module("cibuildwheel"):
        command = [sys.executable, "-m", "cibuildwheel", "--platform", "linux", "--archs", "x86_64", "--print-build-identifiers", str(root)]
        made = subprocess.run(command, capture_output=True, text=True)
        if made.returncode != 0 or "cp312-manylinux_x86_64" not in made.stdout or "musllinux" in made.stdout:
            fail(f"cibuildwheel does not take pyproject.toml: {made.stdout}{made.stderr}")


check_names()
check_versions()
check_recipe()
check_formula()
check_workflow()
if missing:
    print("skipped in part: not installed are", ", ".join(missing))
    sys.exit(77)
