/// What branching on each site has raised the relaxation by, for a unit of the way that it was forced (Bénichou et al.
/// 1971). Sites not branched on yet count as the average does.
struct PseudoCosts: Sendable {
    private var up: [Entry]
    private var down: [Entry]
    private var allUp = Entry()
    private var allDown = Entry()

    private struct Entry: Sendable {
        var sum = 0.0
        var count = 0.0
    }

    init(count: Int) {
        up = [Entry](repeating: Entry(), count: count)
        down = up
    }

    /// - Parameters:
    ///   - openness: of the site before it was forced.
    ///   - gain: of the relaxation by forcing it.
    mutating func learn(site: Int, isUp: Bool, openness: Double, gain: Double) {
        let way = isUp ? 1 - openness : openness
        guard way > 1e-6 else { return }
        let rate = max(0, gain) / way
        if isUp {
            up[site].sum += rate
            up[site].count += 1
            allUp.sum += rate
            allUp.count += 1
        } else {
            down[site].sum += rate
            down[site].count += 1
            allDown.sum += rate
            allDown.count += 1
        }
    }

    func observations(_ site: Int) -> Int { Int(min(up[site].count, down[site].count)) }

    /// The product of what both ways are expected to raise the relaxation by (Achterberg 2007).
    func score(site: Int, openness: Double) -> Double {
        let upRate = up[site].count > 0 ? up[site].sum / up[site].count : allUp.count > 0 ? allUp.sum / allUp.count : 1
        let downRate =
            down[site].count > 0
            ? down[site].sum / down[site].count : allDown.count > 0 ? allDown.sum / allDown.count : 1
        return max(upRate * (1 - openness), 1e-6) * max(downRate * openness, 1e-6)
    }
}
