internal import HubModel

extension SparsePairs {
    /// The pairs in the order of areas; the orders by cost are worked out anew.
    func pack(into writer: inout PackedWriter) {
        writer.put([UInt64(areaCount), UInt64(siteCount), UInt64(longest)])
        writer.put(starts.map { UInt64($0) })
        writer.put(sites)
        writer.put(withoutCar)
        writer.put(withCar)
    }

    /// nil where the bytes hold no table.
    init?(from reader: inout PackedReader) {
        guard let sizes = reader.list(of: UInt64.self), sizes.count == 3, sizes[0] < UInt64(UInt32.max),
            sizes[1] < UInt64(UInt32.max), sizes[2] < UInt64(Self.cannot),
            let starts = reader.list(of: UInt64.self), let sites = reader.list(of: UInt32.self),
            let withoutCar = reader.list(of: UInt16.self), let withCar = reader.list(of: UInt16.self),
            starts.count == Int(sizes[0]) + 1, starts.first == 0, starts.last == UInt64(sites.count),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            withoutCar.count == sites.count, withCar.count == sites.count, sites.allSatisfy({ $0 < sizes[1] })
        else { return nil }
        self.init(
            sites: Int(sizes[1]), longest: TenthMinutes(sizes[2]), starts: starts.map { Int($0) }, numbers: sites,
            withoutCar: withoutCar, withCar: withCar)
    }
}
