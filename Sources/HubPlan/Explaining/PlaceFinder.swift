internal import HubModel
internal import Regions
internal import Spatial

/// A place that was asked about by name: the areas of it, and the sites that stand there.
struct NamedPlace {
    /// "Coldhythe (neighbourhood N03)"
    var title: String
    /// Its code, to look for on lists; nil for a place that has none.
    var code: String?
    /// Indices into `Region.areas`, ascending.
    var areas: [Int]
    /// Indices into `Region.sites`, ascending.
    var sites: [Int]
}

/// Finds a place by its name or code: an area, a neighbourhood, a value of an attribute of the areas (a district, say), or
/// a place that a rule names, in this order.
struct PlaceFinder {
    let region: Region
    let evidence: [RuleEvidence]

    /// - Throws: `HubPlanError` when no place, or more than one, has the name.
    func place(_ name: String) throws -> NamedPlace {
        let wanted = name.lowercased()
        let areas = region.areas.indices.filter { wanted == region.areas[$0].code.lowercased() }
        let byName = region.areas.indices.filter { wanted == region.areas[$0].name.lowercased() }
        if let area = try one(areas.isEmpty ? byName : areas, name, "areas", { region.areas[$0].code }) {
            let found = region.areas[area]
            return NamedPlace(
                title: "\(found.name) (area \(found.code))", code: nil, areas: [area],
                sites: region.sites.indices.filter { Int(region.sites[$0].area) == area })
        }
        let places = region.neighbourhoods
        if let place = try outlined(places, name, "neighbourhoods") {
            let sites = region.sites.indices.filter { site in
                region.sites[site].neighbourhood.map { places[Int($0)].code == place.code } ?? false
            }
            return try named(place, "neighbourhood", sites: sites)
        }
        if let group = attribute(wanted) { return group }
        if let place = try outlined(evidence.flatMap(\.outlines).eachOnce, name, "places of the rules") {
            let index = try PolygonIndex([place.outline])
            let sites = region.sites.indices.filter { !index.containing(region.sites[$0].point).isEmpty }
            return try named(place, "place", sites: sites)
        }
        throw HubPlanError(
            "No area, neighbourhood, district or place of a rule is called '\(name)'."
                + NearestName.hint(name, among: names) + " Names and codes are those of the study's files.")
    }

    private func one(
        _ found: [Int], _ name: String, _ what: String, by word: String = "code", _ code: (Int) -> String
    ) throws -> Int? {
        guard found.count <= 1 else {
            throw HubPlanError(
                "\(found.count) \(what) are called '\(name)'. Give the \(word) of one: "
                    + found.prefix(10).map(code).joined(separator: ", ") + ".")
        }
        return found.first
    }

    private func outlined(_ places: [Neighbourhood], _ name: String, _ what: String) throws -> Neighbourhood? {
        let wanted = name.lowercased()
        let byCode = places.indices.filter { places[$0].code.lowercased() == wanted }
        let byName = places.indices.filter { places[$0].isCalled(name) }
        if let place = try one(byCode, name, what, by: "name", { places[$0].fullName }) { return places[place] }
        return try one(byName, name, what) { places[$0].code }.map { places[$0] }
    }

    private func named(_ place: Neighbourhood, _ kind: String, sites: [Int]) throws -> NamedPlace {
        let index = try PolygonIndex([place.outline])
        return NamedPlace(
            title: "\(place.fullName) (\(kind) \(place.code))", code: place.code,
            areas: region.areas.indices.filter { !index.containing(region.areas[$0].point).isEmpty }, sites: sites)
    }

    private func attribute(_ wanted: String) -> NamedPlace? {
        for (id, values) in region.areaAttributes.sorted(by: { $0.key < $1.key }) {
            let areas = values.indices.filter { values[$0].lowercased() == wanted }
            guard let first = areas.first else { continue }
            let there = Set(areas)
            return NamedPlace(
                title: "\(values[first]) (\(id))", code: nil, areas: areas,
                sites: region.sites.indices.filter { there.contains(Int(region.sites[$0].area)) })
        }
        return nil
    }

    private var names: [String] {
        region.neighbourhoods.map(\.fullName) + evidence.flatMap { $0.outlines.map(\.name) }
            + region.areaAttributes.sorted { $0.key < $1.key }.flatMap { Set($0.value).sorted() }
            + region.areas.map(\.name)
    }
}
