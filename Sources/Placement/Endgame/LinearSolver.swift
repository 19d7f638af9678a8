internal import CHiGHS
internal import HubModel

/// One HiGHS instance for whole models; ``LinearSession`` is for programs that change between solves, and no other file
/// knows the library. Runs on one thread, so that it repeats itself.
struct LinearSolver: ~Copyable {
    /// What stopped a run, and what it found.
    struct Answer {
        enum Status { case optimal, infeasible, stopped(StopReason) }
        var status: Status
        /// One value a column; empty when no solution was found.
        var values: [Double]
        /// One value a column: the change of the optimum with its value, its reduced cost; empty for integer programs.
        var reducedCosts: [Double]
        /// No solution cheaper than the cut-off costs less, up to the solver's rounding: ∞ when there is none,
        /// −∞ when nothing is known.
        var bound: Double
        /// Simplex iterations and nodes.
        var work: Int64
    }

    /// When to stop, and whom to ask.
    struct Limits {
        /// Asked at every interruption that HiGHS allows, which come at the same places of the same model: whether to
        /// stop. nil never asks.
        var checkpoint: (() -> StopReason?)?
        /// Simplex iterations; the same on every machine.
        var work: Int64?
        /// Only solutions cheaper than this are looked for.
        var cutoff: Double?

        init(work: Int64? = nil, cutoff: Double? = nil, checkpoint: (() -> StopReason?)? = nil) {
            self.work = work
            self.cutoff = cutoff
            self.checkpoint = checkpoint
        }
    }

    private let highs: UnsafeMutableRawPointer

    /// - Throws: `PlacementError` when the library gives no instance or refuses an option.
    init() throws(PlacementError) {
        guard let highs = Highs_create() else {
            throw PlacementError("The linear solver HiGHS could not be started: see that there is memory left.")
        }
        do {
            try Self.configure(highs)
        } catch {
            Highs_destroy(highs)
            throw error
        }
        self.highs = highs
    }

    /// Quiet, on one thread, exact as far as its arithmetic goes.
    private static func configure(_ highs: UnsafeMutableRawPointer) throws(PlacementError) {
        try check(Highs_setBoolOptionValue(highs, "output_flag", 0), "output_flag")
        try check(Highs_setStringOptionValue(highs, "parallel", "off"), "parallel")
        try check(Highs_setIntOptionValue(highs, "threads", 1), "threads")
        try check(Highs_setIntOptionValue(highs, "random_seed", 1), "random_seed")
        // Plans come from outside and are good: sub-problems searched for better ones took most of the time.
        for heuristic in ["rins", "rens", "root_reduced_cost"] {
            try check(Highs_setBoolOptionValue(highs, "mip_heuristic_run_\(heuristic)", 0), heuristic)
        }
        try check(Highs_setBoolOptionValue(highs, "mip_allow_restart", 0), "mip_allow_restart")
        try set("mip_rel_gap", 0, in: highs)
        try set("mip_abs_gap", 0, in: highs)
        try set("mip_feasibility_tolerance", 1e-9, in: highs)
        try set("primal_feasibility_tolerance", 1e-9, in: highs)
        try set("dual_feasibility_tolerance", 1e-9, in: highs)
    }

    deinit {
        Highs_destroy(highs)
    }

    /// The integer program's gap in units of its objective below which it counts as solved.
    func setAbsoluteGap(_ gap: Double) throws {
        try Self.set("mip_abs_gap", gap, in: highs)
    }

    /// Solves a model, integer columns as integers.
    /// - Throws: `PlacementError` when HiGHS refuses the model or breaks down.
    func solve(_ model: LinearModel, limits: Limits = Limits()) throws(PlacementError) -> Answer {
        try pass(model)
        try Self.set("objective_bound", limits.cutoff ?? .infinity, in: highs)
        let watch = Interruption(limits)
        let isMixed = model.isInteger.contains(true)
        let status = withExtendedLifetime(watch) {
            Highs_setCallback(highs, Interruption.callback, Unmanaged.passUnretained(watch).toOpaque())
            Highs_startCallback(highs, isMixed ? kHighsCallbackMipInterrupt : kHighsCallbackSimplexInterrupt)
            return Highs_run(highs)
        }
        guard status != kHighsStatusError else {
            throw PlacementError("The linear solver HiGHS broke down on a model of \(model.columnCount) columns.")
        }
        return try answer(for: model, isMixed: isMixed, watch: watch)
    }

    /// The optimum of a linear relaxation, near enough to price by.
    struct Relaxation {
        var values: [Double]
        /// One a row: what the optimum changes by for a unit more of its bound.
        var duals: [Double]
        /// Steps of the interior point method.
        var work: Int64
    }

