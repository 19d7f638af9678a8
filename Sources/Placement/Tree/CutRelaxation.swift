internal import HubModel

/// The linear relaxation of what fixing left undecided, in Benders form: y opens a site, θ is what a merged row pays.
///
///     least Σ θ,   θ ≥ D − Σ (D − v)⁺ y   for any threshold D,   count and limits on y,   0 ≤ y ≤ 1
///
/// (Duran-Mateluna, Ales and Elloumi, EJOR 308, 2023.) Each row has one cut as its reference, at first that of its
/// Lagrangian multiplier, and θ is written as reference + δ with δ ≥ 0. A row whose reference is its only cut needs then
/// neither column nor row, and the first optimum is the Lagrangian bound. Only rows whose multiplier lies between two
/// thresholds are in the program, about as many as there are basic y: hundreds where there are tens of thousands of rows.
///
/// A cut is divided by its distance from the reference, so that most coefficients are 1 and few numbers are large.
///
/// The program knows only the *active* sites, those that came cheap when priced; every other stays at 0 and has no
/// coefficients. Its optimum says nothing of them, so it is no bound: ``TreePricing`` prices them all, and those that it
/// chooses become active.
struct CutRelaxation: ~Copyable {
    private struct Cut {
        var row: Int32
        var threshold: Double
        /// Solve at which it was last found tight.
        var lastTight: Int32
    }

    let rows: TreeRows
    private let rules: TreeRuleRows
    private let crossing: [Int]
    /// Objective units in one unit of the program's.
    private let unit: Double

    private var session: LinearSession
    private var reference: [Double]
    /// Column of a merged row's δ, −1 without one, and its unit.
    private var slackColumn: [Int32]
    private var slackUnit: [Double]
    private var cuts: [Cut] = []
    private var standing: [TreePricing.Standing]
    /// Undecided sites that the program knows.
    private(set) var isActive: [Bool]
    private var activeCount: Int
    /// Sites closed for good, which make way when the program is compressed.
    private var retired: [Int] = []
    private var solves: Int32 = 0
    private var lastCompression: Int32 = 0
    private(set) var work: Int64 = 0
    /// Coefficients that the program may have; cuts beyond are left out, and the bound is weaker.
    var mostCoefficients = Int.max
    /// Rows that the last separation found too short for this y.
    private(set) var shortRows: [Int] = []

    private var siteCount: Int { rows.sites.count }
    private var ruleCount: Int { 1 + rules.limits.count }

    /// Cuts that were slack for so many solves make way when the program is compressed.
    private static let patience: Int32 = 3
    /// Cuts added at a time, at most: so many, and so many for every active site.
    private static let leastAdded = 100
    private static let addedForEach = 0.5
    /// Simplex iterations of a probe.
    private static let probeIterations = 60
    /// Least share of a cut's distance from its reference that counts as violated.
    private static let tolerance = 1e-6

    /// - Parameters:
    ///   - multipliers: of the merged rows: the references of the first program.
    ///   - isActive: whether the first program knows a site, by its place; nil when it knows them all.
    init(
        _ rows: TreeRows, rules: SiteRules, tree: LimitTree, fixedOpen: [UInt32], multipliers: [Double],
        isActive: [Bool]? = nil
    ) throws(PlacementError) {
        session = try LinearSession()
        self.rows = rows
        self.rules = TreeRuleRows(rules, sites: rows.sites, open: fixedOpen)
        crossing = tree.crossing
        reference = zip(multipliers.indices, multipliers).map { Self.snapped($1, to: rows, row: $0) }
        unit = max(1, multipliers.reduce(0, +) / Double(max(1, rows.count)))
        slackColumn = [Int32](repeating: -1, count: rows.count)
        slackUnit = [Double](repeating: 1, count: rows.count)
        standing = [TreePricing.Standing](repeating: .free, count: rows.sites.count)
        self.isActive = isActive ?? [Bool](repeating: true, count: rows.sites.count)
        activeCount = self.isActive.count { $0 }
    }

