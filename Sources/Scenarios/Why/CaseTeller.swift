internal import HubModel
internal import HubPlan
internal import Reports

/// Changed sites as cases that people read.
struct CaseTeller {
    let one: OneService
    let changes: SiteChanges
    /// Of the plan.
    let figures: ServiceFigures
    private let units: ObjectiveUnit

    init(_ one: OneService, changes: SiteChanges, figures: ServiceFigures) {
        self.one = one
        self.changes = changes
        self.figures = figures
        units = ObjectiveUnit(one)
    }

    var setting: CaseSetting {
        let broken =
            changes.keepsRules
            ? nil : "The plan breaks rules of the study; costs are those of plans that keep them, beside it."
        return CaseSetting(
            region: one.run.region, service: one.request.service, unit: units.unit, hubs: changes.open.count,
            remarks: [one.besideOthers, broken].compactMap { $0 })
    }

    /// With everything, figures of other plans too.
    func whole(_ found: ChangedSite) throws -> SiteCase {
        var told = short(found)
        if found.isChosen {
            told.withoutCar = withoutCar(of: told.site)
            if changes.keepsRules, let move = changes.standIn(for: found.site) {
                told.single = try change(to: changes.open.filter { $0 != found.site } + [move.site])
            }
        } else if changes.keepsRules, let move = changes.gives(way: found.site) {
            told.single = try change(to: changes.open.filter { $0 != move.site } + [found.site])
        }
        if !found.plan.isEmpty { told.anew = try change(to: found.plan) }
        return told
    }

    /// Without figures of other plans.
    func short(_ found: ChangedSite) -> SiteCase {
        let site = changes.service.siteIndices[Int(found.site)]
        let standing: SiteCase.Standing =
            changes.service.lockedIn.contains(found.site)
            ? .lockedIn : changes.service.lockedOut.contains(found.site) ? .lockedOut : .free
        var told = SiteCase(site: site, isChosen: found.isChosen, standing: standing)
        told.everyone = figures.hubs.first { $0.site == site }?.figures
        told.clash = found.clash
        guard found.clash == nil else { return told }
        told.least = units.cost(changes.objective + found.least, beside: changes.objective)
        told.most = found.most.map { units.cost(changes.objective + $0, beside: changes.objective) }
        if !found.plan.isEmpty { told.anew = difference(found.plan) }
        return told
    }

    private func difference(_ plan: [UInt32]) -> SiteCase.Change {
        let (now, then) = (Set(changes.open), Set(plan))
        return SiteCase.Change(
            gained: one.regionSites(then.subtracting(now).sorted()),
            lost: one.regionSites(now.subtracting(then).sorted()))
    }

    private func change(to plan: [UInt32]) throws -> SiteCase.Change {
        var change = difference(plan)
        let other = try one.figures(of: plan)
        change.reached = other.everyone.reached - figures.everyone.reached
        change.minutes = figures.everyone.meanMinutes.flatMap { now in
            other.everyone.meanMinutes.map { $0 - now }
        }
        return change
    }

    /// Of the children of a hub, those of households without a car.
    private func withoutCar(of site: UInt32) -> TravelFigures {
        var sum = TravelFigures()
        let demand = one.run.region.demand[one.request.service]
        for (index, point) in demand.enumerated()
        where point.household == .withoutCar && figures.assignedSite[index] == site {
            sum.children += point.children
            sum.tenthMinutes += point.children * Int64(figures.minutes[index])
            if figures.minutes[index] <= one.service.reachLimit { sum.reached += point.children }
        }
        return sum
    }
}
