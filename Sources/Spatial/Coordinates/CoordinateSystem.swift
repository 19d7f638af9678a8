internal import CPROJ

/// A coordinate system of the plane or of longitude and latitude, as PROJ knows it.
///
/// Coordinates are always x before y (longitude before latitude), whatever the authority's own order.
package struct CoordinateSystem: Hashable, Sendable {
    /// `EPSG:27700` where an authority's code is known, else well-known text.
    package let definition: String
    /// For people: "OSGB36 / British National Grid".
    package let title: String
    /// Whether coordinates are lengths on a plane rather than degrees.
    package let isProjected: Bool
    /// Metres in one unit of the plane; nil for degrees.
    package let metresPerUnit: Double?
    /// Where the authority says that the system may be used; nil when it does not say.
    package let areaOfUse: AreaOfUse?

    /// A box in degrees; `west` is greater than `east` where it crosses the antimeridian.
    package struct AreaOfUse: Hashable, Sendable {
        package let west: Double
        package let south: Double
        package let east: Double
        package let north: Double
    }

    package static func == (left: Self, right: Self) -> Bool { left.definition == right.definition }

    package func hash(into hasher: inout Hasher) { hasher.combine(definition) }

    /// - Parameter text: `EPSG:27700`, another authority's code, well-known text or a PROJ string. Heights are dropped.
    /// - Throws: `SpatialError` when PROJ does not know it, or it is neither of the plane nor of longitude and latitude.
    package init(_ text: String) throws {
        let context = try ProjContext()
        guard let given = proj_create(context.handle, text) else { throw Self.unknown(text) }
        defer { proj_destroy(given) }
        guard proj_is_crs(given) != 0 else { throw Self.unknown(text) }
        let isCompound = proj_get_type(given) == PJ_TYPE_COMPOUND_CRS
        guard let flat = isCompound ? proj_crs_get_sub_crs(context.handle, given, 0) : proj_clone(context.handle, given)
        else { throw Self.unknown(text) }
        defer { proj_destroy(flat) }

        let kind = Self.kind(of: flat, context)
        let isProjected = kind == PJ_TYPE_PROJECTED_CRS
        guard isProjected || kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS else {
            throw SpatialError(
                "The coordinate system \"\(Self.short(text))\" is neither a map projection nor longitude and latitude; "
                    + "use one such as EPSG:27700 (British National Grid)."
            )
        }
        definition = try Self.code(of: flat, context) ?? Self.wellKnownText(of: flat, context)
        title = proj_get_name(flat).map { String(cString: $0) } ?? definition
        self.isProjected = isProjected
        metresPerUnit = isProjected ? Self.metresPerUnit(of: flat, context) : nil
        areaOfUse = Self.areaOfUse(of: flat, context)
    }
}

extension CoordinateSystem {
    private static func unknown(_ text: String) -> SpatialError {
        SpatialError(
            "\"\(short(text))\" is not a coordinate system that PROJ knows; write a code such as EPSG:27700 "
                + "(British National Grid) or EPSG:4326 (longitude and latitude)."
        )
    }

    /// Well-known text can run to pages; an error needs its beginning.
    private static func short(_ text: String) -> String {
        text.count > 80 ? text.prefix(80) + "…" : text
    }

    /// The kind of system, looking through a bound one (a system with a stated shift to WGS 84).
    private static func kind(of crs: OpaquePointer, _ context: ProjContext) -> PJ_TYPE {
        let kind = proj_get_type(crs)
        guard kind == PJ_TYPE_BOUND_CRS, let source = proj_get_source_crs(context.handle, crs) else { return kind }
        defer { proj_destroy(source) }
        return proj_get_type(source)
    }

    private static func code(of crs: OpaquePointer, _ context: ProjContext) -> String? {
        if let authority = proj_get_id_auth_name(crs, 0), let code = proj_get_id_code(crs, 0) {
            return "\(String(cString: authority)):\(String(cString: code))"
        }
        var confidences: UnsafeMutablePointer<Int32>?
        guard let matches = proj_identify(context.handle, crs, "EPSG", nil, &confidences) else { return nil }
        defer { proj_list_destroy(matches) }
        defer { proj_int_list_destroy(confidences) }
        guard proj_list_get_count(matches) > 0, let confidences, confidences[0] >= 90,
            let best = proj_list_get(context.handle, matches, 0)
        else { return nil }
        defer { proj_destroy(best) }
        guard let code = proj_get_id_code(best, 0) else { return nil }
        return "EPSG:\(String(cString: code))"
    }

    private static func wellKnownText(of crs: OpaquePointer, _ context: ProjContext) throws -> String {
        guard let text = proj_as_wkt(context.handle, crs, PJ_WKT2_2019, nil) else {
            throw SpatialError(
                "PROJ cannot write this coordinate system down: \(context.lastError ?? "no reason given").")
        }
        return String(cString: text)
    }

    private static func metresPerUnit(of crs: OpaquePointer, _ context: ProjContext) -> Double? {
        guard let axes = proj_crs_get_coordinate_system(context.handle, crs) else { return nil }
        defer { proj_destroy(axes) }
        var factor = 0.0
        guard proj_cs_get_axis_info(context.handle, axes, 0, nil, nil, nil, &factor, nil, nil, nil) != 0 else {
            return nil
        }
        return factor
    }

    private static func areaOfUse(of crs: OpaquePointer, _ context: ProjContext) -> AreaOfUse? {
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        guard proj_get_area_of_use(context.handle, crs, &west, &south, &east, &north, nil) != 0, west > -1000 else {
            return nil
        }
        return AreaOfUse(west: west, south: south, east: east, north: north)
    }
}
