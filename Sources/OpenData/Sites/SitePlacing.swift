internal import HubModel
internal import Spatial

/// Whether a site stands where its register says, as far as the outlines of the small areas can tell.
struct SitePlacing {
    /// Further than this from its own area a site is misplaced: outlines are 40 to 300 m out.
    static let farMetres = 2000.0

    private let outlines: [Outline]
    private let index: PolygonIndex?

    /// - Parameter outlines: one an area, in the areas' order; empty where no file has them.
    init(outlines: [Outline]) throws {
        self.outlines = outlines
        index = outlines.isEmpty ? nil : try PolygonIndex(outlines)
    }

    /// The point, or why the site cannot be used.
    func place(_ point: Point?, area: Int?) -> Result<Point, SiteKind.NoSite> {
        guard let point else { return .failure(SiteKind.NoSite(reason: "without coordinates")) }
        guard point.x != 0 || point.y != 0 else { return .failure(SiteKind.NoSite(reason: "at 0,0")) }
        guard (0...700_000).contains(point.x), (0...700_000).contains(point.y) else {
            return .failure(SiteKind.NoSite(reason: "outside England"))
        }
        guard let index else { return .success(point) }
        if let area {
            // An area without an outline cannot speak against a site.
            guard
                outlines[area].isEmpty || isInside(point, area: area) == true
                    || OutlineDistance.metres(from: point, to: outlines[area]) <= Self.farMetres
            else {
                return .failure(SiteKind.NoSite(reason: "more than 2 km from the small area that the register gives"))
            }
        } else if index.containing(point).isEmpty,
            index.nearestBoundary(to: point, within: Self.farMetres) == nil
        {
            return .failure(SiteKind.NoSite(reason: "more than 2 km from any small area of England"))
        }
        return .success(point)
    }

    /// nil without outlines.
    func isInside(_ point: Point, area: Int) -> Bool? {
        index.map { $0.containing(point).contains(area) }
    }
}