    /// A multiplier right beside a threshold goes to it, since cuts closer together than that are ill-conditioned.
    private static func snapped(_ value: Double, to rows: TreeRows, row: Int) -> Double {
        var (low, high) = (0.0, Double(rows.ends[row]))
        for k in rows.range(row) {
            let next = Double(rows.value(at: k, of: row))
            if next > value {
                high = min(high, next)
                break
            }
            low = next
        }
        let near = 1e-3 * (high - low)
        return value - low < near ? low : high - value < near ? high : value
    }

    // MARK: Solving

    /// Fixes sites as they stand at a node; those free or open before may be free again.
    mutating func move(to wanted: [TreePricing.Standing]) throws(PlacementError) {
        let changed = wanted.indices.filter { wanted[$0] != standing[$0] }
        standing = wanted
        try activate(changed.filter { wanted[$0] == .open && !isActive[$0] })
        guard solves > 0 else { return }
        try session.setBounds(
            changed.map { Int32($0) }, lower: changed.map { lower($0) }, upper: changed.map { upper($0) })
    }

    private func lower(_ place: Int) -> Double { standing[place] == .open ? 1 : 0 }
    private func upper(_ place: Int) -> Double { standing[place] == .closed || !isActive[place] ? 0 : 1 }

    /// Lets the program know more sites. It goes on from the basis it has, where they are at 0.
    /// - Parameter places: of sites that it does not know.
    mutating func activate(_ places: [Int]) throws(PlacementError) {
        guard !places.isEmpty else { return }
        for place in places { isActive[place] = true }
        activeCount += places.count
        guard solves > 0 else { return }
        try session.load(program(), basis: try session.basis())
    }

    /// Sites closed at every node to come need no coefficients any more.
    mutating func retire(_ places: [Int]) { retired += places.filter { isActive[$0] } }

    /// - Parameter isCompressed: whether the program is compressed before, however small it is.
    /// - Returns: whether the rules leave any y.
    mutating func solve(isCompressed: Bool = false) throws(PlacementError) -> Bool {
        if solves == 0 {
            try session.load(program(), basis: nil)
        } else if isCompressed || isWide {
            try compress()
        }
        let before = session.iterations
        let status = try session.solve()
        solves += 1
        count(since: before)
        guard status != .infeasible else {
            // Sites that the program does not know may keep the rules.
            let others = standing.indices.filter { standing[$0] == .free && !isActive[$0] }
            guard others.isEmpty else {
                try activate(others)
                return try solve()
            }
            guard try rules.areBroken(standing) else { throw LinearSession.breakdown }
            return false
        }
        for k in cuts.indices where session.rowDuals[ruleCount + k] > 1e-12 { cuts[k].lastTight = solves }
        return true
    }

    private mutating func count(since before: Int64) {
        work += (session.iterations - before) * Int64(session.rowCount + session.columnCount - siteCount + activeCount)
    }

    /// Whether there are many more cuts than a basis has use for, and time enough has passed to tell which are slack.
    private var isWide: Bool {
        (cuts.count > activeCount + activeCount / 2 + 100 || 2 * session.coefficientCount > mostCoefficients)
            && solves - lastCompression > Self.patience
    }

    /// What the optimum rises by, at least, when an undecided site is forced one way, as far as a few iterations tell.
    mutating func gain(site: Int, isUp: Bool) throws(PlacementError) -> Double {
        let before = session.iterations
        let found = try session.probe(
            column: Int32(site), at: isUp ? 1 : 0, lower: 0, upper: 1, most: Self.probeIterations)
        count(since: before)
        return found.map { max(0, $0 - session.objective) * unit } ?? .infinity
    }

    /// Bytes of the program and of what the solver keeps beside it.
    var bytes: Int { session.coefficientCount * Self.bytesPerCoefficient }

    /// A coefficient stands in the program, in a scaled copy by columns and in one by rows, and the factors of a basis
    /// take room for five more: measured.
    static let bytesPerCoefficient = 100

    /// Optimum of the program, in objective units.
    var value: Double { session.objective * unit }

    /// How far each undecided site is open.
    var openness: ArraySlice<Double> { session.values[..<siteCount] }

