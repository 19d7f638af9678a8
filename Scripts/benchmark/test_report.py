"""python3 -m unittest discover -s Scripts/benchmark    (standard library alone)"""
import os
import tempfile
import unittest

import report


def line(peer="hubplan", status="optimal", objective=100.0, bound=100.0, **more):
    return dict(
        instance="i", peer=peer, status=status, objective=objective, bound=bound, seconds=2.0, cpu_seconds=1.0,
        peak_rss_mb=10, areas=3, sites=4, p=2, limit=60, date="2026-01-01", command="Scripts/bench placement",
        known=None) | more


class Figures(unittest.TestCase):
    def test_gap(self):
        self.assertEqual(report.gap(line()), 0)
        self.assertAlmostEqual(report.gap(line(bound=75.0)), 0.25)
        self.assertIsNone(report.gap(line(bound=None)))

    def test_primal_integral_counts_nothing_as_the_whole_and_the_best_as_none(self):
        # Nothing for 10 s, a plan one fifth off its own value for 20, the best from then on.
        trace = [[10, 125.0, 0.0], [30, 100.0, 0.0], [70, 90.0, 0.0]]
        self.assertAlmostEqual(report.primal_integral(line(trace=trace), 100.0), 10 + 20 * 0.2)
        self.assertAlmostEqual(report.primal_integral(line(seconds=15.0), 100.0), 15)
        self.assertAlmostEqual(report.primal_integral(line(objective=None), 100.0), 60)
        self.assertIsNone(report.primal_integral(line(objective=None), None))

    def test_ratio_is_a_floor_without_a_proof_and_nothing_without_ours(self):
        self.assertEqual(report.ratio(line(), line(cpu_seconds=42.0)), "42")
        self.assertEqual(report.ratio(line(), line(cpu_seconds=2.5, status="feasible")), "> 2.5")
        self.assertEqual(report.ratio(line(status="timeLimit"), line()), "–")

    def test_peers_are_ranked_by_proof_then_gap_then_plan(self):
        runs = [
            line("none", "killed_time", None, None), line("plan", "heuristic", 100.0, None),
            line("gap", "feasible", bound=90.0), line("slow", cpu_seconds=9.0), line("fast", cpu_seconds=3.0)]
        self.assertEqual(
            [run["peer"] for run in sorted(runs, key=report.rank)], ["fast", "slow", "gap", "plan", "none"])


class Contradictions(unittest.TestCase):
    def test_rounding_is_no_contradiction(self):
        self.assertEqual(report.contradictions([line(objective=1e8, bound=1e8), line("x", objective=1e8 + 50,
                                                                                    bound=1e8 + 50)]), [])

    def test_a_bound_above_anothers_plan_is_one(self):
        found = report.contradictions([line(objective=105.0, bound=105.0), line("x")])
        self.assertEqual(found, ["i: hubplan says none is below 105, but x has 100"])

    def test_a_proof_beside_the_known_value_is_one(self):
        self.assertEqual(len(report.contradictions([line(known=99.0)])), 1)
        self.assertEqual(report.contradictions([line(status="feasible", bound=90.0, known=99.0)]), [])


class Tables(unittest.TestCase):
    def test_a_row_an_instance(self):
        runs = [line(), line("scip-benders", cpu_seconds=4.0), line("kmedoids", "heuristic", 110.0, None)]
        row = report.short_table(runs).splitlines()[-1]
        self.assertEqual(
            row, "| i | 3 × 4, 2 | proved in 1.0 s, 10 MB | proved in 4.0 s, 10 MB | – | – | "
            "FasterPAM: plan, no bound at 1.0 s, 10 MB | 4.0 |")

    def test_only_what_stands_between_the_markers_is_replaced(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "README.md")
            with open(path, "w") as file:
                file.write(f"before\n{report.START}\nold\n{report.END}\nafter\n")
            report.replace_table(path, "new\n")
            with open(path) as file:
                self.assertEqual(file.read(), f"before\n{report.START}\nnew\n{report.END}\nafter\n")


if __name__ == "__main__":
    unittest.main()
