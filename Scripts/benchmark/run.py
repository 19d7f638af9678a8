"""Runs hubplan and its peers on the same instances, one after the other, and writes what came out.

Called by Scripts/bench; see `Scripts/bench --help`.
"""
import argparse
import datetime
import json
import os
import re
import subprocess
import sys

import instances
import measured
import report

HERE = os.path.dirname(os.path.abspath(__file__))
# Past these sizes a peer has never come back with anything here, at whatever limit; they are still there to be asked
# for by name.
MOST_PAIRS = {"highspy-dense": 300_000, "spopt-highs": 300_000, "scip-benders": 12_000_000, "pbp": 12_000_000}
PEERS = ["scip-benders", "highspy-sparse", "highspy-dense", "spopt-highs", "pbp", "kmedoids", "highs-merged"]
QUICK_PEERS = ["scip-benders", "highspy-sparse", "kmedoids"]
# pbp and kmedoids know no share rule, so what they return for one is no answer to the question.
WITHOUT_RULES = {"pbp", "kmedoids"}
GRACE = 15


def neighbours(instance):
    """Sites an area keeps in HiGHS's sparse model: 60, or more where plans are so few that 60 would not do."""
    return min(instance.sites, max(60, -(-3 * instance.sites // instance.p)))


def suits(peer, instance, asked):
    """Whether a peer can be asked this at all, and is worth its time."""
    if (peer == "highs-merged") != (instance.reach is not None):
        return False
    if peer in WITHOUT_RULES and instance.share:
        return False
    if peer == "highspy-dense" and neighbours(instance) == instance.sites:
        return False  # The sparse model is the dense one.
    return asked or instance.pairs <= MOST_PAIRS.get(peer, instance.pairs)


class Bench:
    """What all runs of a session have in common."""

    def __init__(self, options, stage):
        self.options, self.stage = options, stage
        self.memory = options.memory_mb

    def hubplan(self, instance):
        options = self.options
        events = os.path.join(options.out, f"{instance.name}.events.jsonl")
        command = [
            options.program, "placement", "--instance", instance.folder, "--limit", str(options.limit), "--threads",
            str(options.threads), "--events", events]
        if instance.reach is not None:
            command += ["--reach", f"{instance.reach:g}"]
        if instance.no_share:
            command.append("--no-share")
        got = measured.run(command, options.limit + GRACE, self.memory, options.threads)
        line = last_json(got.text) or {}
        line.pop("open", None)
        trace = []
        if os.path.exists(events):
            with open(events) as file:
                trace = [[e["seconds"], e.get("incumbent"), e.get("bound")] for e in map(json.loads, file)]
            os.unlink(events)
        if trace and not line:
            line.update(objective=trace[-1][1], bound=trace[-1][2])
        return line | self.figures(got) | dict(threads=options.threads, trace=trace, status=self.status(got, line))

    def scip(self, instance):
        command = [
            sys.executable, os.path.join(HERE, "scip_benders.py"), instance.folder, "--limit", str(self.options.limit)]
        if instance.no_share:
            command.append("--no-share")
        got = measured.run(command, self.options.limit + GRACE, self.memory)
        line = last_json(got.text) or {}
        line.pop("open", None)
        return line | self.figures(got) | dict(threads=1, status=self.status(got, line))

    def reach(self, instance):
        """HiGHS on england_youth with areas of equal cover sets merged, by the peers' own script."""
        script = os.path.join(self.options.peers_folder, "run_reach_highs.py")
        got = measured.run(
            [sys.executable, script, f"{instance.reach:g}", str(self.options.limit)], self.options.limit + 4 * GRACE,
            self.memory)
        found = re.search(
            r"^RESULT .*?status (\S+) reached ([\d.e+]+) of ([\d.e+]+) bound ([\d.e+]+|inf)", got.text, re.M)
        line = {}
        if found:
            reached, total, most = (float(found[at]) for at in (2, 3, 4))
            optimal = found[1].endswith("kOptimal")
            line = dict(
                status="optimal" if optimal else "feasible", objective=round(total - reached),
                bound=round(total - min(most, total)))
        return line | self.figures(got) | dict(threads=1, status=self.status(got, line))

    def shared(self, peer, instance):
        """A peer of run_peers.py, which measures by itself."""
        command = [
            sys.executable, self.stage.run_peers, os.path.basename(instance.folder), peer, "--limit",
            str(self.options.limit), "--grace", str(GRACE), "--mem-mb", str(self.memory), "--gap", "1e-6", "--k",
            str(neighbours(instance))]
        if instance.no_share:
            command.append("--no-dd")
        got = subprocess.run(command, capture_output=True, text=True, check=False)
        line = last_json(got.stdout)
        if line is None:
            return dict(status=f"failed: {first_line(got.stderr)}", objective=None, bound=None)
        line.pop("open", None)
        if line["status"] in ("relaxation_optimal", "optimal_of_truncation"):
            line["status"] = "feasible"  # The relaxation's optimum is a bound; its plan is not proved.
        return line

    def status(self, got, line):
        if got.killed:
            return got.killed
        if got.code or not line:
            return f"failed: {first_line(got.errors)}"
        return line["status"]

    def figures(self, got):
        return dict(seconds=got.seconds, cpu_seconds=got.cpu_seconds, peak_rss_mb=got.peak_rss_mb)

    def one(self, peer, instance):
        """One run as one line of results.jsonl."""
        if peer == "hubplan":
            line = self.hubplan(instance)
        elif peer == "scip-benders":
            line = self.scip(instance)
        elif peer == "highs-merged":
            line = self.reach(instance)
        else:
            line = self.shared(peer, instance)
        line |= dict(
            instance=instance.name, peer=peer, areas=instance.areas, sites=instance.sites, p=instance.p,
            share=instance.share, known=instance.known, limit=self.options.limit,
            date=datetime.date.today().isoformat())
        for key in ("objective", "bound", "seconds", "cpu_seconds", "peak_rss_mb"):
            line.setdefault(key, None)
        line["gap"], line["command"] = report.gap(line), f"Scripts/bench placement {self.options.asked}".strip()
        return line


def last_json(text):
    """The last line that is JSON, or None."""
    for line in reversed(text.strip().splitlines()):
        if line.startswith("{"):
            try:
                return json.loads(line)
            except ValueError:
                return None
    return None


def first_line(text):
    lines = text.strip().splitlines()
    return lines[-1][:200] if lines else "it said nothing"


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file]


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/bench placement", description=__doc__.splitlines()[0],
        epilog="Instances: those of the peers' folder by name; NAME_pK for another number of sites (TSPLIB files and"
        " shared instances); NAME_reachMETRES; NAME_noshare; and made ones: uniform_N_SEED, clustered_N_SEED,"
        " gap_a_N_SEED, gap_b_N_SEED, gap_c_N_SEED, chessboard_FIELDS_SEED.")
    sets = parser.add_mutually_exclusive_group()
    sets.add_argument("--quick", action="store_true", help="small instances, three peers, 15 s each: under 3 minutes")
    sets.add_argument("--full", action="store_true", help="England, the literature and the hard cases too: hours")
    sets.add_argument("--instances", metavar="A,B", help="these instances")
    parser.add_argument("--peers", metavar="X,Y", help=f"these peers of {', '.join(PEERS)}, whatever the size")
    parser.add_argument("--limit", type=float, metavar="S", help="wall seconds for each run (60; 15 with --quick)")
    parser.add_argument("--threads", type=int, default=2, help="of hubplan (2); every peer has 1, as is their default")
    parser.add_argument("--memory-mb", type=int, default=16_000, metavar="MB", help="above it a run is ended (16,000)")
    parser.add_argument("--out", default="out/bench", metavar="DIR", help="where results go (out/bench)")
    parser.add_argument("--keep-peers", action="store_true", help="run hubplan alone; DIR's lines of peers stay")
    parser.add_argument("--tables-only", action="store_true", help="run nothing; write the tables of DIR's lines again")
    parser.add_argument("--table", metavar="FILE", help="put the short table between the markers of FILE: README.md")
    parser.add_argument("--picture", metavar="FILE", help="put the picture there too")
    parser.add_argument(
        "--peers-folder", default=os.environ.get("HUBPLAN_PEERS", "../shared/peers/placement"), metavar="DIR",
        help="run_peers.py and its instances (HUBPLAN_PEERS; ../shared/peers/placement)")
    parser.add_argument(
        "--tsplib", default=os.environ.get("HUBPLAN_TSPLIB", "../shared/data/benchmarks/tsplib"), metavar="DIR",
        help="TSPLIB files and known_values.csv (HUBPLAN_TSPLIB; ../shared/data/benchmarks/tsplib)")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--asked", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.limit = options.limit or (15 if options.quick else 60)
    return options


def main():
    options = arguments()
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "results.jsonl")
    before = read_lines(path)
    if options.tables_only:
        write_reports(options, before)
        return
    stage = instances.Stage(
        os.path.join(options.out, "stage"), options.peers_folder, options.tsplib, options.program)
    names = (
        instances.QUICK if options.quick else instances.FULL if options.full
        else options.instances.split(",") if options.instances else instances.USUAL)
    asked = options.peers.split(",") if options.peers else []
    unknown = sorted(set(asked) - set(PEERS))
    if unknown:
        sys.exit(f"There is no peer {', '.join(unknown)}: use {', '.join(PEERS)}.")
    peers = asked or (QUICK_PEERS if options.quick else PEERS)
    if stage.run_peers is None:
        print(f"{options.peers_folder} has no run_peers.py: scip-benders is the only peer.", file=sys.stderr)
        peers = [peer for peer in peers if peer == "scip-benders"]
    bench, lines = Bench(options, stage), []
    for name in names:
        try:
            instance = stage.lay(name)
        except (ValueError, OSError) as problem:
            print(f"{name} is left out: {problem}", file=sys.stderr)
            continue
        kept = [line for line in before if line["instance"] == name and line["peer"] != "hubplan"]
        runs = ["hubplan"] + [
            peer for peer in peers if not options.keep_peers and suits(peer, instance, asked=bool(asked))]
        for peer in runs:
            line = bench.one(peer, instance)
            lines.append(line)
            print(report.sentence(line), flush=True)
        if options.keep_peers:
            lines += kept
        # Written after each instance, so that a session cut short leaves what it has.
        with open(path, "w") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
    write_reports(options, lines)


def write_reports(options, lines):
    """Tables and picture; leaves with status 1 when runs contradict each other."""
    if not lines:
        sys.exit("There is no run to report on.")
    short = report.short_table(lines)
    with open(os.path.join(options.out, "table.md"), "w") as file:
        file.write(short + "\n" + report.long_table(lines))
    for path in filter(None, [os.path.join(options.out, "gap-over-time.svg"), options.picture]):
        report.draw(lines, path)
    if options.table:
        report.replace_table(options.table, short)
    print(f"results.jsonl, table.md and gap-over-time.svg are in {options.out}")
    wrong = report.contradictions(lines)
    if wrong:
        sys.exit("These runs cannot all be right:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