    /// λ of each merged row: the thresholds of its cuts, weighted by their duals.
    var multipliers: [Double] {
        var lambda = reference
        // Cuts added since the last solve have no dual yet.
        for (cut, k) in zip(cuts, 0..<(session.rowDuals.count - ruleCount)) {
            let step = max(0, session.rowDuals[ruleCount + k]) * unit
            lambda[Int(cut.row)] += cut.threshold > reference[Int(cut.row)] ? step : -step
        }
        return lambda
    }

    /// ν of each crossing limit.
    var limitMultipliers: [Double] {
        crossing.map { limit in
            rules.limits.firstIndex(of: limit).map { session.rowDuals[1 + $0] * unit } ?? 0
        }
    }

    // MARK: Cuts

    /// Adds the cut of each row that the present y violates: at the site with which y covers the row.
    /// - Returns: how many were added.
    mutating func separate() throws(PlacementError) -> Int {
        var found: [(violation: Double, cut: Cut)] = []
        var short: [Int] = []
        let values = session.values
        values.withUnsafeBufferPointer { y in
            for row in 0..<rows.count {
                let from = reference[row]
                var threshold = Double(rows.ends[row])
                var (covered, paid, base) = (0.0, 0.0, from)
                var isCovered = false
                for k in rows.range(row) {
                    let share = y[Int(rows.places[k])]
                    guard share > 0 else { continue }
                    let value = Double(rows.value(at: k, of: row))
                    if value < from { base -= (from - value) * share }
                    if !isCovered {
                        if covered + share >= 1 - 1e-9 {
                            isCovered = true
                            threshold = value
                        } else {
                            covered += share
                            paid += value * share
                        }
                    }
                    if isCovered, value >= from { break }
                }
                let theta = paid + (1 - covered) * threshold
                if !isCovered, rows.isShort[row] { short.append(row) }
                let distance = abs(threshold - from)
                guard distance > 0 else { continue }
                let column = slackColumn[row]
                let slack = column >= 0 ? y[Int(column)] * slackUnit[row] : 0
                let violation = theta - base - slack
                if violation > Self.tolerance * distance {
                    found.append((violation, Cut(row: Int32(row), threshold: threshold, lastTight: solves)))
                }
            }
        }
        shortRows = short
        work += Int64(rows.count)
        let cuts = deepest(found)
        try add(cuts)
        return cuts.count
    }

    /// The cuts that are violated most: all at once would make a program many times as large as its basis, and most of
    /// them are not violated any more after the next solve.
    private func deepest(_ found: [(violation: Double, cut: Cut)]) -> [Cut] {
        let most = Self.leastAdded + Int(Double(activeCount) * Self.addedForEach)
        let room = mostCoefficients - session.coefficientCount
        // A cut has as many coefficients as its row has pairs, at most.
        let isTight = found.reduce(0, { $0 + rows.range(Int($1.cut.row)).count }) > room
        guard found.count > most || isTight else { return found.map(\.cut) }
        var chosen: [Int] = []
        var taken = 0
        for number in found.indices.sorted(by: { (found[$1].violation, $0) < (found[$0].violation, $1) }).prefix(most) {
            taken += isTight ? terms(of: found[number].cut).columns.count : 0
            guard taken <= room else { break }
            chosen.append(number)
        }
        return chosen.sorted().map { found[$0].cut }
    }

    private mutating func add(_ new: [Cut]) throws(PlacementError) {
        var costs: [Double] = []
        for cut in new where slackColumn[Int(cut.row)] < 0 {
            let row = Int(cut.row)
            slackColumn[row] = Int32(session.columnCount + costs.count)
            slackUnit[row] = abs(cut.threshold - reference[row])
            costs.append(slackUnit[row] / unit)
        }
        try session.addColumns(costs: costs)
        var (least, starts, index, value): ([Double], [Int32], [Int32], [Double]) = ([], [], [], [])
        for cut in new {
            starts.append(Int32(index.count))
            let terms = terms(of: cut)
            least.append(terms.least)
            for term in terms.columns {
                index.append(term.column)
                value.append(term.coefficient)
            }
        }
        try session.addRows(least: least, starts: starts, index: index, value: value)
        cuts += new
    }

