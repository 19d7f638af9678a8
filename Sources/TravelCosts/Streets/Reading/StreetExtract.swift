/// The streets of an OpenStreetMap extract: its ways with a highway tag, and the nodes that they use.
package struct StreetExtract: Sendable {
    /// A way with at least two nodes in the extract.
    struct Way: Sendable {
        let id: Int64
        /// Places in `nodeIDs`, in the way's order; a node that the extract lacks is -1.
        let nodes: [Int32]
        let tags: StreetTags
    }

    let path: String
    let ways: [Way]
    /// OpenStreetMap's own numbers.
    let nodeIDs: [Int64]
    /// One a node.
    let coordinates: [Coordinate]
    /// By place in `nodeIDs`; only nodes with a tag that matters.
    let nodeTags: [Int32: StreetTags]
    /// Nodes that ways name and the extract does not hold, as happens where it is cut.
    package let missingNodes: Int

    /// Reads the file twice, ways before nodes, so that only nodes in use are kept.
    /// - Parameter path: a PBF file.
    /// - Throws: `TravelError` when it cannot be read, is damaged, or has no street.
    package init(_ path: String) throws {
        let blocks = try ProtobufBlocks(path)
        var wayReader = WayReader(blocks: blocks)
        try blocks.forEach { block, number in try wayReader.read(block, number) }
        guard !wayReader.ways.isEmpty else {
            throw TravelError(
                "The street file \(path) has no way with a highway tag, so nothing can be walked. "
                    + "Give an extract that covers the study's area and is not filtered down to something else.")
        }
        var nodeReader = NodeReader(blocks: blocks, wanted: wayReader.ways)
        try blocks.forEach { block, number in try nodeReader.read(block, number) }
        self.init(path: path, ways: wayReader.ways, nodes: nodeReader)
    }

    private init(path: String, ways found: [WayReader.Found], nodes: NodeReader) {
        var missing: Set<Int64> = []
        self.path = path
        ways = found.map { way in
            Way(
                id: way.id,
                nodes: way.references.map { reference in
                    guard let place = nodes.places[reference], place >= 0 else {
                        missing.insert(reference)
                        return -1
                    }
                    return place
                }, tags: way.tags)
        }
        nodeIDs = nodes.identifiers
        coordinates = nodes.coordinates
        nodeTags = nodes.tags
        missingNodes = missing.count
    }
}
