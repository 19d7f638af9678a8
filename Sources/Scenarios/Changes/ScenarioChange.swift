internal import HubModel
internal import Regions

/// One kind of change to a study. Each has a file of its own, and a line in ``ChangeCatalogue``.
protocol ScenarioChange {
    /// Its field in a scenario's list of changes.
    static var key: String { get }

    /// Carries the change out.
    /// - Parameters:
    ///   - value: what stands behind the field.
    ///   - study: as the changes before have left it.
    ///   - base: the study before any change.
    /// - Returns: what was done, in words for people.
    /// - Throws: `RegionError` with file, line and field when the value cannot be meant.
    static func apply(_ value: StudyNode, to study: inout StudyDocument, base: StudyDocument) throws -> String
}

/// The kinds of change there are.
enum ChangeCatalogue {
    static var kinds: [any ScenarioChange.Type] {
        [
            AddChange.self, CloseChange.self, MoveChange.self, LockChange.self, BarChange.self, FreeChange.self,
            CountChange.self, ShareChange.self, TotalShareChange.self, RuleChange.self, DefineRuleChange.self,
            LimitsChange.self, WeightsChange.self, DemandChange.self,
            ObjectiveChange.self, ReachChange.self, OutOfReachChange.self,
            TravellerChange.self, SettingsChange.self, HoursChange.self,
            TimetableChange.self, LastBusChange.self, BarriersChange.self, CrossingChange.self, TravelChange.self,
        ]
    }

    /// - Parameters:
    ///   - key: the field.
    ///   - place: where it stands.
    /// - Throws: `RegionError` naming the kinds there are, and the nearest.
    static func change(named key: String, at place: StudyPlace) throws -> any ScenarioChange.Type {
        guard let kind = kinds.first(where: { $0.key == key }) else {
            let keys = kinds.map { $0.key }
            throw place.failure(
                "there is no change '\(key)'.\(NearestName.hint(key, among: keys)) Changes there are: "
                    + "\(keys.joined(separator: ", ")).")
        }
        return kind
    }
}
