package import HubModel

/// What a stretch of street costs one traveller, worked out from travel settings.
///
/// On foot costs are millimetres of effort: millimetres walked and, for each crossing, the millimetres that count as
/// much as it does. So with the weights of the generalised cost the route of least effort is the route of least cost,
/// and without penalties effort is length. By cycle and by car costs are hundredths of a second.
package struct StreetProfile: Hashable, Sendable {
    package let mode: StreetMode
    /// The dearest journey one way that counts, in units of cost.
    package let limit: UInt32
    /// Metres that a place may lie from a street.
    package let snapLimit: Double
    /// On foot and by cycle; by car the streets' own.
    package let metresPerSecond: Double
    /// Seconds to park, each way.
    package let parkingSeconds: Double
    /// Running cost in pence for a metre.
    package let pencePerMetre: Double
    private let allowsSteps: Bool
    private let allowsUnlit: Bool
    /// Driving time for each second at the limit.
    private let pace: Double
    /// Half a crossing by class, in units of cost; nil where it may not be used.
    private let halfCosts: [UInt32?]
    /// Half a crossing by class, in hundredths of a second.
    private let halfCentiseconds: [Int]

    /// - Parameters:
    ///   - mode: how the traveller goes.
    ///   - settings: of a named traveller, as the study changed them.
    /// - Throws: `TravelError` when a parameter is missing or outside its range.
    package init(_ mode: StreetMode, _ settings: TravelSettings) throws {
        let read = SettingsReader(settings)
        self.mode = mode
        snapLimit = try read.within("streets.snap", 0...20_000)
        switch mode {
        case .foot:
            metresPerSecond = try read.within("walk.speed", 0.1...30) / 3.6
            limit = try Self.whole(read.within("walk.limit", 0...500_000) * 1000)
            allowsSteps = try read.flag("walk.steps")
            allowsUnlit = try read.flag("walk.unlit")
            let weight = try read.notNegative("walk.weight")
            let minutes = try CrossingClass.allCases.map { try Self.minutes($0, read) }
            let millimetresPerMinute = 60_000 * metresPerSecond / (weight > 0 ? weight : 1)
            halfCosts = minutes.map { $0.map { Self.whole($0 * millimetresPerMinute / 2) } }
            halfCentiseconds = minutes.map { Int((($0 ?? 0) * 3000).rounded()) }
            (parkingSeconds, pencePerMetre, pace) = (0, 0, 1)
        case .cycle:
            metresPerSecond = try read.within("cycle.speed", 0.1...100) / 3.6
            limit = try Self.whole(read.within("cycle.limit", 0...500_000) / metresPerSecond * 100)
            parkingSeconds = try read.within("cycle.parking", 0...1440) * 60
            (allowsSteps, allowsUnlit, pencePerMetre, pace) = (true, true, 0, 1)
            (halfCosts, halfCentiseconds) = Self.free
        case .car:
            metresPerSecond = 0
            limit = try Self.whole(read.within("car.longest", 0...1440) * 6000)
            parkingSeconds = try read.within("car.parking", 0...1440) * 60
            pencePerMetre = try read.within("car.cost", 0...1000) / 10
            pace = try read.within("car.pace", 0.1...10)
            (allowsSteps, allowsUnlit) = (true, true)
            (halfCosts, halfCentiseconds) = Self.free
        }
    }

    /// The cost of a whole edge, crossings included; `StreetGraph.impassable` where the traveller may not go.
    func cost(_ edge: StreetEdge) -> UInt32 {
        guard isOpen(edge), let from = half(edge.fromCrossing), let to = half(edge.toCrossing) else {
            return StreetGraph.impassable
        }
        return cost(of: edge.millimetres, edge) + from + to
    }

    /// The cost of a part of an edge, crossings at its ends left out.
    func cost(of millimetres: UInt32, _ edge: StreetEdge) -> UInt32 {
        switch mode {
        case .foot: millimetres
        case .cycle: Self.whole(Double(millimetres) / 10 / metresPerSecond)
        case .car: Self.whole(Double(millimetres) / 10 / (Double(edge.speed) / 3.6) * pace)
        }
    }

    /// Whether the traveller may be on an edge at all.
    func isOpen(_ edge: StreetEdge) -> Bool { (allowsSteps || !edge.isSteps) && (allowsUnlit || !edge.isUnlit) }

    /// Units of cost; nil where it may not be used.
    func half(_ crossing: CrossingClass) -> UInt32? { halfCosts[Int(crossing.rawValue)] }

    /// Hundredths of a second.
    func halfCentiseconds(_ crossing: CrossingClass) -> Int { halfCentiseconds[Int(crossing.rawValue)] }

    /// The cost of going straight between a place and its street: walked on foot, nothing otherwise.
    func offsetCost(_ snap: StreetSnap) -> UInt32 { mode == .foot ? Self.whole(snap.offset * 1000) : 0 }

    private static let free: ([UInt32?], [Int]) = (
        CrossingClass.allCases.map { _ in 0 }, CrossingClass.allCases.map { _ in 0 }
    )

    /// Minutes for a whole crossing; nil where it may not be used.
    private static func minutes(_ crossing: CrossingClass, _ read: SettingsReader) throws -> Double? {
        let range = 0.0...120
        switch crossing {
        case .none: return 0
        case .signals: return try read.within("crossing.signals", range)
        case .marked: return try read.within("crossing.marked", range)
        case .level: return try read.within("crossing.level", range)
        case .uncontrolled:
            let minutes = try read.within("crossing.uncontrolled", range)
            return try read.flag("crossing.uncontrolled.allowed") ? minutes : nil
        }
    }

    /// Nearest whole number, at most what a graph can hold: an edge and two halves stay below `UInt32.max`.
    private static func whole(_ value: Double) -> UInt32 {
        UInt32(min(max(value, 0), Double(StreetGraph.largestCost)).rounded())
    }
}
