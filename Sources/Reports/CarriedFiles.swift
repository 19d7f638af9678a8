internal import Foundation

/// What people keep in a folder that hubplan writes anew: it goes into the new folder as it is.
///
/// Files are linked, so that at every moment a whole folder holds them; where the file system has no links they are copied.
enum CarriedFiles {
    /// - Parameters:
    ///   - former: the folder as it stands; it need not be there.
    ///   - folder: the new one, filled already. What it holds is not overwritten.
    ///   - kind: says which names are hubplan's own; those are left behind.
    /// - Returns: names of what was carried over, sorted.
    /// - Throws: `ReportError` when one can be neither linked nor copied.
    static func carry(from former: URL, into folder: URL, of kind: WholeFolder.Kind) throws -> [String] {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: former.path)) ?? []
        let written = Set(try files.contentsOfDirectory(atPath: folder.path))
        var carried: [String] = []
        for name in names.sorted() where !written.contains(name) && !kind.renews(name) {
            do {
                try carry(former.appendingPathComponent(name), to: folder.appendingPathComponent(name))
            } catch {
                throw ReportError(
                    "\(name) stands in it, hubplan did not write it, and it can be taken into the new folder neither by "
                        + "link nor by copy. Move it elsewhere, or choose another folder.")
            }
            if !kind.lasting.contains(name) { carried.append(name) }
        }
        return carried
    }

    private static func carry(_ item: URL, to place: URL) throws {
        let files = FileManager.default
        let attributes = try files.attributesOfItem(atPath: item.path)
        guard attributes[.type] as? FileAttributeType == .typeDirectory else {
            if link(item.path, place.path) != 0 { try files.copyItem(at: item, to: place) }
            return
        }
        try files.createDirectory(at: place, withIntermediateDirectories: false)
        for name in try files.contentsOfDirectory(atPath: item.path) {
            try carry(item.appendingPathComponent(name), to: place.appendingPathComponent(name))
        }
        let kept = attributes.filter { [.posixPermissions, .modificationDate].contains($0.key) }
        try? files.setAttributes(kept, ofItemAtPath: place.path)
    }
}
