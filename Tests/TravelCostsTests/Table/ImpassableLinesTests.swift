import HubModel
import Testing

@testable import TravelCosts

@Suite struct ImpassableLinesTests {
    @Test func aWayThatCrossesALineIsTold() {
        let lines = ImpassableLines([[Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: 100)]])
        #expect(lines.separate(Point(x: 50, y: 10), Point(x: 50, y: -10)))
        #expect(lines.separate(Point(x: 90, y: 50), Point(x: 120, y: 60)))
        #expect(!lines.separate(Point(x: 50, y: 10), Point(x: 90, y: 90)))
        #expect(!lines.separate(Point(x: 150, y: 10), Point(x: 150, y: -10)))
        #expect(!lines.separate(Point(x: 50, y: 10), Point(x: 50, y: 0)))
        #expect(!ImpassableLines([]).separate(Point(x: 0, y: 0), Point(x: 1, y: 1)))
    }

    /// Held against every stretch, one by one.
    @Test(arguments: 0..<UInt64(5)) func theGridMissesNothing(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        func place() -> Point {
            Point(x: .random(in: 0...1_000, using: &numbers), y: .random(in: 0...1_000, using: &numbers))
        }
        let stretches = (0..<60).map { _ in [place(), place()] }
        let lines = ImpassableLines(stretches)
        var crossed = 0
        for _ in 0..<300 {
            let (a, near) = (place(), place())
            let b = Point(x: a.x + (near.x - a.x) / 10, y: a.y + (near.y - a.y) / 10)
            func cross(_ p: Point, _ q: Point, _ r: Point) -> Double {
                (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
            }
            let plain = stretches.contains { line in
                cross(a, b, line[0]) * cross(a, b, line[1]) < 0
                    && cross(line[0], line[1], a) * cross(line[0], line[1], b) < 0
            }
            #expect(lines.separate(a, b) == plain)
            if plain { crossed += 1 }
        }
        #expect(crossed > 10)
    }
}
