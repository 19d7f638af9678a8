internal import HubModel
internal import HubPlan
internal import Placement

/// One service of a question, to be asked by itself in many ways.
struct OneService: Sendable {
    let run: StudyRun
    /// Of the service in the request and in the problem.
    let position: Int

    var request: ServiceRequest { run.request.services[position] }
    var service: Service { run.region.services[request.service] }
    /// As the question asks it.
    var problem: ServiceProblem { run.problem.services[position] }

    /// - Parameters:
    ///   - run: the question.
    ///   - id: of the service; nil for the first that passes, or the first of all.
    ///   - passes: whether a service is what the caller has use for.
    /// - Throws: `HubPlanError` when there is no such service.
    init(_ run: StudyRun, id: String?, first passes: (ServiceRequest) -> Bool = { _ in true }) throws {
        self.run = run
        let ids = run.problem.services.map(\.id)
        guard let id else {
            position = run.request.services.firstIndex(where: passes) ?? 0
            return
        }
        guard let position = ids.firstIndex(of: id) else {
            throw HubPlanError(
                "There is no service '\(id)'; there are \(ids.joined(separator: ", "))."
                    + NearestName.hint(id, among: ids) + " Give one of them with --service.")
        }
        self.position = position
    }

    /// The problem of the same service asked something else.
    func problem(_ change: (inout ServiceRequest) -> Void) throws -> ServiceProblem {
        var request = run.request
        change(&request.services[position])
        return try run.asking(request).problem.services[position]
    }

    /// Every figure of a plan of this service.
    /// - Parameter open: local site numbers, at least one.
    func figures(of open: [UInt32]) throws -> ServiceFigures {
        let figures = try Evaluator(
            region: run.region, request: PlacementRequest(services: [request]),
            problem: PlacementProblem(services: [problem])
        ).figures(of: Plan(open: [regionSites(open)]))
        return figures.services[0]
    }

    /// Region sites of local ones, in their order.
    func regionSites(_ local: [UInt32]) -> [UInt32] { local.map { problem.siteIndices[Int($0)] } }

    /// What the answer leaves out of a question about several services; nil where nothing is.
    var aside: String? {
        guard let share = run.problem.totalShare else { return nil }
        return
            "\(service.title)s are looked at by themselves: \"\(share.title)\" is a rule over all services, so it is set "
            + "aside here."
    }
}
