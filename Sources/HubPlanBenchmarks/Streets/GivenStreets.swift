internal import Foundation
internal import HubModel
internal import Spatial
internal import TravelCosts

/// A street graph as others give it: a table of nodes, a table of arcs.
struct GivenStreets {
    let nodes: [Point]
    let tails: [UInt32]
    let heads: [UInt32]
    /// Millimetres, one an arc.
    let lengths: [UInt32]

    /// - Parameters:
    ///   - nodes: a table with columns node (0 and upwards, in order), lon and lat; gzip where its name says so.
    ///   - arcs: a table with columns from, to and length_m.
    /// - Throws: `SpatialError` or `BenchmarkError` that names file, row, column and value.
    init(nodes nodeFile: String, arcs arcFile: String) throws {
        let places = try Columns(nodeFile, ["node", "lon", "lat"])
        for row in 0..<places.count {
            guard try places.whole("node", row) == row else {
                throw places.wrong("node", row, "the node's own row, counted from 0")
            }
        }
        self.nodes = try (0..<places.count).map { row in
            Point(x: try places.number("lon", row), y: try places.number("lat", row))
        }
        let table = try Columns(arcFile, ["from", "to", "length_m"])
        func ends(_ column: String) throws -> [UInt32] {
            try (0..<table.count).map { row in
                guard let node = try UInt32(exactly: table.whole(column, row)), node < places.count else {
                    throw table.wrong(column, row, "a node from 0 to \(places.count - 1)")
                }
                return node
            }
        }
        tails = try ends("from")
        heads = try ends("to")
        lengths = try (0..<table.count).map { row in
            let metres = try table.number("length_m", row)
            guard metres >= 0, metres <= 1_000_000 else {
                throw table.wrong("length_m", row, "metres from 0 to 1000000")
            }
            return UInt32((metres * 1000).rounded())
        }
    }

    /// The nodes named by a table's one column, a number a line with or without a heading.
    /// - Parameters:
    ///   - path: a text file of node numbers.
    ///   - count: nodes of the graph.
    /// - Throws: `BenchmarkError` that names file and line.
    static func list(_ path: String, nodes count: Int) throws -> [UInt32] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw BenchmarkError(description: "The file \(path) cannot be read as text: give a list of nodes.")
        }
        var numbers: [UInt32] = []
        for (row, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let word = line.drop { $0 == " " }.prefix { $0 != " " && $0 != "," }
            guard let number = UInt32(word), number < count else {
                if row == 0, word.first?.isLetter == true { continue }
                throw BenchmarkError(
                    description:
                        "The file \(path), line \(row + 1), holds \"\(line)\": give a node from 0 to \(count - 1)."
                )
            }
            numbers.append(number)
        }
        return numbers
    }
}

/// Some columns of a table.
private struct Columns {
    let path: String
    let count: Int
    private let layer: VectorLayer

    init(_ path: String, _ names: Set<String>) throws {
        self.path = path
        layer = try VectorFile.read(path, columns: names)
        count = layer.count
    }

    func number(_ column: String, _ row: Int) throws -> Double {
        guard let text = layer.column(column)?[row], let value = Double(text), value.isFinite else {
            throw wrong(column, row, "a number")
        }
        return value
    }

    func whole(_ column: String, _ row: Int) throws -> Int {
        guard let text = layer.column(column)?[row], let value = Int(text) else {
            throw wrong(column, row, "a whole number")
        }
        return value
    }

    func wrong(_ column: String, _ row: Int, _ wanted: String) -> BenchmarkError {
        let value = layer.column(column)?[row] ?? ""
        return BenchmarkError(
            description: "The file \(path), row \(row + 1), has \(column) \"\(value)\", but must have \(wanted).")
    }
}
