/// Finds the name a writer most likely meant.
package enum NearestName {
    /// The candidate with the least edit distance, when it is near enough to be a slip of the pen; ties by order.
    package static func of(_ name: String, among candidates: some Collection<String>) -> String? {
        let wanted = name.lowercased()
        let best = candidates.map { (distance: distance(wanted, $0.lowercased()), name: $0) }
            .min { $0.distance < $1.distance }
        guard let best, best.distance <= max(2, name.count / 3) else { return nil }
        return best.name
    }

    /// " Did you mean 'x'?", or nothing.
    package static func hint(_ name: String, among candidates: some Collection<String>) -> String {
        of(name, among: candidates).map { " Did you mean '\($0)'?" } ?? ""
    }

    /// Edits of one character (insert, delete, replace, swap of neighbours) that turn `a` into `b`:
    /// the optimal string alignment distance.
    package static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a)
        let b = Array(b)
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            for j in 0..<b.count {
                var edits = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    edits = min(edits, beforeLast[j - 1] + 1)
                }
                current.append(edits)
            }
            beforeLast = last
            last = current
        }
        return last[b.count]
    }
}
