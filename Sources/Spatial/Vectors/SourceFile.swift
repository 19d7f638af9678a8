internal import CGDAL
internal import Glibc

/// A file on disk in the form that GDAL can open: as it is, inside a zip, or unpacked from gzip into memory.
///
/// Gzip is unpacked whole and checked first: GDAL's own reader would take a torn file for a short one.
final class SourceFile {
    /// As the caller gave it, for messages.
    let path: String
    let kind: FileKind?
    /// What GDAL opens.
    private(set) var gdalPath: String
    private var memoryFile: String?

    /// - Throws: `SpatialError` when the file is missing, unreadable, damaged or not what its name says.
    init(_ path: String, _ complaints: GDAL.Complaints) throws {
        self.path = path
        gdalPath = path
        let name = String(path.split(separator: "/").last ?? "")
        let lower = name.lowercased()
        if Self.isDatabase(path) {
            kind = nil
            return
        }
        if let archive = Self.archive(in: path) {
            kind = FileKind(name: name)
            try Self.requireFile(archive)
            gdalPath = "/vsizip/" + path
            return
        }
        try Self.requireFile(path)
        if lower.hasSuffix(".zip") {
            kind = nil
            try require(
                try start(of: path).starts(with: Array("PK".utf8)), "a zip archive", "it does not start like one")
            gdalPath = "/vsizip/" + path
        } else if lower.hasSuffix(".gz") {
            let inner = String(name.dropLast(3))
            kind = FileKind(name: inner)
            try require(try start(of: path).starts(with: [0x1f, 0x8b]), "a gzip file", "it does not start like one")
            try unpack(inner, complaints)
        } else {
            kind = FileKind(name: name)
        }
        if let kind, let contradiction = kind.contradiction(try start(of: gdalPath)) {
            throw SpatialError("The file \(path) is not what its name says, \(kind.title): \(contradiction).")
        }
    }

    deinit {
        if let memoryFile { VSIUnlink(memoryFile) }
    }

    /// A connection such as `PG:dbname=places`, which names no file.
    private static func isDatabase(_ path: String) -> Bool {
        path.hasPrefix("PG:") || path.hasPrefix("PostgreSQL:")
    }

    /// The zip archive in a path such as `places.zip/wards.shp`; nil when the path leads into none.
    private static func archive(in path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let number = parts.dropLast().firstIndex(where: { $0.lowercased().hasSuffix(".zip") }) else { return nil }
        return parts[...number].joined(separator: "/")
    }

    private static func requireFile(_ path: String) throws {
        guard access(path, F_OK) == 0 else {
            throw SpatialError("There is no file \(path); check its name, and the folder that paths start from.")
        }
    }

    private func require(_ holds: Bool, _ title: String, _ contradiction: String) throws {
        guard !holds else { return }
        throw SpatialError("The file \(path) is not what its name says, \(title): \(contradiction).")
    }

    /// The first bytes, at most 4,096; empty for a folder.
    private func start(of path: String) throws -> [UInt8] {
        guard let file = VSIFOpenL(path, "rb") else {
            throw SpatialError("The file \(self.path) cannot be opened; check that you may read it.")
        }
        defer { VSIFCloseL(file) }
        return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            count = VSIFReadL(buffer.baseAddress, 1, 4096, file)
        }
    }
}

extension SourceFile {
    /// Unpacks a gzip file into GDAL's memory under its inner name, which tells GDAL its format.
    private func unpack(_ inner: String, _ complaints: GDAL.Complaints) throws {
        let damaged = "The compressed file \(path) is damaged or was cut short; fetch it again"
        guard let packed = VSIFOpenL("/vsigzip/" + path, "rb") else {
            throw SpatialError("\(damaged) (\(complaints.reason)).")
        }
        defer { VSIFCloseL(packed) }
        // The object's own address: no other living source has it.
        let folder = UInt(bitPattern: ObjectIdentifier(self).hashValue)
        let name = "/vsimem/hubplan-\(folder)/\(inner)"
        guard let unpacked = VSIFOpenL(name, "wb") else {
            throw SpatialError("There is no memory to unpack \(path): \(complaints.reason).")
        }
        memoryFile = name
        defer { VSIFCloseL(unpacked) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var total: UInt64 = 0
        while true {
            let read = VSIFReadL(&buffer, 1, buffer.count, packed)
            if read == 0 { break }
            guard VSIFWriteL(buffer, 1, read, unpacked) == read else {
                throw SpatialError("There is no memory to unpack \(path): \(complaints.reason).")
            }
            total += UInt64(read)
        }
        guard complaints.failures.isEmpty else { throw SpatialError("\(damaged) (\(complaints.reason)).") }
        gdalPath = name
    }
}
