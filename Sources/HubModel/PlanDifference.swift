/// How the journeys of some children change from one plan to another. Equal whole tenths of minutes are no change.
package struct JourneyChange: Hashable, Sendable {
    /// Children whose journey gets shorter, gets longer, and stays as it is.
    package var shorter: Int64 = 0
    package var longer: Int64 = 0
    package var same: Int64 = 0
    /// Σ children × tenths of minutes that they save, and that they lose.
    package var saved: Int64 = 0
    package var added: Int64 = 0

    package init() {}

    package var children: Int64 { shorter + longer + same }

    /// Mean minutes there and back that those with shorter journeys save; nil where there are none.
    package var meanSaved: Double? { shorter > 0 ? Double(saved) / Double(shorter) / 10 : nil }
    /// Mean minutes there and back that those with longer journeys lose; nil where there are none.
    package var meanAdded: Double? { longer > 0 ? Double(added) / Double(longer) / 10 : nil }

    package mutating func add(_ children: Int64, from old: TenthMinutes, to new: TenthMinutes) {
        if new < old {
            shorter += children
            saved += children * Int64(old - new)
        } else if new > old {
            longer += children
            added += children * Int64(new - old)
        } else {
            same += children
        }
    }
}

/// What differs between two plans of one request, service by service.
package struct PlanDifference: Hashable, Sendable {
    package struct ServiceDifference: Hashable, Sendable {
        /// Index into `Region.services`.
        package var service: Int
        /// Indices into `Region.sites`, ascending.
        package var kept: [UInt32]
        package var gained: [UInt32]
        package var lost: [UInt32]
        /// Of everyone, and by kind of household in the order of `Household.allCases`.
        package var everyone: JourneyChange
        package var households: [JourneyChange]
        /// Of everyone, by group of `ServiceFigures.byDisadvantage`, in its order.
        package var byDisadvantage: [JourneyChange]
        /// Second plan less first: children within reach, and mean minutes (nil without children).
        package var reachedChange: Int64
        package var meanMinutesChange: Double?
    }

    /// In the order of the request's services.
    package var services: [ServiceDifference]

    /// - Parameters:
    ///   - first: figures of the plan compared with (the given list, today's provision).
    ///   - second: figures of the other plan, for the same region and request.
    ///   - region: that both plans are of.
    ///   - request: that both plans answer.
    package init(from first: PlanFigures, to second: PlanFigures, region: Region, request: PlacementRequest) {
        precondition(first.services.count == second.services.count, "both plans answer the same request")
        services = zip(zip(first.services, second.services), request.services).map {
            Self.difference($0.0, $0.1, region: region, request: $1)
        }
    }

    private static func difference(
        _ first: ServiceFigures, _ second: ServiceFigures, region: Region, request: ServiceRequest
    ) -> ServiceDifference {
        let before = Set(first.hubs.map(\.site))
        let after = Set(second.hubs.map(\.site))
        var difference = ServiceDifference(
            service: first.service, kept: before.intersection(after).sorted(),
            gained: after.subtracting(before).sorted(), lost: before.subtracting(after).sorted(),
            everyone: JourneyChange(), households: Household.allCases.map { _ in JourneyChange() },
            byDisadvantage: second.byDisadvantage.map { _ in JourneyChange() },
            reachedChange: second.everyone.reached - first.everyone.reached,
            meanMinutesChange: nil)
        if let old = first.everyone.meanMinutes, let new = second.everyone.meanMinutes {
            difference.meanMinutesChange = new - old
        }
        let ids = second.byDisadvantage.map(\.id)
        for (index, point) in region.demand[first.service].enumerated() {
            let (old, new) = (first.minutes[index], second.minutes[index])
            difference.everyone.add(point.children, from: old, to: new)
            difference.households[point.household.rawValue].add(point.children, from: old, to: new)
            let group = region.disadvantage(ofArea: Int(point.area), for: request)
            if let place = ids.firstIndex(of: group) {
                difference.byDisadvantage[place].add(point.children, from: old, to: new)
            }
        }
        return difference
    }
}

extension Region {
    /// The group of `ServiceFigures.byDisadvantage` that the people of an area are in, by its id: "doubly" under the
    /// service's own rule, or the region's first where it has none; "deprived"; "rest".
    package func disadvantage(ofArea area: Int, for request: ServiceRequest) -> String {
        let rule = (request.shareRule ?? (rules.isEmpty ? nil : 0)).map { rules[$0] }
        if rule?.areas[area] == true { return "doubly" }
        return deprivedAreas?[area] == true ? "deprived" : "rest"
    }
}
