internal import HubModel
internal import HubPlan
internal import Reports
internal import Spatial

/// Who gains and who loses from one plan to another, by every way in which a study tells its children apart.
struct GainsAndLosses {
    let region: Region
    let request: PlacementRequest
    /// The neighbourhood whose outline holds each area's people; nil where none does.
    private let places: [Int?]

    /// An attribute of the areas with more values than this is no kind of district.
    private static let mostDistricts = 500

    init(_ run: StudyRun) throws {
        region = run.region
        request = run.request
        if region.neighbourhoods.isEmpty {
            places = region.areas.map { _ in nil }
        } else {
            let index = try PolygonIndex(region.neighbourhoods.map(\.outline))
            places = region.areas.map { index.containing($0.point).first }
        }
    }

    /// - Parameters:
    ///   - first: figures of the plan compared with.
    ///   - second: figures of the other plan, of the same run.
    func rows(from first: PlanFigures, to second: PlanFigures) -> [PlanComparison.Row] {
        zip(first.services, second.services).enumerated().flatMap { position, pair in
            rows(from: pair.0, to: pair.1, request: request.services[position])
        }
    }

    private func rows(
        from first: ServiceFigures, to second: ServiceFigures, request: ServiceRequest
    ) -> [PlanComparison.Row] {
        let service = region.services[first.service].id
        let demand = region.demand[first.service]
        func gathered(_ kind: String, _ key: (DemandPoint) -> (id: String, title: String)?) -> [PlanComparison.Row] {
            var changes: [String: JourneyChange] = [:]
            var titles: [String: String] = [:]
            for (index, point) in demand.enumerated() {
                guard let (id, title) = key(point) else { continue }
                changes[id, default: JourneyChange()].add(
                    point.children, from: first.minutes[index], to: second.minutes[index])
                titles[id] = title
            }
            return changes.keys.sorted().map { id in
                .init(
                    service: service, kind: kind, id: id, title: titles[id] ?? id,
                    change: changes[id] ?? JourneyChange())
            }
        }
        var rows = gathered("household") { _ in ("everyone", "all households") }
        rows += gathered("household") { point in
            (point.household == .withoutCar ? "withoutCar" : "withCar", point.household.title)
        }
        let disadvantage = Dictionary(
            second.byDisadvantage.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        rows += gathered("disadvantage") { point in
            let id = region.disadvantage(ofArea: Int(point.area), for: request)
            return disadvantage[id].map { (id, $0) }
        }
        if let deciles = region.deprivationDeciles {
            rows += gathered("decile") { point in
                let decile = Int(deciles[Int(point.area)])
                return (decile < 10 ? "0\(decile)" : "\(decile)", Self.title(decile: decile))
            }
        }
        rows += groupRows(from: first, to: second, service: service)
        for (attribute, values) in region.areaAttributes.sorted(by: { $0.key < $1.key }) {
            let count = Set(values).count
            guard count > 1, count <= Self.mostDistricts else { continue }
            rows += gathered(attribute) { point in
                let value = values[Int(point.area)]
                return value.isEmpty ? nil : (value, value)
            }
        }
        rows += gathered("place") { point in
            places[Int(point.area)].map { (region.neighbourhoods[$0].code, region.neighbourhoods[$0].name) }
        }
        return rows
    }

    private static func title(decile: Int) -> String {
        switch decile {
        case 1: "tenth 1, the most deprived"
        case 10: "tenth 10, the least deprived"
        default: "tenth \(decile)"
        }
    }

    /// The study's groups, travelling as households without a car do. Their counts are rounded to the study's limit for
    /// small counts, so that neither one of them nor a difference of two tells a small one.
    private func groupRows(
        from first: ServiceFigures, to second: ServiceFigures, service: String
    ) -> [PlanComparison.Row] {
        let base = Int64(max(1, region.suppressBelow))
        func rounded(_ count: Int64) -> Int64 { (count + base / 2) / base * base }
        return region.groups.filter { $0.isTold(under: service) }.map { group in
            var change = JourneyChange()
            for area in region.areas.indices {
                change.add(group.counts[area], from: first.minutes[2 * area], to: second.minutes[2 * area])
            }
            if base > 1 {
                let (saved, added) = (change.meanSaved ?? 0, change.meanAdded ?? 0)
                change.shorter = rounded(change.shorter)
                change.longer = rounded(change.longer)
                change.same = rounded(change.same)
                change.saved = Int64(nearest: saved.rounded() * 10 * Double(change.shorter))
                change.added = Int64(nearest: added.rounded() * 10 * Double(change.longer))
            }
            return .init(
                service: service, kind: "group", id: group.id, title: group.title, change: change, roundedTo: base)
        }
    }
}
