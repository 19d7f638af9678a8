internal import Foundation
internal import Spatial

/// Looks through a folder for open files, by their headings rather than by their names.
struct FolderScan {
    /// Everything that fits, in the order of paths; one entry for each open file that a layer fits.
    private(set) var found: [FoundFile] = []
    /// Files that look like data but could not be read, each with a sentence.
    private(set) var unreadable: [(path: String, reason: String)] = []
    /// Archives, which are not looked into.
    private(set) var archives: [String] = []
    private(set) var filesSeen = 0

    /// - Parameters:
    ///   - folder: looked through with all folders in it; links are not followed.
    ///   - excluded: a path that is being written, so never read.
    /// - Throws: `OpenDataError` when there is no such folder.
    init(folder: String, excluding excluded: String? = nil, progress: (String) -> Void = { _ in }) throws {
        let paths = try Self.paths(in: folder)
        let own = excluded.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        for path in paths {
            let full = folder + "/" + path
            guard URL(fileURLWithPath: full).standardizedFileURL.path != own else { continue }
            if path.lowercased().hasSuffix(".zip") {
                archives.append(path)
                continue
            }
            guard Self.isData(path) else { continue }
            filesSeen += 1
            do {
                let layers = try VectorFile.summaries(full)
                if Self.isPackage(layers) { continue }
                for layer in layers { add(layer, path: path, fullPath: full) }
            } catch let error as SpatialError {
                unreadable.append((path, error.description))
            }
        }
    }

    /// What could not be looked into, in sentences.
    var notes: [String] {
        var notes = unreadable.map(\.reason)
        if !archives.isEmpty {
            notes.append(
                "\(Words.count(archives.count, "archive")) not looked into: \(Words.firstFive(archives)). "
                    + "Unpack what you need of them.")
        }
        return notes
    }

    private mutating func add(_ layer: LayerSummary, path: String, fullPath: String) {
        for file in EnglandCatalogue.files where Self.fits(layer, file.content) {
            for form in file.forms {
                guard let columns = form.columns(among: layer.columns) else { continue }
                found.append(
                    FoundFile(
                        file: file.id, form: form, path: path, fullPath: fullPath, layer: layer.name, columns: columns,
                        columnCount: layer.columns.count))
                break
            }
        }
    }

    private static func fits(_ layer: LayerSummary, _ content: OpenFile.Content) -> Bool {
        switch content {
        case .table: layer.geometry == .some(.none) || layer.geometry == .point
        case .polygons: layer.geometry == .polygons
        }
    }

    /// Whether a file is itself a package of England's data, made earlier.
    private static func isPackage(_ layers: [LayerSummary]) -> Bool {
        Set([EnglandLayers.areas, EnglandLayers.sites, EnglandLayers.leftBehindWards])
            .isSubset(of: layers.map(\.name))
    }

    private static let endings = ["csv", "tsv", "geojson", "json", "gpkg", "shp", "fgb", "ods", "xlsx"]

    private static func isData(_ path: String) -> Bool {
        let lower = path.lowercased()
        let name = lower.hasSuffix(".gz") ? lower.dropLast(3) : lower[...]
        guard !name.hasSuffix(".datapackage.json") else { return false }
        return endings.contains { name.hasSuffix("." + $0) }
    }

    /// Paths of all files in the folder, from it, ascending; hidden ones left out.
    private static func paths(in folder: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw OpenDataError(
                "There is no folder \(folder). Name the folder that holds the files you fetched; "
                    + "`hubplan data list` tells which.")
        }
        guard isFolder.boolValue else {
            throw OpenDataError("\(folder) is a file. Name the folder that holds the files you fetched.")
        }
        // A folder that is reached by a link is walked where it lies.
        let walked = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        guard let walk = FileManager.default.enumerator(atPath: walked) else {
            throw OpenDataError("The folder \(folder) cannot be read; check that you may open it.")
        }
        var paths: [String] = []
        for case let path as String in walk where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            paths.append(path)
        }
        return paths.sorted()
    }
}
