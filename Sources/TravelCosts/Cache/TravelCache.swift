package import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// Results that take long to make, kept from one run to the next in a folder of files.
///
/// Any number of runs may use one folder at once: an entry is written aside and renamed, so it is there whole or not at
/// all; two runs that make the same entry write the same bytes, and the last rename wins. What is found damaged is removed
/// and made anew. Nothing that goes wrong in the folder stops a run: it goes on without the cache.
package struct TravelCache: Sendable {
    package let folder: URL
    /// Bytes that the entries may take together.
    package let limit: Int

    private static let ending = ".travel"
    private static let aside = ".part"

    /// - Parameters:
    ///   - folder: made when it is first written to.
    ///   - limit: bytes that the entries may take together; those used longest ago are removed beyond it.
    package init(folder: URL, limit: Int = 2_000_000_000) {
        self.folder = folder
        self.limit = limit
    }

    /// `hubplan` in the user's cache folder: `$XDG_CACHE_HOME`, or `~/.cache` (XDG Base Directory Specification 0.8).
    /// - Parameter environment: variables of the process.
    /// - Returns: nil when neither that variable nor `HOME` names a folder by its full path.
    package static func standardFolder(_ environment: [String: String]) -> URL? {
        func folder(_ name: String) -> URL? {
            environment[name].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
        }
        let base = folder("XDG_CACHE_HOME") ?? folder("HOME")?.appendingPathComponent(".cache")
        return base?.appendingPathComponent("hubplan")
    }

    /// The cached payload for a key, or a new one that is kept.
    /// - Parameters:
    ///   - key: what the payload depends on.
    ///   - tell: takes a sentence about a damaged entry, or about a folder that cannot be written to.
    ///   - make: makes the payload; the same bytes for the same key.
    /// - Throws: what `make` throws.
    package func payload(
        for key: CacheKey, tell: (String) -> Void = { _ in }, make: () throws -> Data
    ) rethrows -> Data {
        if let kept = read(key, tell: tell) { return kept }
        let made = try make()
        write(made, key, tell: tell)
        return made
    }

    /// The payload of an entry that is there and whole; nil otherwise. A damaged entry is removed.
    /// - Parameters:
    ///   - key: what the payload depends on.
    ///   - tell: takes a sentence about a damaged entry.
    package func read(_ key: CacheKey, tell: (String) -> Void = { _ in }) -> Data? {
        let file = url(key)
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        guard let payload = CacheEntry.payload(of: bytes, key: key) else {
            tell("The cached travel times in \(file.lastPathComponent) are damaged; they are removed and made anew.")
            try? FileManager.default.removeItem(at: file)
            return nil
        }
        // The time of last use decides what goes first when the cache is full.
        _ = utimes(file.path, nil)
        return payload
    }

    /// Keeps a payload, and removes what was used longest ago where the cache is over its limit.
    /// - Parameters:
    ///   - payload: any bytes; not kept when it is larger than the whole limit.
    ///   - key: what it depends on.
    ///   - tell: takes a sentence when the folder cannot be written to.
    package func write(_ payload: Data, _ key: CacheKey, tell: (String) -> Void = { _ in }) {
        let file = CacheEntry.file(payload, key: key)
        guard file.count <= limit else {
            tell("The travel times are not cached: they take \(file.count) bytes, and the cache may hold \(limit).")
            return
        }
        let part = folder.appendingPathComponent("\(key.digest).\(UUID().uuidString)\(Self.aside)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try file.write(to: part)
        } catch {
            try? FileManager.default.removeItem(at: part)
            tell(
                "The travel times are not cached: the folder \(folder.path) cannot be written to. Name another, or use "
                    + "--no-cache.")
            return
        }
        guard rename(part.path, url(key).path) == 0 else {
            try? FileManager.default.removeItem(at: part)
            tell("The travel times are not cached: \(url(key).path) cannot be replaced. Remove it, or use --no-cache.")
            return
        }
        removeOldest(keeping: url(key).lastPathComponent)
    }

    private func url(_ key: CacheKey) -> URL { folder.appendingPathComponent(key.digest + Self.ending) }

    /// Removes entries, the one used longest ago first (by name among equals), until the rest fit; and what runs that
    /// were broken off left aside more than a day ago.
    private func removeOldest(keeping name: String) {
        var entries: [(used: Date, name: String, bytes: Int)] = []
        let wanted: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
        let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(wanted))
        var parts: [(used: Date, file: URL)] = []
        for file in all ?? [] {
            guard let values = try? file.resourceValues(forKeys: wanted), let used = values.contentModificationDate
            else { continue }
            if file.lastPathComponent.hasSuffix(Self.ending) {
                entries.append((used, file.lastPathComponent, values.fileSize ?? 0))
            } else if file.lastPathComponent.hasSuffix(Self.aside) {
                parts.append((used, file))
            }
        }
        let newest = entries.first { $0.name == name }?.used ?? .distantPast
        for part in parts where part.used < newest.addingTimeInterval(-86_400) {
            try? FileManager.default.removeItem(at: part.file)
        }
        var bytes = entries.reduce(0) { $0 + $1.bytes }
        for entry in entries.sorted(by: { ($0.used, $0.name) < ($1.used, $1.name) }) where entry.name != name {
            guard bytes > limit else { return }
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(entry.name))
            bytes -= entry.bytes
        }
    }
}
