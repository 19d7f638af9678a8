internal import Foundation
internal import Regions

/// Writes the commented study that a planner starts from.
package struct StudyStarter {
    private let template: StudyTemplate

    /// - Parameters: files as they shall stand in the study; nil keeps the example's names.
    package init(name: String, areas: String?, sites: String?, places: String?) {
        var template = StudyTemplate(name: name)
        template.areas = areas ?? template.areas
        template.sites = sites ?? template.sites
        template.places = places ?? template.places
        self.template = template
    }

    /// - Throws: `HubPlanError` when the file is there already or cannot be written.
    package func write(to path: String) throws {
        try Self.checkFree(path)
        try Self.write(template.yaml, to: path)
    }

    /// - Throws: `HubPlanError` when something is there already.
    static func checkFree(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw HubPlanError("\(path) is there already and is left as it is. Choose another name, or move it away.")
        }
    }

    /// Writes a study where none is.
    static func write(_ yaml: String, to path: String) throws {
        try checkFree(path)
        do {
            try yaml.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw HubPlanError(
                "\"\(path)\" cannot be written: its folder is missing or may not be written to. Choose another place for it."
            )
        }
    }
}
