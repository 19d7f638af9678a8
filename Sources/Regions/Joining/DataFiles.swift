internal import Digests
internal import Foundation
internal import HubModel
internal import Spatial

/// One layer of one file.
struct FileKey: Hashable {
    var file: String
    var layer: String?

    init(_ source: StudySource) {
        file = source.file
        layer = source.layer
    }
}

/// A column that the study uses, with the place that names it.
struct WantedColumn {
    var name: String
    var place: StudyPlace
}

/// Finds and reads the files of a study, each layer once and only the columns that are used.
final class DataFiles {
    /// Where files are looked for, in this order.
    let folders: [String]
    private let hasDataFolder: Bool
    private let wanted: [FileKey: [WantedColumn]]
    private var layers: [FileKey: VectorLayer] = [:]
    private var read: [String: InputFile] = [:]
    private var roles: [String: [String]] = [:]
    private var uses: [String: [InputUse]] = [:]
    private var licences: [String: String] = [:]

    /// - Parameters:
    ///   - studyFolders: that of the study first; more for a copy that stands elsewhere.
    ///   - dataFolder: looked into before them; nil for none.
    ///   - wanted: columns that are used, by layer.
    init(studyFolders: [String], dataFolder: String?, wanted: [FileKey: [WantedColumn]]) {
        folders = [dataFolder].compactMap { $0 } + studyFolders
        hasDataFolder = dataFolder != nil
        self.wanted = wanted
    }

    /// Everything read so far, by path.
    var inputs: [InputFile] {
        read.values.sorted { $0.path < $1.path }.map { input in
            var input = input
            input.role = (roles[input.path] ?? []).joined(separator: "; ")
            input.uses = uses[input.path] ?? []
            input.licence = licences[input.path]
            return input
        }
    }

    /// Where a file of the study lies: beside the data when a folder for it is given, else beside the study, or where the
    /// study lay that it is a copy of.
    func path(of source: StudySource) throws -> String {
        if source.file.hasPrefix("/") {
            guard Self.isFile(source.file) else { throw missing(source, looked: "there is no such file") }
            return source.file
        }
        for folder in folders {
            let path = Self.path(source.file, from: folder)
            if Self.isFile(path) { return path }
        }
        throw missing(source, looked: looked)
    }

    /// Where a file was looked for, in words.
    private var looked: String {
        let studyFolders = folders.count - (hasDataFolder ? 1 : 0)
        let elsewhere = "files elsewhere are found with --data DIR"
        guard studyFolders > 1 else {
            return hasDataFolder
                ? "looked in the data folder and beside the study" : "looked beside the study; \(elsewhere)"
        }
        return "looked in \(folders.map(RelativePath.resolved).joined(separator: ", ")); \(elsewhere)"
    }

    /// A folder that is yet to be made has no way up out of it, so `..` is taken out of the path by hand.
    private static func path(_ file: String, from folder: String) -> String {
        let path = folder + "/" + file
        return FileManager.default.fileExists(atPath: folder) ? path : RelativePath.shortened(path)
    }

    private func empty(_ source: StudySource) -> RegionError {
        source.filePlace.failure(
            "the file '\(source.file)' holds no features: not one row. Was it written whole, and is it the layer "
                + "that was meant?")
    }

