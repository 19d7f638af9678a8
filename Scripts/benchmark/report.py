"""Reads runs, and tells them as sentences, tables and a picture. Nothing is measured here."""
import math
import os

HORIZON = 60
START, END = "<!-- bench:start -->", "<!-- bench:end -->"
NAMES = {
    "scip-benders": "SCIP, Benders cuts", "highspy-sparse": "HiGHS, sparse model", "highspy-dense": "HiGHS, dense model",
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


def sizes(line):
    return f"{line['areas']:,} × {line['sites']:,}, {line['p']} hubs"


# MARK: tables


def machine():
    model = "processor unknown"
    with open("/proc/cpuinfo") as file:
        for text in file:
            if text.startswith("model name"):
                model = text.split(":", 1)[1].strip()
                break
    return f"{os.cpu_count()} cores, {model}"


def short_table(lines, command):
    """For a README: an instance a row, hubplan beside the best of its peers."""
    dates = sorted({line["date"] for line in lines})
    dated = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    limits = sorted({line["limit"] for line in lines})
    out = [
        f"{dated}, {machine()}, at most {' or '.join(f'{limit:.0f}' for limit in limits)} s of wall time a run: "
        f"`{command}`. Times are seconds of processor. The last column is how many of hubplan's the best peer takes to "
        "its proof, or had taken without one.",
        "",
        "| instance | size | hubplan | | | best peer | | | | times |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, runs in by_instance(lines):
        ours = next((line for line in runs if line["peer"] == "hubplan"), None)
        peers = sorted((line for line in runs if line["peer"] != "hubplan"), key=rank)
        if ours is None:
            continue
        row = [name, sizes(ours), outcome(ours), seconds(ours["cpu_seconds"]), f"{ours['peak_rss_mb']} MB"]
        if peers:
            best = peers[0]
            row += [NAMES.get(best["peer"], best["peer"]), outcome(best), seconds(best["cpu_seconds"]),
                    f"{best['peak_rss_mb']} MB" if best["peak_rss_mb"] else "–", ratio(ours, best)]
        else:
            row += ["–"] * 5
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
                ", ".join(seconds(certified.get(level)) for level in ("1 %", "0.1 %", "0.01 %")) if certified else "–",
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
    figure, axes = pyplot.subplots(down, across, figsize=(4 * across, 2.9 * down), squeeze=False, sharey=True)
    peers = ["hubplan"] + list(NAMES)
    colours = dict(zip(peers, ["#000000", "#d55e00", "#0072b2", "#56b4e9", "#009e73", "#cc79a7", "#999999", "#0072b2"]))
    least = 1e-6
    for axis, (name, runs) in zip(axes.flat, panels):
        for line in runs:
            steps = [
                (max(at, 0.01), max(least, gap(dict(objective=value, bound=bound)) if bound is not None else 1))
                for at, value, bound in line.get("trace") or [] if value is not None]
            label, colour = NAMES.get(line["peer"], line["peer"]), colours[line["peer"]]
            if steps:
                axis.step(*zip(*steps), where="post", color=colour, label=label, lw=2 if line["peer"] == "hubplan" else 1)
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
