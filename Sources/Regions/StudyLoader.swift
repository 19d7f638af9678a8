internal import Digests
internal import Foundation
package import HubModel
internal import Spatial

/// A study with everything it names read, joined and checked.
package struct PreparedStudy: Sendable {
    package var region: Region
    package var request: PlacementRequest
    /// One entry a service of the region.
    package var travel: [TravelSettings]
    /// How journeys are worked out.
    package var journeys: TravelRequest
    /// Who answers for the study, as it names them.
    package var authors: [String]
    /// What each rule of the region decided by, in the same order.
    package var evidence: [RuleEvidence]
    /// The study file, word for word.
    package var text: String
    /// Folders that its files were looked for in, in that order: as given, or beside the study.
    package var folders: [String] = []

    package init(
        region: Region, request: PlacementRequest, travel: [TravelSettings], journeys: TravelRequest = TravelRequest(),
        authors: [String] = [],
        evidence: [RuleEvidence] = [], text: String = ""
    ) {
        self.authors = authors
        self.region = region
        self.request = request
        self.travel = travel
        self.journeys = journeys
        self.evidence = evidence
        self.text = text
    }
}

/// A study file: its text, and the folder that its paths start from.
package struct StudyText: Sendable {
    /// The file's name, for messages.
    package var file: String
    package var folder: String
    /// Of a copy that stands elsewhere: folders where its files may lie, looked into after its own.
    package var otherFolders: [String] = []
    package var yaml: String
    /// Files that it was made from, where it stands in none itself.
    package var origins: [InputFile]
    /// What a reader of its results should know about it.
    package var remarks: [Finding]

    /// Roles of such files: a scenario, and the study that it extends.
    package static let originRoles = ["scenario", "extended study"]

    package init(
        file: String, folder: String, yaml: String, origins: [InputFile] = [], remarks: [Finding] = []
    ) {
        self.remarks = remarks
        self.file = file
        self.folder = folder
        self.yaml = yaml
        self.origins = origins
    }

    /// - Parameter path: of a study file.
    /// - Throws: `RegionError` when it is missing, or no text.
    package init(path: String) throws {
        let url = URL(fileURLWithPath: path)
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            throw RegionError(
                "The study file '\(path)' is missing or cannot be read. Write one with `hubplan init`.")
        }
        guard let yaml = String(data: data, encoding: .utf8) else {
            throw RegionError("The study file '\(path)' is not text in UTF-8. Save it as such.")
        }
        self.init(file: url.lastPathComponent, folder: url.deletingLastPathComponent().path, yaml: yaml)
    }
}

/// Reads a study file and the data it points at.
package struct StudyLoader: Sendable {
    private let travellers: TravellerCatalogue

    package init(travellers: TravellerCatalogue) {
        self.travellers = travellers
    }

    /// - Parameters:
    ///   - path: the study file.
    ///   - dataFolder: where the study's files are looked for before the study's own folder; nil for that alone.
    /// - Returns: the study; its first input is the study file itself.
    /// - Throws: `RegionError`, a sentence with file, line and field.
    package func load(path: String, dataFolder: String? = nil) throws -> PreparedStudy {
        try load(StudyText(path: path), dataFolder: dataFolder)
    }

    /// The same for a study that need not stand in a file.
    package func load(_ text: StudyText, dataFolder: String? = nil) throws -> PreparedStudy {
        let file = text.file
        if let dataFolder {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: dataFolder, isDirectory: &isFolder), isFolder.boolValue else {
                throw RegionError(
                    "The data folder '\(dataFolder)' is missing. Give the folder that holds the study's files.")
            }
        }
        let study = try Study(yaml: text.yaml, file: file)
        let files = DataFiles(
            studyFolders: [text.folder] + text.otherFolders, dataFolder: dataFolder, wanted: study.wantedColumns)
        var prepared: PreparedStudy
        do {
            prepared = try RegionBuilder(study: study, files: files, travellers: travellers).build()
        } catch let error as SpatialError {
            throw RegionError("\(file): \(error.description)")
        }
        let data = Data(text.yaml.utf8)
        let own = InputFile(
            path: file, sha256: SHA256.digest(of: data), bytes: data.count, records: nil, role: "study")
        prepared.text = text.yaml
        prepared.folders = files.folders
        prepared.region.findings.insert(contentsOf: text.remarks, at: 0)
        prepared.region.inputs.insert(contentsOf: [own] + text.origins, at: 0)
        return prepared
    }
}
