#!/usr/bin/env python3
"""Checks certificate.json of a run folder without hubplan: every cost, sum and claim is worked out again.

usage: verify-certificate.py RUN [SERVICE ...]      (RUN: a run folder, or the file itself)

Needs Python 3.9 or later and numpy. Ends with 0 when every claim holds, with 2 when one does not or the file is no
certificate. Formulas and layout: the page "Reading a certificate" of the documentation.
"""

import base64
import hashlib
import json
import math
import os
import struct
import sys
import time

import numpy as np

SCHEMA = "hubplan-certificate/1"
LARGEST = 1 << 62
PAIRS = 1 << 21  # looked at in one piece


class Refused(Exception):
    """A claim that does not hold, or a file that is no certificate: the sentence says which."""


def need(condition, sentence):
    if not condition:
        raise Refused(sentence)


# --- reading -----------------------------------------------------------------------------------------------------


def unpack(text, kind):
    need(isinstance(text, str), "a list of numbers is not there as base64")
    data = base64.b64decode(text, validate=True)
    need(len(data) % np.dtype(kind).itemsize == 0, "a list does not hold a whole number of numbers")
    return np.frombuffer(data, dtype=kind)


def u32(text):
    return unpack(text, "<u4")


def u16(text):
    return unpack(text, "<u2")


def i64(text):
    return unpack(text, "<i8")


def f64(text):
    return unpack(text, "<f8")


def whole(value):
    need(isinstance(value, int) and not isinstance(value, bool), f"{value!r} is not a whole number")
    need(-(1 << 63) <= value < 1 << 63, f"{value} does not fit 64 bits")
    return value


def is_list(numbers, size):
    """Ascending, without repeats, below size."""
    return len(numbers) == 0 or (bool(np.all(numbers[1:] > numbers[:-1])) and int(numbers[-1]) < size)


class Service:
    """One service of the file, long lists unpacked."""

    def __init__(self, entry):
        self.entry = entry
        self.name = entry["service"]
        self.sites = entry["sites"]
        self.weights = i64(entry["weights"])
        self.count = whole(entry["count"])
        self.locked_in = u32(entry["lockedIn"])
        self.locked_out = u32(entry["lockedOut"])
        self.limits = [
            (limit["title"], u32(limit["sites"]), whole(limit["least"]), whole(limit["most"]))
            for limit in entry["limits"]
        ]
        self.plan = np.array([whole(site) for site in entry["plan"]], dtype=np.int64)
        self.objective = whole(entry["objective"])
        self.bound = whole(entry["bound"])
        self.beyond = None if entry.get("beyond") is None else whole(entry["beyond"])
        self.scale = whole(entry["scale"])
        self.proof = entry["proof"]
        self.burden = entry["burden"]
        costs = entry["costs"]
        self.kind = costs["kind"]
        need(self.kind in ("matrix", "distanceTable", "points", "sparse"), f"costs of the kind {self.kind!r} are not known")
        if self.kind == "matrix":
            self.matrix = [u32(costs["withoutCar"])]
            if costs.get("withCar") is not None:
                self.matrix.append(u32(costs["withCar"]))
        elif self.kind == "sparse":
            pairs = costs["pairs"]
            self.longest = whole(pairs["longest"])
            self.counts, self.pair_sites = u32(pairs["counts"]), u32(pairs["sites"])
            self.pair_minutes = [u16(pairs["withoutCar"])]
            if pairs.get("withCar") is not None:
                self.pair_minutes.append(u16(pairs["withCar"]))
        else:
            self.areas = f64(costs["areaPoints"])
            self.places = f64(costs["sitePoints"])
        if self.kind == "distanceTable":
            self.area_class = unpack(costs["areaClasses"], "u1")
            self.tables = [(f64(t["withoutCar"]), f64(t["withCar"])) for t in costs["classes"]]
        if self.kind == "points":
            self.rounding = costs["rounding"]
            need(self.rounding in ("down", "nearest"), f"the rounding {self.rounding!r} is not known")

    @property
    def areas_count(self):
        return len(self.weights) // 2


