/// Takes the nodes that ways use from blocks, wherever they stand.
struct NodeReader {
    let blocks: ProtobufBlocks
    /// For each node in use its place in `identifiers`; -1 until it is found.
    private(set) var places: [Int64: Int32]
    private(set) var identifiers: [Int64] = []
    private(set) var coordinates: [Coordinate] = []
    private(set) var tags: [Int32: StreetTags] = [:]

    init(blocks: ProtobufBlocks, wanted: [WayReader.Found]) {
        self.blocks = blocks
        places = [:]
        for way in wanted { for reference in way.references { places[reference] = -1 } }
    }

    /// - Parameters:
    ///   - block: what to read.
    ///   - number: for errors.
    /// - Throws: `TravelError` when a node is off the Earth or a number points outside the block.
    mutating func read(_ block: OSMPrimitiveBlock, _ number: Int) throws {
        for group in block.primitivegroup where !group.nodes.isEmpty || group.hasDense {
            let words = BlockWords(block, blocks, number)
            for node in group.nodes {
                guard node.keys.count == node.vals.count else {
                    throw blocks.wrong(number, "has more keys than values, or fewer, on node \(node.id)")
                }
                try add(node.id, east: node.lon, north: node.lat, block, number) {
                    var found = StreetTags()
                    for (key, value) in zip(node.keys, node.vals) {
                        guard let name = try words.key(Int(key)) else { continue }
                        found[name] = try words.text(Int(value))
                    }
                    return found
                }
            }
            if group.hasDense { try read(dense: group.dense, words, block, number) }
        }
    }

    private mutating func read(
        dense: OSMDenseNodes, _ words: BlockWords, _ block: OSMPrimitiveBlock, _ number: Int
    ) throws {
        let count = dense.id.count
        guard dense.lat.count == count, dense.lon.count == count else {
            throw blocks.wrong(
                number, "has \(count) nodes, \(dense.lat.count) latitudes and \(dense.lon.count) longitudes")
        }
        var (id, east, north) = (Int64(0), Int64(0), Int64(0))
        var word = 0
        for place in 0..<count {
            let sums = [
                id.addingReportingOverflow(dense.id[place]), east.addingReportingOverflow(dense.lon[place]),
                north.addingReportingOverflow(dense.lat[place]),
            ]
            guard sums.allSatisfy({ !$0.overflow }) else {
                throw blocks.wrong(number, "has a node, number \(place + 1), whose differences run out of range")
            }
            (id, east, north) = (sums[0].partialValue, sums[1].partialValue, sums[2].partialValue)
            let start = word
            if !dense.keysVals.isEmpty {
                while word < dense.keysVals.count, dense.keysVals[word] != 0 { word += 2 }
                guard word < dense.keysVals.count else {
                    throw blocks.wrong(number, "has tags of nodes that break off at node \(id)")
                }
                word += 1
            }
            let range = start..<max(start, word - 1)
            try add(id, east: east, north: north, block, number) {
                var found = StreetTags()
                for key in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
                    guard let name = try words.key(Int(dense.keysVals[key])) else { continue }
                    found[name] = try words.text(Int(dense.keysVals[key + 1]))
                }
                return found
            }
        }
    }

    private mutating func add(
        _ id: Int64, east: Int64, north: Int64, _ block: OSMPrimitiveBlock, _ number: Int,
        tags read: () throws -> StreetTags
    ) throws {
        guard let known = places[id], known < 0 else { return }
        guard let x = Self.place(east, block.lonOffset, block.granularity, most: 180),
            let y = Self.place(north, block.latOffset, block.granularity, most: 90)
        else {
            throw blocks.wrong(number, "has a node, \(id), that is off the Earth")
        }
        let place = Int32(identifiers.count)
        places[id] = place
        identifiers.append(id)
        coordinates.append(Coordinate(east: x, north: y))
        let found = try read()
        if !found.isEmpty { tags[place] = found }
    }

    /// In 10⁻⁷ degrees; nil beyond `most` degrees. The format counts in granules of so many 10⁻⁹ degrees.
    private static func place(_ value: Int64, _ offset: Int64, _ granularity: Int32, most: Int64) -> Int32? {
        let (product, overflows) = value.multipliedReportingOverflow(by: Int64(granularity))
        let (sum, overflowsToo) = product.addingReportingOverflow(offset)
        guard !overflows, !overflowsToo, (-most * 1_000_000_000...most * 1_000_000_000).contains(sum) else {
            return nil
        }
        return Int32((Double(sum) / 100).rounded())
    }
}
