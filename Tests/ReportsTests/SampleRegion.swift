import HubModel

/// The district of `SampleRun`: a bent grid between hills and a shore, near E 580000 N 110000.
enum SampleRegion {
    static let existingHub: UInt32 = 17

    static func region(awkward name: String) -> Region {
        let columns = SampleRun.columns
        let count = columns * SampleRun.rows
        let areas = (0..<count).map { index in
            Area(
                code: "X01\(padded(index, 6))", name: index == 0 ? name : "\(names[place(index)]) \(index)",
                point: middle(index), settlement: index % 7 == 0 ? .rural : .urban
            )
        }
        return Region(
            name: "Saltmarsh", crs: "EPSG:27700", areas: areas, areaOutlines: (0..<count).map(outline),
            services: services, demand: [demand(count, scale: 7), demand(count, scale: 4)], sites: sites(name),
            neighbourhoods: (0..<names.count).map { number in
                Neighbourhood(code: "N\(number)", name: names[number], outline: block(number))
            },
            rules: rules(count), deprivedAreas: (0..<count).map { $0 % 5 == 1 },
            deprivedTitle: "the most deprived tenth of areas in England (2025)",
            groups: [
                PopulationGroup(id: "disabled", title: "Disabled children", counts: (0..<count).map { Int64($0 % 9) }),
                PopulationGroup(id: "none", title: "Nobody", counts: [Int64](repeating: 0, count: count)),
            ],
            backdrop: [Neighbourhood(code: "D1", name: "Saltmarsh", outline: .init(polygons: [[frame]]))],
            inputs: [
                InputFile(
                    path: "data/areas.gpkg", sha256: String(repeating: "ab", count: 32), bytes: 123_456, records: count,
                    role: "areas"),
                InputFile(
                    path: "data/sites.csv", sha256: String(repeating: "cd", count: 32), bytes: 4_321, records: 60,
                    role: "sites"),
            ],
            findings: [Finding(.warning, "data/sites.csv, row 9: the site stands 40 metres outside every area.")]
        )
    }

    static let names = [
        "Saltmarsh", "Ferrybridge", "Old Harbour", "Cliff End", "Mill Lane", "Gorse Hill", "West Strand", "The Levels",
        "Priory", "Beacon",
    ]

    private static let services = [
        Service(
            id: "youngFutures", title: "Young Futures hub", people: "young people aged 10 to 18", opens: "15:00",
            closes: "20:00", reachLimit: 600, outOfReachLimit: 1200
        ),
        Service(
            id: "earlyYears", title: "early-years hub", people: "children under 5", opens: "08:00", closes: "18:00",
            reachLimit: 400, outOfReachLimit: 900
        ),
    ]

    private static func demand(_ count: Int, scale: Int) -> [DemandPoint] {
        (0..<count).flatMap { area -> [DemandPoint] in
            let without = Int64(area * scale % 31 + 5)
            let with = Int64(area * scale % 67 + 30)
            let index = UInt32(area)
            return [
                DemandPoint(area: index, household: .withoutCar, children: without, weight: without),
                DemandPoint(area: index, household: .withCar, children: with, weight: with),
            ]
        }
    }

    private static func sites(_ name: String) -> [CandidateSite] {
        (0..<60).map { index in
            let area = (index * 53 + 11) % (SampleRun.columns * SampleRun.rows)
            let centre = middle(area)
            let kind = ["Library", "Primary School", "Community Centre", "Church Hall", "College"][index % 5]
            return CandidateSite(
                id: "s\(padded(index, 2))", name: index == 3 ? "\(name) \(kind)" : "\(names[place(area)]) \(kind)",
                point: Point(x: centre.x + Double(index % 7) * 40 - 120, y: centre.y + Double(index % 4) * 50 - 75),
                status: index == Int(existingHub) ? .open : .candidate, layer: "buildings", suits: 0b11,
                gives: index == Int(existingHub) ? 0b01 : 0, neighbourhood: UInt32(place(area)), area: UInt32(area)
            )
        }
    }

    private static func rules(_ count: Int) -> [DisadvantageRule] {
        let inside: Set<Int> = [1, 6]
        let standings = (0..<60).map { index -> SiteStanding in
            let home = place((index * 53 + 11) % count)
            let isInside = inside.contains(home)
            return SiteStanding(
                inside: isInside, borderline: index % 11 == 3, metresToBoundary: index % 11 == 3 ? 18 : nil,
                place: isInside ? names[home] : nil
            )
        }
        let listed = DisadvantageRule(
            id: "listed2020", title: "the listed wards of 2020", date: "2020", source: "a made-up list",
            explanation: "A site counts when it stands inside one of the listed wards, boundary included.",
            placeCount: 2, placeKind: "wards", sites: standings,
            areas: (0..<count).map { inside.contains(place($0)) },
            outlines: inside.sorted().map { Neighbourhood(code: "N\($0)", name: names[$0], outline: block($0)) },
            accuracy: 50
        )
        let indices = DisadvantageRule(
            id: "indices2025", title: "worst tenth on both indices", date: "2025", source: "two made-up indices",
            explanation: "A site counts when its own area is in the worst tenth of both.", placeCount: 15,
            placeKind: "areas", sites: (0..<60).map { SiteStanding(inside: $0 % 4 == 1) },
            areas: (0..<count).map { $0 % 10 == 1 }, outlines: [], accuracy: 0
        )
        return [listed, indices]
    }

    // MARK: - Ground

    /// Each neighbourhood is a block of 3 by 5 areas.
    static func place(_ area: Int) -> Int {
        (area / SampleRun.columns / 5) * 5 + (area % SampleRun.columns) / 3
    }

    /// A corner of the bent grid: a bay cuts into the south, and lines waver so that it does not look like a chessboard.
    private static func corner(_ column: Int, _ row: Int) -> Point {
        let wave = Double((column * 37 + row * 61) % 11 - 5) * 28
        let drift = Double((column * 23 + row * 41) % 13 - 6) * 25
        let bay = Double((column - 7) * (column - 7)) * 14 * (row == 0 ? 1 : 0)
        return Point(
            x: 575_000 + Double(column) * 800 + drift, y: 107_000 + Double(row) * 750 + wave + 600 - bay
        )
    }

    private static func outline(_ area: Int) -> Outline {
        let (column, row) = (area % SampleRun.columns, area / SampleRun.columns)
        let ring = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { corner(column + $0.0, row + $0.1) }
        return Outline(polygons: [[ring]])
    }

    private static func block(_ place: Int) -> Outline {
        let (column, row) = (place % 5 * 3, place / 5 * 5)
        var ring = (0...3).map { corner(column + $0, row) }
        ring += (1...5).map { corner(column + 3, row + $0) }
        ring += (0...2).reversed().map { corner(column + $0, row + 5) }
        ring += (0...4).reversed().map { corner(column, row + $0) }
        return Outline(polygons: [[ring]])
    }

    private static let frame: [Point] = [
        Point(x: 574_000, y: 107_400), Point(x: 588_000, y: 107_400), Point(x: 588_000, y: 116_500),
        Point(x: 574_000, y: 116_500), Point(x: 574_000, y: 107_400),
    ]

    private static func middle(_ area: Int) -> Point {
        let ring = outline(area).polygons[0][0].dropLast()
        return Point(
            x: (ring.reduce(0) { $0 + $1.x } / 4).rounded(), y: (ring.reduce(0) { $0 + $1.y } / 4).rounded()
        )
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