    /// A cut less its row's reference, divided by the distance of the two.
    private func terms(of cut: Cut) -> (least: Double, columns: [(column: Int32, coefficient: Double)]) {
        let row = Int(cut.row)
        let (from, to) = (reference[row], cut.threshold)
        let distance = abs(to - from)
        var columns: [(column: Int32, coefficient: Double)] = []
        for k in rows.range(row) {
            let value = Double(rows.value(at: k, of: row))
            guard value < max(from, to) else { break }
            guard isActive[Int(rows.places[k])] else { continue }
            columns.append((rows.places[k], (max(0, to - value) - max(0, from - value)) / distance))
        }
        columns.append((slackColumn[row], slackUnit[row] / distance))
        return (to > from ? 1 : -1, columns)
    }

    // MARK: The program

    /// The whole program, with the references and cuts of the moment.
    private func program() -> LinearModel {
        var model = LinearModel()
        var gains = [Double](repeating: 0, count: siteCount)
        for row in 0..<rows.count {
            for k in rows.range(row) {
                let left = reference[row] - Double(rows.value(at: k, of: row))
                guard left > 0 else { break }
                gains[Int(rows.places[k])] += left
            }
        }
        for place in 0..<siteCount {
            model.addColumn(
                cost: isActive[place] ? -gains[place] / unit : 0, lower: lower(place), upper: upper(place),
                isInteger: false)
        }
        for row in slackColumn.indices.filter({ slackColumn[$0] >= 0 }).sorted(by: { slackColumn[$0] < slackColumn[$1] }
        ) {
            model.addColumn(cost: slackUnit[row] / unit, lower: 0, upper: .infinity, isInteger: false)
        }
        model.offset = reference.reduce(0, +) / unit
        rules.add(to: &model)
        for cut in cuts {
            let terms = terms(of: cut)
            model.addRow(least: terms.least, most: .infinity, columns: terms.columns)
        }
        return model
    }

    /// Leaves cuts out that have long been slack, and makes the tightest cut of a row whose δ is basic its reference, so
    /// that the program's size is that of its basis. The optimum and its basis stay what they are.
    private mutating func compress() throws(PlacementError) {
        let basis = try session.basis()
        for place in retired where isActive[place] && basis.columns[place] != LinearSession.Basis.basic {
            isActive[place] = false
            activeCount -= 1
        }
        retired.removeAll { !isActive[$0] }
        var kept: [(cut: Cut, status: Int32)] = []
        // The new reference of rows whose δ is basic: the nonbasic cut of largest dual.
        var best: [Int32: (dual: Double, cut: Int)] = [:]
        for (k, cut) in cuts.enumerated() {
            let status = basis.rows[ruleCount + k]
            let isBasic = status == LinearSession.Basis.basic
            if isBasic, solves - cut.lastTight > Self.patience { continue }
            kept.append((cut, status))
            let column = Int(slackColumn[Int(cut.row)])
            guard !isBasic, basis.columns[column] == LinearSession.Basis.basic else { continue }
            let dual = k + ruleCount < session.rowDuals.count ? session.rowDuals[ruleCount + k] : 0
            if best[cut.row].map({ dual > $0.dual }) ?? true { best[cut.row] = (dual, kept.count - 1) }
        }
        let promoted = Set(best.values.map(\.cut))
        for (row, choice) in best { reference[Int(row)] = kept[choice.cut].cut.threshold }
        kept = kept.enumerated().filter { !promoted.contains($0.offset) }.map(\.element)

        var columns = Array(basis.columns[..<siteCount])
        let before = slackColumn
        slackColumn = [Int32](repeating: -1, count: rows.count)
        for (cut, _) in kept where slackColumn[Int(cut.row)] < 0 {
            let row = Int(cut.row)
            slackColumn[row] = Int32(columns.count)
            slackUnit[row] = abs(cut.threshold - reference[row])
            // A basic δ whose row has no other reference stays basic.
            let isPromoted = best[cut.row] != nil
            columns.append(isPromoted ? LinearSession.Basis.lower : basis.columns[Int(before[row])])
        }
        cuts = kept.map(\.cut)
        let rowStatus = Array(basis.rows[..<ruleCount]) + kept.map(\.status)
        lastCompression = solves
        try session.load(program(), basis: LinearSession.Basis(columns: columns, rows: rowStatus))
    }
}
