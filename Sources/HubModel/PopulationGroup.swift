/// People counted by a column of the study: an age band, an ethnic group, disabled children.
package struct PopulationGroup: Sendable {
    package var id: String
    package var title: String
    /// One count an area, whole people.
    package var counts: [Int64]

    package init(id: String, title: String, counts: [Int64]) {
        self.id = id
        self.title = title
        self.counts = counts
    }
}
