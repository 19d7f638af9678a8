"""python3 -m unittest discover -s Scripts/benchmark    (standard library alone)"""
import unittest

import travel

PRINTED = """\
scipy dijkstra 1 thread: 1.50s = 1.50 ms/source, finite 1.000, mean 4593.0, rss 71MB
 100% pandana build (CH contraction): 0.34s rss 213MB
pandana shortest_path_lengths 1000000 pairs, 2 threads: 3.81s = 3.81 us/pair, rss 302MB
pandana aggregate 4800 m over all 10000 nodes: 5.00s = 370 us/source, mean nodes in ball 7979
"""


class Figures(unittest.TestCase):
    def test_what_the_peers_print_is_read_and_preparation_counted(self):
        figures = travel.peer_figures(PRINTED)
        self.assertEqual(figures["scipy"], dict(matrix=1.5))
        self.assertAlmostEqual(figures["pandana"]["matrix"], 4.15)
        self.assertAlmostEqual(figures["pandana"]["ball_us"], 500)

    def test_a_peer_that_did_not_run_is_left_out(self):
        self.assertEqual(travel.peer_figures("ModuleNotFoundError"), {})
        self.assertEqual(list(travel.peer_figures(PRINTED.splitlines()[0])), ["scipy"])

    def test_ratios_are_of_whole_times(self):
        line = dict(
            place="town", nodes=1000,
            hubplan=dict(preparation_seconds=0.1, search_seconds=0.4, cpu_seconds=0.45, peak_rss_mb=90.0),
            ball=dict(search_seconds=0.001, sources=10, ns_per_settled_node=30.4), peers=travel.peer_figures(PRINTED))
        ours, pandana, scipy = travel.rows(line)
        self.assertIn("| 0.50 s (0.45 s of processor) | 1 | 100 µs (30 ns of processor a node) | 90 MB |", ours)
        self.assertIn("| pandana | 4.15 s | 8.3 | 500 µs |", pandana)
        self.assertIn("| scipy | 1.50 s | 3.0 |", scipy)


if __name__ == "__main__":
    unittest.main()