    /// Solves a linear relaxation by the interior point method alone: no vertex is sought, since whoever asks rounds and
    /// prices the duals afresh.
    /// - Parameter limits: of these the checkpoint alone counts.
    /// - Returns: nil when a limit came first, or the method found no way in so many steps.
    /// - Throws: `PlacementError` when HiGHS refuses the model.
    func relax(_ model: LinearModel, limits: Limits) throws(PlacementError) -> Relaxation? {
        try pass(model)
        try Self.check(Highs_setIntOptionValue(highs, "ipm_iteration_limit", 200), "ipm_iteration_limit")
        try Self.check(Highs_setStringOptionValue(highs, "solver", "ipm"), "solver")
        try Self.check(Highs_setStringOptionValue(highs, "run_crossover", "off"), "run_crossover")
        defer {
            Highs_setStringOptionValue(highs, "solver", "choose")
            Highs_setStringOptionValue(highs, "run_crossover", "on")
        }
        let watch = Interruption(Limits(checkpoint: limits.checkpoint))
        let status = withExtendedLifetime(watch) {
            Highs_setCallback(highs, Interruption.callback, Unmanaged.passUnretained(watch).toOpaque())
            Highs_startCallback(highs, kHighsCallbackIpmInterrupt)
            return Highs_run(highs)
        }
        let found = Highs_getModelStatus(highs)
        guard status != kHighsStatusError, found == kHighsModelStatusOptimal || found == kHighsModelStatusUnknown
        else { return nil }
        var values = [Double](repeating: 0, count: model.columnCount)
        var duals = [Double](repeating: 0, count: model.rowCount)
        Highs_getSolution(highs, &values, nil, nil, &duals)
        var steps: HighsInt = 0
        Highs_getIntInfoValue(highs, "ipm_iteration_count", &steps)
        return Relaxation(values: values, duals: duals, work: Int64(max(0, steps)))
    }

    private func pass(_ model: LinearModel) throws(PlacementError) {
        Highs_clearSolver(highs)
        let integrality = model.isInteger.map { $0 ? kHighsVarTypeInteger : kHighsVarTypeContinuous }
        let columns = HighsInt(model.columnCount)
        let rows = HighsInt(model.rowCount)
        let terms = HighsInt(model.index.count)
        let status =
            if model.isInteger.contains(true) {
                Highs_passMip(
                    highs, columns, rows, terms, kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, model.offset,
                    model.cost, model.lower, model.upper, model.rowLower, model.rowUpper, model.rowStart, model.index,
                    model.value, integrality)
            } else {
                Highs_passLp(
                    highs, columns, rows, terms, kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, model.offset,
                    model.cost, model.lower, model.upper, model.rowLower, model.rowUpper, model.rowStart, model.index,
                    model.value)
            }
        guard status != kHighsStatusError else {
            throw PlacementError(
                "The linear solver HiGHS refused a model of \(columns) columns and \(rows) rows: "
                    + "see that no weight or rule is out of all proportion.")
        }
    }

    private func answer(for model: LinearModel, isMixed: Bool, watch: Interruption) throws(PlacementError) -> Answer {
        let status: Answer.Status
        switch Highs_getModelStatus(highs) {
        case kHighsModelStatusOptimal, kHighsModelStatusModelEmpty: status = .optimal
        case kHighsModelStatusInfeasible, kHighsModelStatusObjectiveBound, kHighsModelStatusUnboundedOrInfeasible:
            status = .infeasible
        case kHighsModelStatusInterrupt: status = .stopped(watch.reason)
        case let other: throw PlacementError("The linear solver HiGHS stopped with its status \(other).")
        }
        var solution: HighsInt = 0
        Highs_getIntInfoValue(highs, "primal_solution_status", &solution)
        var values: [Double] = []
        var reducedCosts: [Double] = []
        if solution == kHighsSolutionStatusFeasible {
            values = [Double](repeating: 0, count: model.columnCount)
            reducedCosts = values
            Highs_getSolution(highs, &values, &reducedCosts, nil, nil)
            if isMixed { reducedCosts = [] }
        }
        return Answer(
            status: status, values: values, reducedCosts: reducedCosts, bound: bound(isMixed, status),
            work: work(isMixed))
    }

    private func bound(_ isMixed: Bool, _ status: Answer.Status) -> Double {
        if case .infeasible = status { return .infinity }
        var bound = -Double.infinity
        if isMixed {
            Highs_getDoubleInfoValue(highs, "mip_dual_bound", &bound)
        } else if case .optimal = status {
            bound = Highs_getObjectiveValue(highs)
        }
        return bound
    }

    private func work(_ isMixed: Bool) -> Int64 {
        var iterations: HighsInt = 0
        var nodes: Int64 = 0
        Highs_getIntInfoValue(highs, "simplex_iteration_count", &iterations)
        if isMixed { Highs_getInt64InfoValue(highs, "mip_node_count", &nodes) }
        return Int64(max(0, iterations)) + max(0, nodes)
    }

    private static func set(_ option: String, _ value: Double, in highs: UnsafeMutableRawPointer) throws(PlacementError)
    {
        try check(Highs_setDoubleOptionValue(highs, option, value), option)
    }

    private static func check(_ status: HighsInt, _ option: String) throws(PlacementError) {
        guard status == kHighsStatusOk else {
            throw PlacementError("The linear solver HiGHS refused its option \(option): install version 1.15.")
        }
    }
}

/// What HiGHS asks now and then: whether to go on.
private final class Interruption {
    private let limits: LinearSolver.Limits
    private(set) var reason = StopReason.interrupted
    private var isOver = false

    init(_ limits: LinearSolver.Limits) {
        self.limits = limits
    }

    /// Once it has said so it is asked no more, however often HiGHS looks again.
    func shouldStop(after iterations: Int64) -> Bool {
        if isOver { return true }
        let isSpent = limits.work.map { iterations >= $0 } ?? false
        guard let why = isSpent ? .workLimit : limits.checkpoint?() else { return false }
        reason = why
        isOver = true
        return true
    }

    static let callback: HighsCCallbackType = { kind, _, output, input, context in
        guard let context, let output, let input else { return }
        let interruption = Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        let iterations =
            kind == kHighsCallbackMipInterrupt
            ? output.pointee.mip_total_lp_iterations : Int64(output.pointee.simplex_iteration_count)
        input.pointee.user_interrupt = interruption.shouldStop(after: iterations) ? 1 : 0
    }
}
