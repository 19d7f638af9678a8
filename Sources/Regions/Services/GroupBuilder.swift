internal import HubModel

/// The groups of people that the study's tables tell apart, area by area.
struct GroupBuilder {
    let tables: AreaTables
    /// One list of demand points a service.
    let demand: [[DemandPoint]]

    /// A finding stands in every report, so it must not tell what the tables withhold.
    private var tellsCounts: Bool { tables.study.suppressBelow <= 1 }

    /// A group this many times larger than all children of an area is most likely another column.
    private static let manyTimes: Int64 = 10
    /// Smaller groups are never called too large: a handful of children beside none says little.
    private static let atLeast: Int64 = 100

    func build(log: inout BuildLog) throws -> [PopulationGroup] {
        let children = childrenOfAreas()
        return try tables.study.groups.map { group in
            let sums = try tables.sums(group.counts, what: group.title, tellsCounts: tellsCounts)
            let counts = WholeCounts.carried(tables.counted(sums))
            warn(of: group, counts: counts, children: children, log: &log)
            return PopulationGroup(
                id: group.id, title: group.title, family: group.family, counts: counts,
                services: Set(group.services.map(\.text)))
        }
    }

    private func childrenOfAreas() -> [Int64] {
        var children = Array(repeating: Int64(0), count: tables.frame.codes.count)
        for point in demand.joined() { children[Int(point.area)] += point.children }
        return children
    }

    private func warn(of group: StudyGroup, counts: [Int64], children: [Int64], log: inout BuildLog) {
        let codes = tables.frame.codes
        let large = counts.indices.filter {
            counts[$0] >= Self.atLeast && counts[$0] > Self.manyTimes * children[$0]
        }
        guard !large.isEmpty else { return }
        let list = large.map { tellsCounts ? "\(codes[$0]): \(counts[$0]) beside \(children[$0])" : codes[$0] }
        log.warn(
            "The group '\(group.id)' (\(group.title)) is more than \(Self.manyTimes) times as large as the children of "
                + "all services in \(Wording.count(large.count, "area")) (\(Wording.firstFive(list))). Check its columns: "
                + "do they count other ages, or something else?")
    }
}
