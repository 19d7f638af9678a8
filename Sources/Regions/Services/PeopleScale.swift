internal import HubModel
internal import Spatial

/// How many times the people counted the study plans for, area by area.
struct PeopleScale {
    let areas: [Area]
    /// By the attribute's name, one value an area.
    let attributes: [String: [String]]
    let neighbourhoods: [Neighbourhood]

    /// - Parameters:
    ///   - service: whose people.
    ///   - log: told of what differs from the count.
    /// - Returns: one factor an area; nil where the study plans for those counted.
    /// - Throws: `RegionError` for a place that there is not.
    func factors(_ service: StudyService, log: inout BuildLog) throws -> [Double]? {
        guard !service.scale.isEmpty else { return nil }
        var factors = areas.map { _ in 1.0 }
        for scale in service.scale {
            let members = try scale.within.map { try self.members($0) } ?? Array(areas.indices)
            for area in members { factors[area] *= scale.times }
            guard factors.allSatisfy({ $0 <= StudyScale.most }) else {
                throw scale.place.failure(
                    "together the factors of \(service.id) make more than \(StudyScale.most.plain) times the people "
                        + "counted. Lower them.")
            }
            log.note(
                "\(service.people) in \(scale.within?.text ?? "every area") are taken \(scale.times.plain) times "
                    + "as counted, in \(Wording.count(members.count, "area")); groups are told as they were counted.")
        }
        return factors
    }

    /// Areas of a place: a neighbourhood comes first, then a value of an attribute, then an area; by name or by code,
    /// whatever the case of the letters.
    private func members(_ name: StudyName) throws -> [Int] {
        let wanted = name.text.lowercased()
        let places = neighbourhoods.filter { $0.name.lowercased() == wanted || $0.code.lowercased() == wanted }
        if places.count > 1 {
            throw name.place.failure(
                "'\(name.text)' is the name of \(places.count) places. Give the code of the one that is meant.")
        }
        if let place = places.first {
            let index = try PolygonIndex([place.outline])
            let inside = areas.indices.filter { !index.containing(areas[$0].point).isEmpty }
            guard !inside.isEmpty else {
                throw name.place.failure("no area of the study has its people in '\(name.text)'. Name a larger place.")
            }
            return inside
        }
        for attribute in attributes.keys.sorted() {
            let values = attributes[attribute] ?? []
            let inside = values.indices.filter { values[$0].lowercased() == wanted }
            if !inside.isEmpty { return inside }
        }
        let alone = areas.indices.filter {
            areas[$0].code.lowercased() == wanted || areas[$0].name.lowercased() == wanted
        }
        guard !alone.isEmpty else {
            let known =
                neighbourhoods.map(\.name) + attributes.keys.sorted().flatMap { Set(attributes[$0] ?? []).sorted() }
                + areas.map(\.name)
            throw name.place.failure(
                "there is no place '\(name.text)' among neighbourhoods, attributes of areas and areas."
                    + NearestName.hint(name.text, among: known))
        }
        return alone
    }
}
