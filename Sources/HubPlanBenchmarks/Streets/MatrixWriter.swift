internal import Foundation
internal import TravelCosts

/// Writes a matrix of millimetres as a long table of metres.
enum MatrixWriter {
    /// Pairs that are out of reach are left out; rows come by source and target as asked.
    /// - Parameters:
    ///   - matrix: one row a source and one column a target.
    ///   - sources: the given numbers of its sources.
    ///   - targets: the given numbers of its targets.
    ///   - path: written aside first, so that it is complete or absent.
    static func write(_ matrix: StreetMatrix, from sources: [UInt32], to targets: [UInt32], at path: String) throws {
        var bytes = Data("source_node,target_node,metres\n".utf8)
        for (row, source) in sources.enumerated() {
            var text = ""
            for (column, target) in targets.enumerated() {
                let cost = matrix.costs[row * targets.count + column]
                guard cost != .max else { continue }
                let thousandths = String(cost % 1000)
                let zeros = String(repeating: "0", count: 3 - thousandths.count)
                text += "\(source),\(target),\(cost / 1000).\(zeros)\(thousandths)\n"
            }
            bytes.append(contentsOf: text.utf8)
        }
        try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
