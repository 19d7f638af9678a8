internal import Foundation

/// A hidden folder beside the one that is to be made, with a name that no other process and no other write gives.
struct AsideFolder {
    let url: URL
    private let target: URL
    private let parent: URL
    /// ".plan.partial.host." of every aside folder that this machine makes for the same target.
    private let opening: String

    init(for target: URL) {
        self.target = target
        parent = target.deletingLastPathComponent()
        let host = ProcessInfo.processInfo.hostName.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        opening = ".\(target.lastPathComponent).partial.\(host)."
        let process = ProcessInfo.processInfo.processIdentifier
        url = parent.appendingPathComponent("\(opening)\(process).\(UUID().uuidString.prefix(8))", isDirectory: true)
    }

    /// Removes what processes left that were killed while they wrote the same target, and puts back what one of them had
    /// taken away and not yet replaced.
    func sweep() throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: parent.path) where name.hasPrefix(opening) {
            guard let process = name.dropFirst(opening.count).split(separator: ".").first.flatMap({ Int32($0) }),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            let left = parent.appendingPathComponent(name)
            if name.hasSuffix(".former"), !files.fileExists(atPath: target.path) {
                try files.moveItem(at: left, to: target)
            } else {
                try? files.removeItem(at: left)
            }
        }
    }

    /// Moves the folder to its target in one step. What stood there has this folder's name afterwards.
    /// - Throws: `CocoaError` or `ReportError` when the file system refuses.
    func takePlace() throws {
        // Between two looks another process may put its own folder there.
        for _ in 0..<8 {
            if exchange() { return }
            let why = errno
            if why == ENOENT, rename(url.path, target.path) == 0 { return }
            if why == ENOENT, [EEXIST, ENOTEMPTY].contains(errno) { continue }
            guard [EINVAL, ENOSYS].contains(why) else { break }
            // A file system that cannot exchange.
            return try replace()
        }
        throw ReportError("\(String(cString: strerror(errno))). Choose another place for it.")
    }

    /// In two steps; what stood there is put back when the second fails.
    private func replace() throws {
        let files = FileManager.default
        let former = parent.appendingPathComponent(url.lastPathComponent + ".former", isDirectory: true)
        if files.fileExists(atPath: target.path) { try files.moveItem(at: target, to: former) }
        do {
            try files.moveItem(at: url, to: target)
        } catch {
            if files.fileExists(atPath: former.path) { try? files.moveItem(at: former, to: target) }
            throw error
        }
        if files.fileExists(atPath: former.path) { try files.moveItem(at: former, to: url) }
    }

    private typealias Exchange =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// `renameat2` with `RENAME_EXCHANGE` (Linux 3.15), which Swift's view of the C library leaves out; sets `errno`.
    private func exchange() -> Bool {
        guard let address = dlsym(nil, "renameat2") else {
            errno = ENOSYS
            return false
        }
        let exchangeFlag: UInt32 = 2
        return unsafeBitCast(address, to: Exchange.self)(AT_FDCWD, url.path, AT_FDCWD, target.path, exchangeFlag) == 0
    }
}
