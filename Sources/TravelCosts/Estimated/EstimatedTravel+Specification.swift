package import HubModel

extension EstimatedTravel {
    package var specification: CostSpecification? {
        .distances(
            DistanceCosts(
                areas: areas, sites: sites, classOf: isRural.map { $0 ? 1 : 0 },
                classes: distanceTables()))
    }

    /// The closed form as tables of squared distances, urban areas first and rural ones second.
    ///
    /// Minutes never fall with the squared distance and depend on nothing else, so for each m the largest squared
    /// distance that costs at most m tenths tells all. It is found exactly, by bisection over the bit patterns of doubles,
    /// which are in the order of the numbers they stand for.
    package func distanceTables() -> [DistanceCosts.Thresholds] {
        [urban, rural].map { model in
            DistanceCosts.Thresholds(
                withoutCar: thresholds { tenths(model, squared: $0).withoutCar },
                withCar: thresholds { tenths(model, squared: $0).withCar })
        }
    }

    private func thresholds(_ minutes: (_ squared: Double) -> TenthMinutes) -> [Double] {
        // Coordinates reach 1e8 metres either way, so no squared distance is larger.
        let furthest = (1e17).bitPattern
        var low: UInt64 = 0
        return (0..<longest).map { most in
            guard minutes(Double(bitPattern: low)) <= most else { return -1 }
            var high = furthest
            if minutes(Double(bitPattern: high)) <= most { return Double(bitPattern: high) }
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if minutes(Double(bitPattern: middle)) <= most { low = middle } else { high = middle }
            }
            return Double(bitPattern: low)
        }
    }
}
