package import HubModel

/// What differs between two plans of one request, service by service.
package struct PlanDifference: Hashable, Sendable {
    package struct ServiceDifference: Hashable, Sendable {
        /// Index into `Region.services`.
        package var service: Int
        /// Indices into `Region.sites`, ascending.
        package var kept: [UInt32]
        package var gained: [UInt32]
        package var lost: [UInt32]
        /// Children whose journey is shorter, longer, or as long as before, in whole tenths of minutes there and back.
        package var childrenBetter: Int64
        package var childrenWorse: Int64
        package var childrenSame: Int64
        /// Second plan less first, per service: children within reach, and mean minutes (nil without children).
        package var reachedChange: Int64
        package var meanMinutesChange: Double?
    }

    package var services: [ServiceDifference]

    /// - Parameters:
    ///   - first: figures of the plan compared with (the given list, today's provision).
    ///   - second: figures of the other plan, for the same region and request.
    package init(from first: PlanFigures, to second: PlanFigures, region: Region) {
        precondition(first.services.count == second.services.count, "both plans answer the same request")
        services = zip(first.services, second.services).map { Self.difference($0, $1, region: region) }
    }

    private static func difference(
        _ first: ServiceFigures, _ second: ServiceFigures, region: Region
    ) -> ServiceDifference {
        let before = Set(first.hubs.map(\.site))
        let after = Set(second.hubs.map(\.site))
        var difference = ServiceDifference(
            service: first.service, kept: before.intersection(after).sorted(),
            gained: after.subtracting(before).sorted(), lost: before.subtracting(after).sorted(),
            childrenBetter: 0, childrenWorse: 0, childrenSame: 0,
            reachedChange: second.everyone.reached - first.everyone.reached,
            meanMinutesChange: nil)
        if let old = first.everyone.meanMinutes, let new = second.everyone.meanMinutes {
            difference.meanMinutesChange = new - old
        }
        for (index, point) in region.demand[first.service].enumerated() {
            let (old, new) = (first.minutes[index], second.minutes[index])
            if new < old {
                difference.childrenBetter += point.children
            } else if new > old {
                difference.childrenWorse += point.children
            } else {
                difference.childrenSame += point.children
            }
        }
        return difference
    }
}
