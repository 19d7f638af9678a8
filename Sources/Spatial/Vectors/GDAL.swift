internal import CGDAL

/// GDAL's drivers, registered once, and its errors turned into sentences instead of lines on standard error.
enum GDAL {
    private static let registered: Void = {
        GDALAllRegister()
        // Spreadsheets have their column names in the first row, like every other table.
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE")
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE")
        OSRSetPROJEnableNetwork(0)
        ProjFolders.withCStrings { paths in
            // GDAL wants a list that ends with a null.
            (Array(paths) + [nil]).withUnsafeBufferPointer { OSRSetPROJSearchPaths($0.baseAddress) }
        }
    }()

    /// What GDAL complained of on this thread while a piece of work ran.
    final class Complaints {
        /// Failures, oldest first, without line breaks and without a full stop at the end.
        fileprivate(set) var failures: [String] = []
        fileprivate(set) var warnings: [String] = []

        /// The first failure, or the first warning, in GDAL's words.
        var reason: String { failures.first ?? warnings.first ?? "GDAL gives no reason" }

        /// Forgets what turned out to be no failure.
        func forget() {
            failures = []
            warnings = []
        }
    }

    /// Runs `work` with the drivers registered and complaints of this thread collected.
    static func run<Result>(_ work: (Complaints) throws -> Result) rethrows -> Result {
        registered
        let complaints = Complaints()
        CPLPushErrorHandlerEx(
            { severity, _, text in
                guard let receiver = CPLGetErrorHandlerUserData(), let text else { return }
                let complaints = Unmanaged<Complaints>.fromOpaque(receiver).takeUnretainedValue()
                var words = String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
                while words.last == "." { words.removeLast() }
                switch severity {
                case CE_Failure, CE_Fatal: complaints.failures.append(words)
                case CE_Warning: complaints.warnings.append(words)
                default: break
                }
            },
            Unmanaged.passUnretained(complaints).toOpaque()
        )
        defer { CPLPopErrorHandler() }
        return try withExtendedLifetime(complaints) { try work(complaints) }
    }
}

/// A list of C strings in GDAL's form, such as options, freed with its owner.
final class GDALStringList {
    private(set) var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

    init(_ strings: [String]) {
        for string in strings {
            pointer = CSLAddString(pointer, string)
        }
    }

    deinit {
        CSLDestroy(pointer)
    }

    /// In the form that reading calls want.
    var constant: UnsafePointer<UnsafePointer<CChar>?>? {
        UnsafeRawPointer(pointer)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    }
}