    private func missing(_ source: StudySource, looked: String) -> RegionError {
        let paths =
            source.file.hasPrefix("/")
            ? [source.file] : folders.map { $0 + "/" + source.file }
        if paths.contains(where: { FileManager.default.fileExists(atPath: $0) }) {
            return source.filePlace.failure(
                "'\(source.file)' is a folder, not a file. Name the file in it that holds the data.")
        }
        return source.filePlace.failure("the file '\(source.file)' is missing (\(looked)).")
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Notes what one use took of a layer's rows.
    /// - Parameters:
    ///   - vintage: of its codes, as the study states it.
    ///   - dropped: rows left out, with a reason that completes "rows that".
    func note(_ source: StudySource, role: String, vintage: String?, read: Int, dropped: [(rows: Int, why: String)]) {
        let use = InputUse(
            role: role, vintage: vintage, read: read, dropped: dropped.map { .init(rows: $0.rows, why: $0.why) })
        if uses[source.file]?.contains(use) != true { uses[source.file, default: []].append(use) }
    }

    /// Notes that a use noted before kept fewer rows in the end.
    func noteAlso(_ source: StudySource, role: String, rows: Int, why: String) {
        guard rows > 0, let index = uses[source.file]?.lastIndex(where: { $0.role == role }) else { return }
        uses[source.file]?[index].dropped.append(.init(rows: rows, why: why))
    }

    /// Reads a layer, or hands out what was read before.
    /// - Parameter role: what it is used for, as outputs tell it: "areas", "table cars".
    func layer(_ source: StudySource, role: String) throws -> VectorLayer {
        let key = FileKey(source)
        if roles[source.file]?.contains(role) != true { roles[source.file, default: []].append(role) }
        if let licence = source.licence, licences[source.file] == nil { licences[source.file] = licence }
        if let layer = layers[key] { return layer }
        let path = try path(of: source)
        let columns = wanted[key] ?? []
        let layer: VectorLayer
        do {
            layer = try VectorFile.read(path, layer: source.layer, columns: Set(columns.map(\.name)))
        } catch let error as SpatialError {
            try explainMissingColumn(columns, source: source, path: path)
            throw source.filePlace.failure(error.description.replacingOccurrences(of: path, with: source.file))
        }
        guard layer.count > 0 else { throw empty(source) }
        layers[key] = layer
        try record(source, path: path, records: layer.count)
        return layer
    }

    /// A file of rows that people keep by hand, of which some columns may be missing and which may have no rows yet.
    func list(
        _ source: StudySource, role: String, required: [String], optional: [String]
    ) throws -> VectorLayer {
        if roles[source.file]?.contains(role) != true { roles[source.file, default: []].append(role) }
        let path = try path(of: source)
        do {
            let there = try VectorFile.columnNames(path, layer: source.layer)
            if let column = required.first(where: { !there.contains($0) }) {
                throw source.filePlace.failure(
                    "the file '\(source.file)' has no column '\(column)'.\(NearestName.hint(column, among: there)) "
                        + "Columns there are: \(there.joined(separator: ", ")).")
            }
            let wanted = Set(required + optional).intersection(there)
            let layer = try VectorFile.read(path, layer: source.layer, columns: wanted)
            try record(source, path: path, records: layer.count)
            return layer
        } catch let error as SpatialError {
            throw source.filePlace.failure(error.description.replacingOccurrences(of: path, with: source.file))
        }
    }

    /// A file, or a folder of files, that another stage reads itself; its digest is noted here.
    /// - Returns: where it lies.
    func located(_ source: StudySource, role: String) throws -> String {
        if let licence = source.licence, licences[source.file] == nil { licences[source.file] = licence }
        if let folder = folder(of: source) {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                .filter { !$0.hasPrefix(".") && Self.isFile(folder + "/" + $0) }
            guard !names.isEmpty else {
                throw source.filePlace.failure("the folder '\(source.file)' holds no file.")
            }
            for name in names {
                let title = source.file + "/" + name
                note(role, of: title)
                try record(title, path: folder + "/" + name, records: nil)
            }
            return folder
        }
        note(role, of: source.file)
        let path = try path(of: source)
        try record(source.file, path: path, records: nil)
        return path
    }

    private func note(_ role: String, of title: String) {
        if roles[title]?.contains(role) != true { roles[title, default: []].append(role) }
    }

    private func folder(of source: StudySource) -> String? {
        let paths =
            source.file.hasPrefix("/")
            ? [source.file]
            : folders.map { Self.path(source.file, from: $0) }
        return paths.first { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }

    /// A better sentence for a column that is not there: where the study names it, and the nearest that is.
    private func explainMissingColumn(_ columns: [WantedColumn], source: StudySource, path: String) throws {
        guard let there = try? VectorFile.columnNames(path, layer: source.layer) else { return }
        guard !there.isEmpty || columns.isEmpty else { throw empty(source) }
        for column in columns where !there.contains(column.name) {
            throw column.place.failure(
                "the file '\(source.file)' has no column '\(column.name)'."
                    + NearestName.hint(column.name, among: there)
                    + " Columns there are: \(there.joined(separator: ", ")).")
        }
    }

    private func record(_ source: StudySource, path: String, records: Int) throws {
        try record(source.file, path: path, records: records)
    }

    /// - Parameter records: nil where they are not counted.
    private func record(_ title: String, path: String, records: Int?) throws {
        if let known = read[title] {
            if let records { read[title]?.records = (known.records ?? 0) + records }
            return
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        read[title] = InputFile(
            path: title, sha256: try SHA256.digest(ofFile: URL(fileURLWithPath: path)),
            bytes: (attributes[.size] as? NSNumber)?.intValue ?? 0, records: records, role: "")
    }
}

extension VectorLayer {
    /// A column that was asked for when the layer was read; nulls become blanks.
    func texts(_ name: String, at place: StudyPlace) throws -> [String] {
        guard let column = column(name) else {
            throw place.failure(
                "the file has no column '\(name)'. Columns there are: \(columns.joined(separator: ", ")).")
        }
        return column.map { $0 ?? "" }
    }

    /// Rows that pass all filters, ascending.
    func rows(passing filters: [StudyFilter]) throws -> [Int] {
        var passing = Array(0..<count)
        for filter in filters {
            let values = try texts(filter.column, at: filter.place)
            passing = try passing.filter { try filter.passes(values[$0]) }
        }
        return passing
    }
}