# --- digest ------------------------------------------------------------------------------------------------------


class Digest:
    """The canonical byte string, straight into SHA-256."""

    def __init__(self):
        self.hash = hashlib.sha256()

    def kind(self, value):
        self.hash.update(bytes([value]))

    def whole(self, value):
        self.hash.update(struct.pack("<q", value))

    def text(self, value):
        data = value.encode("utf-8")
        self.whole(len(data))
        self.hash.update(data)

    def numbers(self, values, kind):
        values = np.asarray(values).astype(kind)
        self.whole(len(values))
        self.hash.update(values.tobytes())


def digest(service):
    d = Digest()
    d.text(SCHEMA)
    d.text(service.name)
    d.whole(len(service.sites))
    for site in service.sites:
        d.text(site)
    if service.kind == "matrix":
        d.kind(0)
        d.numbers(service.matrix[0], "<u4")
        d.kind(len(service.matrix) - 1)
        if len(service.matrix) > 1:
            d.numbers(service.matrix[1], "<u4")
    elif service.kind == "sparse":
        d.kind(3)
        d.whole(service.longest)
        d.numbers(service.counts, "<u4")
        d.numbers(service.pair_sites, "<u4")
        d.numbers(service.pair_minutes[0], "<u2")
        d.kind(len(service.pair_minutes) - 1)
        if len(service.pair_minutes) > 1:
            d.numbers(service.pair_minutes[1], "<u2")
    else:
        d.kind(1 if service.kind == "distanceTable" else 2)
        d.numbers(service.areas, "<f8")
        d.numbers(service.places, "<f8")
        if service.kind == "points":
            d.text(service.rounding)
        else:
            d.numbers(service.area_class, "u1")
            d.whole(len(service.tables))
            for pair in service.tables:
                d.numbers(pair[0], "<f8")
                d.numbers(pair[1], "<f8")
    d.numbers(service.weights, "<i8")
    burden = service.burden
    d.kind(["mean", "reach", "steps"].index(burden["kind"]))
    if burden["kind"] == "reach":
        d.whole(whole(burden["limit"]))
        d.whole(whole(burden["step"]))
    if burden["kind"] == "steps":
        d.numbers(burden["thresholds"], "<i8")
        d.numbers(burden["values"], "<i8")
    d.whole(service.count)
    d.numbers(service.locked_in, "<u4")
    d.numbers(service.locked_out, "<u4")
    d.whole(len(service.limits))
    for title, sites, least, most in service.limits:
        d.text(title)
        d.numbers(sites, "<u4")
        d.whole(least)
        d.whole(most)
    d.numbers(service.plan, "<u4")
    d.whole(service.objective)
    d.whole(service.bound)
    d.kind(0 if service.beyond is None else 1)
    if service.beyond is not None:
        d.whole(service.beyond)
    d.text(service.entry.get("note") or "")
    d.whole(service.scale)
    d.whole(len(service.proof))
    for node in service.proof:
        add_node(d, node)
    return d.hash.hexdigest()


def add_node(d, node):
    kinds = ["fix", "branchOnSite", "branchOnCount", "leaf", "infeasible"]
    need(node["node"] in kinds, f"a node of the proof is called {node['node']!r}")
    kind = kinds.index(node["node"])
    d.kind(kind)
    if kind in (0, 3):
        changed = node.get("changedRows")
        d.kind(0 if changed is None else 1)
        if changed is not None:
            d.numbers(u32(changed), "<u4")
        d.numbers(i64(node["lambda"]), "<i8")
        d.whole(whole(node["eta"]))
        d.numbers([whole(value) for value in node["mu"]], "<i8")
    if kind == 0:
        d.numbers(u32(node["closed"]), "<u4")
        d.numbers(u32(node["opened"]), "<u4")
    if kind == 1:
        d.whole(whole(node["site"]))
    if kind == 2:
        d.numbers(u32(node["sites"]), "<u4")
        d.whole(whole(node["most"]))
    if kind == 4:
        d.whole(whole(node["limit"]))


