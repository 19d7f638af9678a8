internal import HubModel
package import HubPlan
package import Reports

/// Sets run folders beside each other.
package struct RunComparison: Sendable {
    /// All that is told.
    package let comparison: PlanComparison

    /// - Parameters:
    ///   - folders: of runs by `solve` or `evaluate`, two or more; the others are set beside the first.
    ///   - dataFolder: what their studies' paths are relative to; nil means each run folder.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: `HubPlanError` when a folder holds no run, or its data is not what it was.
    package init(_ folders: [String], dataFolder: String?, keeping: TravelKeeping? = nil) throws {
        guard folders.count > 1 else {
            throw HubPlanError("Give two run folders or more: a plan is compared with another.")
        }
        var runs: [OpenRun] = []
        for folder in folders {
            runs.append(try OpenRun(folder, dataFolder: dataFolder, sharing: runs, keeping: keeping))
        }
        let measures = try PlanMeasures(runs)
        comparison = PlanComparison(
            version: Version.current,
            runs: Self.named(runs), cells: measures.cells, sites: Self.sites(of: runs),
            differences: try Self.differences(measures), dominance: Dominance.all(measures),
            findings: measures.findings)
    }

    /// For other programs, as `compare.json` holds it.
    package var json: String { comparison.json }

    /// In plain words, for a terminal.
    /// - Parameter folder: where it was written; nil for nowhere.
    package func summary(folder: String?) -> String { comparison.summary(folder: folder) }

    /// Writes page, tables, JSON and maps whole or not at all.
    package func write(to folder: String) throws { try ComparisonFolder.write(comparison, to: folder) }

    /// Folders of one name are told apart by their place in the list.
    private static func named(_ runs: [OpenRun]) -> [PlanComparison.Run] {
        runs.enumerated().map { number, open in
            let isAlone = runs.count { $0.name == open.name } == 1
            return .init(
                name: isAlone ? open.name : "\(open.name) (\(number + 1))", study: open.run.region.name,
                studyPath: open.run.path, sha256: open.run.digest, standing: open.standing,
                quality: open.run.quality)
        }
    }

    private static func differences(_ measures: PlanMeasures) throws -> [PlanComparison.Difference] {
        guard let first = measures.runs.first?.run, let before = measures.plans.first?.first ?? nil else { return [] }
        let gains = try GainsAndLosses(first)
        return try measures.runs.indices.dropFirst().compactMap { other in
            guard let after = measures.plans[other][0] else { return nil }
            var record = try first.record(
                of: after.plan, figures: after.figures, solution: nil, limits: SolveLimits(), events: [], timing: nil)
            record.set(beside: before.figures, title: measures.runs[0].name)
            return .init(
                plan: other, record: record, rows: gains.rows(from: before.figures, to: after.figures),
                flows: flows(from: before.figures, to: after.figures, region: first.region))
        }
    }

    private static func flows(
        from first: PlanFigures, to second: PlanFigures, region: Region
    ) -> [PlanComparison.Flow] {
        zip(first.services, second.services).flatMap { first, second -> [PlanComparison.Flow] in
            var children: [[UInt32]: Int64] = [:]
            for (index, point) in region.demand[first.service].enumerated() where point.children > 0 {
                let (from, to) = (first.assignedSite[index], second.assignedSite[index])
                if from != to { children[[from, to], default: 0] += point.children }
            }
            return children.sorted { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) }.map {
                .init(
                    service: region.services[first.service].id, from: region.sites[Int($0.key[0])].id,
                    to: region.sites[Int($0.key[1])].id, children: $0.value)
            }
        }
    }

    private static func sites(of runs: [OpenRun]) -> [PlanComparison.Site] {
        var services: [String] = []
        for service in runs.flatMap({ $0.run.problem.services.map(\.id) }) where !services.contains(service) {
            services.append(service)
        }
        return services.flatMap { service -> [PlanComparison.Site] in
            let ids = Set(runs.flatMap { $0.hubs[service] ?? [] }).sorted()
            let sites = ids.map { id -> PlanComparison.Site in
                let known = runs.lazy.compactMap { open in
                    open.run.region.sites.first { $0.id == id }.map { (open.run.region, $0) }
                }.first
                return .init(
                    service: service, id: id, name: known?.1.name ?? id,
                    place: known.map { $0.0.place(of: $0.1) } ?? "",
                    isOpen: runs.map { $0.hubs[service]?.contains(id) ?? false })
            }
            return sites.sorted {
                (-$0.isOpen.count { $0 }, $0.id) < (-$1.isOpen.count { $0 }, $1.id)
            }
        }
    }
}
