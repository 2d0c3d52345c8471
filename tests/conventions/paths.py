"""What documents and comments name is there: paths in `backticks` in Markdown, our headers in comments of sources.
usage: paths.py PROJECT"""
import pathlib
import re
import subprocess
import sys

FOLDERS = "src|tests|scripts|data|docs|cmake|fuzz|bench|tools|web|python|packaging|include|examples|exports"
NAMED = re.compile(rf"`((?:{FOLDERS})/[\w./-]*[a-z])`")
HEADER = re.compile(r"(?<![\w/.-])((?:[a-z_]+/)+[a-z_]+\.(?:h|cpp))\b")
COMMENT = re.compile(r"^\s*//(.*)$")


def named_in(path, text):
    """The line and path of everything that a file names."""
    for number, line in enumerate(text.splitlines(), 1):
        if path.suffix == ".md":
            yield from ((number, name) for name in NAMED.findall(line))
        elif comment := COMMENT.match(line):
            yield from ((number, name) for name in HEADER.findall(comment[1]))


def is_there(project, file, name):
    """Whether the path is, from the project, from src or from the file's own folder. Other libraries' headers are."""
    ours = name.startswith("src/") or (project / "src" / name.split("/")[0]).is_dir() or file.suffix == ".md"
    return not ours or any((folder / name).exists() for folder in (project, project / "src", file.parent))


def main():
    project = pathlib.Path(sys.argv[1])
    listed = subprocess.run(["git", "ls-files", "*.md", "*.h", "*.cpp"], cwd=project, capture_output=True, text=True)
    if listed.returncode != 0:
        print("no git checkout: nothing to go through")
        sys.exit(77)
    looked_at = missing = 0
    for file in map(project.joinpath, listed.stdout.split()):
        if file.exists():
            for number, name in named_in(file, file.read_text(encoding="utf-8")):
                looked_at += 1
                if not is_there(project, file, name):
                    missing += 1
                    print(f"{file.relative_to(project)}:{number}: there is no {name}")
    print(f"{looked_at} paths")
    sys.exit(1 if missing or looked_at < 50 else 0)


main()
