internal import HubModel

/// England's small areas of 2021, one value an area in each array, in the order of their codes.
struct AreaFacts {
    let index: AreaIndex
    /// Population-weighted centres in the national grid.
    let points: [Point]
    var names: [String] = []
    var wards: [String] = []
    var wardNames: [String] = []
    var districts: [String] = []
    var districtNames: [String] = []
    var regions: [String] = []
    var residents: [Int] = []
    /// Residents aged up to about 15 in the Census, for sharing out what an area had before it was divided.
    var censusChildren: [Int] = []
    /// Residents by single year of age, 0 to 18: `aged[age][area]`.
    var aged: [[Int]] = []
    var households: [Int?] = []
    var householdsWithoutCar: [Int?] = []
    var ranks: [Int?] = []
    var deciles: [Int?] = []
    /// Class of the rural-urban classification; "" where it is not known.
    var settlements: [String] = []
    /// Code of the left-behind ward of 2020 that holds at least half of the area; "" elsewhere.
    var leftBehindWards: [String] = []

    static let ages = 0...18

    var count: Int { points.count }
}
