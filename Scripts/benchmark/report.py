"""Reads runs, and tells them as sentences, tables and a picture. Nothing is measured here."""
import math
import os
import textwrap

HORIZON = 60
LEVELS = ("1 %", "0.1 %", "0.01 %")
START, END = "<!-- bench:start -->", "<!-- bench:end -->"
NAMES = {
    "scip-benders": "SCIP, Benders cuts", "highspy-sparse": "HiGHS, sparse model",
    "highspy-dense": "HiGHS, dense model",
    "spopt-highs": "spopt with HiGHS", "pbp": "pbp-pmedian", "kmedoids": "FasterPAM", "highs-merged": "HiGHS, merged"}


def gap(line):
    """(objective − bound) / objective, from 0 to 1; None without either."""
    if line.get("objective") is None or line.get("bound") is None:
        return None
    if line["objective"] <= line["bound"]:
        return 0.0
    return min(1.0, (line["objective"] - line["bound"]) / line["objective"])


def is_proved(line):
    return line["status"] == "optimal"


def best_value(lines):
    """The least objective of any run of one instance that keeps its rules."""
    values = [line["objective"] for line in lines if line["objective"] is not None]
    return min(values) if values else None


def primal_integral(line, best):
    """∫ of the incumbent's distance from the best, over the first minute, in seconds (Berthold 2013): 0 is ideal.

    A run that told only of its end counts as having nothing until then.
    """
    if best is None:
        return None
    steps = [(at, value) for at, value, _ in line.get("trace") or [] if value is not None]
    if not steps and line["objective"] is not None and line["seconds"] is not None:
        steps = [(line["seconds"], line["objective"])]
    area, distance, since = 0.0, 1.0, 0.0
    for at, value in steps:
        if at >= HORIZON:
            break
        area += distance * (at - since)
        distance = 0.0 if value == best else min(1.0, abs(value - best) / max(abs(value), abs(best)))
        since = at
    return area + distance * (HORIZON - since)


def contradictions(lines):
    """Sentences on runs that cannot both be right: a bound above another's plan, a proof beside the known value."""
    found = []
    for name, runs in by_instance(lines):
        for line in runs:
            value, known = line["objective"], line.get("known")
            if known and value is not None and (value < known or is_proved(line)) and not close(value, known):
                found.append(f"{name}: {line['peer']} {outcome(line)} at {value:,.0f}, but {known:,.0f} is known")
            for other in runs:
                bound, least = line["bound"], other["objective"]
                if bound is not None and least is not None and bound > least and not close(bound, least):
                    found.append(
                        f"{name}: {line['peer']} says none is below {bound:,.0f}, but {other['peer']} has {least:,.0f}")
    return found


def close(one, other):
    """Equal but for rounding: hubplan's metres have two decimals, and peers stop at a gap of 1e-6."""
    return abs(one - other) <= 2e-6 * max(abs(one), abs(other))


# MARK: words


def seconds(value):
    if value is None:
        return "–"
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s" if value < 100 else f"{value:,.0f} s"


def per_cent(value):
    if value < 5e-7:
        return "0 %"
    if value >= 0.995:
        return "100 %"
    return f"{100 * value:.2g} %" if value >= 1e-4 else f"{100 * value:.4f} %"


def outcome(line):
    """What a run reached, in a few words."""
    if is_proved(line):
        return "proved"
    if line["objective"] is None:
        return "out of memory" if line["status"] == "killed_memory" else (
            "failed" if line["status"].startswith("failed") else "nothing")
    if line["bound"] is None:
        return "plan, no bound"
    return f"gap {per_cent(gap(line))}"


def sentence(line):
    at = f"{line['instance']}: {line['peer']} {outcome(line)}, {seconds(line['seconds'])}"
    if line["status"].startswith("failed"):
        return f"{at} ({line['status']})"
    return f"{at}, {seconds(line['cpu_seconds'])} of processor, {line['peak_rss_mb']} MB"


def rank(line):
    """Order of merit of peers: proofs by time, then gaps, then plans, then nothing."""
    if is_proved(line):
        return (0, line["cpu_seconds"])
    if line["objective"] is None:
        return (3, 0)
    return (2, line["objective"]) if line["bound"] is None else (1, gap(line))


def ratio(ours, peer):
    """How many times our processor time a peer needs for the proof; a floor where it had none."""
    if not is_proved(ours) or peer is None or not ours["cpu_seconds"] or not peer["cpu_seconds"]:
        return "–"
    times = peer["cpu_seconds"] / ours["cpu_seconds"]
    text = f"{times:,.0f}" if times >= 10 else f"{times:.1f}"
    return text if is_proved(peer) else f"> {text}"


def by_instance(lines):
    names = list(dict.fromkeys(line["instance"] for line in lines))
    return [(name, [line for line in lines if line["instance"] == name]) for name in names]


# MARK: tables


def machine():
    model = "processor unknown"
    with open("/proc/cpuinfo") as file:
        for text in file:
            if text.startswith("model name"):
                model = text.split(":", 1)[1].strip()
                break
    return f"{os.cpu_count()} cores, {model}"


def cell(line):
    """What a run reached and what it took, for a table with a column a program."""
    reached = outcome(line)
    words = f"proved in {seconds(line['cpu_seconds'])}" if is_proved(line) else (
        reached if line["cpu_seconds"] is None else f"{reached} at {seconds(line['cpu_seconds'])}")
    return f"{words}, {line['peak_rss_mb']} MB" if line["peak_rss_mb"] else words


# Columns of the short table; the last peer's column is whichever of the others did best.
COLUMNS = ["scip-benders", "highspy-sparse", "spopt-highs"]


