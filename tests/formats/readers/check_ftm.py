"""FollowTheMoney's own model takes our entities: `ftm validate` keeps every value, and every end of every link is an
entity that may stand there."""
import json
import os
import subprocess
import sys

from samples import Samples, skip

try:
    from followthemoney import model
except ImportError:
    skip("followthemoney is not installed for " + sys.executable)

FTM = os.path.join(os.path.dirname(sys.executable), "ftm")


def validated(path):
    """What `ftm validate` lets through, by id."""
    with open(path, "rb") as file:
        done = subprocess.run([FTM, "validate"], stdin=file, capture_output=True)
    if done.returncode != 0:
        print(done.stderr.decode()[-500:])
        return None
    entities = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    return {entity["id"]: entity for entity in entities}


def main():
    samples = Samples(sys.argv[1])
    if not os.path.exists(FTM):
        skip("there is no ftm beside " + sys.executable)
    checked = 0
    for name, path, _ in samples.files("ftm", ".ftm"):
        checked += 1
        with open(path, encoding="utf-8") as file:
            written = [json.loads(line) for line in file]
        samples.check(name, "repeated ids", len(written), len({entity["id"] for entity in written}))
        kept = validated(path)
        samples.check(name, "ftm validate", True, kept is not None)
        schemata = {entity["id"]: model.get(entity["schema"]) for entity in written}
        for entity in written:
            where = f"{name}: {entity['id']}"
            schema = schemata[entity["id"]]
            result = (kept or {}).get(entity["id"], {"properties": {}})["properties"]
            for key, values in entity["properties"].items():
                prop = schema.get(key)
                samples.check(where, f"{schema.name} has {key}", True, prop is not None)
                if prop is None:
                    continue
                if prop.type.name == "entity":
                    samples.check(where, f"end {key}", values, result.get(key))
                    fits = all(schemata[value].is_a(prop.range) for value in values)
                    samples.check(where, f"{key} is a {prop.range.name}", True, fits)
                elif prop.type.name in ("url", "date"):
                    samples.check(where, key, sorted(values), sorted(result.get(key, [])))
            for key in schema.required:
                samples.check(where, f"required {key}", True, bool(result.get(key)))
    samples.finish(checked)


main()
