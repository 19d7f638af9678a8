internal import Foundation
internal import HubModel
internal import HubPlan
internal import Reports

extension StudyRun {
    /// What answers say about the question they are of.
    var identity: StudyIdentity {
        StudyIdentity(name: region.name, path: URL(fileURLWithPath: path).lastPathComponent, sha256: digest)
    }
}