# --- costs -------------------------------------------------------------------------------------------------------


def burden_of(burden):
    """f as a function of an array of tenths of a minute; checked to be non-decreasing and never below 0."""
    kind = burden["kind"]
    if kind == "mean":
        return lambda minutes: np.asarray(minutes, dtype=np.int64)
    if kind == "reach":
        limit, step = whole(burden["limit"]), whole(burden["step"])
        need(0 <= step <= 1 << 61, "the burden falls as journeys get longer")
        return lambda minutes: np.asarray(minutes, dtype=np.int64) + np.where(np.asarray(minutes) > limit, step, 0)
    need(kind == "steps", f"the burden {kind!r} is not known")
    thresholds = np.array([whole(value) for value in burden["thresholds"]], dtype=np.int64)
    values = np.array([0] + [whole(value) for value in burden["values"]], dtype=np.int64)
    need(
        len(values) == len(thresholds) + 1 and np.all(thresholds[1:] > thresholds[:-1])
        and np.all(values[1:] >= values[:-1]),
        "the burden falls as journeys get longer",
    )
    return lambda minutes: values[np.searchsorted(thresholds, np.asarray(minutes, dtype=np.int64), side="right")]


class Costs:
    """v of a demand row at a site: Σ weight · f(minutes)."""

    def __init__(self, service, burden=None, scale=None):
        self.service = service
        self.scale = scale or service.scale
        self.f = burden_of(burden or service.burden)
        areas, sites = service.areas_count, len(service.sites)
        w = service.weights.reshape(-1, 2)
        in_two = np.zeros(areas, dtype=bool)
        if service.kind == "matrix":
            need(all(len(table) == areas * sites for table in service.matrix), "the costs do not fit areas and sites")
            self.matrix = [table.reshape(areas, sites) for table in service.matrix]
            self.longest = max((int(table.max()) for table in self.matrix if table.size), default=0)
            if len(self.matrix) == 1:
                self.matrix.append(self.matrix[0])
            else:
                for area in range(areas):
                    a, b = self.matrix[0][area], self.matrix[1][area]
                    order = np.lexsort((b, a))
                    in_two[area] = bool(np.any(b[order][1:] < b[order][:-1]))
        elif service.kind == "sparse":
            in_two = self.take_pairs(service, areas, sites)
        else:
            need(
                len(service.areas) == 2 * areas and len(service.places) == 2 * sites,
                "the points do not fit areas and sites",
            )
            self.areas = service.areas.reshape(-1, 2)
            self.places = service.places.reshape(-1, 2)
            for points in (self.areas, self.places):
                need(bool(np.all(np.abs(points) <= 1e8)), "a point is not on the map")
        if service.kind == "distanceTable":
            need(
                len(service.area_class) == areas
                and (areas == 0 or int(service.area_class.max()) < len(service.tables)),
                "the classes of the areas do not fit",
            )
            self.longest = 0
            self.steps = []
            for pair in service.tables:
                for table in pair:
                    need(
                        bool(np.all(np.isfinite(table)) and np.all(table[1:] >= table[:-1])) and len(table) < 1 << 24,
                        "a table of distances falls as minutes grow",
                    )
                    self.longest = max(self.longest, len(table))
                ends = np.unique(np.concatenate(pair))
                ends = ends[ends >= 0]
                # One entry more: beyond every end.
                burdens = [
                    self.f(np.append(np.searchsorted(table, ends, side="left"), len(table))) for table in pair
                ]
                self.steps.append((ends, burdens[0], burdens[1]))
        if service.kind == "points":
            both = np.concatenate([self.areas, self.places])
            self.longest = int(math.ceil(float(np.sum(both.max(axis=0) - both.min(axis=0))))) + 1
        need(
            int(self.f(self.longest)) >= 0
            and int(sum(int(x) for x in service.weights)) * int(self.f(self.longest)) * self.scale <= LARGEST,
            "sums pass whole numbers of 64 bits",
        )
        rows = []
        for area in np.flatnonzero(w.sum(axis=1) > 0):
            first, second = int(w[area, 0]), int(w[area, 1])
            if in_two[area] and first > 0 and second > 0:
                rows += [(area, first, 0), (area, 0, second)]
            else:
                rows.append((area, first, second))
        self.rows = np.array(rows, dtype=np.int64).reshape(-1, 3)
        self.most = (self.rows[:, 1] + self.rows[:, 2]) * int(self.f(self.longest)) * self.scale

    def take_pairs(self, service, areas, sites):
        """Checks a sparse table; says of each area whether two sites change places between the kinds of household."""
        self.longest = service.longest
        need(0 <= self.longest < 1 << 32, "the longest journey makes no sense")
        self.starts = np.concatenate([[0], np.cumsum(service.counts.astype(np.int64))])
        need(
            len(service.counts) == areas and int(self.starts[-1]) == len(service.pair_sites)
            and all(len(minutes) == len(service.pair_sites) for minutes in service.pair_minutes)
            and all(len(minutes) == 0 or int(minutes.max()) <= self.longest for minutes in service.pair_minutes),
            "the costs do not fit areas and sites",
        )
        self.pairs = [service.pair_minutes[0].astype(np.int64), service.pair_minutes[-1].astype(np.int64)]
        in_two = np.zeros(areas, dtype=bool)
        for area in range(areas):
            mine = slice(self.starts[area], self.starts[area + 1])
            need(is_list(service.pair_sites[mine], sites), "an area's sites are not ascending, or are not there")
            a, b = self.pairs[0][mine], self.pairs[1][mine]
            order = np.lexsort((b, a))
            in_two[area] = bool(np.any(b[order][1:] < b[order][:-1]))
        return in_two

    def table(self, areas, sites, household):
        """Minutes of areas × sites out of a sparse table."""
        place = np.full(len(self.service.sites), -1, dtype=np.int64)
        place[sites] = np.arange(len(sites))
        minutes = np.full((len(areas), len(sites)), self.longest, dtype=np.int64)
        for row, area in enumerate(areas):
            mine = slice(self.starts[area], self.starts[area + 1])
            column = place[self.service.pair_sites[mine]]
            minutes[row, column[column >= 0]] = self.pairs[household][mine][column >= 0]
        return minutes

    def squared(self, areas, sites):
        """Squared straight lines, each operation rounded by itself: areas × sites."""
        dx = self.areas[areas, 0][:, None] - self.places[sites, 0][None, :]
        dy = self.areas[areas, 1][:, None] - self.places[sites, 1][None, :]
        dx *= dx
        dy *= dy
        dx += dy
        return dx

    def straight(self, areas, sites):
        metres = np.sqrt(self.squared(areas, sites))
        return np.floor(metres if self.service.rounding == "down" else metres + 0.5).astype(np.int64)

    def objective(self, plan):
        """Σ weight · f(minutes to the nearest open site), each kind of household to its own nearest."""
        total = 0
        w = self.service.weights.reshape(-1, 2)
        piece = max(1, PAIRS // max(1, len(plan)))
        for first in range(0, len(w), piece):
            areas = np.arange(first, min(first + piece, len(w)))
            if self.service.kind == "matrix":
                burdens = [self.f(table[areas][:, plan].min(axis=1)) for table in self.matrix]
            elif self.service.kind == "sparse":
                burdens = [self.f(self.table(areas, plan, household).min(axis=1)) for household in range(2)]
            elif self.service.kind == "points":
                burdens = [self.f(self.straight(areas, plan).min(axis=1))] * 2
            else:
                nearest = self.squared(areas, plan).min(axis=1)
                burdens = [np.zeros(len(areas), dtype=np.int64) for _ in range(2)]
                for number, (ends, *tables) in enumerate(self.steps):
                    of_class = self.service.area_class[areas] == number
                    place = np.searchsorted(ends, nearest[of_class], side="left")
                    for household in range(2):
                        burdens[household][of_class] = tables[household][place]
            for household in range(2):
                total += sum(int(x) for x in w[areas, household] * burdens[household])
        return total

    def gains(self, rows_lambda, sites):
        """rho of the sites: Σ max(0, lambda − scale · v), as int64; no sum passes 2^62."""
        gains = np.zeros(len(sites), dtype=np.int64)
        scale = self.scale
        active = np.flatnonzero(rows_lambda > 0)
        if len(sites) == 0:
            return gains
        piece = max(1, PAIRS // len(sites))
        if self.service.kind != "distanceTable":
            for first in range(0, len(active), piece):
                rows = active[first:first + piece]
                area, w0, w1 = self.rows[rows].T
                if self.service.kind == "matrix":
                    v = w0[:, None] * self.f(self.matrix[0][area][:, sites])
                    v += w1[:, None] * self.f(self.matrix[1][area][:, sites])
                elif self.service.kind == "sparse":
                    v = w0[:, None] * self.f(self.table(area, sites, 0))
                    v += w1[:, None] * self.f(self.table(area, sites, 1))
                else:
                    v = (w0 + w1)[:, None] * self.f(self.straight(area, sites))
                gains += np.maximum(0, rows_lambda[rows][:, None] - v * scale).sum(axis=0)
            return gains
        for number, (ends, f0, f1) in enumerate(self.steps):
            mine = active[self.service.area_class[self.rows[active, 0]] == number]
            for first in range(0, len(mine), piece):
                rows = mine[first:first + piece]
                area, w0, w1 = self.rows[rows].T
                top = rows_lambda[rows]
                # Gains end at one distance for each row: the last place whose v is below lambda.
                low, high = np.zeros(len(rows), dtype=np.int64), np.full(len(rows), len(ends))
                while np.any(low < high):
                    middle = np.minimum((low + high) // 2, len(ends))
                    gain = (top - (w0 * f0[middle] + w1 * f1[middle]) * scale > 0) & (low < high)
                    high = np.where(gain | (low >= high), high, middle)
                    low = np.where(gain, middle + 1, low)
                beyond = top - (w0 * f0[-1] + w1 * f1[-1]) * scale > 0
                reach = np.where(low > 0, np.append(ends, 0.0)[low - 1], -1.0)
                reach = np.where(beyond, np.inf, reach)
                squared = self.squared(area, sites)
                at, site = np.nonzero(squared <= reach[:, None])
                place = np.searchsorted(ends, squared[at, site], side="left")
                left = top[at] - (w0[at] * f0[place] + w1[at] * f1[place]) * scale
                np.add.at(gains, site, left)
        return gains


# --- claims ------------------------------------------------------------------------------------------------------


def check_shape(s):
    sites = len(s.sites)
    need(0 < s.count <= sites and s.scale > 0, "count or scale make no sense")
    need(len(s.weights) % 2 == 0 and bool(np.all(s.weights >= 0)), "weights are not two an area, none below 0")
    need(int(sum(int(x) for x in s.weights)) < LARGEST, "sums pass whole numbers of 64 bits")
    need(len(set(s.sites)) == sites, "two sites share an id")
    for numbers in [s.locked_in, s.locked_out, s.plan] + [limit[1] for limit in s.limits]:
        need(is_list(numbers, sites) and (len(numbers) == 0 or int(numbers[0]) >= 0), "a list of sites is not ascending, or names one that is not there")
    for title, _, least, most in s.limits:
        need(least >= 0 and most <= s.count, f"the limit {title!r} has a floor below 0 or a cap above the count")


def check_plan(s):
    need(len(s.plan) == s.count, f"the plan opens {len(s.plan)} sites and the count is {s.count}")
    is_open = np.zeros(len(s.sites), dtype=bool)
    is_open[s.plan] = True
    need(bool(np.all(is_open[s.locked_in])), "a site that is locked in is not open")
    need(not np.any(is_open[s.locked_out]), "a site that is locked out is open")
    for title, sites, least, most in s.limits:
        found = int(is_open[sites].sum())
        need(least <= found <= most, f"{title}: {found}, where at least {least} and at most {most} may be")


UNDECIDED, OPEN, CLOSED = 0, 1, 2


def check_bound(s, costs):
    """The bound from the proof: of the whole cost, or of the weight beyond the limit of a reach burden alone."""
    if s.beyond is None:
        check_proof(s, costs, s.bound)
    else:
        need(s.burden["kind"] == "reach", "the proof speaks of a limit that the burden does not have")
        limit, step = whole(s.burden["limit"]), whole(s.burden["step"])
        check_proof(s, Costs(s, {"kind": "steps", "thresholds": [limit + 1], "values": [1]}), s.beyond)
        allowed = np.setdiff1d(np.arange(len(s.sites)), s.locked_out)
        least = Costs(s, {"kind": "mean"}, scale=1).objective(allowed) if len(allowed) else 0
        supported = step * s.beyond + least
        need(s.bound <= supported, f"the bound {s.bound} is not supported: the proof gives {supported}")
    need(s.bound <= s.objective, f"the bound {s.bound} is above the plan's cost {s.objective}: one is wrong")


def check_proof(s, costs, bound):
    """Walks the tree in preorder; every plan that keeps the rules must end in a leaf that costs enough."""
    target = s.scale * (bound - 1)
    standing = np.zeros(len(s.sites), dtype=np.int8)
    standing[s.locked_in] = OPEN
    standing[s.locked_out] = CLOSED
    need(not np.any(standing[s.locked_in] == CLOSED), "a site is locked in and out at once")
    limits = [(sites, least, most) for _, sites, least, most in s.limits]
    parts = [(standing, limits, np.zeros(len(costs.rows), dtype=np.int64))]

    def price(node, standing, limits, former):
        values = i64(node["lambda"])
        if node.get("changedRows") is None:
            need(len(values) == len(former), "multipliers do not fit the rows")
            rows_lambda = values
        else:
            changed = u32(node["changedRows"])
            need(len(changed) == len(values) and is_list(changed, len(former)), "multipliers do not fit the rows")
            rows_lambda = former.copy()
            rows_lambda[changed] = values
        need(bool(np.all((rows_lambda >= 0) & (rows_lambda <= costs.most))), "a multiplier is out of range")
        eta, mu = whole(node["eta"]), [whole(value) for value in node["mu"]]
        need(len(mu) == len(limits), "multipliers do not fit the limits")
        asked = np.flatnonzero(standing != CLOSED)
        reduced = np.zeros(len(standing), dtype=object)
        reduced[asked] = [-int(gain) for gain in costs.gains(rows_lambda, asked)]
        reduced -= eta
        value = sum(int(x) for x in rows_lambda) + s.count * eta
        for multiplier, (sites, least, most) in zip(mu, limits):
            value += multiplier * (least if multiplier > 0 else most)
            reduced[sites] -= multiplier
        value += sum(int(r) for r in reduced[standing == OPEN])
        value += sum(min(0, int(r)) for r in reduced[standing == UNDECIDED])
        return value, reduced, rows_lambda

    for number, node in enumerate(s.proof, 1):
        need(parts, f"node {number} belongs to no part of the tree")
        standing, limits, former = parts.pop()
        kind = node["node"]
        if kind == "leaf":
            value, _, _ = price(node, standing, limits, former)
            need(value > target, f"node {number} is a leaf whose sum is {value}, and more than {target} is needed")
        elif kind == "fix":
            value, reduced, rows_lambda = price(node, standing, limits, former)
            standing = standing.copy()
            for name, becomes, sign in (("closed", CLOSED, 1), ("opened", OPEN, -1)):
                for site in u32(node[name]):
                    need(
                        site < len(standing) and standing[site] == UNDECIDED,
                        f"node {number} fixes a site that is decided already or not there",
                    )
                    need(
                        value + max(0, sign * int(reduced[site])) > target,
                        f"node {number} fixes site {site}, and its multipliers do not support that",
                    )
                    standing[site] = becomes
            parts.append((standing, limits, rows_lambda))
        elif kind == "branchOnSite":
            site = whole(node["site"])
            need(
                0 <= site < len(standing) and standing[site] == UNDECIDED,
                f"node {number} branches on a site that is decided already or not there",
            )
            for becomes in (CLOSED, OPEN):
                child = standing.copy()
                child[site] = becomes
                parts.append((child, limits, former))
        elif kind == "branchOnCount":
            sites, most = u32(node["sites"]), whole(node["most"])
            need(
                is_list(sites, len(standing)) and 0 <= most < s.count,
                f"node {number} branches on a list of sites or a number that makes no sense",
            )
            parts.append((standing, limits + [(sites, most + 1, s.count)], former))
            parts.append((standing, limits + [(sites, 0, most)], former))
        elif kind == "infeasible":
            limit = whole(node["limit"])
            need(-1 <= limit < len(limits), f"node {number} names a limit that is not there")
            everywhere = (np.arange(len(standing)), s.count, s.count)
            sites, least, most = everywhere if limit == -1 else limits[limit]
            few = int((standing[sites] == OPEN).sum())
            many = int((standing[sites] != CLOSED).sum())
            need(few > most or many < least, f"node {number} calls a part empty that is not")
        else:
            raise Refused(f"node {number} is called {kind!r}")
    need(not parts, f"parts of the tree that no node closes: {len(parts)}")


def verify(entry):
    s = Service(entry)
    began = time.monotonic()

    def say(sentence):
        print(f"  {sentence} ({time.monotonic() - began:.1f} s)", flush=True)

    need(digest(s) == entry["digest"], "the digest is not that of the contents: the certificate was changed")
    say(f"The digest covers question, plan, claims and proof as they stand ({entry['digest'][:16]}...).")
    check_shape(s)
    # Multipliers are those of the costs that the proof speaks about.
    costs = Costs(s, scale=None if s.beyond is None else 1)
    check_plan(s)
    say(f"The plan keeps every rule: {s.count} hubs, {len(s.limits)} limits.")
    objective = costs.objective(s.plan)
    need(objective == s.objective, f"the plan costs {objective}, not {s.objective} as claimed")
    say(f"The plan costs {objective}, as claimed.")
    check_bound(s, costs)
    say(
        f"No plan that keeps the rules costs less than {s.bound}: nodes {len(s.proof)}, "
        f"demand rows {len(costs.rows)}, sites {len(s.sites)}."
    )
    if s.bound >= s.objective:
        say("So the plan is optimal for these costs and rules.")
    else:
        say(f"So the plan is within {100 * (s.objective - s.bound) / s.objective:.4f} % of the best there can be.")


def main(arguments):
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if arguments else 2
    path = arguments[0]
    if os.path.isdir(path):
        path = os.path.join(path, "certificate.json")
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        need(document["schema"] == SCHEMA, f"the schema is {document['schema']!r}, and this script reads {SCHEMA}")
        entries = [entry for entry in document["services"] if not arguments[1:] or entry["service"] in arguments[1:]]
        need(entries, "the file holds no certificate, or none of the services asked for")
        for entry in entries:
            print(f"{entry['service']}:")
            verify(entry)
            if entry.get("note"):
                print(f"  Note: {entry['note']}")
    except Refused as refusal:
        print(f"NOT VERIFIED: {refusal}.")
        return 2
    except (OSError, ValueError, KeyError, TypeError, OverflowError, AttributeError, IndexError) as error:
        print(f"NOT VERIFIED: {path} cannot be read as a certificate ({type(error).__name__}: {error}).")
        return 2
    print("VERIFIED: every claim holds.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
