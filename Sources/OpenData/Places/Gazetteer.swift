internal import HubModel

/// The places of the package by name and by code.
struct Gazetteer {
    /// Regions, districts, wards; by name within each.
    let places: [NamedPlace]
    private let plain: [String]

    init(_ areas: PlaceAreas) {
        var found: Set<NamedPlace> = []
        for area in areas.codes.indices {
            found.insert(NamedPlace(kind: .region, codes: [areas.regions[area]], name: areas.regions[area]))
            found.insert(
                NamedPlace(kind: .district, codes: [areas.districts[area]], name: areas.districtNames[area]))
        }
        found.formUnion(Self.wards(areas))
        places = found.filter { !$0.name.isEmpty && $0.codes != [""] }.sorted {
            ($0.kind.rawValue, $0.name, $0.codes[0]) < ($1.kind.rawValue, $1.name, $1.codes[0])
        }
        plain = places.map { PlaceName.plain($0.name) }
    }

    /// One place a code. A ward with areas in several districts, or under several names, is told by those of most of its
    /// areas; of as many by the first.
    private static func wards(_ areas: PlaceAreas) -> [NamedPlace] {
        var counts: [String: [NamedPlace: Int]] = [:]
        for area in areas.codes.indices {
            let code = areas.wards[area]
            let place = NamedPlace(
                kind: .ward, codes: [code], name: areas.wardNames[area], district: areas.districtNames[area])
            counts[code, default: [:]][place, default: 0] += 1
        }
        return counts.values.compactMap { places in
            places.min { a, b in
                (-a.value, a.key.name, a.key.district ?? "") < (-b.value, b.key.name, b.key.district ?? "")
            }?.key
        }
    }

    /// The one place of a name or code.
    /// - Throws: `OpenDataError` with the places that might be meant, when there is none or more than one.
    func place(_ text: String) throws -> NamedPlace {
        let wanted = PlaceName.plain(text)
        guard !wanted.isEmpty else {
            throw OpenDataError("A place needs a name or a code: --place Hastings, or --place E07000062.")
        }
        for meant in [coded(wanted), named(wanted), ofKind(wanted), alsoNamed(wanted), towns(wanted)]
        where !meant.isEmpty {
            guard meant.count == 1, let only = meant.first else { throw several(text, meant) }
            return only
        }
        throw unknown(text, wanted)
    }

    private func coded(_ wanted: String) -> [NamedPlace] {
        if let region = Self.regions[wanted] { return named(PlaceName.plain(region)).filter { $0.kind == .region } }
        return places.filter { $0.kind != .region && $0.codes[0].lowercased() == wanted }
    }

    /// The nine regions of England by their codes, which have not changed since 2011 (Office for National Statistics,
    /// Register of Geographic Codes). The package holds names only.
    private static let regions = [
        "e12000001": "North East", "e12000002": "North West", "e12000003": "Yorkshire and The Humber",
        "e12000004": "East Midlands", "e12000005": "West Midlands", "e12000006": "East of England",
        "e12000007": "London", "e12000008": "South East", "e12000009": "South West",
    ]

    private func named(_ wanted: String) -> [NamedPlace] {
        places.indices.filter { plain[$0] == wanted }.map { places[$0] }
    }

    /// "north east region": a name with its kind.
    private func ofKind(_ wanted: String) -> [NamedPlace] {
        guard let kind = PlaceKind.allCases.first(where: { wanted.hasSuffix(" " + $0.title) }) else { return [] }
        return named(String(wanted.dropLast(kind.title.count + 1))).filter { $0.kind == kind }
    }

    private func alsoNamed(_ wanted: String) -> [NamedPlace] {
        places.filter { $0.kind == .district && PlaceName.others(of: $0.name).contains(wanted) }
    }

    /// A town that is no district of its own: two or more wards of one district whose names begin with its name.
    private func towns(_ wanted: String) -> [NamedPlace] {
        let wards = places.indices.filter { places[$0].kind == .ward && plain[$0].hasPrefix(wanted + " ") }
        let districts = Dictionary(grouping: wards) { places[$0].district ?? "" }
        return districts.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { district, wards in
            let name = String(places[wards[0]].name.prefix(wanted.count))
            return NamedPlace(kind: .ward, codes: wards.map { places[$0].codes[0] }, name: name, district: district)
        }
    }

    // MARK: What is told

    private static let shown = 12

    private func several(_ text: String, _ meant: [NamedPlace]) -> OpenDataError {
        let list = meant.prefix(Self.shown).map(\.description).joined(separator: "; ")
        let rest = meant.count > Self.shown ? "; and \(meant.count - Self.shown) more" : ""
        let advice =
            meant.contains { $0.codes.count > 1 }
            ? "Give the name of the district, or the codes of the wards."
            : "Give the code of the one that is meant, or its kind after the name: --place \"\(text) \(meant[0].kind.title)\"."
        return OpenDataError(
            "\"\(text)\" is the name of \(Words.count(meant.count, "place")): \(list)\(rest). \(advice)")
    }

    private func unknown(_ text: String, _ wanted: String) -> OpenDataError {
        let words = " \(wanted) "
        var near = places.indices.filter { " \(plain[$0]) ".contains(words) }
        if near.isEmpty { near = slips(wanted) }
        let list = near.prefix(Self.shown).map { places[$0].description }.joined(separator: "; ")
        let hint = near.isEmpty ? "" : " Was one of these meant: \(list)?"
        return OpenDataError(
            "No region, district or ward of the package is called \"\(text)\".\(hint) "
                + "Codes such as E07000062 will do too, and for any other shape --polygon FILE.")
    }

    /// Places whose names are a slip of the pen away, the nearest first.
    private func slips(_ wanted: String) -> [Int] {
        let limit = max(1, wanted.count / 4)
        let near = plain.indices.filter { abs(plain[$0].count - wanted.count) <= limit }
            .map { (distance: NearestName.distance(wanted, plain[$0]), index: $0) }
            .filter { $0.distance <= limit }
        return near.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(5).map(\.index)
    }
}
