/// What `--place` can name, from wide to narrow; each kind is made of whole ones of the next.
enum PlaceKind: Int, CaseIterable, Comparable {
    case region, district, ward

    var title: String {
        switch self {
        case .region: "region"
        case .district: "district"
        case .ward: "ward"
        }
    }

    /// The column of `areas` that picks such a place. Regions have names only.
    var column: String {
        switch self {
        case .region: EnglandLayers.AreaColumn.region
        case .district: EnglandLayers.AreaColumn.district
        case .ward: EnglandLayers.AreaColumn.ward
        }
    }

    static func < (a: PlaceKind, b: PlaceKind) -> Bool { a.rawValue < b.rawValue }
}

/// A region, district, ward or town of the package.
struct NamedPlace: Hashable {
    var kind: PlaceKind
    /// Values of the kind's column: one, or the wards of a town.
    var codes: [String]
    var name: String
    /// The district of a ward or town; nil for wider places.
    var district: String?

    /// "Rother, a district (E07000064)", "Sidley, a ward of Rother (E05000001)", "North East, a region".
    var description: String {
        guard codes.count == 1, let code = codes.first else {
            return "\(name), \(Words.count(codes.count, "ward")) of \(district ?? "England")"
        }
        let whole = district.map { " of \($0)" } ?? ""
        return "\(name), a \(kind.title)\(whole)" + (kind == .region ? "" : " (\(code))")
    }
}
