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
    /// Who answers for the study, as it names them.
    package var authors: [String]

    package init(
        region: Region, request: PlacementRequest, travel: [TravelSettings], authors: [String] = []
    ) {
        self.authors = authors
        self.region = region
        self.request = request
        self.travel = travel
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
        let url = URL(fileURLWithPath: path)
        let file = url.lastPathComponent
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            throw RegionError(
                "The study file '\(path)' is missing or cannot be read. Write one with `hubplan init`.")
        }
        guard let yaml = String(data: data, encoding: .utf8) else {
            throw RegionError("The study file '\(path)' is not text in UTF-8. Save it as such.")
        }
        if let dataFolder {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: dataFolder, isDirectory: &isFolder), isFolder.boolValue else {
                throw RegionError(
                    "The data folder '\(dataFolder)' is missing. Give the folder that holds the study's files.")
            }
        }
        let study = try Study(yaml: yaml, file: file)
        let files = DataFiles(
            studyFolder: url.deletingLastPathComponent().path, dataFolder: dataFolder, wanted: study.wantedColumns)
        var prepared: PreparedStudy
        do {
            prepared = try RegionBuilder(study: study, files: files, travellers: travellers).build()
        } catch let error as SpatialError {
            throw RegionError("\(file): \(error.description)")
        }
        let own = InputFile(
            path: file, sha256: SHA256.digest(of: data), bytes: data.count, records: nil, role: "study")
        prepared.region.inputs.insert(own, at: 0)
        return prepared
    }
}
