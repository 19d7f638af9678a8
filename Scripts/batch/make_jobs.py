"""Writes a file of jobs over the fictional district: the same study with other numbers of hubs and other shares.

usage: make_jobs.py FIXTURE JOBS FOLDER
"""

import itertools
import pathlib
import sys


def main(fixture: str, number: str, folder: str) -> None:
    fixture_folder = pathlib.Path(fixture).resolve()
    target = pathlib.Path(folder)
    study = (fixture_folder / "study.yaml").read_text(encoding="utf-8")
    # Every one can be had: the hubs that stand today are outside the list's places, and half of the least are two.
    variants = itertools.product((4, 5, 6, 7, 8), (6, 7, 8, 9, 10, 11, 12, 13), (50, 25, 45, 40, 33))
    lines = ["batch: Saltmouth", f"defaults: {{data: '{fixture_folder}', gap: 0, seconds: 1h}}", "jobs:"]
    for index, (young, early, share) in enumerate(itertools.islice(variants, int(number))):
        # The larger first: no number of early-years hubs is 4.
        text = study.replace("    count: 6\n", f"    count: {early}\n").replace("    count: 4\n", f"    count: {young}\n")
        text = text.replace("atLeast: 50%", f"atLeast: {share}%")
        name = f"job-{index:03d}"
        (target / f"{name}.yaml").write_text(text, encoding="utf-8")
        lines.append(f"  - {{name: {name}, study: {name}.yaml}}")
    (target / "jobs.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
