internal import Foundation

/// The last good answer and the published one of each job, as a store's links tell them.
///
/// Only plain files are read, so a store on a file system that several machines share can be looked at from each of them,
/// which its database could not.
package struct FormerAnswers: Sendable {
    /// Of the store.
    let path: String

    /// - Parameter path: of a store.
    /// - Throws: `BatchError` when there is none.
    package init(_ path: String) throws {
        self.path = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: self.path + "/runs", isDirectory: &isFolder), isFolder.boolValue
        else {
            throw BatchError("\(path) is no store of hubplan's: give the folder that `hubplan batch` made.")
        }
    }

    /// The last good answer of a job; nil before there is one.
    package func latest(_ job: String) throws -> JobRecord? { try record("latest", job) }

    /// The published answer of a job; nil where none was published.
    package func published(_ job: String) throws -> JobRecord? { try record("published", job) }

    /// Path of an answer's run folder.
    func folder(of record: JobRecord) -> String { "\(path)/runs/\(record.folder)" }

    private func record(_ kind: String, _ job: String) throws -> JobRecord? {
        let file = "\(path)/\(kind)/\(job)/\(JobRecord.file)"
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        return try JobRecord(text: text, from: file)
    }
}
