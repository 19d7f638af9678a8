package import HubPlan

/// A file that asks a question: a study.
///
/// The one way in for every command and job that stands on this floor.
package enum ScenarioFile {
    /// Reads the question and everything it names, and gets as far as the problem.
    /// - Parameters:
    ///   - path: the file.
    ///   - dataFolder: what the study's paths are relative to; nil means the study's own folder.
    ///   - barriers: whether rivers, railways and the like stand in the way, as the study says they do.
    /// - Throws: a `MendableError` whose sentence says what to do.
    package static func prepare(
        _ path: String, dataFolder: String? = nil, barriers: BarrierSwitch = .on
    ) throws -> StudyRun {
        try StudyRun.prepare(path, dataFolder: dataFolder, barriers: barriers)
    }
}
