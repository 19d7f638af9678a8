/// A kind of hub as the study of a place begins with it: whom it serves, where it may stand, how far is too far.
struct HubKind: Sendable {
    /// Its name in the study.
    var id: String
    /// Singular: "Young Futures hub".
    var title: String
    var people: String
    var ages: ClosedRange<Int>
    /// Parts of those ages that tables tell apart.
    var ageGroups: [ClosedRange<Int>]
    /// Kinds of site that suit it alone, as `sites` of the package names them.
    var siteKinds: [String]
    /// What those sites are, plural: "secondary schools and colleges".
    var sitesTitle: String
    /// The layer's name in the study.
    var layer: String
    var opens: String
    var closes: String
    var objective: String
    /// Generalised minutes there and back.
    var reachWithin: Int
    var outOfReachBeyond: Int
    /// Where the limit comes from, in words.
    var reachSource: String
    /// As the study writes it.
    var travel: String

    /// Kinds of site that suit every kind of hub.
    static let library = "library"
    static let allThrough = "allThrough"

    static let youngFutures = HubKind(
        id: "youngFutures", title: "Young Futures hub", people: "young people aged 10 to 18", ages: 10...18,
        ageGroups: [10...15, 16...18],
        siteKinds: ["secondary", "college"], sitesTitle: "secondary schools and colleges",
        layer: "secondarySchoolsAndColleges", opens: "15:00", closes: "20:00", objective: "reach",
        reachWithin: 160, outOfReachBeyond: 240,
        reachSource:
            "a walk of 40 minutes each way, within which the loss of a youth club did harm in London (Institute "
            + "for Fiscal Studies)",
        travel: "{traveller: youngPersonAlone, set: {car.used: 0}}")

    static let earlyYears = HubKind(
        id: "earlyYears", title: "early-years hub", people: "children aged 0 to 4", ages: 0...4,
        ageGroups: [0...1, 2...4],
        siteKinds: ["primary", "nursery", "childrensCentre"],
        sitesTitle: "primary and nursery schools and children's centres",
        layer: "primaryAndNurserySchools", opens: "08:00", closes: "18:00", objective: "mean",
        reachWithin: 170, outOfReachBeyond: 240,
        reachSource: "2.5 km on foot with a pushchair, within which Sure Start did good (Institute for Fiscal Studies)",
        travel: "{traveller: parentWithPushchair}")

    static let all = [youngFutures, earlyYears]

    func suits(_ kind: String) -> Bool {
        kind == Self.library || kind == Self.allThrough || siteKinds.contains(kind)
    }
}
