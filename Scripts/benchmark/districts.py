"""Begins, checks and solves a study for every district of England, one after the other, and tells how each ended.

Called by Scripts/bench; see `Scripts/bench districts --help`.
"""
import argparse
import csv
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import time

# What the process ends with, as the README states it.
ENDINGS = {0: "plan", 2: "sentence", 3: "no plan keeps the rules", 4: "plan, stopped short"}
COLUMNS = [
    "code", "district", "outcome", "sentence", "init_seconds", "check_seconds", "solve_seconds", "service", "children",
    "hubs", "hubs_inside", "share", "reached", "mean_minutes", "gap",
]


def districts(package):
    """Codes and names, by code."""
    with sqlite3.connect(f"file:{package}?mode=ro", uri=True) as base:
        return base.execute("SELECT DISTINCT district24_code, district24_name FROM areas ORDER BY 1").fetchall()


def run(command, folder):
    """The ending, the seconds on the clock and what was printed."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - start
    return done.returncode, seconds, done.stdout, done.stderr.strip().replace("\n", " ")


def steps(options, code, study, folder):
    run_folder = study.replace(".yaml", "-run")
    init = [options.program, "init", "--place", code, "--from", options.package, "--count", str(options.count)]
    if options.buffer:
        init += ["--buffer", options.buffer]
    if options.cni:
        init += ["--cni", options.cni]
    return {
        "init": init + ["--out", study],
        "check": [options.program, "check", study],
        "solve": [
            options.program, "solve", study, "--out", run_folder, "--quiet", "--seconds", str(options.seconds),
        ],
    }, os.path.join(folder, run_folder)


def lines(options, code, name, folder):
    """One row a service; one row alone when there is no plan."""
    study = f"{code}.yaml"
    commands, run_folder = steps(options, code, study, folder)
    if os.path.exists(os.path.join(folder, study)):
        os.remove(os.path.join(folder, study))
    row = {"code": code, "district": name}
    for step, command in commands.items():
        status, seconds, said, complaint = run(command, folder)
        row[f"{step}_seconds"] = f"{seconds:.2f}"
        row["outcome"] = ENDINGS.get(status, f"FAILED with status {status}")
        if step == "init" and status == 0:
            # The line below "Wrote ..." says what was taken in; those that begin so say what was left out.
            row["sentence"] = " ".join(line.strip() for line in said.splitlines() if line.startswith("  No "))
        if status not in (0, 4):
            where = complaint or " ".join(said.splitlines()[:2])
            return [{**row, "sentence": f"{step}: {where}"}]
    with open(os.path.join(run_folder, "result.json"), encoding="utf-8") as file:
        result = json.load(file)
    found = []
    for service in result["services"]:
        share = service["shares"][0] if service["shares"] else {}
        found.append({
            **row, "service": service["id"], "children": service["everyone"]["children"], "hubs": service["count"],
            "share": service["shareAsked"], "hubs_inside": share.get("inside"),
            "reached": service["everyone"]["reached"],
            "mean_minutes": f"{service['everyone']['meanMinutes']:.1f}", "gap": service["gap"],
        })
    if not options.keep:
        shutil.rmtree(run_folder)
    return found


def summary(rows):
    """What came out, in a few lines."""
    by_district = {row["code"]: row for row in rows}
    endings = {}
    for row in by_district.values():
        endings[row["outcome"]] = endings.get(row["outcome"], 0) + 1
    text = [f"{len(by_district)} districts"]
    text += [f"  {number} {ending}" for ending, number in sorted(endings.items())]
    for step in ("init", "check", "solve"):
        times = {code: float(row[f"{step}_seconds"]) for code, row in by_district.items() if f"{step}_seconds" in row}
        if times:
            worst = max(times, key=times.get)
            text.append(
                f"  {step}: median {statistics.median(times.values()):.2f} s, worst {times[worst]:.2f} s "
                f"({by_district[worst]['district']})")
    for service in sorted({row["service"] for row in rows if "service" in row}):
        own = [row for row in rows if row.get("service") == service]
        proved = sum(row["gap"] == 0 for row in own)
        asked = {}
        for row in own:
            asked[row["share"]] = asked.get(row["share"], 0) + 1
        shares = "; ".join(f"{number} {share}" for share, number in sorted(asked.items()))
        text.append(f"  {service}: {len(own)} plans, {proved} proved best; share: {shares}")
    text += [f"  {row['district']}: {row['sentence']}" for row in by_district.values() if row.get("sentence")]
    return "\n".join(text)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench districts", description=__doc__)
    parser.add_argument("--program", help=argparse.SUPPRESS)
    parser.add_argument("--package", required=True, help="what `hubplan data build` made")
    parser.add_argument("--out", required=True, help="folder for the studies and for districts.csv")
    parser.add_argument("--count", type=int, default=3, help="hubs of each kind (default: 3)")
    parser.add_argument("--buffer", help="as `hubplan init` takes it")
    parser.add_argument("--cni", help="a file of the Community Needs Index 2023")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each solve (default: 60)")
    parser.add_argument("--only", help="codes, with commas between")
    parser.add_argument("--keep", action="store_true", help="keep the run folders (about 2 MB each)")
    options = parser.parse_args()
    for name in ("program", "package", "out", "cni"):
        if getattr(options, name):
            setattr(options, name, os.path.abspath(getattr(options, name)))
    os.makedirs(options.out, exist_ok=True)
    wanted = set(options.only.split(",")) if options.only else None
    rows = []
    with open(os.path.join(options.out, "districts.csv"), "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        for code, name in districts(options.package):
            if wanted and code not in wanted:
                continue
            found = lines(options, code, name, options.out)
            table.writerows(found)
            file.flush()
            rows += found
            print(f"{code} {name}: {found[0]['outcome']} {found[0].get('sentence', '')}".rstrip(), flush=True)
    print(summary(rows))
    if any(row["outcome"].startswith("FAILED") for row in rows):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
