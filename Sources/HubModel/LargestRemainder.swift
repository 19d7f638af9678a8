/// Shares out a whole number so that the parts sum to it exactly (Hamilton's method).
///
/// Each part gets the whole units of its exact share; units left go to the largest remainders, the earlier part first.
/// - Parameters:
///   - whole: what is shared out.
///   - shares: none negative; when they sum to 0 the first part takes the whole.
/// - Returns: one part a share.
package func largestRemainder(of whole: UInt32, by shares: [Double]) -> [UInt32] {
    guard !shares.isEmpty else { return [] }
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return [whole] + [UInt32](repeating: 0, count: shares.count - 1) }
    let exact = shares.map { $0 / sum * Double(whole) }
    var parts = exact.map { UInt32($0.rounded(.down)) }
    let left = Int(whole) - parts.reduce(0) { $0 + Int($1) }
    let order = shares.indices.sorted { a, b in
        let (left, right) = (exact[a] - Double(parts[a]), exact[b] - Double(parts[b]))
        return left != right ? left > right : a < b
    }
    for index in order.prefix(max(0, left)) { parts[index] += 1 }
    return parts
}
