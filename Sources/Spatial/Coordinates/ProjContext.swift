internal import CPROJ
internal import Glibc

/// A PROJ context that also looks for grid files where hubplan's own set-up puts them.
///
/// A context belongs to one task at a time. It costs milliseconds, so it is made once for a batch.
final class ProjContext {
    let handle: OpaquePointer

    init() throws {
        guard let handle = proj_context_create() else {
            throw SpatialError("PROJ could not be started: it gave no context (is memory short?).")
        }
        self.handle = handle
        proj_log_level(handle, PJ_LOG_NONE)
        // Nothing leaves the machine: PROJ could fetch grids, and tell a server where the study lies.
        _ = proj_context_set_enable_network(handle, 0)
        ProjFolders.withCStrings { paths in
            proj_context_set_search_paths(handle, Int32(paths.count), paths.baseAddress)
        }
    }

    deinit {
        proj_context_destroy(handle)
    }

    /// PROJ's words about its last failure on this context; nil when there was none.
    var lastError: String? {
        let number = proj_context_errno(handle)
        guard number != 0, let text = proj_context_errno_string(handle, number) else { return nil }
        return String(cString: text)
    }
}

/// Where PROJ looks for its database and its grids: its own places first, then hubplan's.
enum ProjFolders {
    /// PROJ's own folders, then those of `share/hubplan` that exist: beside the executable, of this machine, of this user.
    static let all: [String] = {
        let search = proj_info().searchpath.map { String(cString: $0) } ?? ""
        let own = search.split(separator: ":").map { String($0) }
        return own + hubplanFolders().filter { access($0, R_OK) == 0 && !own.contains($0) }
    }()

    /// Candidates in the order in which they are searched.
    private static func hubplanFolders() -> [String] {
        var folders: [String] = []
        if let executable = realpath("/proc/self/exe", nil) {
            defer { free(executable) }
            let parts = String(cString: executable).split(separator: "/").dropLast(2)
            folders.append("/" + (parts + ["share", "hubplan"]).joined(separator: "/"))
            folders.append("/" + (parts.dropLast() + ["share", "hubplan"]).joined(separator: "/"))
        }
        folders.append("/usr/local/share/hubplan")
        if let home = getenv("HOME") {
            folders.append(String(cString: home) + "/.local/share/hubplan")
        }
        return folders
    }

    /// The folders as C strings, valid only inside `body`.
    static func withCStrings<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
        let copies = all.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return copies.map { $0.map { UnsafePointer($0) } }.withUnsafeBufferPointer(body)
    }
}
