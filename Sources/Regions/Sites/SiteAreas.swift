internal import HubModel
internal import Spatial

/// The area that a site stands in: by its own code, else by outline, else the nearest.
struct SiteAreas {
    let codes: [String: Int]
    let outlines: [Outline]
    let checks: StudyChecks
    private let isAcross: [Bool]
    private let zone: AreaZone?
    private let index: PolygonIndex?
    private let points: [Point]
    private let nearest: NearestPoint

    /// - Parameters:
    ///   - isAcross: one an area: whether it stands across the study's border.
    ///   - zone: where sites across the border may stand.
    init(
        areas: [Area], outlines: [Outline], isAcross: [Bool], zone: AreaZone?, checks: StudyChecks
    ) throws {
        codes = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1.code, $0) })
        self.outlines = outlines
        self.checks = checks
        self.isAcross = isAcross
        self.zone = zone
        index = outlines.isEmpty ? nil : try PolygonIndex(outlines)
        points = areas.map(\.point)
        nearest = NearestPoint(points)
    }

    enum Standing {
        case area(Int)
        /// It belongs to an area that is not of the study.
        case outside
        /// Its coordinates and its area code contradict each other; the reason begins with "at".
        case contradiction(String)
    }

    /// Whether a site's own code names an area outside the study; false for a site without a code.
    func isOutside(code: String) -> Bool { !code.isEmpty && codes[code] == nil }

    /// - Parameter code: the site's own area code; blank when it carries none.
    func standing(of point: Point, code: String) -> Standing {
        let standing = plainStanding(of: point, code: code)
        guard case .area(let area) = standing, isAcross[area], let zone, !zone.holds(point) else { return standing }
        return .outside
    }

    private func plainStanding(of point: Point, code: String) -> Standing {
        if !code.isEmpty {
            guard let area = codes[code] else { return .outside }
            let metres = distance(of: point, from: area)
            guard metres > limit(of: area) else { return .area(area) }
            return .contradiction("at \(kilometres(metres)) km from the area \(code) that its own code names")
        }
        guard let index else {
            guard let near = nearest(to: point), near.metres <= checks.far else { return .outside }
            return .area(near.index)
        }
        if let area = index.containing(point).first { return .area(area) }
        guard let near = index.nearestBoundary(to: point, within: checks.edge) else { return .outside }
        return .area(near.index)
    }

    /// Whether the point lies in or by the study's areas.
    func isNear(_ point: Point) -> Bool {
        if case .area = standing(of: point, code: "") { true } else { false }
    }

    /// Without an outline only the area's point is known, and a wide area's edge may be far from it.
    private func limit(of area: Int) -> Double {
        hasOutline(area) ? checks.ownAreaWithin : max(checks.far, checks.ownAreaWithin)
    }

    private func distance(of point: Point, from area: Int) -> Double {
        hasOutline(area)
            ? OutlineDistance.metres(from: point, to: outlines[area]) : point.distance(to: points[area])
    }

    private func hasOutline(_ area: Int) -> Bool { !outlines.isEmpty && !outlines[area].isEmpty }

    private func kilometres(_ metres: Double) -> String {
        String((metres / 100).rounded() / 10)
    }
}
