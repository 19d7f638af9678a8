"""The instances that hubplan and its peers are measured on: where each comes from, and one folder form for all.

An instance is laid out once as `stage/instances/NAME/` (meta.json, demand.csv, candidates.csv, cost.csv) with
`NAME.npz` beside it, which holds the same for peers in Python.
"""
import csv
import gzip
import json
import os
import subprocess
from dataclasses import dataclass

import numpy as np


@dataclass
class Instance:
    """One instance as laid out; `reach` in metres, None for the mean."""

    name: str
    folder: str
    areas: int
    sites: int
    p: int
    share: int
    known: float | None
    reach: float | None = None
    no_share: bool = False

    @property
    def pairs(self):
        return self.areas * self.sites


QUICK = ["hastings_rother", "leeds_p10", "clustered_200_1", "pmed1"]
USUAL = [
    "hastings_rother", "leeds", "leeds_p10", "north_east", "uniform_500_1", "clustered_500_1", "pmed1", "rl1304_p10",
    "england_youth_reach2500",
]
FULL = USUAL + [
    "north_east_p20", "yorkshire", "uniform_1000_1", "clustered_1000_1", "uniform_2000_1", "clustered_2000_1", "pmed20",
    "rl1304_p50", "pcb3038_p100", "gap_a_100_1", "gap_b_100_1", "gap_c_100_1", "chessboard_144_1",
    "england_youth_reach5000", "england_msoa", "england_225_p200", "england", "england_noshare",
]


