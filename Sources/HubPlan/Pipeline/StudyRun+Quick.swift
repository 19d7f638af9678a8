package import HubModel
internal import Regions

extension StudyRun {
    /// Reads a question that was asked with options, as the study that they make.
    /// - Parameters:
    ///   - question: as the options put it.
    ///   - folder: the run folder, in which that study will stand.
    ///   - tell: given each thing that was found in the files and taken, a sentence each.
    package static func prepare(
        _ question: QuickQuestion, in folder: String, tell: (String) -> Void
    ) throws -> StudyRun {
        let (text, taken) = try QuickStudy(question).study(in: folder)
        taken.forEach(tell)
        do {
            return try prepare(text, path: text.file)
        } catch let error as RegionError {
            throw HubPlanError(
                "\(error.description) (\(text.file) is the study that the options make; give other options, or a study "
                    + "file of your own: `hubplan init` writes one.)")
        }
    }
}
