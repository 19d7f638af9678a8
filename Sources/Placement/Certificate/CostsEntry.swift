internal import HubModel

/// Costs in the file: `kind` is `matrix`, `distanceTable`, `points` or `sparse`. Doubles are told by their bit patterns.
struct CostsEntry: Codable {
    struct Table: Codable {
        var withoutCar: Packed<UInt64>
        var withCar: Packed<UInt64>
    }

    /// Of a sparse table.
    struct Pairs: Codable {
        var longest: TenthMinutes
        var counts: Packed<UInt32>
        var sites: Packed<UInt32>
        var withoutCar: Packed<UInt16>
        var withCar: Packed<UInt16>?
    }

    var kind: String
    /// Areas × sites, row by row.
    var withoutCar: Packed<UInt32>?
    var withCar: Packed<UInt32>?
    var pairs: Pairs?
    /// x and y by turns.
    var areaPoints: Packed<UInt64>?
    var sitePoints: Packed<UInt64>?
    var areaClasses: Packed<UInt8>?
    var classes: [Table]?
    var rounding: MetricCosts.Rounding?

    init(_ costs: CostSpecification) {
        switch costs {
        case .matrix(let withoutCar, let withCar):
            kind = "matrix"
            self.withoutCar = Packed(withoutCar)
            self.withCar = withCar.map { Packed($0) }
        case .distances(let costs):
            kind = "distanceTable"
            areaPoints = Packed(points: costs.areas)
            sitePoints = Packed(points: costs.sites)
            areaClasses = Packed(costs.classOf)
            classes = costs.classes.map {
                Table(
                    withoutCar: Packed($0.withoutCar.map(\.bitPattern)), withCar: Packed($0.withCar.map(\.bitPattern)))
            }
        case .metric(let costs):
            kind = "points"
            areaPoints = Packed(points: costs.areas)
            sitePoints = Packed(points: costs.sites)
            rounding = costs.rounding
        case .sparse(let costs):
            kind = "sparse"
            pairs = Pairs(
                longest: costs.longest, counts: Packed(costs.counts), sites: Packed(costs.sites),
                withoutCar: Packed(costs.withoutCar), withCar: costs.withCar.map { Packed($0) })
        }
    }

    func specification() throws -> CostSpecification {
        switch kind {
        case "matrix":
            guard let withoutCar else { break }
            return .matrix(withoutCar: withoutCar.numbers, withCar: withCar?.numbers)
        case "distanceTable":
            guard let areas = areaPoints?.points, let sites = sitePoints?.points, let areaClasses, let classes else {
                break
            }
            let tables = classes.map {
                DistanceCosts.Thresholds(
                    withoutCar: $0.withoutCar.numbers.map(Double.init(bitPattern:)),
                    withCar: $0.withCar.numbers.map(Double.init(bitPattern:)))
            }
            return .distances(
                DistanceCosts(areas: areas, sites: sites, classOf: areaClasses.numbers, classes: tables))
        case "points":
            guard let areas = areaPoints?.points, let sites = sitePoints?.points, let rounding else { break }
            return .metric(MetricCosts(areas: areas, sites: sites, rounding: rounding))
        case "sparse":
            guard let pairs else { break }
            return .sparse(
                SparseCosts(
                    longest: pairs.longest, counts: pairs.counts.numbers, sites: pairs.sites.numbers,
                    withoutCar: pairs.withoutCar.numbers, withCar: pairs.withCar?.numbers))
        default: break
        }
        throw PlacementError("The certificate's costs of the kind \"\(kind)\" are not whole: see `costs`.")
    }
}

extension Packed<UInt64> {
    init(points: [Point]) {
        self.init(points.flatMap { [$0.x.bitPattern, $0.y.bitPattern] })
    }

    /// nil when there is an x without a y.
    var points: [Point]? {
        guard numbers.count % 2 == 0 else { return nil }
        return stride(from: 0, to: numbers.count, by: 2).map {
            Point(x: Double(bitPattern: numbers[$0]), y: Double(bitPattern: numbers[$0 + 1]))
        }
    }
}