class Stage:
    """Lays instances out below a folder, from what is shared, from TSPLIB files, and by making them."""

    def __init__(self, folder, shared, tsplib, program):
        self.folder, self.shared, self.tsplib, self.program = folder, shared, tsplib, program
        os.makedirs(os.path.join(folder, "instances"), exist_ok=True)
        peers = os.path.join(folder, "run_peers.py")
        if os.path.lexists(peers):
            os.unlink(peers)
        # Through a link, run_peers.py finds its instances beside the link.
        if os.path.exists(os.path.join(shared, "run_peers.py")):
            os.symlink(os.path.abspath(os.path.join(shared, "run_peers.py")), peers)
            self.run_peers = peers
        else:
            self.run_peers = None

    def place(self, name, *more):
        return os.path.join(self.folder, "instances", name, *more)

    def lay(self, name):
        """Lays one instance out by its name; a ValueError says why it cannot be."""
        base, reach, no_share = name, None, name.endswith("_noshare")
        if no_share:
            base = name.removesuffix("_noshare")
        if "_reach" in base:
            base, metres = base.rsplit("_reach", 1)
            reach = float(metres)
        kind = base.split("_")
        shared = os.path.join(self.shared, "instances", base)
        if not os.path.exists(self.place(base, "meta.json")) or not os.path.exists(self.place(base) + ".npz"):
            if os.path.isdir(shared):
                for end in ("", ".npz"):
                    if not os.path.lexists(self.place(base) + end):
                        os.symlink(os.path.abspath(shared + end), self.place(base) + end)
            elif kind[0] in ("uniform", "clustered") and len(kind) == 3:
                self._make("random", "--kind", kind[0], "--points", kind[1], "--seed", kind[2], name=base)
            elif kind[0] == "gap" and len(kind) == 4:
                self._make(f"gap-{kind[1]}", "--size", kind[2], "--seed", kind[3], name=base)
            elif kind[0] == "chessboard" and len(kind) == 3:
                self._make("chessboard", "--side", str(round(float(kind[1]) ** 0.5)), "--seed", kind[2], name=base)
            elif len(kind) > 1 and kind[-1][:1] == "p" and kind[-1][1:].isdigit():
                self._another_count("_".join(kind[:-1]), int(kind[-1][1:]), base)
            else:
                raise ValueError(f"there is no instance {name} in {self.shared}, and its name says no way to make it")
        with open(self.place(base, "meta.json")) as file:
            meta = json.load(file)
        return Instance(
            name, self.place(base), meta["N"], meta["M"], meta["p"], 0 if no_share else meta["dd_min_open"],
            meta.get("known_optimum") if reach is None else None, reach, no_share)

    def _make(self, *arguments, name):
        subprocess.run([self.program, "make", *arguments, "--out", self.place(name)], check=True)
        self._pack(name)

    def _another_count(self, base, p, name):
        """`base` from a TSPLIB file or a shared folder, with p sites to open."""
        os.makedirs(self.place(name), exist_ok=True)
        points = os.path.join(self.tsplib, base + ".tsp")
        source = os.path.join(self.shared, "instances", base)
        if os.path.exists(points):
            with open(points) as file:
                rows = [line.split() for line in file]
            rows = [row for row in rows if len(row) == 3 and row[0].isdigit()]
            for table, column, value in (("demand", "weight", "1"), ("candidates", "dd", "0")):
                with open(self.place(name, table + ".csv"), "w") as file:
                    file.write(f"id,x,y,{column}\n")
                    file.writelines(f"{at},{float(x)},{float(y)},{value}\n" for at, x, y in rows)
            meta = dict(
                N=len(rows), M=len(rows), metric="floor_euclid", dd_key=None, dd_min_open=0,
                known_optimum=self._known(base, p), source=f"TSPLIB {base}")
        elif os.path.isdir(source):
            with open(os.path.join(source, "meta.json")) as file:
                meta = json.load(file)
            for file in os.listdir(source):
                if file != "meta.json" and not os.path.lexists(self.place(name, file)):
                    os.symlink(os.path.abspath(os.path.join(source, file)), self.place(name, file))
            meta |= dict(known_optimum=None, dd_min_open=(p + 1) // 2 if meta["dd_key"] else 0)
        else:
            raise ValueError(f"there is neither {points} nor {source}")
        with open(self.place(name, "meta.json"), "w") as file:
            json.dump(meta | dict(name=name, p=p), file, indent=1)
        self._pack(name)

    def _known(self, base, p):
        """The proved value of the literature, if there is one."""
        values = os.path.join(self.tsplib, "known_values.csv")
        if not os.path.exists(values):
            return None
        with open(values) as file:
            for row in csv.DictReader(file):
                if row["instance"] == base and int(row["p"]) == p and row["status"] == "optimal":
                    return float(row["opt_or_best_known"])
        return None

    def _pack(self, name):
        """Writes the .npz of a folder, as peers in Python read it."""
        with open(self.place(name, "meta.json")) as file:
            meta = json.load(file)
        demand, sites = read_table(self.place(name, "demand.csv")), read_table(self.place(name, "candidates.csv"))
        arrays = {"w": np.array([float(value) for value in demand["weight"]])}
        if meta["dd_key"]:
            arrays[meta["dd_key"]] = np.array([value == "1" for value in sites[meta["dd_key"]]])
        if meta["metric"] == "matrix":
            arrays["cost"] = np.loadtxt(self.place(name, "cost.csv"), delimiter=",", dtype=np.int64, ndmin=2)
        else:
            for key, table in (("d", demand), ("c", sites)):
                for axis in "xy":
                    arrays[key + axis] = np.array([float(value) for value in table[axis]])
        np.savez_compressed(self.place(name) + ".npz", **arrays)


def read_table(path):
    """A CSV file, or its .gz, as a dictionary of columns."""
    opened = open(path, newline="") if os.path.exists(path) else gzip.open(path + ".gz", "rt", newline="")
    with opened as file:
        rows = list(csv.reader(file))
    return {name: [row[at] for row in rows[1:]] for at, name in enumerate(rows[0])}


def read_costs(folder):
    """Meta, costs area by site, weights, and flags of disadvantaged sites of an instance laid out at `folder`."""
    with open(os.path.join(folder, "meta.json")) as file:
        meta = json.load(file)
    packed = np.load(folder.rstrip("/") + ".npz")
    if "cost" in packed:
        cost = packed["cost"].astype(float)
    else:
        cost = np.hypot(
            packed["dx"][:, None] - packed["cx"][None, :], packed["dy"][:, None] - packed["cy"][None, :])
        if meta["metric"] == "floor_euclid":
            cost = np.floor(cost)
        elif meta["metric"] == "euclid_rounded":
            cost = np.rint(cost)
    flags = packed[meta["dd_key"]].astype(bool) if meta["dd_key"] else np.zeros(meta["M"], bool)
    return meta, cost, packed["w"].astype(float), flags
