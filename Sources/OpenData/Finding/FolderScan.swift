internal import Foundation
internal import Spatial

/// Looks through a folder for open files, by their headings rather than by their names.
struct FolderScan {
    /// Everything that fits, in the order of paths; one entry for each open file that a layer fits.
    private(set) var found: [FoundFile] = []
    /// What looks like data but could not be read, in sentences.
    private(set) var notes: [String] = []

    /// - Parameters:
    ///   - folder: looked through with all folders in it; links are not followed.
    ///   - excluded: a path that is being written, so never read.
    /// - Throws: `OpenDataError` when there is no such folder.
    init(folder: String, excluding excluded: String? = nil) throws {
        let paths = try Self.paths(in: folder)
        let own = excluded.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        for path in paths {
            let full = folder + "/" + path
            guard URL(fileURLWithPath: full).standardizedFileURL.path != own else { continue }
            // What cannot be read is no reason to stop: the folder may hold anything.
            do {
                for place in try Self.places(in: full) where Self.isData(place) {
                    do {
                        try add(place, path: path + place.dropFirst(full.count), diskPath: full)
                    } catch {
                        notes.append("\(path) was passed over. \(error)")
                    }
                }
            } catch {
                notes.append("\(path) was passed over. \(error)")
            }
        }
    }

    /// The file itself, or what lies in it where it is an archive.
    private static func places(in full: String) throws -> [String] {
        full.lowercased().hasSuffix(".zip") ? try VectorFile.files(inArchive: full) : [full]
    }

    /// Adds what fits of all layers of a file.
    private mutating func add(_ full: String, path: String, diskPath: String) throws {
        let layers = try VectorFile.summaries(full)
        guard !Self.isPackage(layers) else { return }
        for (number, layer) in layers.enumerated() {
            for file in EnglandCatalogue.files where Self.fits(layer, file.content) {
                let forms = file.forms.lazy.compactMap { form in
                    form.columns(among: layer.columns).map { (form, $0) }
                }
                guard let (form, columns) = forms.first else { continue }
                found.append(
                    FoundFile(
                        file: file.id, form: form, path: path, fullPath: full, diskPath: diskPath, layer: layer.name,
                        layerNumber: number, columns: columns, columnCount: layer.columns.count))
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
