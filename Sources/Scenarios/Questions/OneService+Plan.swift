internal import HubModel
internal import HubPlan
internal import Placement

extension OneService {
    /// The service with its rules as numbers, where the hubs of the other services stay as a plan has them: "as many as
    /// possible" is a floor, and of a share over all services what the others leave to this one.
    func settled(beside plan: Plan) throws -> ServiceProblem {
        let problem = try Attainable(run.problem).resolved() ?? run.problem
        var service = problem.services[position]
        service.maximise = nil
        guard let share = problem.totalShare, let least = share.least else { return service }
        let others = problem.services.indices.filter { $0 != position }.reduce(0) { sum, other in
            let local = LocalNumbers(problem.services[other].siteIndices).numbers(of: plan.open[other])
            return sum + Set(share.sites[other]).intersection(local).count
        }
        service.limits.append(
            SiteLimit(title: share.title, sites: share.sites[position], least: max(0, least - others)))
        return service
    }

    /// What is said beside an answer where other services have a part in the rules; nil where none has.
    var besideOthers: String? {
        run.problem.totalShare.map {
            "\"\($0.title)\" is a rule over all services: the hubs of the others stay as they are here."
        }
    }
}