def short_table(lines):
    """For a README: an instance a row, hubplan beside its peers."""
    dates = sorted({line["date"] for line in lines})
    limits = " or ".join(f"{limit:.0f}" for limit in sorted({line["limit"] for line in lines}))
    commands = ", ".join(f"`{command}`" for command in sorted({line["command"] for line in lines}))
    words = (
        f"{' to '.join(dict.fromkeys([dates[0], dates[-1]]))}, {machine()}: {commands}. "
        "Times are seconds of processor; "
        f"a run has at most {limits} s of wall time, on a machine that may be busy with other work. Ratio: how many "
        "times hubplan's the best peer takes to its proof, or had taken (>) when it was stopped without one.")
    out = [
        textwrap.fill(words, 120, break_on_hyphens=False, break_long_words=False), "",
        "| instance | areas × sites, hubs | hubplan | " + " | ".join(NAMES[peer] for peer in COLUMNS)
        + " | others, the best | ratio |",
        "|---" * (len(COLUMNS) + 5) + "|",
    ]
    for name, runs in by_instance(lines):
        ours = next((line for line in runs if line["peer"] == "hubplan"), None)
        if ours is None:
            continue
        peers = sorted((line for line in runs if line["peer"] != "hubplan"), key=rank)
        row = [name, f"{ours['areas']:,} × {ours['sites']:,}, {ours['p']}", cell(ours)]
        for column in COLUMNS:
            found = [line for line in peers if line["peer"] == column]
            row.append(cell(found[0]) if found else "–")
        others = [line for line in peers if line["peer"] not in COLUMNS]
        row.append(f"{NAMES[others[0]['peer']]}: {cell(others[0])}" if others else "–")
        row.append(ratio(ours, peers[0] if peers else None))
        out.append("| " + " | ".join(row) + " |")
    return "\n".join(out) + "\n"


def long_table(lines):
    """Every run, with what the short table leaves out."""
    out = [
        f"Every run. Off: above the best value of the instance. Integral: of the incumbent's distance from that value "
        f"over {HORIZON} s (0 is ideal; peers other than SCIP tell of their end alone).",
        "",
        "| instance | by | reached | objective | off | wall | processor | memory | nodes | integral | to 1 %, 0.1 %, "
        "0.01 % |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, runs in by_instance(lines):
        best = best_value(runs)
        for line in runs:
            value = line["objective"]
            integral = primal_integral(line, best)
            certified = line.get("certified") or {}
            out.append("| " + " | ".join([
                name, line["peer"], outcome(line), "–" if value is None else f"{value:,.0f}",
                "–" if value is None else per_cent((value - best) / best if best else 0), seconds(line["seconds"]),
                seconds(line["cpu_seconds"]), f"{line['peak_rss_mb']} MB" if line["peak_rss_mb"] else "–",
                str(line.get("nodes") if line.get("nodes") is not None else "–"),
                "–" if integral is None else f"{integral:.2f}",
                ", ".join(seconds(certified.get(level)) for level in LEVELS) if certified else "–",
            ]) + " |")
    return "\n".join(out) + "\n"


def replace_table(path, table):
    """Puts the table between the markers of a file."""
    with open(path) as file:
        text = file.read()
    if START not in text or END not in text:
        raise SystemExit(f"{path} has no {START} and {END} to put the table between.")
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    with open(path, "w") as file:
        file.write(f"{before}{START}\n{table}{END}{after}")


# MARK: picture


def draw(lines, path):
    """Gap over time, a panel an instance: lines where a run told of its way, a mark where of its end alone."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "hubplan"
    from matplotlib import pyplot

    panels = by_instance(lines)
    across = min(3, len(panels))
    down = math.ceil(len(panels) / across)
    figure, axes = pyplot.subplots(
        down, across, figsize=(4 * across, 2.9 * down), squeeze=False, sharex=True, sharey=True)
    peers = ["hubplan"] + list(NAMES)
    colours = dict(zip(peers, ["#000000", "#d55e00", "#0072b2", "#56b4e9", "#009e73", "#cc79a7", "#999999", "#8c564b"]))
    least = 1e-6
    for axis, (name, runs) in zip(axes.flat, panels):
        for line in runs:
            steps = [
                (max(at, 0.01), max(least, gap(dict(objective=value, bound=bound)) if bound is not None else 1))
                for at, value, bound in line.get("trace") or [] if value is not None]
            label, colour = NAMES.get(line["peer"], line["peer"]), colours[line["peer"]]
            if steps:
                width = 2 if line["peer"] == "hubplan" else 1
                axis.step(*zip(*steps), where="post", color=colour, label=label, lw=width)
                axis.plot(*steps[-1], "o" if is_proved(line) else "x", color=colour, ms=4)
            elif gap(line) is not None:
                axis.plot(
                    line["seconds"], max(least, gap(line)), "o" if is_proved(line) else "x", color=colour, label=label)
        axis.set(title=name, xscale="log", yscale="log", ylim=(least / 2, 2))
        axis.title.set_fontsize(9)
        axis.tick_params(labelsize=8)
        axis.grid(alpha=0.25)
    for axis in list(axes.flat)[len(panels):]:
        axis.set_visible(False)
    for axis in axes[:, 0]:
        axis.set_ylabel("gap (0 drawn at 10⁻⁶)", fontsize=8)
    for axis in axes[-1]:
        axis.set_xlabel("wall seconds", fontsize=8)
    handles = {}
    for axis in axes.flat:
        handles |= dict(zip(*reversed(axis.get_legend_handles_labels())))
    figure.legend(handles.values(), handles.keys(), loc="lower center", ncols=4, fontsize=8, frameon=False)
    figure.tight_layout(rect=(0, 0.1 / down + 0.02, 1, 1))
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
