internal import HubModel
package import HubPlan
internal import Regions

/// A file that asks a question: a study, or a scenario, which is a study with changes.
///
/// The one way in for every command and job that stands on this floor.
package enum ScenarioFile {
    /// Reads the question and everything it names, and gets as far as the problem.
    /// - Parameters:
    ///   - path: the file.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - barriers: whether rivers, railways and the like stand in the way, as the study says they do.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: a `MendableError` whose sentence says what to do.
    package static func prepare(
        _ path: String, dataFolder: String? = nil, barriers: BarrierSwitch = .on, keeping: TravelKeeping? = nil
    ) throws -> StudyRun {
        try prepare(read(path), dataFolder: dataFolder, barriers: barriers, keeping: keeping)
    }

    /// The same for a question that is read already.
    /// - Parameters:
    ///   - scenario: the question.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - barriers: whether rivers, railways and the like stand in the way, as the study says they do.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: a `MendableError` whose sentence says what to do.
    package static func prepare(
        _ scenario: Scenario, dataFolder: String? = nil, barriers: BarrierSwitch = .on, keeping: TravelKeeping? = nil
    ) throws -> StudyRun {
        try StudyRun.prepare(
            scenario.text, path: scenario.path, dataFolder: dataFolder, barriers: barriers, keeping: keeping)
    }

    /// Reads the question alone, with its name, its changes and the digests of its files; no data is looked at.
    /// - Parameter path: the file.
    /// - Throws: a `MendableError` with file, line and field.
    package static func read(_ path: String) throws -> Scenario {
        try ScenarioReader().read(path).scenario(path: path)
    }

    /// A run folder read back, with its plan measured afresh.
    /// - Parameters:
    ///   - folder: the run folder.
    ///   - study: its study or scenario; nil takes the copy in the run folder.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - telling: how it is told; the result does not say how it was.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: a `MendableError` when study or data are not what the run was made from.
    package static func run(
        in folder: String, study: String?, dataFolder: String?, telling: Telling = Telling(),
        keeping: TravelKeeping? = nil
    ) throws -> RunAnswer {
        try RunReader.read(
            folder, study: study.map { try read($0).text }, path: study, dataFolder: dataFolder, telling: telling,
            keeping: keeping)
    }

    /// A run folder read back far enough to ask more of it.
    /// - Parameters:
    ///   - folder: the run folder.
    ///   - study: its study or scenario; nil takes the copy in the run folder.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - keeping: where journeys that take long to work out are kept from run to run; nil to work all out anew.
    /// - Throws: a `MendableError` when study or data are not what the run was made from.
    package static func reopen(
        _ folder: String, study: String?, dataFolder: String?, keeping: TravelKeeping? = nil
    ) throws -> ReopenedRun {
        try ReopenedRun(
            folder, study: study.map { try read($0).text }, path: study, dataFolder: dataFolder, keeping: keeping)
    }
}
