internal import Digests
internal import Foundation
internal import HubModel
internal import Spatial

/// An open file read: its columns by what they are for, with a count of what became of its rows.
final class SourceTable {
    let file: OpenFile
    let found: FoundFile
    private let layer: VectorLayer
    private let bytes: Int
    private let digest: String
    private var dropped: [String: Int] = [:]

    init(_ found: FoundFile) throws {
        guard let file = EnglandCatalogue.file(found.file) else {
            preconditionFailure("\(found.file) is not in the catalogue")
        }
        self.file = file
        self.found = found
        layer = try VectorFile.read(found.fullPath, layer: found.layer, columns: Set(found.columns.values))
        let url = URL(fileURLWithPath: found.diskPath)
        do {
            digest = try SHA256.digest(ofFile: url)
            bytes = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        } catch {
            throw OpenDataError("The file \(found.path) cannot be read; check that you may open it.")
        }
    }

    var count: Int { layer.count }
    var crs: CoordinateSystem? { layer.crs }
    var shapes: [Shape?] { layer.shapes }

    /// One value a row, blanks around it taken off; nil when the file has no such column.
    func texts(_ role: ColumnRole) -> [String]? {
        guard let name = found.columns[role], let values = layer.column(name) else { return nil }
        return values.map { $0?.trimmingCharacters(in: .whitespaces) ?? "" }
    }

    /// A column that the form cannot do without.
    func needed(_ role: ColumnRole) -> [String] {
        texts(role) ?? Array(repeating: "", count: layer.count)
    }

    /// Counts of people or households.
    /// - Throws: naming the first value that is no whole number of 0 or more, among the rows that are used.
    func counts(_ role: ColumnRole, rows: [Int], labels: [String]) throws -> [Int] {
        let values = needed(role)
        return try rows.enumerated().map { index, row in
            guard let number = WholeNumber.read(values[row]), number >= 0, number < 1_000_000_000 else {
                throw failure(row: row, role, values[row], of: labels[index], "a whole number of 0 or more")
            }
            return number
        }
    }

    func failure(row: Int, _ role: ColumnRole, _ value: String, of label: String, _ wanted: String) -> OpenDataError {
        OpenDataError(
            "The file \(found.path), row \((row + 1).grouped) (\(label)), column "
                + "\"\(found.columns[role] ?? "")\": \"\(value)\" is not \(wanted). "
                + "Fetch the file again, or correct the row.")
    }

    func drop(_ rows: Int = 1, _ why: String) {
        if rows > 0 { dropped[why, default: 0] += rows }
    }

    /// What became of the file, once all its rows are accounted for.
    func summary(used: Int) -> ReadFile {
        ReadFile(
            title: file.title, publisher: file.publisher, vintage: file.vintage, licence: file.licence.title,
            path: found.path, layer: found.layer, bytes: bytes, sha256: digest, rows: layer.count, used: used,
            dropped: dropped.map { DroppedRows(rows: $0.value, why: $0.key) }
                .sorted { $0.rows != $1.rows ? $0.rows > $1.rows : $0.why < $1.why },
            licencePath: file.licence.path, licenceName: file.licence.name)
    }
}
