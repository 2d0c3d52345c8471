"""What processes use: CPU time and memory of this one and of all below it, by what they are."""
import os
import pathlib

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def processes():
    """(parent, name, CPU seconds with those of children that have ended, bytes of memory) of each process that there is."""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            head, tail = (folder / "stat").read_text().rsplit(")", 1)
        except OSError:  # it has ended
            continue
        fields = tail.split()
        found[int(folder.name)] = (int(fields[1]), head.split("(", 1)[1], sum(map(int, fields[11:15])) / TICKS,
                                   int(fields[21]) * PAGE)
    return found


def tree(root):
    """(what, CPU seconds, bytes) of a process that started Spark and of all below it: driver, java or workers."""
    all_of_them = processes()
    for pid, (_, name, seconds, memory) in all_of_them.items():
        above = pid
        while above != root and above in all_of_them:
            above = all_of_them[above][0]
        if above == root:
            yield "driver" if pid == root else "java" if name == "java" else "workers", seconds, memory


def cpu_of_tree(root):
    used = {"driver": 0.0, "java": 0.0, "workers": 0.0}
    for what, seconds, _ in tree(root):
        used[what] += seconds
    return used


def memory_of_tree(root):
    """Of workers the largest: the daemon that starts them holds little."""
    most = {}
    for what, _, memory in tree(root):
        most[what] = max(most.get(what, 0), memory)
    return most
