internal import HubModel

/// Reads travel parameters, each within its range, or throws a sentence that says which one is not.
struct SettingsReader {
    private let parameters: [String: Parameter]

    init(_ settings: TravelSettings) {
        parameters = Dictionary(uniqueKeysWithValues: settings.parameters.map { ($0.key, $0) })
    }

    /// Above 0, such as a speed or a value of time.
    func positive(_ key: String) throws -> Double {
        try value(key, "a number above 0") { $0 > 0 }
    }

    /// 0 or more, such as a weight or a fare.
    func notNegative(_ key: String) throws -> Double {
        try atLeast(key, 0)
    }

    /// Such as a band that ends no sooner than the one before it.
    func atLeast(_ key: String, _ least: Double) throws -> Double {
        try value(key, "\(least.plain) or more") { $0 >= least }
    }

    func within(_ key: String, _ range: ClosedRange<Double>) throws -> Double {
        try value(key, "from \(range.lowerBound.plain) to \(range.upperBound.plain)") { range.contains($0) }
    }

    func flag(_ key: String) throws -> Bool {
        try value(key, "0 or 1") { $0 == 0 || $0 == 1 } == 1
    }

    private func value(_ key: String, _ range: String, _ isAllowed: (Double) -> Bool) throws -> Double {
        guard let parameter = parameters[key] else { throw TravelError.missing(key) }
        guard parameter.value.isFinite, isAllowed(parameter.value) else {
            throw TravelError.outside(parameter, is: parameter.value.plain, must: range)
        }
        return parameter.value
    }
}
