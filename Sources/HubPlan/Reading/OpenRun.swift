internal import Foundation
internal import HubModel
internal import Regions

/// A run folder with its study read again, so that its plan, and others, can be measured by its costs.
package struct OpenRun: Sendable {
    /// The folder's name, for people.
    package let name: String
    /// Its study.
    package let run: StudyRun
    /// Ids of the sites of its hubs, by the id of the service.
    package let hubs: [String: [String]]
    /// "proved best", "within a gap", "a list that was measured".
    package let standing: String
    /// Whether it was made with the study's barriers.
    let barriers: BarrierSwitch

    /// - Parameters:
    ///   - folder: the run folder, with the study that it keeps.
    ///   - dataFolder: what the study's paths are relative to; nil means the run folder.
    ///   - others: runs that are open already; one of the same study and data is shared.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: `HubPlanError` when there is no run, or its data is not what it was.
    package init(_ folder: String, dataFolder: String?, sharing others: [OpenRun] = [], keeping: TravelKeeping? = nil)
        throws
    {
        let written = try WrittenResult(folder: folder)
        try written.requireBuildings(folder: folder)
        barriers = BarrierSwitch(toldBy: written.findings.map(\.sentence))
        let barriers = barriers
        if let other = others.first(where: { $0.run.digest == written.study.sha256 && $0.barriers == barriers }) {
            run = other.run
        } else {
            run = try StudyRun.prepare(
                RunReader.ownStudy(written, folder: folder), path: written.study.path, dataFolder: dataFolder,
                barriers: barriers, keeping: keeping)
        }
        try RunReader.requireSameInputs(written, run: run, folder: folder)
        name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        hubs = Dictionary(written.services.map { ($0.id, $0.plan) }, uniquingKeysWith: { first, _ in first })
        standing =
            switch written.status.code {
            case "optimal": "proved best"
            case "measured": "a list that was measured"
            default: "found, with a bound"
            }
    }

    /// Sites of some plan that can hold a hub of a service of this run, and ids of those that cannot.
    /// - Parameters:
    ///   - ids: of the plan's sites.
    ///   - position: of the service in this run's request.
    package func sites(_ ids: [String], position: Int) -> (known: [UInt32], unknown: [String]) {
        let known = Dictionary(
            run.problem.services[position].siteIndices.map { (run.region.sites[Int($0)].id, $0) },
            uniquingKeysWith: { first, _ in first })
        return (ids.compactMap { known[$0] }.sorted(), ids.filter { known[$0] == nil })
    }
}
