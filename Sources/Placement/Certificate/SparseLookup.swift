internal import HubModel

/// Minutes of single pairs out of a certificate's sparse table.
struct SparseLookup: Sendable {
    private let starts: [Int]
    let sites: [UInt32]
    private let withoutCar: [UInt16]
    private let withCar: [UInt16]
    private let longest: TenthMinutes

    /// - Precondition: the table has passed ``CertificateShape``.
    init(_ costs: SparseCosts) {
        starts = costs.starts
        sites = costs.sites
        withoutCar = costs.withoutCar
        withCar = costs.withCar ?? costs.withoutCar
        longest = costs.longest
    }

    /// Places of an area's pairs.
    func pairs(_ area: Int) -> Range<Int> { starts[area]..<starts[area + 1] }

    func minutes(at pair: Int) -> (withoutCar: TenthMinutes, withCar: TenthMinutes) {
        (TenthMinutes(withoutCar[pair]), TenthMinutes(withCar[pair]))
    }

    func minutes(area: Int, site: Int) -> (withoutCar: TenthMinutes, withCar: TenthMinutes) {
        var (low, high) = (starts[area], starts[area + 1])
        while low < high {
            let middle = (low + high) / 2
            if Int(sites[middle]) < site { low = middle + 1 } else { high = middle }
        }
        guard low < starts[area + 1], Int(sites[low]) == site else { return (longest, longest) }
        return minutes(at: low)
    }

    /// Whether two sites come in one order for households without a car and in the other for those with one. Sites that
    /// are not listed are last for both.
    func ordersDiffer(_ area: Int) -> Bool {
        let both = pairs(area).map { minutes(at: $0) }.sorted { $0 < $1 }
        return zip(both, both.dropFirst()).contains { $0.withCar > $1.withCar }
    }
}
