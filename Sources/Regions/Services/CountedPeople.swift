/// Whose people count: those of the areas that the study names, and those across the border unless the study says not.
extension AreaTables {
    /// - Parameter people: one number an area.
    func counted(_ people: [Double]) -> [Double] {
        guard study.areas.buffer?.countsPeople == false else { return people }
        return zip(people, frame.isAcross).map { $1 ? 0 : $0 }
    }
}
