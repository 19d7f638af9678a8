internal import CHiGHS
internal import HubModel

/// A linear program that changes between solves: rows and columns are added, bounds move, and each solve goes on from
/// the basis of the one before. Runs the dual simplex method of HiGHS on one thread, so that it repeats itself.
struct LinearSession: ~Copyable {
    enum Status { case optimal, infeasible, stopped }

    /// Where columns and rows stand in a basis, in HiGHS's numbers.
    struct Basis {
        static let basic = kHighsBasisStatusBasic
        static let lower = kHighsBasisStatusLower
        static let upper = kHighsBasisStatusUpper

        var columns: [Int32]
        var rows: [Int32]
    }

    private let highs: UnsafeMutableRawPointer
    private(set) var columnCount = 0
    private(set) var rowCount = 0
    /// Coefficients of all rows.
    private(set) var coefficientCount = 0
    /// Simplex iterations so far.
    private(set) var iterations: Int64 = 0
    private(set) var objective = 0.0
    private(set) var values: [Double] = []
    private(set) var rowDuals: [Double] = []

    /// - Throws: `PlacementError` when the library gives no instance or refuses an option.
    init() throws(PlacementError) {
        guard let highs = Highs_create() else {
            throw PlacementError("The linear solver HiGHS could not be started: see that there is memory left.")
        }
        let settings = [
            Highs_setBoolOptionValue(highs, "output_flag", 0), Highs_setStringOptionValue(highs, "parallel", "off"),
            Highs_setStringOptionValue(highs, "solver", "simplex"),
            Highs_setStringOptionValue(highs, "presolve", "off"), Highs_setIntOptionValue(highs, "threads", 1),
            Highs_setIntOptionValue(highs, "random_seed", 1), Highs_setIntOptionValue(highs, "simplex_strategy", 1),
            // Undoing a perturbation of the costs led the primal method that does it into endless degenerate steps.
            Highs_setDoubleOptionValue(highs, "dual_simplex_cost_perturbation_multiplier", 0),
            Highs_setDoubleOptionValue(highs, "primal_feasibility_tolerance", 1e-8),
            Highs_setDoubleOptionValue(highs, "dual_feasibility_tolerance", 1e-7),
        ]
        guard settings.allSatisfy({ $0 == kHighsStatusOk }) else {
            Highs_destroy(highs)
            throw PlacementError("The linear solver HiGHS refused an option: install version 1.15.")
        }
        self.highs = highs
    }

    deinit { Highs_destroy(highs) }

    /// Puts another program in place of the present one.
    /// - Parameter basis: to start from; nil for one of slacks alone.
    mutating func load(_ model: LinearModel, basis: Basis?) throws(PlacementError) {
        Highs_clearModel(highs)
        // What earlier programs left lies scattered over the heap, and would stay with the process.
        malloc_trim(0)
        columnCount = model.columnCount
        rowCount = model.rowCount
        coefficientCount = model.index.count
        try check(
            Highs_passLp(
                highs, HighsInt(columnCount), HighsInt(rowCount), HighsInt(model.index.count),
                kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, model.offset, model.cost, model.lower, model.upper,
                model.rowLower, model.rowUpper, model.rowStart, model.index, model.value))
        if let basis { try set(basis) }
    }

    /// Adds columns that no row holds yet, from 0 up.
    mutating func addColumns(costs: [Double]) throws(PlacementError) {
        guard !costs.isEmpty else { return }
        let zeros = [Double](repeating: 0, count: costs.count)
        let infinite = [Double](repeating: .infinity, count: costs.count)
        try check(Highs_addCols(highs, HighsInt(costs.count), costs, zeros, infinite, 0, nil, nil, nil))
        columnCount += costs.count
    }

    /// Adds rows Σ coefficient · column ≥ least; they are basic until the next solve.
    mutating func addRows(
        least: [Double], starts: [Int32], index: [Int32], value: [Double]
    ) throws(PlacementError) {
        guard !least.isEmpty else { return }
        let infinite = [Double](repeating: .infinity, count: least.count)
        try check(
            Highs_addRows(highs, HighsInt(least.count), least, infinite, HighsInt(index.count), starts, index, value))
        rowCount += least.count
        coefficientCount += index.count
    }

