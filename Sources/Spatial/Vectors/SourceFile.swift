internal import CGDAL
internal import Glibc

/// A file on disk in the form that GDAL can open: as it is, inside a zip, or as a copy in memory.
///
/// Gzip is unpacked whole and checked first: GDAL's own reader would take a torn file for a short one.
/// A CSV table of one column, such as a list of codes, gets a second, empty one: GDAL refuses it otherwise.
/// A file of column types beside a CSV table (`.csvt`) is left behind, since it would take the zeros off codes.
/// A CSV table named `.txt`, as timetables have it, goes by the name of `.csv`: GDAL would not know it otherwise.
final class SourceFile {
    /// As the caller gave it, for messages.
    let path: String
    let kind: FileKind?
    /// What GDAL opens.
    private(set) var gdalPath: String
    /// Whether only the first column is the file's own.
    private(set) var hasOneColumn = false
    private var memoryFiles: [String] = []

    /// - Parameters:
    ///   - path: the file.
    ///   - streams: whether a compressed table is only checked, not unpacked into memory.
    ///   - complaints: of GDAL.
    /// - Throws: `SpatialError` when the file is missing, unreadable, damaged or not what its name says.
    init(_ path: String, streams: Bool = false, _ complaints: GDAL.Complaints) throws {
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
            try copyNamedText(name, complaints)
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
            if streams, kind?.isTable == true {
                try check(complaints)
            } else {
                try unpack(inner, complaints)
            }
        } else {
            kind = FileKind(name: name)
        }
        guard let kind else { return }
        let start = try start(of: gdalPath)
        if let contradiction = kind.contradiction(start) {
            throw SpatialError("The file \(path) is not what its name says, \(kind.title): \(contradiction).")
        }
        if kind.isTable, let end = Self.endOfOnlyHeading(start) {
            hasOneColumn = true
            try copyIntoMemory(
                Self.tableName(lower.hasSuffix(".gz") ? String(name.dropLast(3)) : name), commaAt: end, complaints)
        } else if kind.isTable, Self.isNamedText(gdalPath) {
            try copyNamedText(name, complaints)
        } else if kind.isTable, access(path.dropLast(4) + ".csvt", F_OK) == 0 {
            try copyIntoMemory(name, commaAt: nil, complaints)
        }
    }

    deinit {
        for file in memoryFiles { VSIUnlink(file) }
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

    private static let startLength = 4096

    /// The first bytes, at most `startLength`.
    private func start(of path: String) throws -> [UInt8] {
        guard let file = VSIFOpenL(path, "rb") else {
            throw SpatialError("The file \(self.path) cannot be opened; check that you may read it.")
        }
        defer { VSIFCloseL(file) }
        return [UInt8](unsafeUninitializedCapacity: Self.startLength) { buffer, count in
            count = VSIFReadL(buffer.baseAddress, 1, Self.startLength, file)
        }
    }
}

extension SourceFile {
    /// Where the first line ends, when no separator stands in it outside quotes.
    private static func endOfOnlyHeading(_ start: [UInt8]) -> Int? {
        var isQuoted = false
        for (position, byte) in start.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"):
                if !isQuoted { return nil }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if !isQuoted { return position > 0 ? position : nil }
            default: break
            }
        }
        // A heading without a line end is a table without rows, unless it goes on beyond what was looked at.
        return start.count < startLength && !start.isEmpty ? start.count : nil
    }

    private static func isNamedText(_ name: String) -> Bool { name.lowercased().hasSuffix(".txt") }

    /// The name under which GDAL knows a table.
    private static func tableName(_ name: String) -> String { isNamedText(name) ? name + ".csv" : name }

    /// Gives a table named `.txt` another name; leaves every other file alone.
    private func copyNamedText(_ name: String, _ complaints: GDAL.Complaints) throws {
        guard Self.isNamedText(gdalPath) else { return }
        let start = try start(of: gdalPath)
        if let contradiction = kind?.contradiction(start) {
            throw SpatialError("The file \(path) is not what its name says, a text table: \(contradiction).")
        }
        let end = Self.endOfOnlyHeading(start)
        hasOneColumn = end != nil
        try copyIntoMemory(Self.tableName(name), commaAt: end, complaints)
        guard complaints.failures.isEmpty else {
            throw SpatialError("The file \(path) is damaged or was cut short (\(complaints.reason)); fetch it again.")
        }
    }

    private func unpack(_ inner: String, _ complaints: GDAL.Complaints) throws {
        gdalPath = "/vsigzip/" + path
        try copyIntoMemory(Self.tableName(inner), commaAt: nil, complaints)
        try requireWhole(complaints)
    }

    /// Reads a compressed file to its end and keeps nothing.
    private func check(_ complaints: GDAL.Complaints) throws {
        gdalPath = "/vsigzip/" + path
        guard let file = VSIFOpenL(gdalPath, "rb") else {
            throw SpatialError("The file \(path) cannot be opened; check that you may read it.")
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while VSIFReadL(&buffer, 1, buffer.count, file) > 0 {}
        VSIFCloseL(file)
        try requireWhole(complaints)
    }

    private func requireWhole(_ complaints: GDAL.Complaints) throws {
        guard complaints.failures.isEmpty else {
            throw SpatialError(
                "The compressed file \(path) is damaged or was cut short; fetch it again (\(complaints.reason))."
            )
        }
    }

    /// Copies what GDAL would open into its memory, under a name whose ending tells its format, and opens that instead.
    private func copyIntoMemory(_ name: String, commaAt comma: Int?, _ complaints: GDAL.Complaints) throws {
        // The object's own address: no other living source has it.
        let address = UInt(bitPattern: ObjectIdentifier(self).hashValue)
        let copy = "/vsimem/hubplan-\(address)-\(memoryFiles.count)/\(name)"
        guard let from = VSIFOpenL(gdalPath, "rb"), let to = VSIFOpenL(copy, "wb") else {
            throw SpatialError("The file \(path) cannot be read into memory: \(complaints.reason).")
        }
        defer {
            VSIFCloseL(from)
            VSIFCloseL(to)
        }
        memoryFiles.append(copy)
        func write(_ bytes: some Collection<UInt8>) throws {
            guard VSIFWriteL(Array(bytes), 1, bytes.count, to) == bytes.count else {
                throw SpatialError("There is no memory to unpack \(path): \(complaints.reason).")
            }
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var isFirst = true
        while true {
            let count = VSIFReadL(&buffer, 1, buffer.count, from)
            if count == 0 { break }
            if isFirst, let comma {
                try write(buffer[..<comma])
                try write([UInt8(ascii: ",")])
                try write(buffer[comma..<count])
            } else {
                try write(buffer[..<count])
            }
            isFirst = false
        }
        gdalPath = copy
    }
}
