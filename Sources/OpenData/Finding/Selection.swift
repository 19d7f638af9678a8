internal import Digests
internal import Foundation
internal import Spatial

/// Which of the files that fit are taken for each open file.
struct Selection {
    private var chosen: [OpenFile.ID: [FoundFile]] = [:]
    /// What was passed over, in sentences.
    private(set) var notes: [String] = []

    /// - Throws: `OpenDataError` when two different files fit equally well: only whoever fetched them can say which.
    init(_ found: [FoundFile]) throws {
        for file in EnglandCatalogue.files {
            let fitting = found.filter { $0.file == file.id }
            chosen[file.id] = try choose(for: file, among: fitting)
        }
    }

    /// The files taken for an open file: one, or its parts; empty when none is there.
    func files(_ id: OpenFile.ID) -> [FoundFile] { chosen[id] ?? [] }

    /// - Throws: `OpenDataError` when a file that nothing can be made without is not there.
    func needed(_ id: OpenFile.ID) throws -> FoundFile {
        if let found = files(id).first { return found }
        let title = EnglandCatalogue.file(id)?.title ?? id.rawValue
        throw OpenDataError(
            "No file in the folder is \"\(title)\", and nothing can be made without it. Its columns are: "
                + "\(EnglandCatalogue.file(id)?.columnWords ?? ""). `hubplan data list FOLDER` tells what was found.")
    }

    private mutating func choose(for file: OpenFile, among fitting: [FoundFile]) throws -> [FoundFile] {
        guard fitting.count > 1 else { return fitting }
        let candidates = try Self.withWantedCodes(file, fitting)
        guard let fewest = candidates.map(\.columnCount).min() else { return [] }
        if file.mayComeInParts { return try Self.distinct(candidates) }
        let nearest = try Self.distinct(candidates.filter { $0.columnCount == fewest })
        guard nearest.count == 1 else {
            throw OpenDataError(
                "\(nearest.count) files fit \"\(file.title)\": \(Words.firstFive(nearest.map(\.path))). "
                    + "Leave the one that you want in the folder and move the others away.")
        }
        let others = candidates.filter { $0.columnCount > fewest }.map(\.path)
        if !others.isEmpty {
            notes.append(
                "For \"\(file.title)\" \(nearest[0].path) was taken, the file with the fewest other columns; "
                    + "\(Words.firstFive(others)) would fit too.")
        }
        return nearest
    }

    /// Leaves out tables of other places that have the same headings, such as the Census by district.
    private static func withWantedCodes(_ file: OpenFile, _ fitting: [FoundFile]) throws -> [FoundFile] {
        guard let codes = file.codes else { return fitting }
        return try fitting.filter { found in
            guard let column = found.columns[codes.role] else { return false }
            let layer = try VectorFile.read(found.fullPath, layer: found.layer, columns: [column])
            return layer.values[0].contains { $0?.hasPrefix(codes.prefix) == true }
        }
    }

    /// One of each set of files with the same bytes.
    private static func distinct(_ files: [FoundFile]) throws -> [FoundFile] {
        var seen = Set<String>()
        return try files.filter { file in
            guard files.count > 1 else { return true }
            let digest = try SHA256.digest(ofFile: URL(fileURLWithPath: file.diskPath))
            return seen.insert("\(digest)\(file.fullPath.dropFirst(file.diskPath.count))#\(file.layerNumber)").inserted
        }
    }
}
