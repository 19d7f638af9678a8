package import Foundation

/// Writes small OpenStreetMap PBF files by hand, byte by byte from the format's published description, so that the
/// reader is tested against something that shares no code with it.
package struct StreetFileMaker {
    package struct Node {
        package var id: Int64
        /// Degrees.
        package var longitude: Double
        package var latitude: Double
        package var tags: [String: String]

        package init(_ id: Int64, _ longitude: Double, _ latitude: Double, _ tags: [String: String] = [:]) {
            self.id = id
            self.longitude = longitude
            self.latitude = latitude
            self.tags = tags
        }
    }

    package struct Way {
        package var id: Int64
        package var nodes: [Int64]
        package var tags: [String: String]

        package init(_ id: Int64, _ nodes: [Int64], _ tags: [String: String]) {
            self.id = id
            self.nodes = nodes
            self.tags = tags
        }
    }

    /// How a blob holds its contents.
    package enum Packing { case raw, zlib, bzip2 }

    package var nodes: [Node]
    package var ways: [Way]
    package var packing = Packing.zlib
    /// Dense nodes as nearly every file has them, or one message a node.
    package var isDense = true
    package var requiredFeatures = ["OsmSchema-V0.6", "DenseNodes"]
    /// What the file says its first block is.
    package var firstKind = "OSMHeader"
    /// Added to the word number of every way's first key, to point outside the table.
    package var wordShift = 0

    package init(nodes: [Node], ways: [Way]) {
        self.nodes = nodes
        self.ways = ways
    }

    package var data: Data {
        Data(
            block(firstKind, requiredFeatures.flatMap { Self.field(4, Array($0.utf8)) }) + block("OSMData", primitives))
    }

    private var primitives: [UInt8] {
        var words = [""]
        func number(_ word: String) -> UInt64 {
            if let known = words.firstIndex(of: word) { return UInt64(known) }
            words.append(word)
            return UInt64(words.count - 1)
        }
        func tags(_ tags: [String: String], shift: Int = 0) -> [UInt8] {
            let sorted = tags.sorted { $0.key < $1.key }
            return Self.packed(2, sorted.map { number($0.key) + UInt64(shift) })
                + Self.packed(3, sorted.map { number($0.value) })
        }
        var group: [UInt8] = []
        if isDense {
            group += Self.field(2, dense(number))
        } else {
            for node in nodes {
                group += Self.field(
                    1,
                    Self.plain(1, Self.zigzag(node.id)) + tags(node.tags) + Self.plain(8, Self.zigzag(north(node)))
                        + Self.plain(9, Self.zigzag(east(node))))
            }
        }
        var groups = Self.field(2, group)
        let drawn = ways.flatMap { way in
            Self.field(
                3,
                Self.plain(1, UInt64(bitPattern: way.id)) + tags(way.tags, shift: wordShift)
                    + Self.packed(8, Self.differences(way.nodes)))
        }
        groups += Self.field(2, drawn)
        return Self.field(1, words.flatMap { Self.field(1, Array($0.utf8)) }) + groups
    }

    private func dense(_ number: (String) -> UInt64) -> [UInt8] {
        var words: [UInt64] = []
        for node in nodes {
            for (key, value) in node.tags.sorted(by: { $0.key < $1.key }) { words += [number(key), number(value)] }
            words.append(0)
        }
        return Self.packed(1, Self.differences(nodes.map(\.id))) + Self.packed(8, Self.differences(nodes.map(north)))
            + Self.packed(9, Self.differences(nodes.map(east))) + Self.packed(10, words)
    }

    private func east(_ node: Node) -> Int64 { Int64((node.longitude * 1e7).rounded()) }
    private func north(_ node: Node) -> Int64 { Int64((node.latitude * 1e7).rounded()) }

    private func block(_ kind: String, _ contents: [UInt8]) -> [UInt8] {
        let blob: [UInt8] =
            switch packing {
            case .raw: Self.field(1, contents)
            case .zlib: Self.plain(2, UInt64(contents.count)) + Self.field(3, Self.stored(contents))
            case .bzip2: Self.plain(2, UInt64(contents.count)) + Self.field(5, contents)
            }
        let header = Self.field(1, Array(kind.utf8)) + Self.plain(3, UInt64(blob.count))
        let size = UInt32(header.count)
        return [UInt8(size >> 24), UInt8(size >> 16 & 255), UInt8(size >> 8 & 255), UInt8(size & 255)] + header + blob
    }
}

extension StreetFileMaker {
    private static func varint(_ value: UInt64) -> [UInt8] {
        var (rest, bytes) = (value, [UInt8]())
        while rest > 127 {
            bytes.append(UInt8(rest & 127 | 128))
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    private static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    private static func differences(_ values: [Int64]) -> [UInt64] {
        zip(values, [0] + values).map { zigzag($0 &- $1) }
    }

    private static func plain(_ number: UInt64, _ value: UInt64) -> [UInt8] { varint(number << 3) + varint(value) }

    private static func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
        varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
    }

    private static func packed(_ number: UInt64, _ values: [UInt64]) -> [UInt8] {
        field(number, values.flatMap(varint))
    }

    /// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4): packed without being smaller.
    private static func stored(_ contents: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = contents[...]
        repeat {
            let part = rest.prefix(65535)
            rest = rest.dropFirst(part.count)
            let size = UInt16(part.count)
            stream += [
                rest.isEmpty ? 1 : 0, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8),
            ]
            stream += part
        } while !rest.isEmpty
        var (low, high) = (UInt32(1), UInt32(0))
        for byte in contents {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return stream + [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
    }
}
