internal import HubModel
internal import Regions

/// A place of a study found by its name or code.
package struct FoundPlace: Sendable {
    /// "Coldhythe (neighbourhood N03)"
    package let title: String
    /// Indices into `Region.areas`, ascending.
    package let areas: [Int]
    /// Indices into `Region.sites`, ascending.
    package let sites: [Int]
}

extension StudyRun {
    /// An area, a neighbourhood, a district or a place of a rule, by its name or code.
    /// - Throws: `HubPlanError` when no place, or more than one, has the name.
    package func place(named name: String) throws -> FoundPlace {
        let place = try PlaceFinder(region: region, evidence: study.evidence).place(name)
        return FoundPlace(title: place.title, areas: place.areas, sites: place.sites)
    }
}
