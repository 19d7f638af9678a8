/// What kind of building a candidate site is, as its register describes it.
enum SiteKind: String, CaseIterable, Sendable {
    case primary, secondary, allThrough, nursery, college, childrensCentre, library

    /// Groups of establishments that are open to all and could let a hub in.
    private static let groups: Set<String> = [
        "academies", "freeschools", "localauthoritymaintainedschools", "colleges",
    ]

    /// The kind of an establishment, or why it is none: "group Independent schools".
    /// - Parameters: as the register writes them.
    static func of(type: String, group: String, phase: String) -> Result<SiteKind, NoSite> {
        if HeadingRule.plain(type).hasPrefix("childrenscentre") { return .success(.childrensCentre) }
        if HeadingRule.plain(type).contains("secure") {
            return .failure(NoSite(reason: "secure, so not open to all"))
        }
        guard groups.contains(HeadingRule.plain(group)) else {
            return .failure(NoSite(reason: group.isEmpty ? "no group stated" : group.lowercased()))
        }
        switch HeadingRule.plain(phase) {
        case "nursery": return .success(.nursery)
        case "primary", "middledeemedprimary": return .success(.primary)
        case "secondary", "middledeemedsecondary": return .success(.secondary)
        case "allthrough": return .success(.allThrough)
        case "16plus": return .success(.college)
        default:
            if HeadingRule.plain(group) == "colleges" { return .success(.college) }
            return .failure(NoSite(reason: "no phase of education (special and alternative provision)"))
        }
    }

    /// Why an establishment is no candidate.
    struct NoSite: Error, Hashable {
        let reason: String
    }
}
