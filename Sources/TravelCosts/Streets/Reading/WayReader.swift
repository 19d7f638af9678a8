/// Takes the ways with a highway tag from blocks.
struct WayReader {
    struct Found {
        let id: Int64
        let references: [Int64]
        let tags: StreetTags
    }

    let blocks: ProtobufBlocks
    private(set) var ways: [Found] = []

    init(blocks: ProtobufBlocks) { self.blocks = blocks }

    /// - Parameters:
    ///   - block: what to read.
    ///   - number: for errors.
    /// - Throws: `TravelError` when a number points outside the block or a difference leads out of range.
    mutating func read(_ block: OSMPrimitiveBlock, _ number: Int) throws {
        guard block.primitivegroup.contains(where: { !$0.ways.isEmpty }) else { return }
        let words = BlockWords(block, blocks, number)
        for way in block.primitivegroup.lazy.flatMap(\.ways) {
            guard way.keys.count == way.vals.count else {
                throw blocks.wrong(number, "has \(way.keys.count) keys and \(way.vals.count) values on way \(way.id)")
            }
            var tags = StreetTags()
            for (key, value) in zip(way.keys, way.vals) {
                guard let name = try words.key(Int(key)) else { continue }
                tags[name] = try words.text(Int(value))
            }
            guard tags["highway"] != nil, way.refs.count > 1 else { continue }
            var references: [Int64] = []
            references.reserveCapacity(way.refs.count)
            var last: Int64 = 0
            for difference in way.refs {
                let (next, overflows) = last.addingReportingOverflow(difference)
                guard !overflows else {
                    throw blocks.wrong(number, "has a way, \(way.id), whose nodes' numbers run out of range")
                }
                references.append(next)
                last = next
            }
            ways.append(Found(id: way.id, references: references, tags: tags))
        }
    }
}

/// A block's table of words, of which only keys that matter become text.
struct BlockWords {
    private let words: [String?]
    private let table: OSMStringTable
    private let blocks: ProtobufBlocks
    private let number: Int

    init(_ block: OSMPrimitiveBlock, _ blocks: ProtobufBlocks, _ number: Int) {
        table = block.stringtable
        self.blocks = blocks
        self.number = number
        words = table.s.map { bytes in
            guard bytes.count <= 20 else { return nil }
            let word = String(decoding: bytes, as: UTF8.self)
            return StreetTags.known.contains(word) ? word : nil
        }
    }

    /// The word at a place where it is a key that matters; nil where it is another.
    func key(_ place: Int) throws -> String? {
        guard words.indices.contains(place) else { throw outside(place) }
        return words[place]
    }

    func text(_ place: Int) throws -> String {
        guard table.s.indices.contains(place) else { throw outside(place) }
        return String(decoding: table.s[place], as: UTF8.self)
    }

    private func outside(_ place: Int) -> TravelError {
        blocks.wrong(number, "points at word \(place) of \(table.s.count)")
    }
}
