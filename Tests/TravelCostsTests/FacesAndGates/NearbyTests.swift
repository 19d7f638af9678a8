import HubModel
import Testing

@testable import TravelCosts

/// The tuned look-ups against their plain twins, which look at everything.
@Suite struct NearbyTests {
    @Test(arguments: UInt64(1)...30) func stripsFindEveryPointOfTheFaceNearby(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...300, using: &numbers)
        // Whole hundreds, so that many points share a coordinate or a distance.
        let points = (0..<count).map { _ in
            Point(
                x: 100 * Double(Int.random(in: 0...40, using: &numbers)),
                y: 100 * Double(Int.random(in: 0...40, using: &numbers)))
        }
        let faces = points.map { _ in UInt32.random(in: 0..<3, using: &numbers) }
        let strips = FaceStrips(points, faceOf: faces)
        for _ in 0..<40 {
            let from = Point(
                x: .random(in: -1000...5000, using: &numbers), y: 100 * Double(Int.random(in: -5...45, using: &numbers))
            )
            let metres = 100 * Double(Int.random(in: 0...30, using: &numbers))
            let face = UInt32.random(in: 0..<4, using: &numbers)
            var found: [Int: Double] = [:]
            strips.visit(face, near: from, within: metres) { found[$0] = $1 }
            let plain = points.indices.filter { faces[$0] == face && points[$0].distance(to: from) <= metres }
            #expect(found.keys.sorted() == plain)
            for number in plain { #expect(found[number] == points[number].distance(to: from)) }
        }
    }

    @Test(arguments: UInt64(1)...30) func theNearestStretchIsFound(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        func place() -> Point {
            Point(x: .random(in: 0...5000, using: &numbers), y: .random(in: 0...3000, using: &numbers))
        }
        let segments = (0..<Int.random(in: 1...200, using: &numbers)).map { number in
            let a = place()
            let long = Point(
                x: a.x + .random(in: -900...900, using: &numbers), y: a.y + .random(in: -900...900, using: &numbers))
            return SegmentGrid.Segment(a: a, b: number % 7 == 0 ? Point(x: long.x, y: a.y) : long)
        }
        let grid = SegmentGrid(segments)
        for _ in 0..<60 {
            let (from, metres) = (place(), Double.random(in: 0...1500, using: &numbers))
            let plain = segments.map { $0.nearest(to: from).distance(to: from) }
            let least = plain.min() ?? .infinity
            let found = grid.nearest(to: from, within: metres)
            #expect(found?.metres == (least <= metres ? least : nil))
            #expect(found.map { $0.segment == plain.firstIndex(of: least) } ?? (least > metres))
        }
    }
}
