internal import HubModel

extension FeedReader {
    mutating func readFares() throws {
        var numbers: [String: UInt32] = [:]
        let columns = ["fare_id", "price", "currency_type", "transfers", "transfer_duration", "agency_id"]
        feed.findings += try files.read("fare_attributes.txt", needed: 2, columns) { row in
            let id = try row.required(0)
            try Self.add(id, to: &numbers, row, 0)
            let price = try row.required(1)
            guard let pounds = Double(price), (0...10_000).contains(pounds) else {
                throw row.refused(1, price, "must be pounds, from 0 to 10000")
            }
            if let currency = row[2], currency != "GBP" {
                throw row.refused(2, currency, "must be GBP; hubplan counts fares in pounds")
            }
            feed.fares.fares.append(
                .init(
                    id: id, pence: Int32((pounds * 100).rounded()), changes: try row.whole(3, 0...10),
                    seconds: try row.whole(4, 0...864_000).map(Int32.init),
                    agency: row[5] == nil ? nil : try row.known(5, agencyNumbers, in: "agency.txt"), rules: []))
        }
        try readFareRules(numbers)
    }

    private mutating func readFareRules(_ numbers: [String: UInt32]) throws {
        var passing = 0
        let columns = ["fare_id", "route_id", "origin_id", "destination_id", "contains_id"]
        feed.findings += try files.read("fare_rules.txt", needed: 1, columns) { row in
            let fare = try row.known(0, numbers, in: "fare_attributes.txt")
            if row[4] != nil { passing += 1 }
            feed.fares.fares[Int(fare)].rules.append(
                .init(
                    route: row[1] == nil ? nil : try row.known(1, routeNumbers, in: "routes.txt"), origin: row[2],
                    destination: row[3], contains: row[4]))
        }
        if passing > 0 {
            feed.findings.append(
                Finding(
                    .note,
                    "fare_rules.txt of \(feed.path): \(passing) rows ask for zones passed through (contains_id); only "
                        + "rides that begin or end there are taken to meet them."))
        }
    }
}
