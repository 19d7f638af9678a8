/// A linear or mixed integer program to make least: columns with costs and bounds, rows of sparse coefficients.
struct LinearModel {
    private(set) var cost: [Double] = []
    private(set) var lower: [Double] = []
    private(set) var upper: [Double] = []
    private(set) var isInteger: [Bool] = []
    private(set) var rowLower: [Double] = []
    private(set) var rowUpper: [Double] = []
    /// Where each row starts in `index` and `value`.
    private(set) var rowStart: [Int32] = []
    private(set) var index: [Int32] = []
    private(set) var value: [Double] = []
    /// Added to the objective.
    var offset = 0.0

    var columnCount: Int { cost.count }
    var rowCount: Int { rowStart.count }

    /// - Returns: the number of the new column.
    @discardableResult
    mutating func addColumn(cost: Double, lower: Double, upper: Double, isInteger: Bool) -> Int32 {
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.isInteger.append(isInteger)
        return Int32(self.cost.count - 1)
    }

    mutating func addCost(_ amount: Double, to column: Int32) {
        cost[Int(column)] += amount
    }

    /// - Parameter columns: each at most once.
    mutating func addRow(least: Double, most: Double, columns: some Sequence<(column: Int32, coefficient: Double)>) {
        rowStart.append(Int32(index.count))
        rowLower.append(least)
        rowUpper.append(most)
        for (column, coefficient) in columns {
            index.append(column)
            value.append(coefficient)
        }
    }
}