    /// - Parameter columns: ascending.
    mutating func setBounds(_ columns: [Int32], lower: [Double], upper: [Double]) throws(PlacementError) {
        guard !columns.isEmpty else { return }
        try check(Highs_changeColsBoundsBySet(highs, HighsInt(columns.count), columns, lower, upper))
    }

    /// Solves from the present basis; where that leads nowhere, as it may on a degenerate program, from that of slacks.
    ///
    /// What is found even then only up to rounding counts as found: nothing but the choice of multipliers rests on it.
    mutating func solve() throws(PlacementError) -> Status {
        let status = try solve(most: 10 * (rowCount + columnCount) + 1000)
        guard status == .stopped else { return status }
        Highs_clearSolver(highs)
        return try solve(most: 100 * (rowCount + columnCount) + 10_000)
    }

    /// - Parameter most: simplex iterations.
    mutating func solve(most: Int) throws(PlacementError) -> Status {
        Highs_setIntOptionValue(highs, "simplex_iteration_limit", HighsInt(min(most, Int(Int32.max))))
        let run = Highs_run(highs)
        var count: HighsInt = 0
        Highs_getIntInfoValue(highs, "simplex_iteration_count", &count)
        iterations += Int64(max(0, count))
        guard run != kHighsStatusError else { throw Self.breakdown }
        switch Highs_getModelStatus(highs) {
        case kHighsModelStatusInfeasible, kHighsModelStatusUnboundedOrInfeasible: return .infeasible
        case kHighsModelStatusOptimal:
            read()
            return .optimal
        case kHighsModelStatusIterationLimit, kHighsModelStatusUnknown:
            read()
            return .stopped
        default: throw Self.breakdown
        }
    }

    /// What the objective comes to, at least, with a column held at a value; program, basis and what was found before stay.
    /// - Parameter most: simplex iterations.
    /// - Returns: nil when nothing is feasible then.
    mutating func probe(
        column: Int32, at value: Double, lower: Double, upper: Double, most: Int
    ) throws(PlacementError) -> Double? {
        let (start, count) = (try basis(), iterations)
        try setBounds([column], lower: [value], upper: [value])
        Highs_setIntOptionValue(highs, "simplex_iteration_limit", HighsInt(most))
        let run = Highs_run(highs)
        guard run != kHighsStatusError else { throw Self.breakdown }
        var found: HighsInt = 0
        Highs_getIntInfoValue(highs, "simplex_iteration_count", &found)
        iterations = count + Int64(max(0, found))
        let isInfeasible = Highs_getModelStatus(highs) == kHighsModelStatusInfeasible
        let objective = Highs_getObjectiveValue(highs)
        try setBounds([column], lower: [lower], upper: [upper])
        try set(start)
        return isInfeasible ? nil : objective
    }

    private mutating func read() {
        objective = Highs_getObjectiveValue(highs)
        values = [Double](repeating: 0, count: columnCount)
        rowDuals = [Double](repeating: 0, count: rowCount)
        Highs_getSolution(highs, &values, nil, nil, &rowDuals)
    }

    func basis() throws(PlacementError) -> Basis {
        var basis = Basis(
            columns: [Int32](repeating: 0, count: columnCount), rows: [Int32](repeating: 0, count: rowCount))
        try check(Highs_getBasis(highs, &basis.columns, &basis.rows))
        return basis
    }

    func set(_ basis: Basis) throws(PlacementError) {
        try check(Highs_setBasis(highs, basis.columns, basis.rows))
    }

    static var breakdown: PlacementError {
        PlacementError("The linear solver HiGHS broke down on a linear program of the endgame.")
    }

    private func check(_ status: HighsInt) throws(PlacementError) {
        guard status != kHighsStatusError else { throw Self.breakdown }
    }
}
