package import HubModel
package import Placement
package import Regions
internal import Reports

/// A run folder read back far enough to ask more of it: the question, the plan, its proof, and what a solve may begin from.
package struct ReopenedRun: Sendable {
    package let run: StudyRun
    /// As it was written: a plan that was found, or a list that was measured.
    package let plan: Plan
    /// Of the plan, measured afresh.
    package let figures: PlanFigures
    /// The search that bounds it: its own, or that of the best plan beside a list; nil where nothing was searched for.
    package let solution: Solution?
    /// Whether somebody brought the plan.
    package let isList: Bool
    /// Those of the run folder; empty where it has none. Nothing of them is believed.
    package let certificates: [Certificate]
    /// The plan and multipliers of the run.
    package let start: WarmStart

    /// - Parameters:
    ///   - folder: the run folder.
    ///   - study: its study; nil takes the copy in the run folder, under the name that the study had.
    ///   - path: what to call the study; nil for the name that it had.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: `HubPlanError` when study or data are not what the run was made from.
    package init(
        _ folder: String, study: StudyText?, path: String?, dataFolder: String?, keeping: TravelKeeping? = nil
    ) throws {
        let (written, run, plan) = try RunReader.base(
            folder, study: study, path: path, dataFolder: dataFolder, keeping: keeping)
        self.run = run
        self.plan = plan
        figures = try run.figures(of: plan)
        try RunReader.requireSameObjectives(written, figures: figures, folder: folder)
        let own = try RunReader.solution(written, plan: plan, run: run)
        let best = try written.best.map { try RunReader.best($0, run: run, folder: folder) }
        isList = own == nil
        solution = own ?? best?.solution
        // Says what is wrong with a certificate that cannot be read.
        let former = try RunStart(folder: folder, for: run)
        start = former.warmStart
        certificates = former.certificates
    }
}
