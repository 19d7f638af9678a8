#!/usr/bin/env python3
"""The p-median with a share rule through SCIP and Benders cuts: the strongest exact peer there is in the open.

One variable y_j a site and one θ_i an area, its cost. With the sites of area i sorted by cost, every threshold D gives
    θ_i ≥ D − Σ_{j: c_ij < D} (D − c_ij) y_j,
and at a given y the most violated D is the cost at which the sum of the y_j first reaches 1 (Duran-Mateluna, Ales and
Elloumi, EJOR 308, 2023), found in one pass. SCIP branches and cuts; plans come from a greedy start with interchange,
and from rounding each relaxation.

usage: scip_benders.py FOLDER --limit SECONDS [--no-share]     prints one line of JSON
"""
import argparse
import json
import os
import time

import numpy as np
import pyscipopt
from pyscipopt import SCIP_PARAMSETTING, SCIP_RESULT, Conshdlr, Model, quicksum

from instances import read_costs


class Problem:
    """Costs with each area's sites in order, and the rules."""

    def __init__(self, folder, no_share):
        meta, self.cost, self.weight, self.flags = read_costs(folder)
        self.name, self.p = meta["name"], meta["p"]
        self.least = 0 if no_share else meta["dd_min_open"]
        self.areas, self.sites = self.cost.shape
        self.order = np.argsort(self.cost, axis=1, kind="stable").astype(np.int32)
        self.sorted = np.take_along_axis(self.cost, self.order, axis=1)

    def value(self, sites):
        return float((self.cost[:, sites].min(axis=1) * self.weight).sum())

    def thresholds(self, y):
        """For each area the place of its most violated threshold in its order, and the cut's value there."""
        length = min(self.sites, max(50, 4 * self.sites // self.p))
        place = np.full(self.areas, -1)
        value = np.zeros(self.areas)
        rows = np.arange(self.areas)
        while len(rows):
            share = y[self.order[rows, :length]]
            so_far = np.cumsum(share, axis=1)
            reached = so_far[:, -1] >= 1 - 1e-9
            if length == self.sites:
                reached[:] = True
            done = rows[reached]
            at = np.argmax(so_far[reached] >= 1 - 1e-9, axis=1)
            # Where rounding keeps the sum below 1 to the end, the last site is the threshold.
            at[so_far[reached][:, -1] < 1 - 1e-9] = length - 1
            cost = self.sorted[done, :length]
            before = np.arange(length)[None, :] < at[:, None]
            threshold = self.sorted[done, at]
            value[done] = threshold - ((threshold[:, None] - cost) * share[reached] * before).sum(axis=1)
            place[done] = at
            rows, length = rows[~reached], min(self.sites, 4 * length)
        return place, value

    def values_at(self, place, y):
        """For each area the value at y of its cut with the threshold at `place`."""
        length = int(place.max()) + 1
        share = y[self.order[:, :length]] * (np.arange(length)[None, :] < place[:, None])
        threshold = self.sorted[np.arange(self.areas), place]
        return threshold - ((threshold[:, None] - self.sorted[:, :length]) * share).sum(axis=1)

    def rounded(self, y):
        """The p sites of largest y that keep the share."""
        by_size = np.argsort(-y, kind="stable")
        chosen = [j for j in by_size if self.flags[j]][: self.least]
        taken = set(chosen)
        for j in by_size:
            if len(chosen) == self.p:
                break
            if j not in taken:
                chosen.append(j)
        return np.array(sorted(chosen))

    def start(self):
        """A greedy plan, then the best swap for as long as one gains (Teitz and Bart, all pairs at once)."""
        nearest = np.full(self.areas, self.cost.max() + 1)
        chosen = []
        for step in range(self.p):
            gain = (np.maximum(nearest[:, None] - self.cost, 0) * self.weight[:, None]).sum(axis=0)
            gain[chosen] = -1
            if self.least - self.flags[chosen].sum() >= self.p - step:
                gain[~self.flags] = -1
            chosen.append(int(np.argmax(gain)))
            nearest = np.minimum(nearest, self.cost[:, chosen[-1]])
        chosen = np.array(chosen)
        while True:
            near = np.argsort(self.cost[:, chosen], axis=1)[:, : min(2, self.p)]
            first = self.cost[np.arange(self.areas), chosen[near[:, 0]]]
            second = (
                self.cost[np.arange(self.areas), chosen[near[:, 1]]] if self.p > 1
                else np.full(self.areas, self.cost.max() + 1))
            kept = np.minimum(first[:, None], self.cost)
            change = np.tile(((kept - first[:, None]) * self.weight[:, None]).sum(axis=0), (self.p, 1))
            lost = (np.minimum(second[:, None], self.cost) - kept) * self.weight[:, None]
            np.add.at(change, near[:, 0], lost)
            change[:, chosen] = 0
            if self.flags[chosen].sum() <= self.least:
                change[np.ix_(self.flags[chosen], ~self.flags)] = 0
            out, into = np.unravel_index(np.argmin(change), change.shape)
            if change[out, into] >= -1e-9 * first.sum():
                return np.sort(chosen)
            chosen[out] = into


class Cuts(Conshdlr):
    """Holds θ up by cuts, in every relaxation and for every plan that SCIP thinks of."""

    def __init__(self, problem, y, theta, started):
        self.problem, self.y, self.theta, self.started = problem, y, theta, started
        self.best, self.trace, self.count = np.inf, [], 0
        self.core = None

    def note(self):
        incumbent = self.model.getPrimalbound() if self.model.getNSols() else None
        bound = self.model.getDualbound()
        last = self.trace[-1][1:] if self.trace else None
        if last != [incumbent, bound]:
            self.trace.append([round(time.time() - self.started, 3), incumbent, max(bound, 0)])

    def point(self, solution):
        values = np.array([self.model.getSolVal(solution, variable) for variable in self.y])
        return np.clip(values, 0, 1), np.array([self.model.getSolVal(solution, variable) for variable in self.theta])

    def violated(self, y, theta):
        place, value = self.problem.thresholds(y)
        return np.flatnonzero(value > theta + 1e-6 * np.maximum(1, value)), place

    def stabilised(self, y, theta):
        """Cuts between the relaxation and a point inside, which move steadily towards each other (Ben-Ameur and Neto
        2007): far fewer rounds than at the relaxation's own, jumping point. Few or none left, the latter decides."""
        inside = 0.7 * self.core + 0.3 * y
        self.core = (self.core + y) / 2
        place, _ = self.problem.thresholds(inside)
        value = self.problem.values_at(place, y)
        rows = np.flatnonzero(value > theta + 1e-6 * np.maximum(1, value))
        return (rows, place) if len(rows) > self.problem.areas / 50 else self.violated(y, theta)

    def separate(self):
        values, theta = self.point(None)
        root = self.model.getDepth() == 0
        rows, place = self.stabilised(values, theta) if root else self.violated(values, theta)
        for i in rows:
            sites = self.problem.order[i, : place[i]]
            threshold = self.problem.sorted[i, place[i]]
            row = self.model.createEmptyRowUnspec(
                f"b{self.count}", lhs=threshold, rhs=None, local=False, removable=True)
            self.count += 1
            self.model.cacheRowExtensions(row)
            self.model.addVarToRow(row, self.theta[i], 1)
            for j, cost in zip(sites, self.problem.sorted[i, : place[i]]):
                if threshold > cost:
                    self.model.addVarToRow(row, self.y[j], threshold - cost)
            self.model.flushRowExtensions(row)
            self.model.addCut(row, forcecut=True)
            self.model.releaseRow(row)
        self.offer(self.problem.rounded(values))
        self.note()
        return len(rows)

    def offer(self, plan):
        value = self.problem.value(plan)
        if value >= self.best:
            return
        self.best = value
        solution = self.model.createSol()
        self.fill(solution, plan)
        self.model.trySol(solution, printreason=False)

    def fill(self, solution, plan):
        for j in plan:
            self.model.setSolVal(solution, self.y[j], 1)
        for variable, cost in zip(self.theta, self.problem.cost[:, plan].min(axis=1)):
            self.model.setSolVal(solution, variable, cost)

    def conssepalp(self, constraints, nusefulconss):
        return {"result": SCIP_RESULT.SEPARATED if self.separate() else SCIP_RESULT.DIDNOTFIND}

    def consenfolp(self, constraints, nusefulconss, solinfeasible):
        return {"result": SCIP_RESULT.SEPARATED if self.separate() else SCIP_RESULT.FEASIBLE}

    def consenfops(self, constraints, nusefulconss, solinfeasible, objinfeasible):
        return self.verdict(None)

    def conscheck(self, constraints, solution, checkintegrality, checklprows, printreason, completely, **rest):
        return self.verdict(solution)

    def verdict(self, solution):
        rows, _ = self.violated(*self.point(solution))
        return {"result": SCIP_RESULT.INFEASIBLE if len(rows) else SCIP_RESULT.FEASIBLE}

    def conslock(self, constraint, locktype, nlockspos, nlocksneg):
        # Closing a site, or lowering a cost, may break a cut; the other way round never does.
        for variable in self.y + self.theta:
            self.model.addVarLocks(variable, nlockspos, nlocksneg)


def solve(problem, limit, started):
    model = Model()
    model.hideOutput()
    y = [model.addVar(vtype="B", name=f"y{j}") for j in range(problem.sites)]
    # Costs count from zero, so the nearest site is a bound of its own.
    theta = [
        model.addVar(lb=problem.sorted[i, 0], ub=problem.sorted[i, -1], obj=problem.weight[i], name=f"t{i}")
        for i in range(problem.areas)]
    model.addCons(quicksum(y) == problem.p)
    if problem.least:
        model.addCons(quicksum(y[j] for j in np.flatnonzero(problem.flags)) >= problem.least)
    cuts = Cuts(problem, y, theta, started)
    model.includeConshdlr(
        cuts, "pmedian", "Benders cuts of the p-median", sepapriority=1, enfopriority=-1, chckpriority=-1, sepafreq=1,
        eagerfreq=-1, needscons=False)
    # Without constraints to look at, SCIP takes all sites for each other's mirror images and cuts the optimum off.
    model.setParam("misc/usesymmetry", 0)
    # Plans come from the start and from rounding; SCIP's own dives only cost time on these models.
    model.setHeuristics(SCIP_PARAMSETTING.OFF)
    model.setParam("separating/maxcutsroot", 10 * problem.areas)
    model.setParam("separating/maxcuts", 10 * problem.areas)
    model.setParam("limits/gap", 1e-6)
    model.setParam("limits/time", max(1, limit - (time.time() - started)))
    plan = problem.start()
    solution = model.createSol()
    cuts.fill(solution, plan)
    model.addSol(solution)
    cuts.best = problem.value(plan)
    cuts.core = np.zeros(problem.sites)
    cuts.core[plan] = 1
    cuts.trace.append([round(time.time() - started, 3), cuts.best, 0.0])
    model.optimize()
    values = [model.getVal(variable) for variable in y]
    plan = np.flatnonzero(np.array(values) > 0.5)
    bound = model.getDualbound()
    objective = problem.value(plan)
    cuts.trace.append([round(time.time() - started, 3), objective, bound])
    status = model.getStatus()
    return dict(
        instance=problem.name, peer="scip-benders",
        version=f"PySCIPOpt {pyscipopt.__version__}, SCIP {model.version()}",
        status="optimal" if status in ("optimal", "gaplimit") else "feasible", objective=objective, bound=bound,
        nodes=model.getNTotalNodes(), cuts=cuts.count, dd_open=int(problem.flags[plan].sum()), open=plan.tolist(),
        trace=cuts.trace)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--no-share", action="store_true")
    options = parser.parse_args()
    # Loading Python and SCIP counts too, as it does for hubplan.
    started = float(os.environ.get("HUBPLAN_BENCH_STARTED", time.time()))
    print(json.dumps(solve(Problem(options.folder, options.no_share), options.limit, started)))


if __name__ == "__main__":
    main()
