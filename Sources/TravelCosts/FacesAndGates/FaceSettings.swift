package import HubModel

/// What makes faces and gates of barriers and crossings, in metres and square metres.
package struct FaceSettings: Hashable, Sendable {
    /// Faces smaller than this hold nobody, and neither do strips narrower than `reach`, such as those between parallel
    /// tracks; square metres. 0 keeps every face.
    package var sliver: Double
    /// How far from a barrier a crossing may be given.
    package var tolerance: Double
    /// How far either side of its barrier a crossing leads; four times as far where the barrier is several lines.
    package var reach: Double
    /// A barrier's open end is closed against another barrier or the boundary that is this near.
    package var closing: Double
    /// An open end is walked round along a line to another barrier or the boundary that is this near.
    package var round: Double
    /// A place in a face from which no site can be reached counts to a face that is this near.
    package var snap: Double

    /// Up to a thousand kilometres.
    private static let metres = 0.0...1_000_000

    /// - Throws: `TravelError` when a parameter is missing or outside its range.
    package init(_ settings: TravelSettings) throws {
        let read = SettingsReader(settings)
        sliver = try read.notNegative("faces.sliver")
        tolerance = try read.within("faces.tolerance", Self.metres)
        reach = try read.within("faces.reach", 0.001...Self.metres.upperBound)
        closing = try read.within("faces.closing", Self.metres)
        round = try read.within("faces.round", Self.metres)
        snap = try read.within("faces.snap", Self.metres)
    }
}

/// The defaults of `FaceSettings`, the same for every traveller.
enum FaceDefaults {
    static let list = [
        TravelDefaults.Fact(20_000, "a small block of streets; the area with which Newport was measured", .assumed)
            .parameter("faces.sliver", "Ground between barriers that is too small to hold anybody", "square metres"),
        TravelDefaults.Fact(50, "points of bridges in open data lie on or beside their rivers", .assumed)
            .parameter("faces.tolerance", "How far from a barrier a crossing may be given", "metres"),
        TravelDefaults.Fact(25, "the distance with which Newport was measured", .assumed)
            .parameter("faces.reach", "How far either side of its barrier a crossing leads", "metres"),
        TravelDefaults.Fact(50, "gaps in drawn lines, not ways through", .assumed)
            .parameter("faces.closing", "Open ends of barriers are closed against others that are this near", "metres"),
        TravelDefaults.Fact(5000, "farther round a barrier's open end it severs next to nobody", .assumed)
            .parameter("faces.round", "Open ends of barriers are walked round up to this far from others", "metres"),
        TravelDefaults.Fact(250, "error of generalised coast lines: 40 to 300 m in ward outlines", .assumed)
            .parameter("faces.snap", "Places cut off count to ground that is this near", "metres"),
    ]
}
