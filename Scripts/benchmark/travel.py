"""Shortest walks between many places by hubplan and its peers, on the same graph, in turn, on one core each.

Called by Scripts/bench; see `Scripts/bench travel --help`. The peers are run by the program that comes with the shared
data (peers/travel/bench_py.py), which draws the sources and targets; hubplan takes the same ones. Preparation counts.
"""
import argparse
import csv
import gzip
import json
import os
import re
import subprocess
import sys

import measured

MEMORY_MB = 8000
GRACE = 1800


def graph(folder, place, stage):
    """Writes a place's graph as the peers' program takes it; gives the path without its ending."""
    import numpy

    def columns(name, *wanted):
        with gzip.open(os.path.join(folder, place, name), "rt", newline="") as file:
            table = list(csv.DictReader(file))
        return [numpy.array([row[key] for row in table]).astype(kind) for key, kind in wanted]

    osm, lon, lat = columns("walk_nodes.csv.gz", ("osm_id", "i8"), ("lon", "f8"), ("lat", "f8"))
    tails, heads, metres = columns("walk_arcs.csv.gz", ("from", "i8"), ("to", "i4"), ("length_m", "f8"))
    order = numpy.lexsort((heads, tails))
    starts = numpy.concatenate([[0], numpy.cumsum(numpy.bincount(tails, minlength=len(osm)))])
    base = os.path.join(stage, "graphs", f"{place}_walk")
    os.makedirs(os.path.dirname(base), exist_ok=True)
    numpy.savez(
        base + ".npz", osm=osm, xy=numpy.column_stack([lon, lat]), indptr=starts.astype("i8"),
        indices=heads[order], length=metres[order], time=numpy.zeros(len(metres)))
    return base


def peer_figures(text):
    """Seconds by peer and question from what the peers' program prints; preparation added where there is any."""
    found = {}
    number = r"([\d.]+)"
    if got := re.search(rf"^scipy dijkstra 1 thread: {number}s", text, re.M):
        found["scipy"] = dict(matrix=float(got[1]))
    build = re.search(rf"pandana build \(CH contraction\): {number}s", text)
    table = re.search(rf"^pandana shortest_path_lengths \d+ pairs, \d+ threads: {number}s", text, re.M)
    if build and table:
        found["pandana"] = dict(preparation=float(build[1]), matrix=float(build[1]) + float(table[1]))
        if ball := re.search(rf"^pandana aggregate 4800 m over all (\d+) nodes: {number}s", text, re.M):
            found["pandana"]["ball_us"] = float(ball[2]) / int(ball[1]) * 1e6
    return found


def pinned(command):
    """The command on one core only, so that a peer that takes all cores does not."""
    return ["taskset", "-c", "0", *command]


def hubplan(options, place, stage, name, targets=None, limit=None):
    files = os.path.join(options.data, place)
    command = [
        options.program, "streets", "--nodes", os.path.join(files, "walk_nodes.csv.gz"), "--arcs",
        os.path.join(files, "walk_arcs.csv.gz"), "--sources", os.path.join(stage, "results", f"{place}_walk_src.txt")]
    if targets:
        command += ["--targets", os.path.join(stage, "results", f"{place}_walk_dst.txt"), "--out", name]
    if limit:
        command += ["--limit", str(limit)]
    return json.loads(subprocess.run(pinned(command), check=True, capture_output=True, text=True).stdout)


def largest_difference(answer, stage, place):
    """Metres by which hubplan's table and scipy's differ at most; None where there is nothing to compare."""
    import numpy

    path = os.path.join(stage, "results", f"{place}_walk_scipy.npy")
    if not os.path.exists(path):
        return None
    theirs = numpy.load(path)
    with open(answer, newline="") as file:
        metres = [float(row["metres"]) for row in csv.DictReader(file)]
    return float(abs(numpy.array(metres).reshape(theirs.shape) - theirs).max())


def measure(options, place):
    stage = options.out
    os.makedirs(os.path.join(stage, "results"), exist_ok=True)
    base = graph(options.data, place, stage)
    program = os.path.join(options.peers, "bench_py.py")
    here = os.getcwd()
    os.chdir(stage)
    try:
        got = measured.run(
            pinned([sys.executable, program, os.path.relpath(base, stage), str(options.count), "inf", "scipy,pandana"]),
            GRACE, MEMORY_MB)
    finally:
        os.chdir(here)
    peers = peer_figures(got.text)
    if not peers:
        print(f"no peer ran on {place}: {got.errors.strip()[-300:]}", file=sys.stderr)
    answer = os.path.join(stage, f"{place}_hubplan.csv")
    table = hubplan(options, place, stage, answer, targets=True)
    ball = hubplan(options, place, stage, answer, limit=4800)
    return dict(
        place=place, nodes=table["nodes"], arcs=table["arcs"], count=table["sources"], hubplan=table, ball=ball,
        peers=peers, peers_peak_mb=got.peak_rss_mb, difference=largest_difference(answer, stage, place))


def rows(result):
    """One line of the table a program: matrix seconds with preparation, times hubplan's, microseconds a ball."""
    ours = result["hubplan"]["preparation_seconds"] + result["hubplan"]["search_seconds"]
    ball = result["ball"]
    ours_ball = ball["search_seconds"] / ball["sources"] * 1e6
    title = f"{result['place']}, {result['nodes']:,} nodes"
    nodes = f"{ball['ns_per_settled_node']:.0f} ns of processor"
    lines = [
        f"| {title} | hubplan | {ours:.2f} s ({result['hubplan']['cpu_seconds']:.2f} s of processor) | 1 | "
        f"{ours_ball:.0f} µs ({nodes} a node) | "
        f"{result['hubplan']['peak_rss_mb']:.0f} MB |"]
    for name, peer in sorted(result["peers"].items()):
        span = f"{peer['ball_us']:.0f} µs" if "ball_us" in peer else ""
        lines.append(f"| {title} | {name} | {peer['matrix']:.2f} s | {peer['matrix'] / ours:.1f} | {span} | |")
    return lines


def parser():
    parser = argparse.ArgumentParser(prog="Scripts/bench travel", description=__doc__)
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--data", default="../shared/data", help="folder with newport and porto")
    parser.add_argument("--peers", default="../shared/peers/travel", help="folder with bench_py.py")
    parser.add_argument("--places", default="newport,porto")
    parser.add_argument("--count", type=int, default=1000, help="sources, and targets")
    parser.add_argument("--out", default="out/travel", help="folder for graphs, answers and figures")
    return parser


def main():
    options = parser().parse_args()
    for name in ("program", "data", "peers", "out"):
        setattr(options, name, os.path.abspath(getattr(options, name)))
    results = [measure(options, place) for place in options.places.split(",")]
    with open(os.path.join(options.out, "travel.json"), "w") as file:
        json.dump(results, file, indent=1)
    print("| graph | program | all pairs, preparation counted | times hubplan | all within 4.8 km of one node | peak |")
    print("|---|---|---|---|---|---|")
    for result in results:
        print("\n".join(rows(result)))
    for result in results:
        if result["difference"] is not None:
            print(f"{result['place']}: no length differs from scipy's by more than {result['difference']:.3f} m")


if __name__ == "__main__":
    main()
