/// People counted by a column of the study: an age band, an ethnic group, disabled children.
package struct PopulationGroup: Sendable {
    package var id: String
    package var title: String
    /// Groups of one family share nobody and together are everybody that the family counts; nil for a group alone.
    package var family: String?
    /// One count an area, whole people.
    package var counts: [Int64]
    /// Ids of the services under which the group is told; empty for all of them.
    package var services: Set<String>

    /// Counts of groups from 1 up to, not including, this one are not told unless the study says otherwise: the rule of
    /// ten of the Office for National Statistics for what leaves its secure research service.
    package static let suppressBelow = 10

    package init(
        id: String, title: String, family: String? = nil, counts: [Int64], services: Set<String> = []
    ) {
        self.id = id
        self.title = title
        self.family = family
        self.counts = counts
        self.services = services
    }

    /// Whether the group is told under a service.
    /// - Parameter service: its id.
    package func isTold(under service: String) -> Bool { services.isEmpty || services.contains(service) }
}
