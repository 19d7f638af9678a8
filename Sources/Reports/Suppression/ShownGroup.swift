internal import HubModel

/// What outputs may tell of a group of people: the only form in which they come by its figures.
struct ShownGroup: Sendable {
    var id: String
    var title: String
    var family: String?
    var plan: ShownFigures
    /// With today's hubs; nil where there is no such plan.
    var today: ShownFigures?

    var hasWithheld: Bool { !plan.withheld.isEmpty || !(today?.withheld.isEmpty ?? true) }
}

extension ShownGroup {
    /// Of children whom no characteristic tells apart, so that nothing is withheld.
    init(_ id: String, _ title: String, _ plan: TravelFigures, _ today: TravelFigures?) {
        self.init(id: id, title: title, plan: ShownFigures(plan), today: today.map { ShownFigures($0) })
    }
}

/// Figures of a group, some of them withheld.
struct ShownFigures: Hashable, Sendable {
    /// Whether something is not shown so that no small count can be told.
    enum Value<Number: Hashable & Sendable>: Hashable, Sendable {
        case shown(Number)
        case withheld
        /// Nobody is in the group.
        case none

        var number: Number? {
            if case .shown(let number) = self { number } else { nil }
        }

        var isWithheld: Bool { self == .withheld }
    }

    var children: Value<Int64>
    var meanMinutes: Value<Double>
    var median: Value<TenthMinutes>
    var ninetieth: Value<TenthMinutes>
    var reached: Value<Int64>
    var shareReached: Value<Double>
    var outOfReach: Value<Int64>
    /// Whether minutes are told no finer than whole.
    var isInWholeMinutes = false

    /// Names of what is withheld, as `result.json` has them.
    var withheld: [String] {
        [
            ("children", children.isWithheld), ("meanMinutes", meanMinutes.isWithheld),
            ("medianMinutes", median.isWithheld), ("ninetiethMinutes", ninetieth.isWithheld),
            ("reached", reached.isWithheld), ("shareReached", shareReached.isWithheld),
            ("outOfReach", outOfReach.isWithheld),
        ].filter(\.1).map(\.0)
    }

    /// Everything, as it is.
    init(_ figures: TravelFigures) {
        let isEmpty = figures.children == 0
        children = .shown(figures.children)
        meanMinutes = figures.meanMinutes.map { .shown($0) } ?? .none
        median = isEmpty ? .none : .shown(figures.median)
        ninetieth = isEmpty ? .none : .shown(figures.ninetieth)
        reached = .shown(figures.reached)
        shareReached = figures.shareReached.map { .shown($0) } ?? .none
        outOfReach = .shown(figures.outOfReach)
    }

    /// - Parameter isWithheld: of the counts: all, reached, out of reach.
    init(
        _ figures: TravelFigures, all: Bool, reached isReachedWithheld: Bool, outOfReach isFarWithheld: Bool, mean: Bool
    ) {
        self.init(figures)
        if all {
            children = .withheld
            median = .withheld
            ninetieth = .withheld
            shareReached = .withheld
        }
        if all || mean { meanMinutes = .withheld }
        if all || isReachedWithheld {
            reached = .withheld
            shareReached = .withheld
        }
        if all || isFarWithheld { outOfReach = .withheld }
        // "Nine in ten are within 60 minutes" bounds how many are not.
        if isReachedWithheld || isFarWithheld {
            median = .withheld
            ninetieth = .withheld
        }
        isInWholeMinutes = true
        meanMinutes = meanMinutes.rounded { $0.rounded() }
        median = median.rounded(Self.whole)
        ninetieth = ninetieth.rounded(Self.whole)
    }

    /// To the whole minute: with more digits, the mean of a dozen people tells where each of them lives.
    private static func whole(_ minutes: TenthMinutes) -> TenthMinutes {
        minutes / 10 * 10 + (minutes % 10 >= 5 && minutes < .max - 10 ? 10 : 0)
    }
}

extension ShownFigures.Value {
    fileprivate func rounded(_ round: (Number) -> Number) -> Self {
        if case .shown(let number) = self { .shown(round(number)) } else { self }
    }
}

extension GroupSuppression {
    /// Groups told under a service as outputs may show them, in the region's order. What is withheld is worked out as if
    /// each were told under every service, which withholds no less.
    /// - Parameter service: position in `request.services`.
    func groups(of service: Int, in record: RunRecord) -> [ShownGroup] {
        let today = record.baseline?.services[service]
        let id = record.region.services[record.request.services[service].service].id
        return record.figures.services[service].groups.enumerated().compactMap { index, group in
            guard record.region.groups[index].isTold(under: id) else { return nil }
            return ShownGroup(
                id: group.id, title: group.title, family: record.region.groups[index].family,
                plan: shown(group.figures, group: index, service: service, isToday: false, in: record),
                today: today.map {
                    shown($0.groups[index].figures, group: index, service: service, isToday: true, in: record)
                })
        }
    }

    private func shown(
        _ figures: TravelFigures, group: Int, service: Int, isToday: Bool, in record: RunRecord
    ) -> ShownFigures {
        guard record.region.suppressBelow > 1,
            let look = cells.looks.firstIndex(of: .init(service: service, isToday: isToday))
        else { return ShownFigures(figures) }
        func isWithheld(_ kind: GroupCells.Kind) -> Bool { withheld.contains(.init(group: group, kind: kind)) }
        // As many areas as published figures could be solved for.
        let figuresOfGroup = 1 + 3 * cells.looks.count
        return ShownFigures(
            figures, all: isWithheld(.all), reached: isWithheld(.reached(look: look)),
            outOfReach: isWithheld(.outOfReach(look: look)),
            mean: figures.children > 0 && cells.areas[group] <= figuresOfGroup)
    }
}
