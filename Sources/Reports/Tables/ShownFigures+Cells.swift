internal import HubModel

/// Figures as cells of a table, withheld ones marked as such.
extension ShownFigures {
    var childrenCell: Table.Cell { cell(children, Table.Cell.whole) }
    var meanCell: Table.Cell { cell(meanMinutes, minutes) }
    var medianCell: Table.Cell { cell(median) { minutes(Double($0) / 10) } }
    var ninetiethCell: Table.Cell { cell(ninetieth) { minutes(Double($0) / 10) } }
    var reachedCell: Table.Cell { cell(reached, Table.Cell.whole) }
    var shareCell: Table.Cell { cell(shareReached) { .fraction($0) } }
    var outOfReachCell: Table.Cell { cell(outOfReach, Table.Cell.whole) }

    /// Mean minutes now less those of the other figures.
    func changeCell(since other: ShownFigures?) -> Table.Cell {
        guard let other else { return .none }
        if meanMinutes.isWithheld || other.meanMinutes.isWithheld { return .withheld }
        guard let now = meanMinutes.number, let then = other.meanMinutes.number else { return .none }
        return change(now - then)
    }

    /// A difference of minutes as fine as the figures are.
    func change(_ minutes: Double) -> Table.Cell {
        isInWholeMinutes ? .wholeChange(minutes) : .change(minutes)
    }

    private func minutes(_ value: Double) -> Table.Cell {
        isInWholeMinutes ? .wholeMinutes(value) : .minutes(value)
    }

    /// Share reached now less that of the other figures.
    func shareChangeCell(since other: ShownFigures?) -> Table.Cell {
        guard let other else { return .none }
        if shareReached.isWithheld || other.shareReached.isWithheld { return .withheld }
        return .points(shareReached.number.flatMap { now in other.shareReached.number.map { now - $0 } })
    }

    /// Keys of the columns of `groups.csv` that are blank because they are withheld.
    var withheldColumns: [String] {
        [
            ("children", children.isWithheld), ("mean_minutes_there_and_back", meanMinutes.isWithheld),
            ("median_minutes_there_and_back", median.isWithheld), ("p90_minutes_there_and_back", ninetieth.isWithheld),
            ("reached", reached.isWithheld), ("share_reached", shareReached.isWithheld),
            ("out_of_reach", outOfReach.isWithheld),
        ].filter(\.1).map(\.0)
    }

    private func cell<Number>(_ value: Value<Number>, _ make: (Number) -> Table.Cell) -> Table.Cell {
        switch value {
        case .shown(let number): make(number)
        case .withheld: .withheld
        case .none: .none
        }
    }
}
