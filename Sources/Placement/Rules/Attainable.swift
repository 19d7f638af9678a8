package import HubModel

/// What the rules of a problem leave possible, found without looking at travel.
package struct Attainable {
    private let problem: PlacementProblem

    /// - Throws: `PlacementError` when the problem's parts do not fit each other.
    package init(_ problem: PlacementProblem) throws {
        try problem.checkShape()
        self.problem = problem
    }

    /// - Throws: `PlacementError` when the problem's parts do not fit each other.
    package init(_ service: ServiceProblem) throws {
        try self.init(PlacementProblem(services: [service]))
    }

    /// The most hubs that can stand among some sites; nil when the other rules cannot be kept at all.
    /// - Parameters:
    ///   - sites: local site numbers of the service, ascending.
    ///   - service: index into the problem's services.
    ///   - dropping: indices into the service's `limits` that are not asked, such as the share rule itself.
    package func highest(among sites: [UInt32], service: Int = 0, dropping: [Int] = []) throws -> Int? {
        var relaxed = problem
        for index in dropping.sorted(by: >) { relaxed.services[service].limits.remove(at: index) }
        let model = try ClassModel(SiteClasses(relaxed, extra: [(service, sites)]))
        return try model.extreme(.most, among: model.classes.extraSets[0], keeping: model.sides)
    }

    /// Some plan that keeps every rule, the lowest site numbers of each class: local site numbers, ascending,
    /// one list a service; nil when there is none.
    package func anyPlan() throws -> [[UInt32]]? {
        let model = try ClassModel(SiteClasses(problem))
        guard let counts = try model.feasible(model.sides) else { return nil }
        var plan = [[UInt32]](repeating: [], count: problem.services.count)
        for (siteClass, count) in zip(model.classes.classes, counts) {
            plan[siteClass.service] += siteClass.sites.prefix(count)
        }
        return plan.map { $0.sorted() }
    }

    /// The problem with every "as many as possible" turned into a floor at what can be had, which its title says:
    /// services in their order, each the first of its limits, the total last. nil when the other rules cannot be kept.
    package func resolved() throws -> PlacementProblem? {
        var resolved = problem
        for index in resolved.services.indices {
            guard var wish = resolved.services[index].maximise else { continue }
            resolved.services[index].maximise = nil
            let attainable = try Attainable(resolved)
            guard let highest = try attainable.highest(among: wish.sites, service: index) else { return nil }
            wish.least = highest
            wish.title = Self.title(ofWish: wish.title)
            resolved.services[index].limits.insert(wish, at: 0)
        }
        if let wish = resolved.totalShare, wish.least == nil {
            let extra = wish.sites.enumerated().map { (service: $0.offset, sites: $0.element) }
            let model = try ClassModel(SiteClasses(resolved, extra: extra))
            let all = model.classes.extraSets.flatMap { $0 }
            guard let highest = try model.extreme(.most, among: all, keeping: model.sides) else { return nil }
            resolved.totalShare?.least = highest
            resolved.totalShare?.title = Self.title(ofWish: wish.title)
        }
        return resolved
    }

    /// How many qualifying hubs each service can give in a plan that keeps every rule, the share over all of them too:
    /// at most what its own rules leave, at least what the others cannot. Empty without such a share, or without its number.
    package func totalQuotas() throws -> [ClosedRange<Int>] {
        guard let share = problem.totalShare, let least = share.least else { return [] }
        let highest = try zip(problem.services, share.sites).map { service, sites in
            try Attainable(service).highest(among: sites) ?? 0
        }
        let sum = highest.reduce(0, +)
        return highest.map { min($0, max(0, least - (sum - $0)))...$0 }
    }

    private static func title(ofWish title: String) -> String { "\(title): as many as can be had" }

    /// Why no plan keeps every rule; nil when one does.
    ///
    /// The clash is irreducible: without any one of its rules the others can be kept (deletion filter; Chinneck and
    /// Dravnieks, ORSA J. Computing 3, 1991). Locks and caps are given up first, so that what stays is what planners ask for.
    /// Without a share over all of them services do not touch, so each that clashes is told by itself.
    package func infeasibility() throws -> Infeasibility? {
        let model = try ClassModel(SiteClasses(problem))
        guard try model.feasible(model.sides) == nil else { return nil }
        let groups: [[RuleSide]]
        if problem.totalShare?.least == nil {
            groups = problem.services.indices.map { service in
                model.sides.filter { model.classes.rules[$0.rule].service == service }
            }
        } else {
            groups = [model.sides]
        }
        let clashes = try groups.compactMap { try clash(among: $0, in: model) }
        return Infeasibility(
            sentence: clashes.map(\.sentence).joined(separator: " "), rules: clashes.flatMap(\.rules),
            relaxations: clashes.flatMap(\.relaxations))
    }

    /// An irreducible clash among some rules that can be kept or broken without regard to all others; nil without one.
    private func clash(among sides: [RuleSide], in model: ClassModel) throws -> Infeasibility? {
        guard try model.feasible(sides) == nil else { return nil }
        var clash = Set(sides)
        for side in sides.reversed().sorted(by: { order(of: $0, in: model) < order(of: $1, in: model) }) {
            let rest = sides.filter { clash.contains($0) && $0 != side }
            if try model.feasible(rest) == nil { clash.remove(side) }
        }
        let clashing = sides.filter { clash.contains($0) }
        var most: [RuleSide: Int] = [:]
        for side in clashing where side.direction == .floor {
            let others = clashing.filter { $0 != side }
            most[side] = try model.extreme(.most, among: model.classes.rules[side.rule].classes, keeping: others)
        }
        let wording = ClashWording(problem: problem, classes: model.classes)
        return Infeasibility(
            sentence: wording.sentence(clashing, most: most),
            rules: clashing.map { wording.title(of: $0) },
            relaxations: try clashing.compactMap { side in
                try relaxation(of: side, keeping: sides.filter { $0 != side }, in: model, wording: wording)
            })
    }

    /// Which sides the deletion filter tries to do without first.
    private func order(of side: RuleSide, in model: ClassModel) -> Int {
        switch (model.classes.rules[side.rule].kind, side.direction) {
        case (.lockedOut, _): 0
        case (.lockedIn, _): 1
        case (.limit, .cap): 2
        case (.limit, _): 3
        case (.total, _): 4
        case (.count, _): 5
        }
    }

    /// The smallest change of one side that lets a plan exist while all others stay; nil when none does.
    private func relaxation(
        of side: RuleSide, keeping others: [RuleSide], in model: ClassModel, wording: ClashWording
    ) throws -> String? {
        let rule = model.classes.rules[side.rule]
        let most = try model.extreme(.most, among: rule.classes, keeping: others)
        switch side.direction {
        case .floor: return most.map { wording.lower(side, to: $0) }
        case .cap:
            return try model.extreme(.least, among: rule.classes, keeping: others).map { wording.raise(side, to: $0) }
        case .exactly:
            guard let most else { return nil }
            if most < rule.least { return wording.change(side, to: most) }
            return try model.extreme(.least, among: rule.classes, keeping: others).flatMap { least in
                wording.change(side, to: least)
            }
        }
    }
}

extension PlacementProblem {
    /// - Throws: `PlacementError` naming what does not fit.
    func checkShape() throws {
        guard !services.isEmpty else {
            throw PlacementError("The study asks for no service: name at least one.")
        }
        for service in services { try service.checkShape() }
        guard let totalShare else { return }
        guard totalShare.sites.count == services.count else {
            throw PlacementError(
                "\"\(totalShare.title)\" lists sites for \(totalShare.sites.count) services of \(services.count): "
                    + "give one list a service.")
        }
        for (service, sites) in zip(services, totalShare.sites) {
            try service.checkNumbers(sites, title: totalShare.title)
        }
    }
}
