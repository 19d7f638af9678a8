internal import HubModel

/// By thresholds on indices at the geography of the areas.
extension RuleBuilder {
    func areaThresholds(_ rule: StudyRule, _ tests: [StudyThreshold]) throws -> Built {
        let nations = Nation.among(areas.map(\.code))
        guard nations.count < 2 else {
            throw rule.place.failure(
                "the study has areas of \(Nation.names(nations)), and each nation makes an index of its own: their "
                    + "ranks "
                    + "and deciles cannot be set beside each other. Keep one nation with `where`, or use a list of "
                    + "places."
            )
        }
        let evidence = try tests.map { try thresholds.evidence($0) }
        let qualifies = areas.indices.map { area in evidence.allSatisfy { $0.passes[area] } }
        return try byArea(
            rule, qualifies: qualifies, codes: zip(areas, qualifies).filter(\.1).map(\.0.code),
            explanation: "A site counts when the area it stands in meets all of: "
                + tests.map(\.words).joined(separator: "; ") + ".", kind: .thresholds(evidence))
    }
}

extension StudyThreshold {
    /// "IMD_decile at most 1"
    var words: String {
        let column = column.text
        return switch test {
        case .worst(let fraction, _): "\(column) among the worst \(Self.percent(fraction))"
        case .atMost(let bound): "\(column) at most \(bound.plain)"
        case .atLeast(let bound): "\(column) at least \(bound.plain)"
        case .equals(let text): "\(column) is '\(text)'"
        }
    }

    private static func percent(_ fraction: ExactFraction) -> String {
        (100 * Double(fraction.numerator) / Double(fraction.denominator)).plain + " %"
    }
}
