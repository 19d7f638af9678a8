internal import HubModel
internal import Spatial

/// The areas of the package, as far as finding a place and counting its children needs them.
struct PlaceAreas {
    /// One entry an area in each of these.
    let codes: [String]
    let names: [String]
    let points: [Point]
    let wards: [String]
    let wardNames: [String]
    let districts: [String]
    let districtNames: [String]
    let regions: [String]
    let deprivationRanks: [Int]
    /// Residents of each year of age, 0 to 18.
    let ages: [[Int]]

    /// Residents of some ages in some areas.
    func residents(aged range: ClosedRange<Int>, in areas: some Sequence<Int>) -> Int {
        areas.reduce(0) { sum, area in range.reduce(sum) { $0 + ages[$1][area] } }
    }

    /// The code or name by which a kind of place picks an area.
    func value(of kind: PlaceKind, _ area: Int) -> String {
        switch kind {
        case .region: regions[area]
        case .district: districts[area]
        case .ward: wards[area]
        }
    }
}

extension PlaceAreas {
    /// The oldest age whose residents the package counts.
    private static let oldest = 18

    /// - Throws: when the file is no package of England's open data.
    init(package path: String) throws {
        typealias Column = EnglandLayers.AreaColumn
        let aged = (0...Self.oldest).map { Column.aged($0) }
        let wanted = [
            Column.code, Column.name, Column.ward, Column.wardName, Column.district, Column.districtName,
            Column.region, Column.deprivationRank,
        ]
        let layer = try PlaceLayers.read(path, EnglandLayers.areas, columns: wanted + aged)
        func texts(_ name: String) -> [String] { (layer.column(name) ?? []).map { $0 ?? "" } }
        codes = texts(Column.code)
        names = texts(Column.name)
        points = try layer.shapes.enumerated().map { row, shape in
            guard case .point(let point) = shape else {
                throw OpenDataError(
                    "\(path), layer \(layer.name), row \(row + 1) has no point. Make the package again with "
                        + "`hubplan data build`.")
            }
            return point
        }
        wards = texts(Column.ward)
        wardNames = texts(Column.wardName)
        districts = texts(Column.district)
        districtNames = texts(Column.districtName)
        regions = texts(Column.region)
        deprivationRanks = texts(Column.deprivationRank).map { Int($0) ?? .max }
        ages = aged.map { texts($0).map { Int($0) ?? 0 } }
    }
}

/// Reads layers of the package.
enum PlaceLayers {
    /// - Throws: `OpenDataError` saying that the package is missing, or is none.
    static func read(_ path: String, _ layer: String, columns: [String]) throws -> VectorLayer {
        do {
            return try VectorFile.read(path, layer: layer, columns: Set(columns))
        } catch let error as SpatialError {
            throw OpenDataError(
                "\(error.description) A package of England's open data is made with "
                    + "`hubplan data build FROM --out england.gpkg`.")
        }
    }

    /// Polygons of a layer with a code and a name each, valid, in the order of their codes.
    static func outlines(
        _ path: String, _ layer: String, code: String, name: String? = nil, only: (String) -> Bool = { _ in true }
    ) throws -> [Neighbourhood] {
        let data = try read(path, layer, columns: [code] + (name.map { [$0] } ?? []))
        let codes = (data.column(code) ?? []).map { $0 ?? "" }
        let names = name.flatMap { data.column($0) }?.map { $0 ?? "" } ?? codes
        let places = try data.shapes.indices.compactMap { row -> Neighbourhood? in
            guard only(codes[row]), case .polygons(let outline) = data.shapes[row] else { return nil }
            return Neighbourhood(
                code: codes[row], name: names[row], outline: try Geometry.repaired(outline).outline)
        }
        return places.sorted { $0.code < $1.code }
    }
}
